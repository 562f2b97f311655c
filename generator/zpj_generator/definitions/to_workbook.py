"""Writing projects as an Excel definition workbook: sheets 项目, 资金 and 指标, one header row each."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from zpj.files import write_whole
from zpj.model.codes import Code
from zpj.model.errors import DefinitionError
from zpj.model.findings import Place, finding
from zpj.model.project import Fund, Indicator, Project
from zpj.rendering import form_styles
from zpj.rendering.cell_text import MAX_LENGTH, cell_length, cell_text
from zpj.texts import wording
from zpj.xlsx.references import LAST_ROW, cell_name, column_letters
from zpj_generator.definitions.definition_columns import (
    FUND,
    PROJECT,
    TABLES,
    DefinitionColumn,
    DefinitionTable,
    Holds,
)
from zpj_generator.definitions.openpyxl_fixes import mended
from zpj_generator.sheet.text_heights import TALLEST_ROW, Text, row_heights

HEADER_HEIGHT, LEAST_HEIGHT = 24, 18
FONT_NAME: str = form_styles()["font"]["body"]["name"]
FONT = Font(name=FONT_NAME, sz=10)
HEADER_FONT = Font(name=FONT_NAME, sz=10, b=True, color="FFFFFFFF")
REQUIRED_FILL = PatternFill("solid", fgColor="FF1F4E79")
OPTIONAL_FILL = PatternFill("solid", fgColor="FF7F7F7F")
EDGE = Side("thin", color="FFBFBFBF")
HEADER_ALIGNMENT = Alignment(horizontal="center", vertical="center", wrap_text=True)
ALIGNMENT = Alignment(vertical="top", wrap_text=True)
NARROW, NARROW_ALIGNMENT = 10, Alignment(horizontal="center", vertical="top", wrap_text=True)
"""In a narrow column a number would touch the text beside it."""
FORMATS = {Holds.TEXT: "@", Holds.NUMBER: "General", Holds.RATIO: "0.00%", Holds.YEAR: "0"}

Item = Project | Fund | Indicator


def write_workbook(projects: Iterable[Project], path: Path, *, force: bool = False) -> None:
    """Write ``projects`` as a definition workbook that can be edited and read back.

    Raises:
        DefinitionError: D15, a text that no cell can hold.
        OutputExists: X05, there is a file already and ``force`` is not set.
    """
    projects = tuple(projects)
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in TABLES:
        sheet = book.create_sheet(table.name)
        _write_header(sheet, table)
        for row, (code, item) in enumerate(_items(table, projects), 2):
            _write_row(sheet, table, row, code, item)
    stream = BytesIO()
    book.save(stream)
    write_whole(path, mended(stream.getvalue()), force=force)


def _items(table: DefinitionTable, projects: Iterable[Project]) -> Iterator[tuple[str, Item]]:
    for project in projects:
        if table is PROJECT:
            yield project.code, project
        else:
            for item in project.funds if table is FUND else project.indicators:
                yield project.code, item


def _write_header(sheet: Worksheet, table: DefinitionTable) -> None:
    sheet.freeze_panes = cell_name(2, 1)
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.row_dimensions[1].height = HEADER_HEIGHT
    for number, column in enumerate(table.columns, 1):
        cell = sheet.cell(1, number, column.header)
        cell.font = HEADER_FONT
        cell.fill = REQUIRED_FILL if column.required else OPTIONAL_FILL
        cell.alignment = HEADER_ALIGNMENT
        cell.border = Border(EDGE, EDGE, EDGE, EDGE)
        cell.comment = _note(column)
        letter = column_letters(number)
        # The style of the whole column, so that ≥90% or 5% typed into an empty row stays text as well.
        dimension = sheet.column_dimensions[letter]
        dimension.width = column.width
        _style(dimension, column)
        if column.choices:
            sheet.add_data_validation(_dropdown(column, letter))


def _note(column: DefinitionColumn) -> Comment:
    text = wording("definitions")["note"]["required" if column.required else "optional"] + column.note
    return Comment(text, "zpj", height=28 + 18 * ceil(len(text) / 16), width=240)


def _dropdown(column: DefinitionColumn, letter: str) -> DataValidation:
    """A list that warns rather than forbids: what else is accepted, such as 效果指标, the checks know."""
    return DataValidation(
        "list",
        formula1=f'"{",".join(column.options())}"',
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle=column.header,
        error=wording("definitions")["dropdown"]["unlisted"],
        sqref=f"{letter}2:{letter}{LAST_ROW}",
    )


def _write_row(sheet: Worksheet, table: DefinitionTable, row: int, code: str, item: Item) -> None:
    texts: list[Text] = []
    for number, column in enumerate(table.columns, 1):
        value = code if column.key else getattr(item, column.field)
        if value is None or value == "":
            continue
        cell = cast(Cell, sheet.cell(row, number))  # nothing is merged here
        _style(cell, column)
        if isinstance(value, str):
            _write_text(cell, column, value, code)
            texts.append(Text(value, column.width))
        else:
            _write_number(cell, value)
    sheet.row_dimensions[row].height = min(sum(row_heights(texts, least=LEAST_HEIGHT)), TALLEST_ROW)


def _write_text(cell: Cell, column: DefinitionColumn, text: str, code: str) -> None:
    length = cell_length(text)
    if length > MAX_LENGTH:
        place = Place(form=code, sheet=cell.parent.title, cell=cell.coordinate)
        raise DefinitionError(
            [finding(Code.D15, place, what=column.header, found=length, expected=MAX_LENGTH)]
        )
    cell.value = cell_text(text)
    # Never a formula or an error value, whatever it looks like; the prefix keeps it so when it is edited.
    cell.data_type = "s"
    cell.quotePrefix = text[0] in "=+-@'"


def _write_number(cell: Cell, number: float) -> None:
    # As text of type number: openpyxl itself writes 16 digits, and a double may need 17.
    cell.value = str(int(number)) if number == int(number) else repr(number)
    cell.data_type = "n"


def _style(target: Cell | ColumnDimension, column: DefinitionColumn) -> None:
    target.font = FONT
    target.number_format = FORMATS[column.holds]
    target.alignment = NARROW_ALIGNMENT if column.width <= NARROW else ALIGNMENT
