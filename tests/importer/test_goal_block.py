"""The goals are found below or beside their labels, without stray markup."""

from pathlib import Path

import pytest

from support.typed_form import HEAD, HEADER, ROWS, TOTAL, Cells, N
from support.typed_imports import (
    doubts,
    import_typed,
)


@pytest.fixture(params=["xlsx", "docx", "txt"])
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


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
    form = import_typed(tmp_path, [*HEAD[:10], *lines, HEADER, *ROWS, TOTAL], suffix)
    assert (form.projects[0].goal, form.projects[0].completion) == expected
    assert doubts(form) == []


def test_markup_left_by_a_system_becomes_lines(tmp_path: Path) -> None:
    head = [*HEAD]
    head[11] = [N, "<p>1. 甲事;</p> <p>2.&nbsp;乙<b>事</b>。</p>", N, N, N, "甲<br/>a<b"]
    form = import_typed(tmp_path, [*head, HEADER, *ROWS, TOTAL])
    assert form.projects[0].goal == "1. 甲事;\n2. 乙事。"
    assert form.projects[0].completion == "甲\na<b"
