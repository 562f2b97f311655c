"""Rows that a page break or a conversion cut in two: the rest of their texts stands on a line of its own."""

from collections.abc import Mapping
from dataclasses import replace

from zpj.importer.grid import Line, Written
from zpj.importer.recognise.slid_cells import Reading
from zpj.importer.recognise.table_header import Header, is_side
from zpj.importer.recognise.typed_form import Column
from zpj.importer.typed_text import is_nothing

_TEXTS = frozenset({Column.LEVEL3, Column.TARGET, Column.ACTUAL, Column.REASON, Column.EVIDENCE})
_WHOLE = frozenset({Column.LEVEL3, Column.TARGET})
"""With both of them a line looks like an indicator whose points were left out."""

Rest = Mapping[Column, tuple[Written, ...]]


def rest_of(row: Reading, header: Header, line: Line, is_new_page: bool) -> Rest:
    """The cells of ``line``, if each goes on with a text that ``row`` has in its column; else none."""
    cells: dict[Column, tuple[Written, ...]] = {}
    for cell in line:
        if is_side(cell) or is_nothing(cell.text):
            continue
        column = next((slot.column for slot in header.slots if slot.shift(cell.column) == 0), None)
        if column not in _TEXTS or not row.text(column):
            return {}
        cells[column] = (*cells.get(column, ()), cell)
    return cells if is_new_page or not cells.keys() >= _WHOLE else {}


def with_rest(row: Reading, rest: Rest) -> Reading:
    """``row`` with its texts whole."""
    cells = {column: (*row.cells[column], *further) for column, further in rest.items()}
    return replace(row, cells={**row.cells, **cells})
