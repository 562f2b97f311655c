"""The 总分 row below an indicator table: what the points and the scores add up to in print."""

from collections.abc import Sequence

from zpj.importer.grid import GridLine
from zpj.importer.recognise.boilerplate import is_total
from zpj.importer.recognise.table_header import TableHeader
from zpj.importer.recognise.typed_form import PrintedFigure, TableColumn
from zpj.importer.typed_text import number


def read_total(
    header: TableHeader, lines: Sequence[GridLine], *, is_scored: bool
) -> tuple[PrintedFigure | None, PrintedFigure | None]:
    """Points and score of the 总分 row: two numbers in their order, anything else by their columns.

    A number in neither column is the score where rows have scores, and the points of a form not filled in.
    """
    line = next((line for line in reversed(lines) if is_total(line)), ())
    numbers = ((cell, number(cell.plain.rpartition(":")[2])) for cell in line)
    figures = {cell.column: PrintedFigure(value, cell.place) for cell, value in numbers if value is not None}
    if len(figures) == 2:
        points, total = figures.values()
        return points, total
    found = {slot.column: figures[at] for slot in header.slots for at in figures if slot.shift(at) == 0}
    if len(figures) == 1 and not found.keys() & {TableColumn.POINTS, TableColumn.SCORE}:
        found = {TableColumn.SCORE if is_scored else TableColumn.POINTS: next(iter(figures.values()))}
    return found.get(TableColumn.POINTS), found.get(TableColumn.SCORE)
