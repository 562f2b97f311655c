"""Where objects lie over the cells."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from zpj.xlsx.model.sheet import Sheet
from zpj.xlsx.references import LAST_COLUMN, LAST_ROW, Range
from zpj.xlsx.xml_tree import local_name

_EMU_A_POINT, _EMU_A_PIXEL = 12700, 9525
_PIXELS_A_CHARACTER, _PADDING = 7, 5
_USUAL_WIDTH = 8.43
_STEPS = 2000
"""Rows or columns that are measured one by one; what is longer covers all."""


def between(left: int, right: int, top: int, bottom: int) -> Range | None:
    """The cells from one to the other, all counted from 0; ``None`` outside of any sheet."""
    right, bottom = max(left, right), max(top, bottom)
    if not (left >= 0 and top >= 0 and right < LAST_COLUMN and bottom < LAST_ROW):
        return None
    return Range(top + 1, left + 1, bottom + 1, right + 1)


def vml_cells(text: str) -> Range | None:
    """The cells of an ``x:Anchor``: left column and offset, top row and offset, then right and bottom."""
    numbers = [int(part) for part in text.split(",") if part.strip().lstrip("-").isdecimal()]
    if len(numbers) != len(("column", "offset", "row", "offset")) * 2:
        return None
    left, _, top, _, right, right_offset, bottom, bottom_offset = numbers
    return between(left, right - (right_offset == 0), top, bottom - (bottom_offset == 0))


def anchored_cells(anchor: Element, sheet: Sheet) -> Range | None:
    """The cells that an anchor of a drawing covers, or an ``anchor`` of a control.

    Where it gives a size instead of a second cell they follow from widths and heights, roughly.
    """
    found = {local_name(child.tag): child for child in anchor}
    start, end, size = found.get("from"), found.get("to"), found.get("ext")
    first = _marker(start) if start is not None else _at(found.get("pos"), sheet)
    if first is None:
        return None
    left, left_offset, top, top_offset = first
    if end is not None:
        last = _marker(end)
        if last is None:
            return None
        right, right_offset, bottom, bottom_offset = last
        return between(left, right - (right_offset == 0), top, bottom - (bottom_offset == 0))
    if size is None:
        return None
    width, height = (
        _number(size.get(name)) + offset for name, offset in (("cx", left_offset), ("cy", top_offset))
    )
    return between(left, _column_at(left, width, sheet), top, _row_at(top, height, sheet))


def _marker(element: Element) -> tuple[int, int, int, int] | None:
    values = {local_name(child.tag): _number(child.text) for child in element}
    return values.get("col", 0), values.get("colOff", 0), values.get("row", 0), values.get("rowOff", 0)


def _at(position: Element | None, sheet: Sheet) -> tuple[int, int, int, int] | None:
    if position is None:
        return None
    x, y = _number(position.get("x")), _number(position.get("y"))
    return _column_at(0, x, sheet), 0, _row_at(0, y, sheet), 0


def _number(text: str | None) -> int:
    stripped = (text or "").strip()
    digits = stripped.lstrip("-")
    return int(stripped) if digits.isascii() and digits.isdigit() and len(digits) < len(str(1 << 62)) else 0


def _column_at(first: int, distance: int, sheet: Sheet) -> int:
    """The column, from 0, that lies ``distance`` EMU right of the left side of column ``first``."""
    usual = sheet.defaults.column_width or _USUAL_WIDTH
    widths = {number: column for column in sheet.columns for number in _numbers(column.first, column.last)}

    def size(column: int) -> float:
        found = widths.get(column + 1)
        if found is not None and found.hidden:
            return 0
        characters = usual if found is None or found.width is None else found.width
        return (characters * _PIXELS_A_CHARACTER + _PADDING) * _EMU_A_PIXEL

    return _walk(first, distance, [size(column) for column in range(first, first + _STEPS)], LAST_COLUMN)


def _row_at(first: int, distance: int, sheet: Sheet) -> int:
    def size(row: int) -> float:
        found = sheet.rows.get(row + 1)
        if found is not None and found.hidden:
            return 0
        height = sheet.defaults.row_height if found is None or found.height is None else found.height
        return height * _EMU_A_POINT

    return _walk(first, distance, [size(row) for row in range(first, first + _STEPS)], LAST_ROW)


def _numbers(first: int, last: int) -> range:
    return range(first, min(last, first + _STEPS) + 1)


def _walk(first: int, distance: int, sizes: Sequence[float], last: int) -> int:
    for index, size in enumerate(sizes):
        distance -= int(size)
        if distance <= 0:
            return min(first + index, last - 1)
    return last - 1
