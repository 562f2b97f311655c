"""A typed form in a workbook as grids, one per visible sheet."""

from collections.abc import Iterator

from zpj.importer.grid import Grid, GridCell, GridMerge
from zpj.importer.readers.file_grids import FileGrids
from zpj.model.findings import Place
from zpj.xlsx import Office, Sheet, Workbook, cell_name, workbook_in


def read_workbook(file: str, office: Office) -> FileGrids:
    """Every visible sheet of the workbook that ``office`` is."""
    return workbook_grids(file, workbook_in(office))


def workbook_grids(file: str, workbook: Workbook) -> FileGrids:
    """Every visible sheet of a workbook that was read already."""
    sheets = (sheet for sheet in workbook.sheets if sheet.state == "visible")
    return FileGrids(
        tuple(
            Grid.of(sheet.name, _cells(file, sheet), (GridMerge(*area) for area in sheet.merges))
            for sheet in sheets
        )
    )


def _cells(file: str, sheet: Sheet) -> Iterator[GridCell]:
    for (row, column), cell in sheet.cells.items():
        if text := cell.text:
            place = Place(file, sheet=sheet.name, cell=cell_name(row, column))
            yield GridCell(row, column, text, place)
