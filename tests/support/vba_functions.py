"""The worksheet functions of our VBA: in cells of a workbook in LibreOffice, and in pyOpenVBA's interpreter.

A call is a name and its arguments: numbers, texts, "" for a blank cell, ``{"error": "#N/A"}``, lists of rows
for ranges. A result is a number, a text, the name of an error value, or a list of rows.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet
from pyopenvba.apps.excel import ExcelApplication

from support.live import Scenario, fill_and_read
from zpj.rules import Profile
from zpj.vba import function_modules, vba_project
from zpj.vba.function_tables import ERRORS

Call: TypeAlias = tuple[str, Sequence[Any]]

SHEET = "Cases"
MOST_ROWS, MOST_COLUMNS = 3, 2
"""How large the ranges of the cases are at most."""
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ERROR_TEXTS = {f"Error {number}": name for name, number in ERRORS.items()}


def in_cells(profile: Profile, calls: Sequence[Call], folder: Path) -> list[Any]:
    """What the calls give in cells of a macro-enabled workbook, their arguments in cells of their own."""
    path = folder / "calls.xlsm"
    book = _book_with(vba_project(function_modules(profile), ("CaseSheet",)))
    sheet = book.worksheets[0]
    shapes = [_write(sheet, 1 + MOST_ROWS * number, call) for number, call in enumerate(calls)]
    book.save(path)
    reads = [f"{SHEET}!{ref}" for shape in shapes for row in shape for ref in row]
    shown = fill_and_read([Scenario(path, {}, reads)])[0]
    cells = {ref: _result(cell.text if cell.error else cell.value) for ref, cell in shown.items()}
    tables = [[[cells[f"{SHEET}!{ref}"] for ref in row] for row in shape] for shape in shapes]
    return [table if len(table) * len(table[0]) > 1 else table[0][0] for table in tables]


def interpreter(profile: Profile) -> ExcelApplication:
    """pyOpenVBA with our function modules loaded."""
    app = ExcelApplication()
    app.add_workbook()
    for module in function_modules(profile):
        app.add_module(module.source.replace("\n", "\r\n"), name=module.name)
    return app


def in_interpreter(profile: Profile) -> Callable[[Call], Any]:
    """The functions in pyOpenVBA; ranges and errors are handed over as Range objects."""
    app = interpreter(profile)
    sheet: Any = app.sheet(1).sheet

    def called(call: Call) -> Any:
        name, arguments = call
        sheet.vba_get("Cells").vba_call("Clear", [])
        given = [
            _range(sheet, column * MOST_COLUMNS + 1, argument)
            if isinstance(argument, list | dict)
            else argument
            for column, argument in enumerate(arguments)
        ]
        result = app.run(name, *given)
        if isinstance(result, list):
            return [[_result(cell) for cell in row] for row in result]
        return _result(result)

    return called


def _range(sheet: Any, first_column: int, argument: Any) -> Any:
    rows = argument if isinstance(argument, list) else [[argument]]
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, first_column):
            ref = f"{get_column_letter(column)}{row}"
            if isinstance(cell, dict):
                sheet.vba_call("Range", [ref]).vba_set("Formula", _formula_of(cell["error"]))
            elif cell != "":
                sheet.vba_call("Range", [ref]).vba_set("Value", cell)
    last = f"{get_column_letter(first_column + len(rows[0]) - 1)}{len(rows)}"
    return sheet.vba_call("Range", [f"{get_column_letter(first_column)}1:{last}"])


def _formula_of(error: str) -> str:
    return {"#N/A": "=NA()", "#DIV/0!": "=1/0", "#VALUE!": '=1+"a"'}.get(error, f"={error}")


def _result(value: Any) -> Any:
    """Errors by name: LibreOffice makes a text of what a function gives as CVErr."""
    if value is None:
        return ""
    text = str(value)
    return _ERROR_TEXTS.get(text, value)


def _book_with(project: bytes) -> Workbook:
    book = Workbook()
    book.worksheets[0].title = SHEET
    book.worksheets[0].sheet_properties.codeName = "CaseSheet"
    book.code_name = "ThisWorkbook"
    macros = io.BytesIO()
    with zipfile.ZipFile(macros, "w") as archive:
        archive.writestr("xl/vbaProject.bin", project)
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
        kind = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}">{kind}</Types>')
    book.vba_archive = zipfile.ZipFile(macros)
    return book


def _write(sheet: Worksheet, top: int, call: Call) -> list[list[str]]:
    """Write arguments and formula of one call; where its results are."""
    name, arguments = call
    given = list(_arguments(sheet, top, arguments))
    height = max((rows for rows, _, _ in given), default=1)
    width = max((columns for _, columns, _ in given), default=1)
    formula = f"={name}({','.join(ref for _, _, ref in given)})"
    shape = [[f"{get_column_letter(1 + c)}{top + r}" for c in range(width)] for r in range(height)]
    single = height * width == 1
    sheet[shape[0][0]] = formula if single else ArrayFormula(f"{shape[0][0]}:{shape[-1][-1]}", formula)
    return shape


def _arguments(sheet: Worksheet, top: int, arguments: Sequence[Any]) -> Iterator[tuple[int, int, str]]:
    """Rows, columns and reference of every argument."""
    for number, argument in enumerate(arguments):
        left = 1 + MOST_COLUMNS * (number + 1)
        rows = argument if isinstance(argument, list) else [[argument]]
        for row, cells in enumerate(rows, top):
            for column, value in enumerate(cells, left):
                cell = sheet.cell(row, column)
                if isinstance(value, dict):
                    cell.value = _formula_of(value["error"])
                elif isinstance(value, str) and value:
                    cell.value, cell.data_type = value, "s"
                elif value != "":
                    cell.value = value
        first, last = f"{get_column_letter(left)}{top}", f"{get_column_letter(left + len(rows[0]) - 1)}"
        single = len(rows) * len(rows[0]) == 1
        yield len(rows), len(rows[0]), first if single else f"{first}:{last}{top + len(rows) - 1}"
