"""The indicator table: from the lines below a header to rows, a printed total, and what has no place."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from intake.grid import Grid, Line, Written
from intake.recognise.header import Header, is_side
from intake.recognise.levels import carry_down, is_first, is_second, label
from intake.recognise.slots import Slots, lay_under
from intake.recognise.typed import Column, Figure, Row
from intake.text import bare, is_nothing, join_lines, number, squeeze, tidy
from zpj.form import Indicator

_TOTAL = re.compile(r"(自评|合计)?总(得)?分(合计)?|合计|总计")
_SUBTOTAL = re.compile(r"(.{2,6}指标)?小计")
_TITLE = re.compile(r"[^注,。;:]*自评表(续表)?|续表|20\d\d年度?|第\d+页(共\d+页)?")
_NOTE = re.compile(r"(注|备注|说明|填[表报]说明)\d*[:.、].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Table:
    """What an indicator table says; ``unplaced`` are lines, or parts of lines, nobody could place."""

    rows: tuple[Row, ...]
    points: Figure | None
    total: Figure | None
    unplaced: tuple[Line, ...]


def is_total(line: Line) -> bool:
    """Whether ``line`` is the 总分 row; 绩效指标 may stand before it."""
    return any(_TOTAL.fullmatch(bare(cell.text).split(":")[0]) for cell in line[:2])


def is_title(cell: Written) -> bool:
    """Whether ``cell`` is a title or page heading, such as 项目支出绩效自评表 or (2020年度)."""
    return any(_TITLE.fullmatch(text) for text in (bare(cell.text), squeeze(cell.text).strip("()")))


def read_table(grid: Grid, headers: Sequence[Header], lines: Sequence[Line]) -> Table:
    """The table below ``headers`` (more than one where a page break repeats the header)."""
    end = _end(lines)
    slots: list[Slots] = []
    unplaced: list[Line] = []
    for line in lines:
        row_number = line[0].row
        header = [header for header in headers if header.top <= row_number][-1]
        if row_number <= header.bottom:
            continue
        row = lay_under(grid, header, line)
        if row_number >= end:
            unplaced += [line] if _is_indicator(row) and not is_total(line) else []
        elif _is_indicator(row) or _is_heading(row):
            slots.append(row)
            unplaced += [(cell,) for cell in (*row.stray, *_unreadable_score(row))]
        elif not _is_furniture(line):
            unplaced.append(line)
    points, total = _printed_total(headers, lines)
    return Table(tuple(_rows(slots)), points, total, tuple(unplaced))


def _end(lines: Sequence[Line]) -> float:
    """The row where the table is over: its last 总分, else the first note below it."""
    totals = [line[0].row for line in lines if is_total(line)]
    notes = [line[0].row for line in lines if _NOTE.fullmatch(squeeze(line[0].text))]
    return totals[-1] if totals else notes[0] if notes else math.inf


def _is_furniture(line: Line) -> bool:
    """Whether ``line`` holds nothing to import: a page heading, a subtotal, dashes."""
    return (
        is_total(line)
        or any(_SUBTOTAL.fullmatch(bare(cell.text)) for cell in line)
        or all(is_nothing(cell.text) or is_side(cell) or is_title(cell) for cell in line)
    )


def _is_indicator(row: Slots) -> bool:
    return row.number(Column.POINTS) is not None and row.has([Column.LEVEL3, Column.TARGET])


def _is_heading(row: Slots) -> bool:
    """A first or second level on a line of its own, perhaps with the points of its block."""
    names = [label(row.text(column)) for column in (Column.LEVEL1, Column.LEVEL2) if column in row.cells]
    others = set(row.cells) - {Column.LEVEL1, Column.LEVEL2, Column.POINTS, Column.SCORE}
    return bool(names) and not others and not row.stray and all(is_first(n) or is_second(n) for n in names)


def _unreadable_score(row: Slots) -> tuple[Written, ...]:
    """The cells of the score column, if they hold something other than a number."""
    unreadable = row.number(Column.SCORE) is None and row.has([Column.SCORE])
    return row.cells[Column.SCORE] if unreadable else ()


def _printed_total(headers: Sequence[Header], lines: Sequence[Line]) -> tuple[Figure | None, Figure | None]:
    """Points and score of the 总分 row: by their columns, else the last two numbers of the line."""
    line = next((line for line in reversed(lines) if is_total(line)), ())
    figures: dict[int, Figure] = {}
    for cell in line:
        value = number(squeeze(cell.text).rpartition(":")[2])
        if value is not None:
            figures[cell.column] = Figure(value, cell.place)
    by_column = {headers[-1].columns.get(column): figure for column, figure in figures.items()}
    if Column.SCORE in by_column or len(figures) < 2:
        return by_column.get(Column.POINTS), by_column.get(Column.SCORE)
    points, total = list(figures.values())[-2:]
    return points, total


def _rows(slots: Sequence[Slots]) -> Iterable[Row]:
    printed = [(label(row.text(Column.LEVEL1)), label(row.text(Column.LEVEL2))) for row in slots]
    for row, (level1, level2) in zip(slots, carry_down(printed), strict=True):
        if _is_indicator(row):
            indicator = _indicator(row)
            places = {column: cells[0].place for column, cells in row.cells.items()}
            yield Row(replace(indicator, level1=level1, level2=level2), places)


def _indicator(row: Slots) -> Indicator:
    return Indicator(
        level1="",
        level2="",
        level3=join_lines(row.text(Column.LEVEL3)),
        target=_said(row, Column.TARGET),
        points=row.number(Column.POINTS) or 0.0,
        actual=_said(row, Column.ACTUAL),
        reason=_said(row, Column.REASON),
        evidence=_said(row, Column.EVIDENCE),
        printed_score=row.number(Column.SCORE),
    )


def _said(row: Slots, column: Column) -> str:
    text = row.text(column)
    return "" if is_nothing(text) else tidy(text)

