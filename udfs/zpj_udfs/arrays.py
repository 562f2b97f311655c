"""One function of single cells, applied to ranges as Excel applies its own."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from zpj_udfs.cell_values import CellValue
from zpj_udfs.function_errors import VALUE

CellResult: TypeAlias = float | str
CellRange: TypeAlias = list[list[CellValue]]
"""A range: rows of cells, all of one length."""
RangeResult: TypeAlias = CellResult | list[list[CellResult]]


def each_cell(function: Callable[..., CellResult], arguments: Sequence[CellValue | CellRange]) -> RangeResult:
    """``function`` of single values; of tables the table of its results.

    A single value, a row or a column goes with every row and column of the others; tables of other sizes do
    not fit, and there is #VALUE! instead of a result.
    """
    if not any(isinstance(argument, list) for argument in arguments):
        return function(*arguments)
    tables: list[CellRange] = [
        argument if isinstance(argument, list) else [[argument]] for argument in arguments
    ]
    height, width = max(len(table) for table in tables), max(len(table[0]) for table in tables)
    if any(len(table) not in (1, height) or len(table[0]) not in (1, width) for table in tables):
        return VALUE
    return [
        [function(*(_at(table, row, column) for table in tables)) for column in range(width)]
        for row in range(height)
    ]


def _at(table: CellRange, row: int, column: int) -> CellValue:
    cells = table[row] if len(table) > 1 else table[0]
    return cells[column] if len(cells) > 1 else cells[0]
