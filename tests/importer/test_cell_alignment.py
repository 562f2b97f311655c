"""A table line whose cells slid to one side is read as if they had not, and a blank cell stays blank."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from zpj.importer.grid import Grid, GridCell, GridLine
from zpj.importer.recognise.cell_alignment import lay_under
from zpj.importer.recognise.table_header import TableHeader, read_headers
from zpj.importer.recognise.typed_form import TableColumn
from zpj.model.findings import Place

HEADER = {
    1: "绩效指标",
    2: "一级指标",
    3: "二级指标",
    4: "三级指标",
    5: "年度指标值(A)",
    6: "全年实际值(B)",
    7: "分值",
    8: "得分",
    9: "偏差原因分析及改进措施",
}
ROWS = {
    "bare numbers": {4: "甲数", 5: "154", 6: "150", 7: "5.00", 8: "4.87"},
    "second level": {3: "质量指标", 4: "甲率", 5: "≥90%", 6: "95%", 7: "5.00", 8: "4.00", 9: "结余较多"},
    "both levels": {2: "产出指标\n(50分)", 3: "数量指标", 4: "甲次", 5: "4", 6: "7", 7: "30", 8: "30"},
    "cost": {3: "成本指标", 4: "甲费", 5: "80万元以内", 6: "72万元", 7: "10", 8: "8", 9: "结余较多"},
    "named like a level": {
        2: "满意度指标",
        3: "服务对象满意度指标",
        4: "对象满意度",
        5: "90%",
        6: "96%",
        7: "10",
        8: "10",
    },
    "words": {
        3: "社会效益指标",
        4: "甲效",
        5: "得到提升",
        6: "有所提升",
        7: "30.00",
        8: "24.00",
        9: "还可提升",
    },
}
VALUES = (
    TableColumn.LEVEL3,
    TableColumn.TARGET,
    TableColumn.ACTUAL,
    TableColumn.POINTS,
    TableColumn.SCORE,
    TableColumn.REASON,
)


def line(row: int, cells: dict[int, str]) -> GridLine:
    return tuple(GridCell(row, column, text, Place(cell=f"{row}:{column}")) for column, text in cells.items())


@pytest.fixture(scope="module")
def header() -> TableHeader:
    (header,) = read_headers(Grid.of("", line(1, HEADER)))
    return header


def read(header: TableHeader, cells: GridLine) -> tuple[dict[TableColumn, str], tuple[str, ...]]:
    reading = lay_under(Grid.of("", cells), header, cells)
    return {column: reading.text(column) for column in VALUES}, tuple(cell.text for cell in reading.stray)


def slid(cells: GridLine) -> Iterator[GridLine]:
    """Every way one slip moves cells: all of them, the first one, or all from some cell on."""
    for shift in (-2, -1, 1, 2):
        if cells[0].column + shift > 0:
            yield tuple(replace(cell, column=cell.column + shift) for cell in cells)
    for shift in range(1, cells[0].column):
        yield (replace(cells[0], column=cells[0].column - shift), *cells[1:])
    for start in range(1, len(cells)):
        yield cells[:start] + tuple(replace(cell, column=cell.column + 1) for cell in cells[start:])


@pytest.mark.parametrize("cells", ROWS.values(), ids=ROWS)
def test_a_line_where_cells_slid_reads_as_the_straight_one(
    header: TableHeader, cells: dict[int, str]
) -> None:
    straight = line(2, cells)
    for moved in slid(straight):
        assert read(header, moved) == read(header, straight), [cell.column for cell in moved]


@pytest.mark.parametrize("cells", ROWS.values(), ids=ROWS)
def test_a_straight_line_reads_by_its_columns_whatever_is_left_blank(
    header: TableHeader, cells: dict[int, str]
) -> None:
    for blank in (None, 5, 6, 7, 8):
        kept = {column: text for column, text in cells.items() if column != blank}
        values, stray = read(header, line(2, kept))
        assert list(values.values()) == [kept.get(column, "") for column in range(4, 10)]
        assert stray == ()


def test_a_cell_beside_a_full_line_is_left_over_and_moves_nothing(header: TableHeader) -> None:
    values, stray = read(header, line(2, ROWS["cost"] | {10: "批注"}))
    assert values[TableColumn.REASON] == "结余较多"
    assert stray == ("批注",)


def test_a_line_far_wider_than_any_form_is_left_over(header: TableHeader) -> None:
    values, stray = read(header, line(2, dict.fromkeys(range(1, 100), "1")))
    assert not any(values.values())
    assert len(stray) == 99
