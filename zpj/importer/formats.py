"""Which notation a file is in, judged by its content, and the grids it holds."""

from pathlib import Path

from zpj.importer.grid import Grid
from zpj.importer.readers import from_docx, from_text, from_xlsx
from zpj.model.findings import Finding
from zpj.xlsx import LIMITS, Office, is_document, may_be_text, read_bounded, refusals_of


def read_grids(path: Path) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """The grids of a workbook, Word document or delimited text, and what is odd about the file.

    Raises :class:`zpj.model.errors.UnreadableFile`.
    """
    file = str(path)
    with refusals_of(path):
        data = read_bounded(path, LIMITS.file_bytes)
        if may_be_text(data):
            return (from_text.read_grid(file, data),), ()
        office = Office(data, LIMITS)
        if is_document(office.content_type):
            grid, findings = from_docx.read_grid(file, office)
            return (grid,), findings
        return from_xlsx.read_grids(file, office), ()
