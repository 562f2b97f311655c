"""A stretch of the form sheet, and the small steps every stretch is built with."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from zpj.xlsx.references import Range
from zpj_generator.sheet.cells import Cell, DefinedName, SheetRow, Validation, Value
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role

INPUT = "_input"
"""Styles of unlocked cells end so."""


class FormSection(NamedTuple):
    """Consecutive rows with what lies over them."""

    rows: tuple[SheetRow, ...]
    merges: tuple[Range, ...] = ()
    validations: tuple[Validation, ...] = ()
    names: tuple[DefinedName, ...] = ()


@lru_cache(maxsize=4096)  # the same in every form
def blank(row: int, column: int, style: str) -> Cell:
    """A cell that holds nothing."""
    return Cell(row, column, style)


def cell_of(
    columns: SheetColumns, role: Role, row: int, style: str, value: Value = None, formula: str | None = None
) -> Cell:
    """The cell of ``role`` in ``row``."""
    return Cell(row, columns.spans[role].first, style, value, formula, None, role)


def head(columns: SheetColumns, role: Role, row: int, style: str, text: str) -> Cell:
    """The words over the cells of ``role``: they stand in its column and have no role themselves."""
    return Cell(row, columns[role], style, text)


def across(columns: SheetColumns, role: Role, cell: Cell) -> tuple[Cell, ...]:
    """``cell`` and those that the merge of ``role`` covers, all in its style.

    The frame and the lock of a merged cell are those of its parts: one locked part would lock an input.
    """
    return (cell, *(blank(cell.row, column, cell.style) for column in columns.covered(role)))


def printed_row(
    columns: SheetColumns, number: int, height: float | None, *parts: Iterable[Cell], gap: str = "frame"
) -> SheetRow:
    """A row of ``parts`` with a cell in every printed column, in the style ``gap`` where no part has one.

    A merged cell has a frame only if every part has.
    """
    cells = {cell.column: cell for part in parts for cell in part}
    for column in columns.printed_columns:
        if column not in cells:
            cells[column] = blank(number, column, gap)
    return SheetRow(number, height, tuple([cells[column] for column in sorted(cells)]))


def covered_row(first: SheetRow, number: int, height: float) -> SheetRow:
    """A further sheet row of what ``first`` began: the same styles, nothing in them."""
    return SheetRow(number, height, tuple(blank(number, cell.column, cell.style) for cell in first.cells))


def merged(columns: SheetColumns, role: Role, top: int, bottom: int | None = None) -> tuple[Range, ...]:
    """The merge of ``role`` in the rows ``top`` to ``bottom``; none for a single cell."""
    first, last = columns.spans[role]
    bottom = bottom or top
    return (Range(top, first, bottom, last),) if (top, first) != (bottom, last) else ()


def input_or_constant(
    columns: SheetColumns, role: Role, row: int, issued: Value, answer: Value, style: str
) -> Cell:
    """What the definition gives is locked; what it leaves open is an input of the same look."""
    if issued in (None, ""):
        return cell_of(columns, role, row, style + INPUT, None if answer == "" else answer)
    return cell_of(columns, role, row, style, issued)


def defined_name(columns: SheetColumns, name: str, role: Role, row: int) -> DefinedName:
    """The name of the cell of ``role`` in ``row``."""
    return DefinedName(name, row, columns[role])
