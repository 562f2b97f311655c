"""Where objects lie over the cells."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from xml.etree.ElementTree import Element

from zpj.xlsx.model.sheet import Row, Sheet
from zpj.xlsx.references import LAST_COLUMN, LAST_ROW, Range
from zpj.xlsx.xml_tree import local_name

_EMU_A_POINT, _EMU_A_PIXEL = 12700, 9525
_PIXELS_A_CHARACTER, _PADDING = 7, 5
_USUAL_WIDTH = 8.43
_DIGITS = 18
_VML_NUMBERS = 8
_MEASURED = 4096
"""Rows or columns that are measured; what reaches beyond covers all that follow."""


def between(left: int, right: int, top: int, bottom: int) -> Range | None:
    """The cells from one to the other, all counted from 0; ``None`` outside of any sheet."""
    right, bottom = max(left, right), max(top, bottom)
    if not (left >= 0 and top >= 0 and right < LAST_COLUMN and bottom < LAST_ROW):
        return None
    return Range(top + 1, left + 1, bottom + 1, right + 1)


def vml_cells(text: str) -> Range | None:
    """The cells of an ``x:Anchor``: left column and offset, top row and offset, then right and bottom."""
    numbers = [_number(part) for part in text.split(",")]
    if len(numbers) != _VML_NUMBERS:
        return None
    left, _, top, _, right, right_offset, bottom, bottom_offset = numbers
    return between(left, right - (right_offset == 0), top, bottom - (bottom_offset == 0))


class Geometry:
    """How far from the corner of a sheet its rows and columns begin, in EMU; measured once, when asked."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    @cached_property
    def _columns(self) -> list[float]:
        sheet = self._sheet
        usual = sheet.defaults.column_width or _USUAL_WIDTH
        widths = {
            number: 0.0 if column.hidden else usual if column.width is None else column.width
            for column in sheet.columns
            for number in range(column.first, min(column.last, _MEASURED) + 1)
        }
        sizes = (widths.get(number, usual) for number in range(1, _MEASURED + 1))
        return _starts(
            (size * _PIXELS_A_CHARACTER + _PADDING) * _EMU_A_PIXEL if size else 0 for size in sizes
        )

    @cached_property
    def _rows(self) -> list[float]:
        usual, rows = self._sheet.defaults.row_height, self._sheet.rows
        known = (rows.get(number) for number in range(1, _MEASURED + 1))
        heights = (
            usual if row is None or row.height is None else row.height
            for row in (Row(0) if row is not None and row.hidden else row for row in known)
        )
        return _starts(height * _EMU_A_POINT for height in heights)

    def column_at(self, first: int, distance: int) -> int:
        """The column, from 0, that lies so far right of the left side of column ``first``."""
        return _place(self._columns, first, distance, LAST_COLUMN)

    def row_at(self, first: int, distance: int) -> int:
        """The row, from 0, that lies so far below the upper side of row ``first``."""
        return _place(self._rows, first, distance, LAST_ROW)


def _starts(sizes: Iterable[float]) -> list[float]:
    return list(accumulate(sizes, initial=0.0))


def _place(starts: list[float], first: int, distance: int, last: int) -> int:
    if first >= len(starts):
        return min(first, last - 1)
    place = max(first, bisect_left(starts, starts[first] + distance) - 1)
    # What reaches beyond all that was measured covers everything.
    return place if place < len(starts) - 1 else last - 1


def anchored_cells(anchor: Element, geometry: Geometry) -> Range | None:
    """The cells that an anchor of a drawing covers, or an ``anchor`` of a control.

    Where it gives a size instead of a second cell they follow from widths and heights, roughly.
    """
    found = {local_name(child.tag): child for child in anchor}
    start, end, size = found.get("from"), found.get("to"), found.get("ext")
    first = _marker(start) if start is not None else _at(found.get("pos"), geometry)
    if first is None:
        return None
    left, left_offset, top, top_offset = first
    if end is not None:
        right, right_offset, bottom, bottom_offset = _marker(end)
        return between(left, right - (right_offset == 0), top, bottom - (bottom_offset == 0))
    if size is None:
        return None
    width, height = (
        _number(size.get(name)) + offset for name, offset in (("cx", left_offset), ("cy", top_offset))
    )
    return between(left, geometry.column_at(left, width), top, geometry.row_at(top, height))


def _marker(element: Element) -> tuple[int, int, int, int]:
    values = {local_name(child.tag): _number(child.text) for child in element}
    return values.get("col", 0), values.get("colOff", 0), values.get("row", 0), values.get("rowOff", 0)


def _at(position: Element | None, geometry: Geometry) -> tuple[int, int, int, int] | None:
    if position is None:
        return None
    x, y = _number(position.get("x")), _number(position.get("y"))
    return geometry.column_at(0, x), 0, geometry.row_at(0, y), 0


def _number(text: str | None) -> int:
    """A whole number, as far as it goes: what is longer than any distance is the longest."""
    stripped = (text or "").strip()
    digits = stripped.lstrip("-")
    if not (digits.isascii() and digits.isdigit()):
        return 0
    size = int(digits) if len(digits) <= _DIGITS else 10**_DIGITS
    return -size if stripped.startswith("-") else size
