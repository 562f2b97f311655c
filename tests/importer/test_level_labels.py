"""The labels of levels are known whatever surrounds their names."""

from pathlib import Path

import pytest

from support.typed_form import HEAD, HEADER, LEVELS, ROWS, TOTAL, Cells, N
from support.typed_imports import (
    doubts,
    import_typed,
    levels,
    relabelled,
)

LABELS = [(str(row[1]) if row[1] else N, str(row[2]) if row[2] else N) for row in ROWS]


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
    form = import_typed(tmp_path, relabelled((first, "1.数量指标"), *LABELS[1:]))
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_both_levels_in_one_cell_are_two_labels(tmp_path: Path) -> None:
    form = import_typed(
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


def test_labels_broken_by_blanks_and_lines_are_one_word(tmp_path: Path) -> None:
    rows: list[Cells] = [*ROWS[:4], [N, "满意\n度指 标（10分）", "服务对象\n满意 度指标", *ROWS[4][3:]]]
    header: Cells = ["绩效 指标", "一级\n指标", "二级 指标", "三级\n指标", *HEADER[4:]]
    form = import_typed(tmp_path, [*HEAD, header, *rows, TOTAL])
    assert levels(form) == LEVELS
