"""Typed forms as people leave them behind: shifted, split, repeated, half empty; nothing is lost."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from support.typed_form import HEAD, HEADER, LEVELS, ROWS, TOTAL, Cells, N
from zpj.importer import Imported, import_forms
from zpj.model.project import TOTAL_FUND, Fund, Indicator
from zpj.rules import load_profile

PROFILE = load_profile("beijing-2020")


def write(sheet: Worksheet, rows: list[Cells], down: int = 0, right: int = 0) -> None:
    for row, cells in enumerate(rows, 1 + down):
        for column, value in enumerate(cells, 1 + right):
            if value is not None:
                sheet.cell(row, column, value)


def imported(
    folder: Path, rows: list[Cells], merges: tuple[str, ...] = (), name: str = "甲.xlsx"
) -> Imported:
    book = Workbook()
    sheet = book.worksheets[0]
    write(sheet, rows)
    for merge in merges:
        sheet.merge_cells(merge)
    return saved(folder, book, name)


def saved(folder: Path, book: Workbook, name: str = "甲.xlsx") -> Imported:
    book.save(folder / name)
    return import_forms(folder / name, PROFILE)


def indicators(form: Imported) -> tuple[Indicator, ...]:
    (project,) = form.projects
    return project.indicators


def levels(form: Imported) -> list[tuple[str, str]]:
    return [(indicator.level1, indicator.level2) for indicator in indicators(form)]


def doubts(form: Imported) -> list[tuple[str, str]]:
    """Codes and cells of what is reported, deductions apart."""
    return [(found.code, found.place.cell) for found in form.findings if found.code != "I04"]


def test_a_tidy_form_is_read_whole_and_without_a_doubt(tmp_path: Path) -> None:
    form = imported(tmp_path, [*HEAD, HEADER, *ROWS, TOTAL])
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
    write(book.worksheets[0], [*HEAD, HEADER, *ROWS, TOTAL], down=7, right=4)
    form = saved(tmp_path, book)
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_columns_are_known_by_their_words_in_any_order(tmp_path: Path) -> None:
    order = (0, 3, 6, 7, 1, 2, 8, 5, 4)
    table = [[(*row, N, N)[column] for column in order] for row in (HEADER, *ROWS)]
    form = imported(tmp_path, [*HEAD, *table, TOTAL])
    assert levels(form) == LEVELS
    assert [i.level3 for i in indicators(form)] == ["甲数", "乙数", "甲费", "甲效", "甲满意度"]
    assert indicators(form)[1].target == "≥20人次"
    assert indicators(form)[2].reason == "结余较多"


@pytest.mark.parametrize(
    "line",
    [
        ["成本指标", "甲费", "80万元以内", "72万元", 10, 8, "结余较多"],
        [N, "成本指标", "甲费", "80万元以内", "72万元", 10, 8, "结余较多"],
        [N, "成本指标", N, "甲费", "80万元以内", "72万元", 10, 8, "结余较多"],
        [N, N, N, "成本指标", "甲费", "80万元以内", "72万元", 10, 8, "结余较多"],
        [N, N, "成本指标", "甲费", N, "80万元以内", "72万元", 10, 8, "结余较多"],
        [N, N, "成本指标", "甲", "费", "80万元以内", "72万元", 10, 8, "结余较多"],
    ],
)
def test_a_line_that_lost_or_gained_cells_is_put_right(tmp_path: Path, line: Cells) -> None:
    form = imported(tmp_path, [*HEAD, HEADER, *ROWS[:2], line, *ROWS[3:], TOTAL])
    row = indicators(form)[2]
    assert levels(form) == LEVELS
    assert (row.level3, row.target, row.actual) == ("甲费", "80万元以内", "72万元")
    assert (row.points, row.printed_score, row.reason) == (10, 8, "结余较多")
    assert doubts(form) == []


def test_a_third_level_in_two_columns_is_joined(tmp_path: Path) -> None:
    header = [*HEADER[:4], N, *HEADER[4:]]
    rows = [[*row[:3], "甲类", "数", *row[4:]] for row in ROWS]
    form = imported(tmp_path, [*HEAD, header, *rows, TOTAL], merges=("D13:E13",))
    assert {i.level3 for i in indicators(form)} == {"甲类数"}
    assert levels(form) == LEVELS


def test_a_header_split_over_two_rows_is_put_together(tmp_path: Path) -> None:
    upper: Cells = ["绩效", "一级", "二级", "三级", "年度", "全年", "分", "得", "偏差原因分析"]
    lower: Cells = ["指标", "指标", "指标", "指标", "指标值(A)", "实际值(B)", "值", "分", "及改进措施"]
    form = imported(tmp_path, [*HEAD, upper, lower, *ROWS, TOTAL])
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_a_and_b_below_the_header_words_are_no_row(tmp_path: Path) -> None:
    header = [*HEADER[:4], "年度指标值", "全年实际值", *HEADER[6:]]
    form = imported(tmp_path, [*HEAD, header, [N, N, N, N, "(A)", "(B)"], *ROWS, TOTAL])
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_a_page_break_with_its_title_and_header_loses_nothing(tmp_path: Path) -> None:
    page: list[Cells] = [["项目支出绩效自评表(续表)"], ["第2页"], HEADER]
    form = imported(tmp_path, [*HEAD, HEADER, *ROWS[:2], *page, *ROWS[2:], TOTAL])
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_labels_broken_by_blanks_and_lines_are_one_word(tmp_path: Path) -> None:
    rows: list[Cells] = [*ROWS[:4], [N, "满意\n度指 标（10分）", "服务对象\n满意 度指标", *ROWS[4][3:]]]
    header: Cells = ["绩效 指标", "一级\n指标", "二级 指标", "三级\n指标", *HEADER[4:]]
    form = imported(tmp_path, [*HEAD, header, *rows, TOTAL])
    assert levels(form) == LEVELS


def test_labels_are_carried_down_and_put_under_the_first_level_they_mean(tmp_path: Path) -> None:
    rows: list[Cells] = [
        [N, "产出指标", "数量指标", "甲数", 10, 10, 30, 30],
        [N, "产出指标", "数量指标", "乙数", 20, 20, 10, 10],
        [N, N, "进度指标", "甲时", "12月底前", "12月", 10, 10],
        [N, N, "社会效益指标", "甲效", "得到提升", "有所提升", 30, 24, "还可提升"],
        [N, N, "服务对象满意度", "甲满意度", "≥90%", "95%", 10, 10],
    ]
    form = imported(tmp_path, [*HEAD, HEADER, *rows, TOTAL], merges=("B16:B18",))
    assert levels(form) == [
        *LEVELS[:2],
        ("产出指标", "进度指标"),
        LEVELS[3],
        LEVELS[4],
    ]


def test_a_first_level_gets_the_name_the_rules_have_for_it(tmp_path: Path) -> None:
    rows: list[Cells] = [
        *ROWS[:3],
        [N, "效果指标", "经济效益指标", "丙效", "得到提升", "有所提升", 10, 8],
        [N, "产出指标", "质量指标", "丙质", "达标", "达标", 10, 8],
        [N, N, "社会效益指标", "甲效", "得到提升", "有所提升", 10, 8],
    ]
    form = imported(tmp_path, [*HEAD, HEADER, *rows])
    assert levels(form)[3:] == [
        ("效益指标", "经济效益指标"),
        ("产出指标", "质量指标"),
        ("效益指标", "社会效益指标"),
    ]


def test_a_cost_block_at_first_level_stays_one(tmp_path: Path) -> None:
    rows: list[Cells] = [
        *ROWS[:2],
        [N, "成本指标\n(10分)", N, "甲费", "80万元以内", "72万元", 5, 5],
        [N, N, "社会成本指标", "乙费", "8万元以内", "7万元", 5, 5],
        *ROWS[3:],
    ]
    form = imported(tmp_path, [*HEAD, HEADER, *rows, TOTAL])
    assert levels(form) == [
        *LEVELS[:2],
        ("成本指标", "成本指标"),
        ("成本指标", "社会成本指标"),
        *LEVELS[3:],
    ]


def test_a_form_without_a_satisfaction_block_is_a_form(tmp_path: Path) -> None:
    form = imported(tmp_path, [*HEAD, HEADER, *ROWS[:4], ["总分", N, N, N, N, N, 90, 81]])
    assert levels(form) == LEVELS[:4]
    assert doubts(form) == [("P01", "G18")]


def test_first_levels_on_lines_of_their_own_head_their_rows(tmp_path: Path) -> None:
    rows: list[Cells] = [
        [N, "产出指标", N, N, N, N, 50],
        *([N, N, *row[2:]] for row in ROWS[:3]),
        [N, "效益指标(30分)"],
        [N, N, *ROWS[3][2:]],
        [N, "小计", N, N, N, N, 30, 24],
        ROWS[4],
    ]
    form = imported(tmp_path, [*HEAD, HEADER, *rows, TOTAL])
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_a_line_without_a_place_is_reported_with_its_cell(tmp_path: Path) -> None:
    lost: Cells = [N, N, "质量指标", "丙质", "达标", "达标"]
    form = imported(tmp_path, [*HEAD, HEADER, ROWS[0], lost, [N, N, N, *ROWS[1][3:]], *ROWS[2:], TOTAL])
    assert len(indicators(form)) == 5
    assert indicators(form)[1].level2 == "质量指标"
    (found,) = [found for found in form.findings if found.code == "I01"]
    assert (found.place.form, found.place.sheet, found.place.cell) == ("甲", "Sheet", "C15")
    assert "丙质" in found.found


def test_what_is_beside_or_below_the_table_is_reported_and_notes_are_not(tmp_path: Path) -> None:
    below: list[Cells] = [["注:1.得分一档不超过分值。"], ["2.另附材料。"], [N, N, N, "丁数", 5, 5, 10, 10]]
    beside: Cells = [*ROWS[2], "批注"]
    form = imported(tmp_path, [*HEAD, HEADER, *ROWS[:2], beside, *ROWS[3:], TOTAL, *below])
    assert levels(form) == LEVELS
    assert doubts(form) == [("I01", "J16"), ("I01", "D22")]


def test_an_unknown_column_is_reported_once(tmp_path: Path) -> None:
    header: Cells = [*HEADER[:6], "评分标准", *HEADER[6:]]
    rows = [[*row[:6], "按比例", *row[6:]] for row in ROWS]
    form = imported(tmp_path, [*HEAD, header, *rows, TOTAL])
    assert levels(form) == LEVELS
    assert indicators(form)[2].reason == "结余较多"
    assert doubts(form) == [("I07", "G13")]


def test_unreadable_scores_and_money_are_reported_where_they_stand(tmp_path: Path) -> None:
    head = [*HEAD]
    head[6] = [N, "年度资金总额", N, "一百", 80, 72, 10, 0.9, 9]
    rows: list[Cells] = [*ROWS[:4], [*ROWS[4][:7], "优"]]
    form = imported(tmp_path, [*head, HEADER, *rows, TOTAL])
    assert doubts(form) == [("I01", "D7"), ("I01", "H18")]
    assert indicators(form)[4].printed_score is None


def test_numbers_are_read_as_they_are_typed(tmp_path: Path) -> None:
    head = [*HEAD]
    head[6] = [N, "年度资金总额", N, "１,０００.000000", "80万元", " 72 ", "10.00分", "90%", "9.00"]
    rows: list[Cells] = [[*row[:6], f"{row[6]}分", f"{row[7]:.2f}", *row[8:]] for row in ROWS]
    form = imported(tmp_path, [*head, HEADER, *rows, TOTAL])
    assert form.projects[0].fund(TOTAL_FUND) == Fund(TOTAL_FUND, 1000, 80, 72)
    assert [i.points for i in indicators(form)] == [30, 10, 10, 30, 10]
    assert doubts(form) == []


def test_money_in_yuan_becomes_wan_yuan(tmp_path: Path) -> None:
    head = [*HEAD]
    head[5] = ["项目资金(元)", *HEAD[5][1:]]
    head[6] = [N, "年度资金总额", N, 1_000_000, 800_000, 720_000, 10, 0.9, 9]
    form = imported(tmp_path, [*head, HEADER, *ROWS, TOTAL])
    assert form.projects[0].fund(TOTAL_FUND) == Fund(TOTAL_FUND, 100, 80, 72)


def test_markup_left_by_a_system_becomes_lines(tmp_path: Path) -> None:
    head = [*HEAD]
    head[11] = [N, "<p>1. 甲事;</p> <p>2.&nbsp;乙<b>事</b>。</p>", N, N, N, "甲<br/>a<b"]
    form = imported(tmp_path, [*head, HEADER, *ROWS, TOTAL])
    assert form.projects[0].goal == "1. 甲事;\n2. 乙事。"
    assert form.projects[0].completion == "甲\na<b"


def test_one_merged_reason_speaks_for_all_its_rows(tmp_path: Path) -> None:
    rows: list[Cells] = [[*ROWS[0], "同一原因"], *ROWS[1:]]
    form = imported(tmp_path, [*HEAD, HEADER, *rows, TOTAL], merges=("I14:I15",))
    assert [i.reason for i in indicators(form)[:3]] == ["同一原因", "同一原因", "结余较多"]


def test_dashes_say_nothing_and_words_stay(tmp_path: Path) -> None:
    rows: list[Cells] = [[*ROWS[0], "—"], [*ROWS[1], "无"], [*ROWS[2][:5], "-", *ROWS[2][6:]], *ROWS[3:]]
    form = imported(tmp_path, [*HEAD, HEADER, *rows, TOTAL])
    assert [i.reason for i in indicators(form)[:2]] == ["", "无"]
    assert indicators(form)[2].actual == ""
    assert doubts(form) == [("I08", "F16")]


def test_an_empty_form_is_a_form_without_values(tmp_path: Path) -> None:
    head = [*HEAD]
    sources = ("年度资金总额", "其中:财政拨款", "上年结转资金", "其他资金")
    head[6:10] = [list[str | float | None]((N, source)) for source in sources]
    rows: list[Cells] = [[*row[:5], N, row[6]] for row in ROWS]
    form = imported(tmp_path, [*head, HEADER, *rows, ["总分", N, N, N, N, N, 100]])
    assert levels(form) == LEVELS
    assert {(i.actual, i.printed_score, i.deduction, i.ratio) for i in indicators(form)} == {
        ("", None, None, None)
    }
    assert form.printed_totals == (None,)
    assert doubts(form) == []


def test_several_forms_on_one_sheet_and_on_several_sheets_are_several_projects(tmp_path: Path) -> None:
    book = Workbook()
    first: list[Cells] = [*HEAD, HEADER, *ROWS, TOTAL, ["注:略"], []]
    write(book.worksheets[0], [*first, *HEAD, HEADER, *ROWS[:4], ["总分", N, N, N, N, N, 90, 81]])
    write(book.create_sheet("乙"), [*HEAD, HEADER, *ROWS])
    write(book.create_sheet("说明"), [["本表由各单位填写"]])
    form = saved(tmp_path, book, "汇总 (终稿).xlsx")
    assert [project.code for project in form.projects] == ["汇总-终稿", "汇总-终稿-2", "汇总-终稿-3"]
    assert [len(project.indicators) for project in form.projects] == [5, 4, 5]
    assert [project.year for project in form.projects] == [2021] * 3
    assert form.printed_totals == (91, 81, None)
    assert [(f.code, f.place.form, f.place.sheet) for f in form.findings if f.code in ("I01", "I09")] == [
        ("I09", "", "说明")
    ]


def test_hidden_sheets_are_no_forms(tmp_path: Path) -> None:
    book = Workbook()
    write(book.worksheets[0], [*HEAD, HEADER, *ROWS, TOTAL])
    write(hidden := book.create_sheet("旧"), [*HEAD, HEADER, *ROWS, TOTAL])
    hidden.sheet_state = "hidden"
    assert len(saved(tmp_path, book).projects) == 1


def test_a_table_alone_is_read_and_what_it_lacks_is_said(tmp_path: Path) -> None:
    form = imported(tmp_path, [HEADER, *ROWS, TOTAL, HEADER, *ROWS, TOTAL])
    assert [len(project.indicators) for project in form.projects] == [5, 5]
    assert [(f.code, f.place.form) for f in form.findings if f.code == "I08"] == [
        ("I08", "甲"),
        ("I08", "甲"),
        ("I08", "甲-2"),
        ("I08", "甲-2"),
    ]


def test_the_head_of_a_form_cut_in_half_is_read(tmp_path: Path) -> None:
    form = imported(tmp_path, HEAD)
    assert form.projects[0].fund(TOTAL_FUND).budget == 80
    assert doubts(form) == [("D11", "A1")]


def test_a_file_without_a_form_says_so(tmp_path: Path) -> None:
    form = imported(tmp_path, [["序号", "姓名"], [1, "甲"]])
    assert form.projects == ()
    assert [found.code for found in form.findings] == ["I05"]


def test_lines_with_something_unknown_above_the_table_are_reported(tmp_path: Path) -> None:
    head: list[Cells] = [["附件3"], *HEAD[:5], ["项目类别", N, "延续性项目"], *HEAD[5:]]
    form = imported(tmp_path, [*head, HEADER, *ROWS, TOTAL])
    assert doubts(form) == [("I01", "A7")]
    assert form.projects[0].year == 2021
