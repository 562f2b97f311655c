"""The indicator table: from the lines below a header to rows, a printed total, and what has no place."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zpj.importer.grid import Grid, Line, Written
from zpj.importer.recognise.boilerplate import is_note, is_signature, is_subtotal, is_title, is_total
from zpj.importer.recognise.label_doubt import doubtful
from zpj.importer.recognise.levels import block_points, carry_down, is_first, is_second, label, put_together
from zpj.importer.recognise.printed_total import read_total
from zpj.importer.recognise.slid_cells import Reading, lay_under
from zpj.importer.recognise.split_rows import rest_of, with_rest
from zpj.importer.recognise.table_header import Header, is_side
from zpj.importer.recognise.typed_form import Column, Figure, Row
from zpj.importer.recognise.unlabelled_rows import LevelLine, Levels, place_unlabelled
from zpj.importer.typed_text import is_nothing, join_lines, tidy
from zpj.model.project import Indicator

_LABELS = frozenset({Column.LEVEL1, Column.LEVEL2})
_HEADING = _LABELS | {Column.POINTS, Column.SCORE}


@dataclass(frozen=True, slots=True)
class Table:
    """What an indicator table says; ``unplaced`` are lines, or cells of lines, that have no place in it.

    ``rests`` are lines that went into the row above them.
    """

    rows: tuple[Row, ...]
    points: Figure | None
    total: Figure | None
    unplaced: tuple[Line, ...]
    rests: tuple[Line, ...] = ()


def read_table(grid: Grid, headers: Sequence[Header], lines: Sequence[Line]) -> Table:
    """The table below ``headers`` (more than one where a page break repeats the header)."""
    end = _end(lines)
    readings: list[tuple[Header, Reading]] = []
    unplaced: list[Line] = []
    rests: list[Line] = []
    for line in lines:
        header = headers[bisect_right(headers, line[0].row, key=lambda header: header.top) - 1]
        if line[0].row <= header.bottom or _is_furniture(line):
            continue
        reading = lay_under(grid, header, line)
        if line[0].row > end:
            # Notes are prose; what looks like an indicator below the total is no note.
            unplaced += [line] if _is_indicator(reading) else []
        elif whole := _whole(readings, header, line):
            readings[-1] = whole
            rests.append(line)
        else:
            readings.append((header, reading))
            unplaced += _left_over(line, reading)
    rows = tuple(_rows(grid, readings))
    is_scored = any(row.indicator.printed_score is not None for row in rows)
    points, total = read_total(headers[-1], lines, is_scored)
    return Table(rows, points, total, tuple(unplaced), tuple(rests))


def _whole(
    readings: Sequence[tuple[Header, Reading]], header: Header, line: Line
) -> tuple[Header, Reading] | None:
    """The last of ``readings`` with the rest of it that ``line`` is; ``None`` where it is none."""
    if not readings or not _is_indicator(readings[-1][1]):
        return None
    own, above = readings[-1]
    rest = rest_of(above, header, line, is_new_page=header is not own)
    return (own, with_rest(above, rest)) if rest else None


def _left_over(line: Line, reading: Reading) -> list[Line]:
    """What of ``line`` has no place in the table."""
    if _is_indicator(reading) or _is_heading(reading):
        return [(cell,) for cell in (*reading.stray, *_unreadable_score(reading))]
    return [line]


def _end(lines: Sequence[Line]) -> float:
    """The row where the table is over: its last 总分, else what stands above its first note."""
    totals = [line[0].row for line in lines if is_total(line)]
    notes = [line[0].row - 1 for line in lines if is_note(line[0].text) or is_signature(line[0].text)]
    return totals[-1] if totals else notes[0] if notes else math.inf


def _is_furniture(line: Line) -> bool:
    """Whether ``line`` holds nothing to import: a total or subtotal, a page heading, dashes."""
    return (
        is_total(line)
        or any(is_subtotal(cell) for cell in line)
        or all(is_nothing(cell.text) or is_side(cell) or is_title(cell.text) for cell in line)
    )


def _is_indicator(reading: Reading) -> bool:
    named = reading.text(Column.LEVEL3) or reading.text(Column.TARGET)
    return bool(named) and reading.number(Column.POINTS) is not None


def _is_heading(reading: Reading) -> bool:
    """A first or second level on a line of its own, perhaps with the points of its block."""
    return reading.cells.keys() <= _HEADING and _has_known_labels(reading) and not reading.stray


def _has_known_labels(reading: Reading) -> bool:
    names = [label(reading.text(column)) for column in _LABELS & reading.cells.keys()]
    return bool(names) and all(is_first(name) or is_second(name) for name in names)


def _unreadable_score(reading: Reading) -> tuple[Written, ...]:
    """The cells of the score column, if they hold something other than a number."""
    unreadable = reading.text(Column.SCORE) and reading.number(Column.SCORE) is None
    return reading.cells[Column.SCORE] if unreadable else ()


def _rows(grid: Grid, readings: Sequence[tuple[Header, Reading]]) -> Iterator[Row]:
    printed = [_printed_levels(reading) for _, reading in readings]
    printed = [Levels(*labels) for labels in zip(*map(put_together, zip(*printed, strict=True)), strict=True)]
    lines = [
        _level_line(grid, header, reading, labels, Levels(*levels))
        for (header, reading), labels, levels in zip(readings, printed, carry_down(printed), strict=True)
    ]
    placed, doubts = place_unlabelled(lines), doubtful(lines)
    for index, ((_, reading), line) in enumerate(zip(readings, lines, strict=True)):
        if line.points is not None:
            places = {column: cells[0].place for column, cells in reading.cells.items()}
            levels = placed.get(index, line.levels)
            is_placed = index in placed
            is_doubtful = index in doubts and not is_placed
            yield Row(_indicator(reading, *levels, line.points), places, is_placed, is_doubtful)


def _level_line(grid: Grid, header: Header, reading: Reading, printed: Levels, levels: Levels) -> LevelLine:
    is_merged = _is_under_merged_label(grid, header, reading)
    return LevelLine(
        levels,
        any(printed) or is_merged,
        is_merged,
        block_points(printed.level1),
        reading.text(Column.LEVEL3),
        reading.text(Column.TARGET),
        reading.number(Column.POINTS) if _is_indicator(reading) else None,
    )


def _is_under_merged_label(grid: Grid, header: Header, reading: Reading) -> bool:
    """Whether a merged cell that begins further up labels the line."""
    row = next((cell.row for cells in reading.cells.values() for cell in cells), 0)
    labels = (grid.read(row, slot.first) for slot in header.slots if slot.column is Column.LEVEL2)
    return any(label and label.row < row for label in labels)


def _printed_levels(reading: Reading) -> Levels:
    """The labels of a line; those of one that is no indicator only where they are labels beyond doubt."""
    if _is_indicator(reading) or _has_known_labels(reading):
        return Levels(reading.text(Column.LEVEL1), reading.text(Column.LEVEL2))
    return Levels("", "")


def _indicator(reading: Reading, level1: str, level2: str, points: float) -> Indicator:
    return Indicator(
        level1,
        level2,
        join_lines(reading.text(Column.LEVEL3)),
        tidy(reading.text(Column.TARGET)),
        points,
        actual=tidy(reading.text(Column.ACTUAL)),
        reason=tidy(reading.text(Column.REASON)),
        evidence=tidy(reading.text(Column.EVIDENCE)),
        printed_score=reading.number(Column.SCORE),
    )
