"""The total is found under any name, and an indicator of that name is none."""

from pathlib import Path

import pytest

from support.typed_form import HEAD, HEADER, LEVELS, ROWS, TOTAL, Cells, N
from support.typed_imports import (
    doubts,
    figures,
    import_typed,
    levels,
)


@pytest.fixture(params=["xlsx", "docx", "txt"])
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("name", ["合计", "总计", "总分", "总分发数", "合计人次"])
def test_an_indicator_named_like_a_total_is_an_indicator(tmp_path: Path, name: str) -> None:
    form = import_typed(tmp_path, [*HEAD, HEADER, ROWS[0], [N, N, N, name, *ROWS[1][4:]], *ROWS[2:], TOTAL])
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
    form = import_typed(tmp_path, [*HEAD, HEADER, *ROWS, total], suffix)
    assert form.printed_totals == (91,)
    assert len(figures(form)) == 5
    assert doubts(form) == []


def test_a_lone_figure_in_the_total_of_an_empty_form_is_its_points(tmp_path: Path) -> None:
    rows: list[Cells] = [[*row[:5], N, row[6]] for row in ROWS]
    assert import_typed(tmp_path, [*HEAD, HEADER, *rows, ["总分", 100]]).printed_totals == (None,)


def test_a_form_without_a_satisfaction_block_is_a_form(tmp_path: Path) -> None:
    form = import_typed(tmp_path, [*HEAD, HEADER, *ROWS[:4], ["总分", N, N, N, N, N, 90, 81]])
    assert levels(form) == LEVELS[:4]
    assert doubts(form) == [("P01", "G18")]
