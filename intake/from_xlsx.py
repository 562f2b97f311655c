"""A typed .xlsx form as grids, one per visible sheet."""

from collections.abc import Iterator
from pathlib import Path

from intake.grid import Grid, Merge, Written
from workbooks import Sheet, cell_name, open_workbook
from zpj.findings import Place


def read_grids(path: Path) -> tuple[Grid, ...]:
    """Every visible sheet of the workbook at ``path``; raises :class:`zpj.errors.UnreadableFile`."""
    return tuple(
        Grid.of(sheet.name, _written(str(path), sheet), (Merge(*area) for area in sheet.merges))
        for sheet in open_workbook(path).sheets
        if sheet.state == "visible"
    )


def _written(file: str, sheet: Sheet) -> Iterator[Written]:
    for (row, column), cell in sheet.cells.items():
        if cell.text:
            yield Written(row, column, cell.text, Place(file, sheet=sheet.name, cell=cell_name(row, column)))
