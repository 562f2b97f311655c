"""Rows that a page break or a conversion cut in two: the rest of their texts stands on a line of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from intake.grid import Line, Written
from intake.recognise.alignment import Reading
from intake.recognise.header import Header, is_side
from intake.recognise.typed import Column
from intake.text import is_nothing

_TEXTS = frozenset({Column.LEVEL3, Column.TARGET, Column.ACTUAL, Column.REASON, Column.EVIDENCE})
_WHOLE = frozenset({Column.LEVEL3, Column.TARGET})
"""With both of them a line looks like an indicator whose points were left out."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A line that goes on with the row above it, which is an indicator there or not at all."""

    line: Line
    cells: Mapping[Column, tuple[Written, ...]]

    def added_to(self, row: Reading) -> Reading:
        """``row`` with its texts whole."""
        cells = {column: (*row.cells.get(column, ()), *rest) for column, rest in self.cells.items()}
        return Reading({**row.cells, **cells}, row.stray)


def rest_of(row: Reading, header: Header, line: Line, is_new_page: bool) -> Rest | None:
    """``line`` as the rest of ``row``: every cell of it goes on with a text that ``row`` has in its column."""
    cells: dict[Column, tuple[Written, ...]] = {}
    for cell in line:
        if is_side(cell) or is_nothing(cell.text):
            continue
        column = next((slot.column for slot in header.slots if slot.shift(cell.column) == 0), None)
        if column not in _TEXTS or not row.text(column):
            return None
        cells[column] = (*cells.get(column, ()), cell)
    looks_whole = cells.keys() >= _WHOLE and not is_new_page
    return Rest(line, cells) if cells and not looks_whole else None
