"""Row heights from text: merged and wrapped cells do not fit themselves, so their lines are counted.

Excel draws at most 409 points per row. A text that needs more gets several rows, merged into one cell.
"""

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

LINE = 13.5
"""Points per line of the 10-point body font."""
PADDING = 6.0
TALLEST_ROW = 400.0
FILL = 0.98
"""Share of a column's characters that a line really uses; words do not break at the last character."""


class Text(NamedTuple):
    """A text and the width of the cell it stands in, in characters."""

    text: str
    width: float


def row_heights(
    texts: Iterable[tuple[str, float]], *, least: float, count: int | None = None
) -> tuple[float, ...]:
    """Heights of the sheet rows for one row of the form: one, or more where Excel's tallest is too low.

    With ``count`` there are so many, each as tall as it may be at most, whatever the texts need.
    """
    height = max(least, max(map(lines, texts), default=0) * LINE + PADDING)
    rows = count or ceil(height / TALLEST_ROW)
    return (min(round(height / rows, 1), TALLEST_ROW),) * rows


def lines(text: tuple[str, float]) -> int:
    """How many lines ``text`` wraps to; none when there is no text."""
    written, width = text
    if not written:
        return 0
    room = max(1.0, width * FILL - 1)
    if "\n" not in written:
        return 1 if 2 * len(written) <= room else ceil(display_width(written) / room)
    return sum(max(1, ceil(display_width(line) / room)) for line in written.split("\n"))


def display_width(text: str) -> int:
    """Columns a text takes on screen: two for what Chinese fonts draw wide, one for the rest.

    The Chinese character sets give just that many bytes to either; a rarer character counts four.
    """
    return len(text) if text.isascii() else len(text.encode("gb18030", "replace"))
