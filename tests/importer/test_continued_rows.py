"""A row cut in two by a page is one row, and what is none is not taken for its rest."""

from pathlib import Path

import pytest

from support.typed_form import HEAD, HEADER, ROWS, TOTAL, Cells, N
from support.typed_imports import (
    FIRST,
    doubts,
    figures,
    import_typed,
)


@pytest.fixture(params=["xlsx", "docx", "txt"])
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_reason_cut_by_a_page_does_not_become_part_of_the_repeated_header(tmp_path: Path) -> None:
    rest: Cells = [*[N] * 8, "资金结余"]
    form = import_typed(tmp_path, [*HEAD, HEADER, *ROWS[:3], HEADER, rest, *ROWS[3:], TOTAL])
    assert figures(form)[2][-1] == "结余较多\n资金结余"
    assert doubts(form) == [("I14", "I18")]


def test_a_row_on_two_lines_is_one_row_and_said_to_be(tmp_path: Path, suffix: str) -> None:
    rest: Cells = [N, N, N, "的后半", N, "及其他"]
    form = import_typed(tmp_path, [*HEAD, HEADER, *ROWS[:2], rest, *ROWS[2:], TOTAL], suffix)
    assert len(figures(form)) == 5
    assert figures(form)[1][:3] == ("乙数的后半", "≥20人次", "25人次\n及其他")
    assert [code for code, _ in doubts(form)][:1] == ["I14"]


def test_an_indicator_without_points_is_not_taken_for_the_rest_of_another(tmp_path: Path) -> None:
    lost: Cells = [N, N, N, "丙数", "5场", "5场"]
    form = import_typed(tmp_path, [*HEAD, HEADER, *ROWS[:2], lost, *ROWS[2:], TOTAL])
    assert figures(form)[1][0] == "乙数"
    assert doubts(form) == [("I01", f"D{FIRST + 2}")]
