"""A typed .xlsx form as grids, one per visible sheet."""

from collections.abc import Iterator

from zpj.importer.grid import Grid, Merge, Written
from zpj.model.findings import Place
from zpj.xlsx import Office, Sheet, cell_name, workbook_in


def read_grids(file: str, office: Office) -> tuple[Grid, ...]:
    """Every visible sheet of the workbook that ``office`` is."""
    return tuple(
        Grid.of(sheet.name, _written(file, sheet), (Merge(*area) for area in sheet.merges))
        for sheet in workbook_in(office).sheets
        if sheet.state == "visible"
    )


def _written(file: str, sheet: Sheet) -> Iterator[Written]:
    for (row, column), cell in sheet.cells.items():
        if cell.text:
            yield Written(row, column, cell.text, Place(file, sheet=sheet.name, cell=cell_name(row, column)))
