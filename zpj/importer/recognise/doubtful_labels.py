"""Rows that may have lost their label: they stay under the label above, and somebody should look.

Where labels are merged over their rows, a row outside every merged label shows that one was lost. So do more
points than a first level is printed with, a first level without a second one, and a name that speaks of
another second level when the table has no label for that one.
"""

import re
from collections.abc import Iterator, Sequence

from zpj.importer.recognise.level_labels import LEVELS
from zpj.importer.recognise.unlabelled_rows import LevelLine
from zpj.importer.typed_text import squeeze
from zpj.importer.word_lists import any_word
from zpj.quantity.rounding import round_half_up

_SIGNS = {
    first: {tuple(seconds.split("|")): re.compile(any_word(words)) for seconds, words in signs.items()}
    for first, signs in LEVELS.signs.items()
}
"""What an indicator is often called, by first level and the names of its second level."""
_QUALITY = tuple(second.removesuffix(LEVELS.suffix) for second in LEVELS.order.quality)
_NO_COUNT = re.compile(r".*%|\D+", re.DOTALL)
"""A target that 数量指标 does not have: a share, or nothing but words."""


def doubtful_rows(lines: Sequence[LevelLine]) -> set[int]:
    """The positions of the rows without a label that something speaks against."""
    return {
        *_outside_merges(lines),
        *_without_second(lines),
        *_beyond_points(lines),
        *_named_otherwise(lines),
    }


def _outside_merges(lines: Sequence[LevelLine]) -> Iterator[int]:
    """Rows of 产出指标 and 效益指标 only: 满意度指标 may be merged over both levels, with none below."""
    if any(line.is_merged for line in lines):
        yield from (i for i, line in enumerate(lines) if line.is_open and line.levels.level1 in _SIGNS)


def _without_second(lines: Sequence[LevelLine]) -> Iterator[int]:
    """Rows of 产出指标 and 效益指标 whose second level is nowhere printed above them."""
    for index, line in enumerate(lines):
        if line.points is not None and line.levels.level1 in _SIGNS and len(set(line.levels)) == 1:
            yield index


def _beyond_points(lines: Sequence[LevelLine]) -> Iterator[int]:
    """Rows in a first level whose printed points are used up already."""
    name, room = "", None
    for index, line in enumerate(lines):
        if line.levels.level1 != name:
            name, room = line.levels.level1, line.block_points
        if room is None or line.points is None:
            continue
        if line.is_open and round_half_up(room) <= 0:
            yield index
        room -= line.points


def _named_otherwise(lines: Sequence[LevelLine]) -> Iterator[int]:
    """Rows whose name or target speaks of second levels that no label of the table names."""
    printed = "\n".join({line.levels.level2 for line in lines if line.is_labelled})
    for index, line in enumerate(lines):
        signs = _SIGNS.get(line.levels.level1, {}) if line.is_open else {}
        meant = [seconds for seconds, sign in signs.items() if sign.search(line.level3)]
        if line.levels.level2 == LEVELS.names.quantity and _NO_COUNT.fullmatch(squeeze(line.target)):
            meant = meant or [_QUALITY]
        if meant and not any(second in printed for seconds in meant for second in seconds):
            yield index
