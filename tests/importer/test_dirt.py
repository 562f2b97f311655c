"""Typed forms as other bodies type them: other words, other order, torn rows; read, or doubted aloud."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from support.typed_form import HEAD, HEADER, LEVELS, ROWS, TOTAL, Cells, N, write_typed
from zpj.importer import Imported, import_forms
from zpj.model.project import TOTAL_FUND, Fund
from zpj.rules import load_profile

PROFILE = load_profile("beijing-2020")
FORM = [*HEAD, HEADER, *ROWS, TOTAL]
FIRST = len(HEAD) + 2
"""The line of the first indicator."""
LABELS = [(str(row[1]) if row[1] else N, str(row[2]) if row[2] else N) for row in ROWS]


def read(folder: Path, lines: Sequence[Cells], suffix: str = "xlsx") -> Imported:
    return import_forms(write_typed(folder / f"甲.{suffix}", lines), PROFILE)


def doubts(form: Imported) -> list[tuple[str, str]]:
    return [(found.code, found.place.cell) for found in form.findings if found.code != "I04"]


def figures(form: Imported) -> list[tuple[str, str, str, float, float | None, str]]:
    (project,) = form.projects
    return [(i.level3, i.target, i.actual, i.points, i.printed_score, i.reason) for i in project.indicators]


def levels(form: Imported) -> list[tuple[str, str]]:
    (project,) = form.projects
    return [(indicator.level1, indicator.level2) for indicator in project.indicators]


def relabelled(*labels: tuple[str | None, str | None]) -> list[Cells]:
    """The form with other labels on its rows."""
    rows: list[Cells] = [[N, *label, *row[3:]] for label, row in zip(labels, ROWS, strict=True)]
    return [*HEAD, HEADER, *rows, TOTAL]


@pytest.fixture(params=["xlsx", "docx", "txt"])
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize(
    "words",
    [
        ["具体指标", "预期指标值", "实际完成指标值", "分值(权重)", "自评分", "备注(偏差原因)"],
        [
            "三级指标及内容",
            "年初设定值",
            "全年实际完成情况",
            "权重分",
            "自评分数",
            "存在问题、原因及下一步改进措施",
        ],
        ["指标名称", "指标目标值", "指标完成值", "分值权重", "自评得分", "扣分原因"],
    ],
)
def test_columns_are_known_by_the_words_other_bodies_have_for_them(tmp_path: Path, words: Cells) -> None:
    form = read(tmp_path, [*HEAD, [*HEADER[:3], *words], *ROWS, TOTAL])
    assert figures(form) == figures(read(tmp_path, FORM))
    assert doubts(form) == []


def test_a_reason_cut_by_a_page_does_not_become_part_of_the_repeated_header(tmp_path: Path) -> None:
    rest: Cells = [*[N] * 8, "资金结余"]
    form = read(tmp_path, [*HEAD, HEADER, *ROWS[:3], HEADER, rest, *ROWS[3:], TOTAL])
    assert figures(form)[2][-1] == "结余较多\n资金结余"
    assert doubts(form) == [("I14", "I18")]


def test_a_row_on_two_lines_is_one_row_and_said_to_be(tmp_path: Path, suffix: str) -> None:
    rest: Cells = [N, N, N, "的后半", N, "及其他"]
    form = read(tmp_path, [*HEAD, HEADER, *ROWS[:2], rest, *ROWS[2:], TOTAL], suffix)
    assert len(figures(form)) == 5
    assert figures(form)[1][:3] == ("乙数的后半", "≥20人次", "25人次\n及其他")
    assert [code for code, _ in doubts(form)][:1] == ["I14"]


def test_an_indicator_without_points_is_not_taken_for_the_rest_of_another(tmp_path: Path) -> None:
    lost: Cells = [N, N, N, "丙数", "5场", "5场"]
    form = read(tmp_path, [*HEAD, HEADER, *ROWS[:2], lost, *ROWS[2:], TOTAL])
    assert figures(form)[1][0] == "乙数"
    assert doubts(form) == [("I01", f"D{FIRST + 2}")]


@pytest.mark.parametrize(
    "first",
    [
        "产出指标【50分】",
        "产出指标[50分]",
        "产出指标（权重50）",
        "产出指标\n（50%）",
        "产出指标：50分",
        "(一)产出指标(共50分)",
        "一、产出",
    ],
)
def test_a_first_level_is_known_with_its_points_and_number_in_any_style(tmp_path: Path, first: str) -> None:
    form = read(tmp_path, relabelled((first, "1.数量指标"), *LABELS[1:]))
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_both_levels_in_one_cell_are_two_labels(tmp_path: Path) -> None:
    form = read(
        tmp_path,
        relabelled(
            ("产出指标\n数量指标", N),
            (N, N),
            (N, "成本指标"),
            ("效益指标30分\n社会效益指标", N),
            ("满意度指标", N),
        ),
    )
    assert levels(form) == LEVELS


def test_a_label_written_over_several_rows_is_one_label(tmp_path: Path) -> None:
    form = read(
        tmp_path,
        relabelled(
            ("产出", "数量指"),
            ("指标", "标"),
            ("(50分)", "成本指标"),
            ("效益指标", "社会效益指标"),
            ("满意度指标", N),
        ),
    )
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_a_row_outside_the_merged_labels_is_doubted(tmp_path: Path) -> None:
    more: Cells = [N, N, N, "丙数", 5, 5, 0, 0]
    book = Workbook()
    for line in [*HEAD, HEADER, *ROWS[:2], more, *ROWS[2:], TOTAL]:
        book.worksheets[0].append(line)
    book.worksheets[0].merge_cells(f"C{FIRST}:C{FIRST + 1}")
    book.save(tmp_path / "甲.xlsx")
    form = import_forms(tmp_path / "甲.xlsx", PROFILE)
    assert levels(form)[2] == ("产出指标", "数量指标")
    assert ("I15", f"D{FIRST + 2}") in doubts(form)


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("数量指标", [N, N, N, "丙合格率", "≥90%", "95%", 10, 10]),
        ("数量指标", [N, N, N, "丙事", "达到要求", "达到要求", 10, 10]),
        ("数量指标", [N, N, N, "丙单价", "不超过5元", "5元", 10, 10]),
        ("数量指标", [N, N, N, "丙完成及时性", "3天内", "2天", 10, 10]),
    ],
)
def test_a_row_that_speaks_of_a_level_without_a_label_is_doubted(
    tmp_path: Path, label: str, row: Cells
) -> None:
    top: Cells = [N, "产出指标", label, "甲数", 10, 10, 40, 40]
    form = read(tmp_path, [*HEAD, HEADER, top, row, *ROWS[3:], TOTAL])
    assert levels(form)[1] == ("产出指标", "数量指标")
    assert ("I15", f"D{FIRST + 1}") in doubts(form)


def test_a_first_level_without_a_second_one_is_doubted(tmp_path: Path) -> None:
    form = read(tmp_path, relabelled(("产出指标", N), *LABELS[1:]))
    assert ("I15", f"D{FIRST}") in doubts(form)


def test_rows_beyond_the_printed_points_of_their_block_are_doubted(tmp_path: Path) -> None:
    form = read(tmp_path, relabelled(*LABELS[:3], (N, N), LABELS[4]))
    assert ("I15", f"D{FIRST + 3}") in doubts(form)


def test_points_may_be_weights_in_per_cent(tmp_path: Path, suffix: str) -> None:
    rows: list[Cells] = [[*row[:6], f"{row[6]}%", *row[7:]] for row in ROWS]
    form = read(tmp_path, [*HEAD, HEADER, *rows, TOTAL], suffix)
    assert figures(form) == figures(read(tmp_path, FORM))


def test_a_reason_that_is_only_a_number_moves_no_other_cell(tmp_path: Path) -> None:
    odd: Cells = [N, N, N, "乙事", "完成", "完成了", 10, 10, 0]
    form = read(tmp_path, [*HEAD, HEADER, ROWS[0], odd, *ROWS[2:], TOTAL])
    assert figures(form)[1] == ("乙事", "完成", "完成了", 10, 10, "0")


def test_a_number_of_a_shifted_row_is_no_label(tmp_path: Path) -> None:
    header: Cells = ["序号", *HEADER[1:]]
    rows: list[Cells] = [[N, N, number, *row[1:]] for number, row in enumerate(ROWS, 1)]
    form = read(tmp_path, [*HEAD, header, *rows, TOTAL])
    assert levels(form) == LEVELS


@pytest.mark.parametrize("name", ["合计", "总计", "总分", "总分发数", "合计人次"])
def test_an_indicator_named_like_a_total_is_an_indicator(tmp_path: Path, name: str) -> None:
    form = read(tmp_path, [*HEAD, HEADER, ROWS[0], [N, N, N, name, *ROWS[1][4:]], *ROWS[2:], TOTAL])
    assert [row[0] for row in figures(form)][1] == name
    assert form.printed_totals == (91,)


@pytest.mark.parametrize(
    "total",
    [
        ["自评得分合计", N, N, N, N, N, 100, 91],
        ["总评分", N, N, N, N, N, N, 91],
        ["综合得分", 91],
        ["总 分", N, N, N, N, N, N, N, "91分"],
        ["自评总得分：91分"],
    ],
)
def test_a_total_is_found_under_any_name_and_in_any_column(tmp_path: Path, suffix: str, total: Cells) -> None:
    form = read(tmp_path, [*HEAD, HEADER, *ROWS, total], suffix)
    assert form.printed_totals == (91,)
    assert len(figures(form)) == 5
    assert doubts(form) == []


def test_a_lone_figure_in_the_total_of_an_empty_form_is_its_points(tmp_path: Path) -> None:
    rows: list[Cells] = [[*row[:5], N, row[6]] for row in ROWS]
    assert read(tmp_path, [*HEAD, HEADER, *rows, ["总分", 100]]).printed_totals == (None,)


def test_the_fund_rows_are_known_by_other_words(tmp_path: Path) -> None:
    block: list[Cells] = [
        ["预算执行情况(万元)", N, N, "年初预算", "全年预算", "全年执行", "分值", "执行率", "得分"],
        [N, "年度资金总额：", N, 100, 80, 72, 10, "90%", 9],
        [N, "其中：当年财政拨款资金", N, 90, 70, 62, "-", "-", "-"],
        [N, "上年结转结余资金", N, 10, 10, 10, "-", "-", "-"],
        [N, "单位其他资金", N, "-", "-", "-", "-", "-", "-"],
    ]
    form = read(tmp_path, [*HEAD[:5], *block, *HEAD[10:], HEADER, *ROWS, TOTAL])
    assert form.projects[0].funds == (
        Fund(TOTAL_FUND, 100, 80, 72),
        Fund("当年财政拨款", 90, 70, 62),
        Fund("上年结转资金", 10, 10, 10),
        Fund("其他资金"),
    )
    assert doubts(form) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [
                ["年度总体目标完成情况", "年度预期目标", N, N, N, "全年实际完成情况"],
                [N, "做甲", N, N, N, "做了甲"],
            ],
            ("做甲", "做了甲"),
        ),
        ([["年度总体目标", "预期目标"], [N, "做甲"]], ("做甲", "")),
        ([["年度目标", "做甲"], ["完成情况", "做了甲"]], ("做甲", "做了甲")),
        ([["年度总体目标", "项目年度目标", N, N, N, "实际完成目标"], [N, "甲", N, N, N, "乙"]], ("甲", "乙")),
    ],
)
def test_goals_are_found_below_or_beside_their_labels(
    tmp_path: Path, suffix: str, lines: list[Cells], expected: tuple[str, str]
) -> None:
    form = read(tmp_path, [*HEAD[:10], *lines, HEADER, *ROWS, TOTAL], suffix)
    assert (form.projects[0].goal, form.projects[0].completion) == expected
    assert doubts(form) == []


@pytest.mark.parametrize("total", [[TOTAL], []])
def test_page_numbers_and_signatures_are_no_content(tmp_path: Path, total: list[Cells]) -> None:
    above: Cells = ["填报单位(盖章)", N, "甲局", N, N, "填报日期:2021年3月1日"]
    below: list[Cells] = [["填表人:", N, N, "审核人:"], ["联系人:甲", N, N, "联系电话:1"]]
    pages: list[Cells] = [["— 2 —"], ["2/3"]]
    form = read(tmp_path, [*HEAD[:2], above, *HEAD[2:], HEADER, *ROWS[:2], *pages, *ROWS[2:], *total, *below])
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_a_cover_that_lists_projects_does_not_name_this_one(tmp_path: Path) -> None:
    cover: list[Cells] = [["项目名称", "得分"], ["乙项目", 95]]
    assert read(tmp_path, [*cover, *FORM]).projects[0].name == "甲项目"


def test_blanks_in_place_of_a_tab_part_two_cells_of_a_text(tmp_path: Path) -> None:
    width = len(HEADER)
    lines = [
        "\t".join("" if c is None else str(c).replace("\n", "") for c in [*line, *[N] * (width - len(line))])
        for line in FORM
    ]
    lines[FIRST - 1] = lines[FIRST - 1].replace("甲数\t", "甲数    ")
    lines[11] = lines[11].replace("做好甲事", "做好  甲事")
    (tmp_path / "甲.txt").write_text("\n".join(lines), encoding="utf-8")
    form = import_forms(tmp_path / "甲.txt", PROFILE)
    assert figures(form) == figures(read(tmp_path, FORM))
    assert form.projects[0].goal == "做好  甲事"


def test_a_split_header_with_a_column_nobody_knows_is_a_header(tmp_path: Path) -> None:
    upper: Cells = ["绩效", "一级", "二级", "三级", "评分", "年度", "全年", "分", "得", "偏差原因分析"]
    lower: Cells = [
        "指标",
        "指标",
        "指标",
        "指标",
        "标准",
        "指标值(A)",
        "实际值(B)",
        "值",
        "分",
        "及改进措施",
    ]
    rows: list[Cells] = [[*row[:4], "按比例", *row[4:]] for row in ROWS]
    form = read(tmp_path, [*HEAD, upper, lower, *rows, TOTAL])
    assert figures(form) == figures(read(tmp_path, FORM))
    assert [code for code, _ in doubts(form)] == ["I07"]


def test_a_row_far_to_the_right_keeps_its_labels_as_labels(tmp_path: Path, suffix: str) -> None:
    first: Cells = [N, N, N, "产出指标(权重50)\n数量指标", N, "甲数", 300, 300, 10, 10, "甲因"]
    form = read(tmp_path, [*HEAD, HEADER, first, *ROWS[1:], TOTAL], suffix)
    assert levels(form) == LEVELS
    assert figures(form)[0] == ("甲数", "300", "300", 10, 10, "甲因")
