"""The rows of an indicator table: lines laid under their header become indicators with both their levels."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zpj.importer.grid import Grid
from zpj.importer.recognise.carried_labels import LevelPair, carry_down, join_cut_labels
from zpj.importer.recognise.cell_alignment import RowReading
from zpj.importer.recognise.doubtful_labels import doubtful_rows
from zpj.importer.recognise.level_labels import block_points, is_level, label
from zpj.importer.recognise.table_header import TableHeader
from zpj.importer.recognise.typed_form import TableColumn, TypedRow
from zpj.importer.recognise.unlabelled_rows import LevelLine, place_unlabelled
from zpj.importer.typed_text import join_lines, tidy
from zpj.model.project import Indicator

_LABELS = frozenset({TableColumn.LEVEL1, TableColumn.LEVEL2})
_HEADING = _LABELS | {TableColumn.POINTS, TableColumn.SCORE}


class HeadedReading(NamedTuple):
    """A line laid under the header above it."""

    header: TableHeader
    reading: RowReading


def is_indicator(reading: RowReading) -> bool:
    """Whether a line is an indicator: it has points, and a name or a target."""
    named = reading.text(TableColumn.LEVEL3) or reading.text(TableColumn.TARGET)
    return bool(named) and reading.number(TableColumn.POINTS) is not None


def is_heading(reading: RowReading) -> bool:
    """Whether a line is a first or second level alone, perhaps with the points of its block."""
    return reading.cells.keys() <= _HEADING and _has_known_labels(reading) and not reading.stray


def read_rows(grid: Grid, readings: Sequence[HeadedReading]) -> tuple[TypedRow, ...]:
    """The indicators among ``readings``, labels carried down to them."""
    return tuple(_rows(_level_lines(grid, readings), [entry.reading for entry in readings]))


def _rows(lines: Sequence[LevelLine], readings: Sequence[RowReading]) -> Iterator[TypedRow]:
    placed, doubts = place_unlabelled(lines), doubtful_rows(lines)
    for index, (reading, line) in enumerate(zip(readings, lines, strict=True)):
        if line.points is not None:
            places = {column: cells[0].place for column, cells in reading.cells.items()}
            indicator = _indicator(reading, placed.get(index, line.levels), line.points)
            is_placed = index in placed
            yield TypedRow(indicator, places, is_placed, index in doubts and not is_placed)


def _level_lines(grid: Grid, readings: Sequence[HeadedReading]) -> list[LevelLine]:
    labels = [_printed_levels(entry.reading) for entry in readings]
    columns = (join_cut_labels([pair[level] for pair in labels]) for level in (0, 1))
    printed = [LevelPair(*pair) for pair in zip(*columns, strict=True)]
    return [
        _level_line(grid, entry, own, levels)
        for entry, own, levels in zip(readings, printed, carry_down(printed), strict=True)
    ]


def _level_line(grid: Grid, entry: HeadedReading, printed: LevelPair, levels: LevelPair) -> LevelLine:
    reading = entry.reading
    is_merged = _is_under_merged_label(grid, entry)
    return LevelLine(
        levels,
        any(printed) or is_merged,
        is_merged,
        block_points(printed.level1),
        reading.text(TableColumn.LEVEL3),
        reading.text(TableColumn.TARGET),
        reading.number(TableColumn.POINTS) if is_indicator(reading) else None,
    )


def _is_under_merged_label(grid: Grid, entry: HeadedReading) -> bool:
    """Whether a merged cell that begins further up labels the line."""
    row = next((cell.row for cells in entry.reading.cells.values() for cell in cells), 0)
    slots = (slot for slot in entry.header.slots if slot.column is TableColumn.LEVEL2)
    labels = (grid.cell_shown(row, slot.first) for slot in slots)
    return any(label and label.row < row for label in labels)


def _printed_levels(reading: RowReading) -> LevelPair:
    """The labels of a line; those of one that is no indicator only where they are labels beyond doubt."""
    if is_indicator(reading) or _has_known_labels(reading):
        return LevelPair(reading.text(TableColumn.LEVEL1), reading.text(TableColumn.LEVEL2))
    return LevelPair("", "")


def _has_known_labels(reading: RowReading) -> bool:
    names = [label(reading.text(column)) for column in _LABELS & reading.cells.keys()]
    return bool(names) and all(map(is_level, names))


def _indicator(reading: RowReading, levels: LevelPair, points: float) -> Indicator:
    return Indicator(
        levels.level1,
        levels.level2,
        join_lines(reading.text(TableColumn.LEVEL3)),
        tidy(reading.text(TableColumn.TARGET)),
        points,
        actual=tidy(reading.text(TableColumn.ACTUAL)),
        reason=tidy(reading.text(TableColumn.REASON)),
        evidence=tidy(reading.text(TableColumn.EVIDENCE)),
        printed_score=reading.number(TableColumn.SCORE),
    )
