"""The Excel definition workbook: what officers type is read as they meant it, and nothing is a formula."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from zpj.model.errors import DefinitionError
from zpj.model.project import Indicator, Project
from zpj_generator.definitions import load_projects, read_definitions, samples, write_example, write_workbook
from zpj_generator.definitions.definition_columns import TABLES

Edit = Callable[[Workbook], object]


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[Edit], Path]:
    """The example workbook after somebody worked on it."""
    path = tmp_path / "definitions.xlsx"
    write_example(path)

    def edit(change: Edit) -> Path:
        book = load_workbook(path)
        change(book)
        book.save(path)
        return path

    return edit


def problems(path: Path) -> list[tuple[str, str, str]]:
    """Code, sheet and cell of every problem."""
    with pytest.raises(DefinitionError) as caught:
        load_projects([path])
    return [(finding.code, finding.place.sheet, finding.place.cell) for finding in caught.value.findings]


def set_cell(sheet: str, cell: str, value: object, number_format: str = "General") -> Edit:
    def change(book: Workbook) -> None:
        book[sheet][cell].value = value
        book[sheet][cell].number_format = number_format

    return change


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        ("指标", "F3", "=5+5", "D06"),
        ("指标", "D3", "=A1", "D06"),
        ("指标", "E3", "#N/A", "D06"),
        ("指标", "F3", "十分", "D07"),
        ("指标", "F3", True, "D07"),
        ("项目", "C2", 2026.5, "D07"),
        ("指标", "D3", None, "D02"),
        ("指标", "A3", None, "D02"),
        ("指标", "A3", "WL2026-999", "D09"),
        ("资金", "B3", "财政拨款", "D04"),
        ("指标", "P4", "没有列名", "D08"),
        ("指标", "G1", "指标类型", "D08"),
        ("指标", "N1", "分值", "D14"),
        ("指标", "F1", None, "D01"),
    ],
)
def test_a_slip_is_found_at_its_cell(
    edited: Callable[[Edit], Path], sheet: str, cell: str, value: object, code: str
) -> None:
    found = problems(edited(set_cell(sheet, cell, value)))
    place = "A1" if code == "D01" else cell
    assert (code, sheet, place) in found


def test_a_formula_among_the_points_is_the_only_thing_reported(edited: Callable[[Edit], Path]) -> None:
    assert problems(edited(set_cell("指标", "F3", "=5+5"))) == [("D06", "指标", "F3")]


def test_a_workbook_without_a_sheet_says_so_and_does_not_go_on_about_its_rows(
    edited: Callable[[Edit], Path],
) -> None:
    assert problems(edited(lambda book: book.remove(book["项目"]))) == [("D01", "项目", "")]


def test_a_workbook_without_any_project_is_not_taken_for_a_finished_one(
    edited: Callable[[Edit], Path],
) -> None:
    assert problems(edited(lambda book: book["项目"].delete_rows(2))) == [("D01", "项目", "A2")]


def test_a_sheet_that_is_not_ours_is_not_passed_over(edited: Callable[[Edit], Path]) -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("空表")
        book.create_sheet("指标(2)")["B2"] = "另一些指标"

    assert problems(edited(change)) == [("D08", "指标(2)", "")]


def test_two_projects_of_one_code_are_reported_once(edited: Callable[[Edit], Path]) -> None:
    def change(book: Workbook) -> None:
        book["项目"].append(["WL2026-001", "另一个项目", 2026])

    assert problems(edited(change)) == [("D03", "项目", "A3")]


def test_columns_may_stand_in_any_order_with_empty_rows_and_outer_blanks(
    edited: Callable[[Edit], Path], tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        sheet = book["指标"]
        sheet.move_range("F1:F9", cols=15)
        sheet.delete_cols(6)
        sheet.insert_rows(4)
        sheet["A5"] = f"  {sheet['A5'].value} "

    expected = load_projects([edited(lambda book: book)])
    assert load_projects([edited(change)]) == expected


def test_what_is_typed_as_a_per_cent_or_a_date_is_read_as_shown(edited: Callable[[Edit], Path]) -> None:
    def change(book: Workbook) -> None:
        set_cell("指标", "E2", 0.9, "0%")(book)
        set_cell("指标", "E8", 46112, 'yyyy"年"m"月"d"日"')(book)
        set_cell("指标", "J8", 0.85, "0%")(book)
        set_cell("指标", "F2", " 1\uff10 ")(book)
        set_cell("资金", "C2", "1,086.50")(book)

    (project,) = load_projects([edited(change)])
    first, dated = project.indicators[0], project.indicators[6]
    assert (first.target, first.points, dated.target, dated.ratio) == ("90%", 10, "2026年3月31日", 0.85)
    assert project.funds[0].initial == 1086.5


def test_text_that_looks_like_a_formula_stays_text_in_every_program(
    tmp_path: Path, libreoffice: ModuleType
) -> None:
    nasty = ("=1+1", "+1", "-1", "@x", "'x", "#N/A", "=HYPERLINK(1)")
    rows = tuple(Indicator(text, text, text, text, 1) for text in nasty)
    project = Project("=2+2", "=3+3", 2026, indicators=rows)
    written = tmp_path / "nasty.xlsx"
    write_workbook([project], written)
    (saved,) = libreoffice.recalculate([written], tmp_path / "saved")
    for path in (written, saved):
        (sourced,) = read_definitions(path).projects
        assert sourced.project == project
        assert all(cell.data_type != "f" for sheet in load_workbook(path) for row in sheet for cell in row)


def test_text_no_cell_can_hold_is_refused_rather_than_cut(tmp_path: Path) -> None:
    project = Project("1", "\x01" * 5000, 2026)
    with pytest.raises(DefinitionError) as caught:
        write_workbook([project], tmp_path / "long.xlsx")
    assert [(finding.code, finding.place.cell) for finding in caught.value.findings] == [("D15", "B2")]
    assert not list(tmp_path.iterdir())


def test_every_header_has_a_note_and_every_choice_a_dropdown(edited: Callable[[Edit], Path]) -> None:
    book = load_workbook(edited(lambda book: book))
    for table in TABLES:
        sheet = book[table.name]
        lists = {
            str(rule.sqref).split("2:")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation
        }
        assert [cell.value for cell in sheet[1]] == list(table.headers)
        for cell, column in zip(sheet[1], table.columns, strict=True):
            assert column.note in cell.comment.text
            assert (cell.column_letter in lists) == bool(column.choices)
            assert all(option in lists[cell.column_letter] for option in column.options())
            is_text = sheet.column_dimensions[cell.column_letter].number_format == "@"
            assert is_text == (column.holds == "text")
        assert sheet.freeze_panes == "A2"


def test_a_long_text_is_not_hidden_in_a_row_of_one_line(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    write_workbook([Project("1", "短", 2026), Project("2", "长", 2026, goal="字" * 300)], path)
    rows = load_workbook(path)["项目"].row_dimensions
    assert rows[3].height > 8 * rows[2].height
    assert b'customHeight="1"' not in ZipFile(path).read("xl/worksheets/sheet1.xml"), "Excel would not fit it"


def test_the_workbook_is_valid_open_xml(tmp_path: Path, validator: ModuleType) -> None:
    path = tmp_path / "samples.xlsx"
    write_workbook(load_projects(samples()), path)
    assert validator.validate([path]) == {path: []}
