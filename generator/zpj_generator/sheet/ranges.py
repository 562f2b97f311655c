"""Cells gathered into ranges: H14 H15 H16 I7 is H14:H16 I7."""

from collections.abc import Iterable

from zpj.xlsx.references import Range


def gather(cells: Iterable[tuple[int, int]]) -> tuple[Range, ...]:
    """One range per run of neighbours in a column, columns left to right; ``cells`` are (row, column)."""
    columns: dict[int, list[int]] = {}
    for row, column in cells:
        columns.setdefault(column, []).append(row)
    areas: list[Range] = []
    for column, rows in sorted(columns.items()):
        rows.sort()
        first = last = rows[0]
        for row in rows:
            if row > last + 1:
                areas.append(Range(first, column, last, column))
                first = row
            last = row
        areas.append(Range(first, column, last, column))
    return tuple(areas)
