"""The header of a table is known by its words, in any order, split or not."""

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
    form = import_typed(tmp_path, [*HEAD, [*HEADER[:3], *words], *ROWS, TOTAL])
    assert figures(form) == figures(import_typed(tmp_path, FORM))
    assert doubts(form) == []


def test_columns_are_known_by_their_words_in_any_order(tmp_path: Path) -> None:
    order = (0, 3, 6, 7, 1, 2, 8, 5, 4)
    table = [[(*row, N, N)[column] for column in order] for row in (HEADER, *ROWS)]
    form = import_typed(tmp_path, [*HEAD, *table, TOTAL])
    assert levels(form) == LEVELS
    assert [i.level3 for i in indicators(form)] == ["甲数", "乙数", "甲费", "甲效", "甲满意度"]
    assert indicators(form)[1].target == "≥20人次"
    assert indicators(form)[2].reason == "结余较多"


def test_a_header_split_over_two_rows_is_put_together(tmp_path: Path) -> None:
    upper: Cells = ["绩效", "一级", "二级", "三级", "年度", "全年", "分", "得", "偏差原因分析"]
    lower: Cells = ["指标", "指标", "指标", "指标", "指标值(A)", "实际值(B)", "值", "分", "及改进措施"]
    form = import_typed(tmp_path, [*HEAD, upper, lower, *ROWS, TOTAL])
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_a_and_b_below_the_header_words_are_no_row(tmp_path: Path) -> None:
    header = [*HEADER[:4], "年度指标值", "全年实际值", *HEADER[6:]]
    form = import_typed(tmp_path, [*HEAD, header, [N, N, N, N, "(A)", "(B)"], *ROWS, TOTAL])
    assert levels(form) == LEVELS
    assert doubts(form) == []


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
    form = import_typed(tmp_path, [*HEAD, upper, lower, *rows, TOTAL])
    assert figures(form) == figures(import_typed(tmp_path, FORM))
    assert [code for code, _ in doubts(form)] == ["I07"]


def test_an_unknown_column_is_reported_once(tmp_path: Path) -> None:
    header: Cells = [*HEADER[:6], "评分标准", *HEADER[6:]]
    rows = [[*row[:6], "按比例", *row[6:]] for row in ROWS]
    form = import_typed(tmp_path, [*HEAD, header, *rows, TOTAL])
    assert levels(form) == LEVELS
    assert indicators(form)[2].reason == "结余较多"
    assert doubts(form) == [("I07", "G13")]


def test_a_third_level_in_two_columns_is_joined(tmp_path: Path) -> None:
    header = [*HEADER[:4], N, *HEADER[4:]]
    rows = [[*row[:3], "甲类", "数", *row[4:]] for row in ROWS]
    form = import_typed(tmp_path, [*HEAD, header, *rows, TOTAL], merges=("D13:E13",))
    assert {i.level3 for i in indicators(form)} == {"甲类数"}
    assert levels(form) == LEVELS
