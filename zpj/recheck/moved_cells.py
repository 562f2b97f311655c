"""Where the cells of an issued form stand in a returned one whose rows or columns were inserted or deleted.

Found by the locked texts: those of the issued form are lined up with the same texts of the returned sheet,
and every row and column goes where most of its texts went. What the filler typed says nothing about it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from zpj.recheck.issued_form import IssuedForm, Key
from zpj.recheck.same_text import same_text
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.model.sheet import Sheet
from zpj.xlsx.references import Range, cell_name, parse_cell

FEW_LOST = 3
"""So many locked texts may be edited before anybody looks whether the form moved, unless its end did."""
_REFERENCE = re.compile(r'"(?:[^"]|"")*"|(?<![A-Za-z0-9_.$])[A-Z]{1,3}[1-9][0-9]{0,6}(?![A-Za-z0-9_.(])')
"""A text, which stays, or a reference; ours have no dollars."""
MOST_TEXTS = 2000
"""Texts of a returned sheet that are looked through."""


@dataclass(frozen=True)
class Moves:
    """Where every issued row and column stands now; those that did not move are not listed."""

    rows: Mapping[int, int | None] = field(default_factory=dict[int, int | None])
    """By issued row; ``None`` for one that is gone."""
    columns: Mapping[int, int | None] = field(default_factory=dict[int, int | None])
    inserted_rows: tuple[int, ...] = ()
    """Rows of the returned sheet, inside the form, that were never issued."""
    inserted_columns: tuple[int, ...] = ()
    is_lost: bool = False
    """Whether most of the form is not to be found, so that no cell can be compared."""

    @cached_property
    def any(self) -> bool:
        """Whether anything moved."""
        return bool(self.rows or self.columns or self.is_lost)

    def now(self, key: Key) -> Key | None:
        """Where the cell issued at ``key`` stands; ``None`` where its row or column is gone."""
        if not self.any:
            return key
        row, column = self.rows.get(key[0], key[0]), self.columns.get(key[1], key[1])
        return None if row is None or column is None else (row, column)

    def range(self, area: Range) -> Range | None:
        """Where the cells of ``area`` stand, as far as they do; ``None`` where all are gone."""
        if not self.any:
            return area
        rows = [now for row in range(area.top, area.bottom + 1) if (now := self.rows.get(row, row))]
        columns = [now for each in range(area.left, area.right + 1) if (now := self.columns.get(each, each))]
        return Range(min(rows), min(columns), max(rows), max(columns)) if rows and columns else None

    def formula(self, formula: str) -> str | None:
        """``formula`` with its references where the cells stand now; ``None`` where one is gone."""
        if not self.any:
            return formula
        gone = False

        def moved(match: re.Match[str]) -> str:
            nonlocal gone
            if match[0].startswith('"'):
                return match[0]
            now = self.now(parse_cell(match[0]))
            gone = gone or now is None
            return match[0] if now is None else cell_name(*now)

        text = _REFERENCE.sub(moved, formula)
        return None if gone else text

    @cached_property
    def deleted_rows(self) -> tuple[int, ...]:
        """Issued rows that are gone."""
        return tuple(sorted(row for row, now in self.rows.items() if now is None))

    @cached_property
    def deleted_columns(self) -> tuple[int, ...]:
        """Issued columns that are gone."""
        return tuple(sorted(column for column, now in self.columns.items() if now is None))


STANDING = Moves()


def find_moves(issued: IssuedForm, sheet: Sheet) -> Moves:
    """Where the cells of ``issued`` stand on ``sheet``."""
    texts = {
        (cell.row, cell.column): str(cell.value) for cell in issued.constants if isinstance(cell.value, str)
    }
    lost = [key for key, text in texts.items() if not _holds(sheet.cells.get(key), text)]
    if len(lost) <= FEW_LOST and max(texts) not in lost:
        return STANDING
    pairs = _matched(texts, sheet)
    rows = _elected((before[0], after[0]) for before, after in pairs)
    columns = _elected((before[1], after[1]) for before, after in pairs)
    found = sum(
        1
        for (row, column), text in texts.items()
        if _holds(sheet.cells.get((rows.get(row) or 0, columns.get(column) or 0)), text)
    )
    if 2 * found < len(texts):
        return Moves(is_lost=True)
    return Moves(
        _changes(rows, issued.layout.last_row),
        _changes(columns, len(issued.layout.columns.widths)),
        _inserted(rows),
        _inserted(columns),
    )


def _holds(found: Cell | None, text: str) -> bool:
    return found is not None and (found.value == text or same_text(found.text, text))


def _matched(texts: Mapping[Key, str], sheet: Sheet) -> list[tuple[Key, Key]]:
    """Places of the same locked text before and after, both read line by line."""
    wanted = set(texts.values())
    before = sorted(texts)
    after = sorted(key for key, cell in sheet.cells.items() if _locked_text(cell) in wanted)[:MOST_TEXTS]
    matcher = SequenceMatcher(
        None, [texts[key] for key in before], [_locked_text(sheet.cells[key]) for key in after], False
    )
    pairs: list[tuple[Key, Key]] = []
    for block in matcher.get_matching_blocks():
        found = after[block.b : block.b + block.size]
        pairs += zip(before[block.a : block.a + block.size], found, strict=True)
    return pairs


def _elected(lines: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    """Every line before with the line after that most of its texts stand in."""
    votes: dict[int, Counter[int]] = {}
    for before, after in lines:
        votes.setdefault(before, Counter())[after] += 1
    return {before: counted.most_common(1)[0][0] for before, counted in votes.items()}


def _locked_text(cell: Cell) -> str:
    return cell.value.strip() if isinstance(cell.value, str) and cell.written is None else ""


def _changes(told: Mapping[int, int], last: int) -> Mapping[int, int | None]:
    """Every issued line that does not stand where it was; lines without a text go with the one before."""
    changes: dict[int, int | None] = {}
    shift, lines = 0, sorted(told)
    for line in range(1, last + 1):
        if line in told:
            shift = told[line] - line
        now: int | None = line + shift
        following = next((told[other] for other in lines if other > line), None)
        if line not in told and following is not None and line + shift >= following:
            now = None  # no room is left for it between its neighbours
        if now != line:
            changes[line] = now
    return changes


def _inserted(told: Mapping[int, int]) -> tuple[int, ...]:
    """Lines between those found that no issued line can be."""
    return tuple(_gaps(sorted(told.items())))


def _gaps(pairs: Sequence[tuple[int, int]]) -> Iterator[int]:
    for (before, at), (after, then) in pairwise(pairs):
        extra = (then - at) - (after - before)
        yield from range(then - extra, then)
    if pairs and pairs[0][1] > pairs[0][0]:
        yield from range(1, pairs[0][1] - pairs[0][0] + 1)
