"""What openpyxl and LibreOffice save, and real published forms, read as those programs read them."""

from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import Workbook as Writer
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Protection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula

from zpj.xlsx import Range, Workbook, open_workbook

PLACES = {
    "project": "A1",
    "target": "B1",
    "rate": "C1",
    "date": "D1",
    "sum": "A2",
    "array": "B2",
    "error": "C2",
}


def write(path: Path) -> Path:
    book = Writer()
    book.remove(book.worksheets[0])
    sheet, hidden = book.create_sheet("自评表"), book.create_sheet("_zpj")
    hidden.sheet_state = "veryHidden"
    hidden["A1"] = "stamp"
    sheet["A1"] = "项目\n名称 & <b>"
    sheet["B1"] = 0.9
    sheet["B1"].number_format = '"≥"0%'
    sheet["B1"].protection = Protection(locked=False)
    sheet["C1"] = 427.053631
    sheet["C1"].number_format = "#,##0.00"
    sheet["D1"] = datetime(2020, 12, 31)
    sheet["D1"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["E1"] = CellRichText("绩", TextBlock(InlineFont(b=True), "效"))
    sheet["A2"] = "=SUM(B1,C1)"
    sheet["B2"] = ArrayFormula("B2:B3", "=B1:B1*{1;2}")
    sheet["C2"] = "=NA()"
    sheet["D2"] = True
    sheet.merge_cells("A5:C6")
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["G"].hidden = True
    sheet.protection.enable()
    validation = DataValidation("list", formula1='"达成,未达成"')
    validation.add("E2:E9")
    sheet.add_data_validation(validation)
    book.save(path)
    return path


@pytest.fixture(scope="module")
def saved_by_openpyxl(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return open_workbook(write(tmp_path_factory.mktemp("openpyxl") / "a.xlsx"))


@pytest.fixture(scope="module")
def saved_by_libreoffice(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    folder = tmp_path_factory.mktemp("libreoffice")
    (copy,) = libreoffice.recalculate([write(folder / "a.xlsx")], folder / "out")
    return open_workbook(copy)


@pytest.fixture(params=["saved_by_openpyxl", "saved_by_libreoffice"])
def book(request: pytest.FixtureRequest) -> Workbook:
    read = request.getfixturevalue(request.param)
    assert isinstance(read, Workbook)
    return read


def test_sheets_come_with_their_names_in_order(book):
    assert [sheet.name for sheet in book.sheets] == ["自评表", "_zpj"]


def test_hidden_sheets_are_told_from_visible_ones(saved_by_openpyxl, saved_by_libreoffice):
    assert [sheet.state for sheet in saved_by_openpyxl.sheets] == ["visible", "veryHidden"]
    # LibreOffice has one kind of hidden sheet only: saving a form there weakens very hidden to hidden.
    assert [sheet.state for sheet in saved_by_libreoffice.sheets] == ["visible", "hidden"]


def test_texts_read_as_a_person_reads_them(book):
    cells = book.sheets[0].cells
    row = [cells[1, column].text for column in range(1, 6)]
    assert row == ["项目\n名称 & <b>", "≥90%", "427.053631", "2020年12月31日", "绩效"]
    assert cells[2, 4].value is True


def test_formulas_locks_and_layout(book):
    sheet = book.sheets[0]
    assert sheet.cells[2, 1].formula == "=SUM(B1,C1)"
    assert sheet.cells[2, 2].formula == "=B1:B1*{1;2}"
    assert (sheet.cells[1, 1].locked, sheet.cells[1, 2].locked) == (True, False)
    assert sheet.protected
    assert sheet.merges == (Range(5, 1, 6, 3),)
    assert 8 in sheet.hidden_rows
    assert 7 in sheet.hidden_columns
    assert [(validation.sqref, validation.kind) for validation in sheet.validations] == [("E2:E9", "list")]


def test_results_of_formulas_are_the_stored_ones(saved_by_libreoffice):
    cells = saved_by_libreoffice.sheets[0].cells
    assert cells[2, 1].value == pytest.approx(427.953631)
    assert cells[3, 2].value == pytest.approx(1.8)
    assert cells[3, 2].formula == "=B1:B1*{1;2}"
    assert (cells[2, 3].error, cells[2, 3].value) == ("#N/A", None)


def test_published_forms_agree_with_openpyxl_cell_by_cell(typed_forms):
    paths = sorted(typed_forms.glob("*.xlsx"))
    assert paths
    for path in paths:
        theirs, ours = load_workbook(path).worksheets, open_workbook(path).sheets
        assert [sheet.title for sheet in theirs] == [sheet.name for sheet in ours]
        for sheet, read in zip(theirs, ours, strict=True):
            expected = {
                (cell.row, cell.column): (cell.value, cell.number_format, cell.protection.locked)
                for row in sheet.iter_rows()
                for cell in row
                if cell.value is not None
            }
            found = {
                place: (cell.value, cell.number_format, cell.locked)
                for place, cell in read.cells.items()
                if cell.value is not None
            }
            assert found == expected, path
            merges = {merged.a1 for merged in read.merges}
            assert merges == {merged.coord for merged in sheet.merged_cells.ranges}, path
