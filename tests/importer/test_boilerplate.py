"""Titles, page numbers and signatures are no content."""

from pathlib import Path

import pytest

from support.typed_form import HEAD, HEADER, LEVELS, ROWS, TOTAL, Cells, N
from support.typed_imports import (
    doubts,
    import_typed,
    levels,
)


@pytest.mark.parametrize("total", [[TOTAL], []])
def test_page_numbers_and_signatures_are_no_content(tmp_path: Path, total: list[Cells]) -> None:
    above: Cells = ["填报单位(盖章)", N, "甲局", N, N, "填报日期:2021年3月1日"]
    below: list[Cells] = [["填表人:", N, N, "审核人:"], ["联系人:甲", N, N, "联系电话:1"]]
    pages: list[Cells] = [["— 2 —"], ["2/3"]]
    form = import_typed(
        tmp_path, [*HEAD[:2], above, *HEAD[2:], HEADER, *ROWS[:2], *pages, *ROWS[2:], *total, *below]
    )
    assert levels(form) == LEVELS
    assert doubts(form) == []


def test_a_page_break_with_its_title_and_header_loses_nothing(tmp_path: Path) -> None:
    page: list[Cells] = [["项目支出绩效自评表(续表)"], ["第2页"], HEADER]
    form = import_typed(tmp_path, [*HEAD, HEADER, *ROWS[:2], *page, *ROWS[2:], TOTAL])
    assert levels(form) == LEVELS
    assert doubts(form) == []
