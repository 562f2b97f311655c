"""Where the cells of an issued form stand in a returned one whose rows or columns were inserted or deleted.

Found by the locked texts: rows of the issued form are lined up with rows of the returned sheet that hold the
same texts, columns likewise. What the filler typed says nothing about it.
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
MOST_LINES = 2000
"""Rows and columns of a returned sheet that are looked through."""


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
        """Where the cells of ``area`` stand; ``None`` where its first or last row or column is gone."""
        if not self.any:
            return area
        first, last = self.now((area.top, area.left)), self.now((area.bottom, area.right))
        return None if first is None or last is None else Range(*first, *last)

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
    rows = _lined_up(texts, sheet, axis=0)
    columns = _lined_up(texts, sheet, axis=1)
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


def _lined_up(texts: Mapping[Key, str], sheet: Sheet, axis: int) -> Mapping[int, int]:
    """Issued rows (or columns) by where they stand on ``sheet``, as far as their texts tell."""
    issued = _signatures(((key[axis], text) for key, text in texts.items()))
    wanted = set(texts.values())
    cells = sheet.cells.items()
    found = _signatures(
        (key[axis], cell.value.strip())
        for key, cell in cells
        if isinstance(cell.value, str) and cell.value.strip() in wanted
    )
    before, after = sorted(issued), sorted(found)[:MOST_LINES]
    matcher = SequenceMatcher(
        None, [_likeness(issued[line]) for line in before], [_likeness(found[line]) for line in after], False
    )
    told: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        told.update(
            zip(before[block.a : block.a + block.size], after[block.b : block.b + block.size], strict=True)
        )
    return told


def _signatures(texts: Iterable[tuple[int, str]]) -> Mapping[int, Counter[str]]:
    lines: dict[int, Counter[str]] = {}
    for line, text in texts:
        lines.setdefault(line, Counter())[text] += 1
    return lines


def _likeness(texts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(texts.items()))


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
