"""Rows without a label of their own that do not belong to the label above them.

A label printed in the middle of its group leaves the rows above it to the group before, and a label that was
lost leaves all its rows there. Three things show it: the points a first level is printed with, a target that
is nothing but a date, and a third level that names a cost. What they do not show stays as carried down.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zpj.importer.recognise.carried_labels import LevelPair
from zpj.importer.recognise.level_labels import LEVELS
from zpj.importer.typed_dates import is_date
from zpj.importer.typed_text import squeeze
from zpj.importer.word_lists import any_phrase, any_word
from zpj.quantity.rounding import round_half_up

_EXPENSE = re.compile(rf"{any_word(LEVELS.expense.words)}|{any_phrase(LEVELS.expense.ends)}(?:\([^()]*\))?$")

_ORDER = (LEVELS.order.quantity, LEVELS.order.quality, LEVELS.order.time, LEVELS.order.cost)
_TIME, _COST = _ORDER.index(LEVELS.order.time), _ORDER.index(LEVELS.order.cost)
_NAMES = {_TIME: LEVELS.names.time, _COST: LEVELS.names.cost}


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A line of the table as far as its levels go; ``points`` are ``None`` where it is no indicator."""

    levels: LevelPair
    """As carried down."""
    is_labelled: bool
    """Whether the line has a label, or a merged cell with a label."""
    is_merged: bool
    """Whether the label is a merged cell that begins further up."""
    block_points: float | None
    """The points printed with a first level on this line."""
    level3: str
    target: str
    points: float | None

    @property
    def is_open(self) -> bool:
        """Whether it is an indicator that only its content can place."""
        return self.points is not None and not self.is_labelled


def place_unlabelled(lines: Sequence[LevelLine]) -> dict[int, LevelPair]:
    """The levels of the rows that belong elsewhere, by their position in ``lines``."""
    return {**dict(_by_meaning(lines)), **dict(_above_first_label(lines)), **dict(_by_points(lines))}


def _above_first_label(lines: Sequence[LevelLine]) -> Iterator[tuple[int, LevelPair]]:
    """Rows above every label belong to the first one."""
    first = next((index for index, line in enumerate(lines) if line.levels.level1), 0)
    for index, line in enumerate(lines[:first]):
        if line.is_open:
            yield index, lines[first].levels


def _by_points(lines: Sequence[LevelLine]) -> Iterator[tuple[int, LevelPair]]:
    """Rows above a first level that lacks exactly their points, if the one above can spare them."""
    starts: dict[str, int] = {}
    printed: dict[str, float] = {}
    points: dict[str, float] = {}
    for index, line in enumerate(lines):
        name = line.levels.level1
        starts.setdefault(name, index)
        points[name] = points.get(name, 0.0) + (line.points or 0.0)
        if line.block_points is not None:
            printed.setdefault(name, line.block_points)
    for name, block in printed.items():
        start, lacking = starts[name], block - points[name]
        above = lines[start - 1].levels.level1
        if points[above] - lacking >= printed.get(above, 0.0):
            taken = _rows_worth(lacking, lines, start)
            yield from ((index, lines[start].levels) for index in range(start - taken, start))


def _rows_worth(points: float, lines: Sequence[LevelLine], end: int) -> int:
    """How many rows above ``end`` are worth exactly ``points``; 0 where their points do not add up."""
    for index in range(end - 1, -1, -1):
        line = lines[index]
        if not line.is_open or _meant_rank(line) is not None or round_half_up(points) <= 0:
            break
        points -= line.points or 0.0
        if round_half_up(points) == 0:
            return end - index
    return 0


def _by_meaning(lines: Sequence[LevelLine]) -> Iterator[tuple[int, LevelPair]]:
    """Rows of 产出指标 with a date for a target, or a cost for a name, below a label that means neither."""
    moved: LevelPair | None = None
    labels_below = _labels_below(lines)
    for index, line in enumerate(lines):
        if not line.is_open:
            moved = None if line.is_labelled else moved
            continue
        here = moved or line.levels
        meant, below = _meant_rank(line), labels_below[index]
        rank, last = _rank(here), _rank(below) if below.level1 == here.level1 else len(_ORDER)
        if meant is not None and rank is not None and last is not None and rank < meant <= last:
            moved = below if meant == last else LevelPair(here.level1, _NAMES[meant])
        if moved:
            yield index, moved


def _meant_rank(line: LevelLine) -> int | None:
    """The place in the order of second levels that the content of ``line`` means."""
    target = squeeze(line.target)
    if _EXPENSE.search(squeeze(line.level3)) and "%" not in target:
        return _COST
    return _TIME if is_date(target) else None


def _labels_below(lines: Sequence[LevelLine]) -> list[LevelPair]:
    """For every line, the next label printed below it."""
    below = LevelPair("", "")
    labels: list[LevelPair] = []
    for line in reversed(lines):
        labels.append(below)
        below = line.levels if line.is_labelled else below
    return labels[::-1]


def _rank(levels: LevelPair) -> int | None:
    return next((rank for rank, names in enumerate(_ORDER) if levels.level2 in names), None)
