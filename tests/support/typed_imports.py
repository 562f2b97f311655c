"""Typed forms written to a file and imported, and what of them tests look at."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from support.typed_form import HEAD, HEADER, ROWS, TOTAL, Cells, N, write_typed
from zpj.importer import Imported, import_forms
from zpj.model.project import Indicator
from zpj.rules import load_profile

PROFILE = load_profile("beijing-2020")
FORM: list[Cells] = [*HEAD, HEADER, *ROWS, TOTAL]
FIRST = len(HEAD) + 2
"""The line of the first indicator."""


def import_typed(
    folder: Path, lines: Sequence[Cells], suffix: str = "xlsx", merges: Sequence[str] = ()
) -> Imported:
    """``lines`` as a file of that kind, imported; ``merges`` are merged ranges of a workbook."""
    if not merges:
        return import_forms(write_typed(folder / f"甲.{suffix}", lines), PROFILE)
    book = Workbook()
    write_lines(book.worksheets[0], lines)
    for merge in merges:
        book.worksheets[0].merge_cells(merge)
    return import_saved(folder, book)


def import_saved(folder: Path, book: Workbook, name: str = "甲.xlsx") -> Imported:
    """``book`` saved and imported."""
    book.save(folder / name)
    return import_forms(folder / name, PROFILE)


def write_lines(sheet: Worksheet, lines: Sequence[Cells], down: int = 0, right: int = 0) -> None:
    """``lines`` onto ``sheet``, moved so far."""
    for row, cells in enumerate(lines, 1 + down):
        for column, value in enumerate(cells, 1 + right):
            if value is not None:
                sheet.cell(row, column, value)


def relabelled(*labels: tuple[str | None, str | None]) -> list[Cells]:
    """The form with other labels on its rows."""
    rows: list[Cells] = [[N, *label, *row[3:]] for label, row in zip(labels, ROWS, strict=True)]
    return [*HEAD, HEADER, *rows, TOTAL]


def indicators(form: Imported) -> tuple[Indicator, ...]:
    """The indicators of the one project there is."""
    (project,) = form.projects
    return project.indicators


def levels(form: Imported) -> list[tuple[str, str]]:
    """First and second level of every indicator."""
    return [(indicator.level1, indicator.level2) for indicator in indicators(form)]


def figures(form: Imported) -> list[tuple[str, str, str, float, float | None, str]]:
    """Everything else of every indicator."""
    return [(i.level3, i.target, i.actual, i.points, i.printed_score, i.reason) for i in indicators(form)]


def doubts(form: Imported) -> list[tuple[str, str]]:
    """Codes and cells of what is reported, deductions apart."""
    return [(found.code, found.place.cell) for found in form.findings if found.code != "I04"]
