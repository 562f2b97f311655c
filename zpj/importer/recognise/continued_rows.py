"""Rows that a page break or a conversion cut in two: the rest of their texts is on a line of its own."""

from collections.abc import Mapping
from dataclasses import replace

from zpj.importer.grid import GridCell, GridLine
from zpj.importer.recognise.cell_alignment import SPANNING, RowReading
from zpj.importer.recognise.table_header import TableHeader, is_side
from zpj.importer.recognise.typed_form import TableColumn

_WHOLE = frozenset({TableColumn.LEVEL3, TableColumn.TARGET})
"""With both of them a line looks like an indicator whose points were left out."""

RestOfRow = Mapping[TableColumn, tuple[GridCell, ...]]


def rest_of_row(row: RowReading, header: TableHeader, line: GridLine, *, is_new_page: bool) -> RestOfRow:
    """The cells of ``line``, if each goes on with a text that ``row`` has in its column; else none."""
    cells: dict[TableColumn, tuple[GridCell, ...]] = {}
    for cell in line:
        if is_side(cell) or cell.is_nothing:
            continue
        column = next((slot.column for slot in header.slots if slot.shift(cell.column) == 0), None)
        if column is None or column not in SPANNING or not row.text(column):
            return {}
        cells[column] = (*cells.get(column, ()), cell)
    return cells if is_new_page or not cells.keys() >= _WHOLE else {}


def with_rest(row: RowReading, rest: RestOfRow) -> RowReading:
    """``row`` with its texts whole."""
    cells = {column: (*row.cells[column], *further) for column, further in rest.items()}
    return replace(row, cells={**row.cells, **cells})
