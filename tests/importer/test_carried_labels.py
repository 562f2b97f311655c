"""Labels speak for the rows below them, under the first level they mean."""

from pathlib import Path

from support.typed_form import HEAD, HEADER, LEVELS, ROWS, TOTAL, Cells, N
from support.typed_imports import (
    doubts,
    import_typed,
    levels,
    relabelled,
)


def test_a_label_written_over_several_rows_is_one_label(tmp_path: Path) -> None:
    form = import_typed(
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


def test_labels_are_carried_down_and_put_under_the_first_level_they_mean(tmp_path: Path) -> None:
    rows: list[Cells] = [
        [N, "产出指标", "数量指标", "甲数", 10, 10, 30, 30],
        [N, "产出指标", "数量指标", "乙数", 20, 20, 10, 10],
        [N, N, "进度指标", "甲时", "12月底前", "12月", 10, 10],
        [N, N, "社会效益指标", "甲效", "得到提升", "有所提升", 30, 24, "还可提升"],
        [N, N, "服务对象满意度", "甲满意度", "≥90%", "95%", 10, 10],
    ]
    form = import_typed(tmp_path, [*HEAD, HEADER, *rows, TOTAL], merges=("B16:B18",))
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
    form = import_typed(tmp_path, [*HEAD, HEADER, *rows])
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
    form = import_typed(tmp_path, [*HEAD, HEADER, *rows, TOTAL])
    assert levels(form) == [
        *LEVELS[:2],
        ("成本指标", "成本指标"),
        ("成本指标", "社会成本指标"),
        *LEVELS[3:],
    ]


def test_first_levels_on_lines_of_their_own_head_their_rows(tmp_path: Path) -> None:
    rows: list[Cells] = [
        [N, "产出指标", N, N, N, N, 50],
        *([N, N, *row[2:]] for row in ROWS[:3]),
        [N, "效益指标(30分)"],
        [N, N, *ROWS[3][2:]],
        [N, "小计", N, N, N, N, 30, 24],
        ROWS[4],
    ]
    form = import_typed(tmp_path, [*HEAD, HEADER, *rows, TOTAL])
    assert levels(form) == LEVELS
    assert doubts(form) == []
