"""The indicator table: from the lines below a header to rows, a printed total, and what has no place."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zpj.importer.grid import Grid, GridCell, GridLine
from zpj.importer.recognise.boilerplate import is_note, is_signature, is_subtotal, is_title, is_total
from zpj.importer.recognise.cell_alignment import RowReading, lay_under
from zpj.importer.recognise.continued_rows import rest_of_row, with_rest
from zpj.importer.recognise.table_header import TableHeader, is_side
from zpj.importer.recognise.table_rows import HeadedReading, is_heading, is_indicator, read_rows
from zpj.importer.recognise.total_row import read_total
from zpj.importer.recognise.typed_form import PrintedFigure, TableColumn, TypedRow


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """What an indicator table says."""

    rows: tuple[TypedRow, ...] = ()
    points: PrintedFigure | None = None
    total: PrintedFigure | None = None
    unplaced: tuple[GridLine, ...] = ()
    """Lines, or cells of lines, that have no place in the table."""
    rests: tuple[GridLine, ...] = ()
    """Lines that went into the row above them."""


class _LaidOut(NamedTuple):
    """The lines of a table laid under their headers."""

    readings: tuple[HeadedReading, ...]
    unplaced: tuple[GridLine, ...]
    rests: tuple[GridLine, ...]


def read_table(grid: Grid, headers: Sequence[TableHeader], lines: Sequence[GridLine]) -> IndicatorTable:
    """The table below ``headers`` (more than one where a page break repeats the header)."""
    laid_out = _laid_under_headers(grid, headers, lines)
    rows = read_rows(grid, laid_out.readings)
    is_scored = any(row.indicator.printed_score is not None for row in rows)
    points, total = read_total(headers[-1], lines, is_scored=is_scored)
    return IndicatorTable(rows, points, total, laid_out.unplaced, laid_out.rests)


def _laid_under_headers(grid: Grid, headers: Sequence[TableHeader], lines: Sequence[GridLine]) -> _LaidOut:
    end = _last_row(lines)
    readings: list[HeadedReading] = []
    unplaced: list[GridLine] = []
    rests: list[GridLine] = []
    for line in lines:
        header = headers[bisect_right(headers, line[0].row, key=lambda header: header.top) - 1]
        if line[0].row <= header.bottom or _is_boilerplate(line):
            continue
        reading = lay_under(grid, header, line)
        if line[0].row > end:
            # Notes are prose; what looks like an indicator below the total is no note.
            unplaced += [line] if is_indicator(reading) else []
        elif whole := _continued(readings, header, line):
            readings[-1] = whole
            rests.append(line)
        else:
            readings.append(HeadedReading(header, reading))
            unplaced += _left_over(line, reading)
    return _LaidOut(tuple(readings), tuple(unplaced), tuple(rests))


def _continued(
    readings: Sequence[HeadedReading], header: TableHeader, line: GridLine
) -> HeadedReading | None:
    """The last of ``readings`` with the rest of it that ``line`` is; ``None`` where it is none."""
    if not readings or not is_indicator(readings[-1].reading):
        return None
    own, above = readings[-1]
    rest = rest_of_row(above, header, line, is_new_page=header is not own)
    return HeadedReading(own, with_rest(above, rest)) if rest else None


def _left_over(line: GridLine, reading: RowReading) -> list[GridLine]:
    """What of ``line`` has no place in the table."""
    if is_indicator(reading) or is_heading(reading):
        return [(cell,) for cell in (*reading.stray, *_unreadable_score(reading))]
    return [line]


def _last_row(lines: Sequence[GridLine]) -> float:
    """The row where the table is over: its last 总分, else the row above its first note."""
    totals = [line[0].row for line in lines if is_total(line)]
    notes = [line[0].row - 1 for line in lines if is_note(line[0]) or is_signature(line[0])]
    return totals[-1] if totals else notes[0] if notes else math.inf


def _is_boilerplate(line: GridLine) -> bool:
    """Whether ``line`` holds nothing to import: a total or subtotal, a page heading, dashes."""
    return (
        is_total(line)
        or any(is_subtotal(cell) for cell in line)
        or all(cell.is_nothing or is_side(cell) or is_title(cell) for cell in line)
    )


def _unreadable_score(reading: RowReading) -> tuple[GridCell, ...]:
    """The cells of the score column, if they hold something other than a number."""
    unreadable = reading.text(TableColumn.SCORE) and reading.number(TableColumn.SCORE) is None
    return reading.cells[TableColumn.SCORE] if unreadable else ()
