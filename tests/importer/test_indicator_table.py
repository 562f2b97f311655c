"""The rows of a table as people leave them behind: slid, repeated, half empty; nothing is lost."""

from pathlib import Path

import pytest

from support.typed_form import HEAD, HEADER, LEVELS, ROWS, TOTAL, Cells, N
from support.typed_imports import (
    FORM,
    doubts,
    figures,
    import_typed,
    indicators,
    levels,
)


@pytest.fixture(params=["xlsx", "docx", "txt"])
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


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
    form = import_typed(tmp_path, [*HEAD, HEADER, *ROWS[:2], line, *ROWS[3:], TOTAL])
    row = indicators(form)[2]
    assert levels(form) == LEVELS
    assert (row.level3, row.target, row.actual) == ("甲费", "80万元以内", "72万元")
    assert (row.points, row.printed_score, row.reason) == (10, 8, "结余较多")
    assert doubts(form) == []


def test_points_may_be_weights_in_per_cent(tmp_path: Path, suffix: str) -> None:
    rows: list[Cells] = [[*row[:6], f"{row[6]}%", *row[7:]] for row in ROWS]
    form = import_typed(tmp_path, [*HEAD, HEADER, *rows, TOTAL], suffix)
    assert figures(form) == figures(import_typed(tmp_path, FORM))


def test_a_reason_that_is_only_a_number_moves_no_other_cell(tmp_path: Path) -> None:
    odd: Cells = [N, N, N, "乙事", "完成", "完成了", 10, 10, 0]
    form = import_typed(tmp_path, [*HEAD, HEADER, ROWS[0], odd, *ROWS[2:], TOTAL])
    assert figures(form)[1] == ("乙事", "完成", "完成了", 10, 10, "0")


def test_a_number_of_a_shifted_row_is_no_label(tmp_path: Path) -> None:
    header: Cells = ["序号", *HEADER[1:]]
    rows: list[Cells] = [[N, N, number, *row[1:]] for number, row in enumerate(ROWS, 1)]
    form = import_typed(tmp_path, [*HEAD, header, *rows, TOTAL])
    assert levels(form) == LEVELS


def test_a_row_far_to_the_right_keeps_its_labels_as_labels(tmp_path: Path, suffix: str) -> None:
    first: Cells = [N, N, N, "产出指标(权重50)\n数量指标", N, "甲数", 300, 300, 10, 10, "甲因"]
    form = import_typed(tmp_path, [*HEAD, HEADER, first, *ROWS[1:], TOTAL], suffix)
    assert levels(form) == LEVELS
    assert figures(form)[0] == ("甲数", "300", "300", 10, 10, "甲因")


def test_a_line_without_a_place_is_reported_with_its_cell(tmp_path: Path) -> None:
    lost: Cells = [N, N, "质量指标", "丙质", "达标", "达标"]
    form = import_typed(tmp_path, [*HEAD, HEADER, ROWS[0], lost, [N, N, N, *ROWS[1][3:]], *ROWS[2:], TOTAL])
    assert len(indicators(form)) == 5
    assert indicators(form)[1].level2 == "质量指标"
    (found,) = [found for found in form.findings if found.code == "I01"]
    assert (found.place.form, found.place.sheet, found.place.cell) == ("甲", "Sheet", "C15")
    assert "丙质" in found.found


def test_what_is_beside_or_below_the_table_is_reported_and_notes_are_not(tmp_path: Path) -> None:
    below: list[Cells] = [["注:1.得分一档不超过分值。"], ["2.另附材料。"], [N, N, N, "丁数", 5, 5, 10, 10]]
    beside: Cells = [*ROWS[2], "批注"]
    form = import_typed(tmp_path, [*HEAD, HEADER, *ROWS[:2], beside, *ROWS[3:], TOTAL, *below])
    assert levels(form) == LEVELS
    assert doubts(form) == [("I01", "J16"), ("I01", "D22")]


def test_one_merged_reason_speaks_for_all_its_rows(tmp_path: Path) -> None:
    rows: list[Cells] = [[*ROWS[0], "同一原因"], *ROWS[1:]]
    form = import_typed(tmp_path, [*HEAD, HEADER, *rows, TOTAL], merges=("I14:I15",))
    assert [i.reason for i in indicators(form)[:3]] == ["同一原因", "同一原因", "结余较多"]


def test_dashes_say_nothing_and_words_stay(tmp_path: Path) -> None:
    rows: list[Cells] = [[*ROWS[0], "—"], [*ROWS[1], "无"], [*ROWS[2][:5], "-", *ROWS[2][6:]], *ROWS[3:]]
    form = import_typed(tmp_path, [*HEAD, HEADER, *rows, TOTAL])
    assert [i.reason for i in indicators(form)[:2]] == ["", "无"]
    assert indicators(form)[2].actual == ""
    assert doubts(form) == [("I08", "F16")]


def test_an_empty_form_is_a_form_without_values(tmp_path: Path) -> None:
    head = [*HEAD]
    sources = ("年度资金总额", "其中:财政拨款", "上年结转资金", "其他资金")
    head[6:10] = [list[str | float | None]((N, source)) for source in sources]
    rows: list[Cells] = [[*row[:5], N, row[6]] for row in ROWS]
    form = import_typed(tmp_path, [*head, HEADER, *rows, ["总分", N, N, N, N, N, 100]])
    assert levels(form) == LEVELS
    assert {(i.actual, i.printed_score, i.deduction, i.ratio) for i in indicators(form)} == {
        ("", None, None, None)
    }
    assert form.printed_totals == (None,)
    assert doubts(form) == []
