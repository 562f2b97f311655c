"""A file of typed forms: where each begins and ends, and what is said of the rest."""

from pathlib import Path

from openpyxl import Workbook

from support.typed_form import HEAD, HEADER, LEVELS, ROWS, TOTAL, Cells, N
from support.typed_imports import (
    FORM,
    doubts,
    import_saved,
    import_typed,
    levels,
    write_lines,
)
from zpj.model.project import TOTAL_FUND, Fund


def test_a_tidy_form_is_read_whole_and_without_a_doubt(tmp_path: Path) -> None:
    form = import_typed(tmp_path, [*HEAD, HEADER, *ROWS, TOTAL])
    (project,) = form.projects
    assert doubts(form) == []
    assert (project.code, project.name, project.year) == ("甲", "甲项目", 2021)
    assert (project.department, project.unit, project.leader) == ("甲局", "甲中心", "")
    assert (project.goal, project.completion) == ("做好甲事", "做好了甲事")
    assert project.fund(TOTAL_FUND) == Fund(TOTAL_FUND, 100, 80, 72)
    assert project.funds[2] == Fund("上年结转资金")
    assert levels(form) == LEVELS
    assert [i.printed_score for i in project.indicators] == [30, 10, 8, 24, 10]
    assert form.printed_totals == (91,)


def test_a_whole_form_may_stand_anywhere_on_its_sheet(tmp_path: Path) -> None:
    book = Workbook()
    write_lines(book.worksheets[0], [*HEAD, HEADER, *ROWS, TOTAL], down=7, right=4)
    form = import_saved(tmp_path, book)
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_a_cover_that_lists_projects_does_not_name_this_one(tmp_path: Path) -> None:
    cover: list[Cells] = [["项目名称", "得分"], ["乙项目", 95]]
    assert import_typed(tmp_path, [*cover, *FORM]).projects[0].name == "甲项目"


def test_several_forms_on_one_sheet_and_on_several_sheets_are_several_projects(tmp_path: Path) -> None:
    book = Workbook()
    first: list[Cells] = [*HEAD, HEADER, *ROWS, TOTAL, ["注:略"], []]
    write_lines(book.worksheets[0], [*first, *HEAD, HEADER, *ROWS[:4], ["总分", N, N, N, N, N, 90, 81]])
    write_lines(book.create_sheet("乙"), [*HEAD, HEADER, *ROWS])
    write_lines(book.create_sheet("说明"), [["本表由各单位填写"]])
    form = import_saved(tmp_path, book, "汇总 (终稿).xlsx")
    assert [project.code for project in form.projects] == ["汇总-终稿", "汇总-终稿-2", "汇总-终稿-3"]
    assert [len(project.indicators) for project in form.projects] == [5, 4, 5]
    assert [project.year for project in form.projects] == [2021] * 3
    assert form.printed_totals == (91, 81, None)
    assert [(f.code, f.place.form, f.place.sheet) for f in form.findings if f.code in ("I01", "I09")] == [
        ("I09", "", "说明")
    ]


def test_hidden_sheets_are_no_forms(tmp_path: Path) -> None:
    book = Workbook()
    write_lines(book.worksheets[0], [*HEAD, HEADER, *ROWS, TOTAL])
    write_lines(hidden := book.create_sheet("旧"), [*HEAD, HEADER, *ROWS, TOTAL])
    hidden.sheet_state = "hidden"
    assert len(import_saved(tmp_path, book).projects) == 1


def test_a_table_alone_is_read_and_what_it_lacks_is_said(tmp_path: Path) -> None:
    form = import_typed(tmp_path, [HEADER, *ROWS, TOTAL, HEADER, *ROWS, TOTAL])
    assert [len(project.indicators) for project in form.projects] == [5, 5]
    assert [(f.code, f.place.form) for f in form.findings if f.code == "I08"] == [
        ("I08", "甲"),
        ("I08", "甲"),
        ("I08", "甲-2"),
        ("I08", "甲-2"),
    ]


def test_the_head_of_a_form_cut_in_half_is_read(tmp_path: Path) -> None:
    form = import_typed(tmp_path, HEAD)
    assert form.projects[0].fund(TOTAL_FUND).budget == 80
    assert doubts(form) == [("D11", "A1")]


def test_a_file_without_a_form_says_so(tmp_path: Path) -> None:
    form = import_typed(tmp_path, [["序号", "姓名"], [1, "甲"]])
    assert form.projects == ()
    assert [found.code for found in form.findings] == ["I05"]


def test_lines_with_something_unknown_above_the_table_are_reported(tmp_path: Path) -> None:
    head: list[Cells] = [["附件3"], *HEAD[:5], ["项目类别", N, "延续性项目"], *HEAD[5:]]
    form = import_typed(tmp_path, [*head, HEADER, *ROWS, TOTAL])
    assert doubts(form) == [("I01", "A7")]
    assert form.projects[0].year == 2021
