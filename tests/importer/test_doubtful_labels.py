"""A row that may have lost its label stays where it is, and is reported."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from support.typed_form import HEAD, HEADER, ROWS, TOTAL, Cells, N
from support.typed_imports import (
    FIRST,
    PROFILE,
    doubts,
    import_typed,
    levels,
    relabelled,
)
from zpj.importer import import_forms

LABELS = [(str(row[1]) if row[1] else N, str(row[2]) if row[2] else N) for row in ROWS]


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
    form = import_typed(tmp_path, [*HEAD, HEADER, top, row, *ROWS[3:], TOTAL])
    assert levels(form)[1] == ("产出指标", "数量指标")
    assert ("I15", f"D{FIRST + 1}") in doubts(form)


def test_a_first_level_without_a_second_one_is_doubted(tmp_path: Path) -> None:
    form = import_typed(tmp_path, relabelled(("产出指标", N), *LABELS[1:]))
    assert ("I15", f"D{FIRST}") in doubts(form)


def test_rows_beyond_the_printed_points_of_their_block_are_doubted(tmp_path: Path) -> None:
    form = import_typed(tmp_path, relabelled(*LABELS[:3], (N, N), LABELS[4]))
    assert ("I15", f"D{FIRST + 3}") in doubts(form)
