"""Tab or comma separated text as records: cells with the lines they stand on, wrapped lines put together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from intake.recognise import is_prose

_TABLE_LINE = 3
"""Fields that make a line part of a table rather than a sentence with a comma in it."""
_PADDED = 0.25
"""The share of table lines ending in a delimiter from which a file pads all lines to one length."""
_CELL = {
    # Quotes hold line breaks; but a tab inside them is a sign that the quote only begins a quoted word.
    "\t": re.compile(r'"(?P<quoted>(?:[^"\t]|"")*+)"(?=[\t\n]|\Z)|(?P<plain>[^\t\n]*)'),
    ",": re.compile(r'"(?P<quoted>(?:[^"]|"")*+)"(?=[,\n]|\Z)|(?P<plain>[^,\n]*)'),
}


class Cell(NamedTuple):
    """A text and the number of the line it begins on, counted from 1 as an editor does."""

    text: str
    line: int


Record = tuple[Cell, ...]
"""One line of the file, blank cells included; several lines where it is wrapped or a cell has line breaks."""


def records(text: str) -> tuple[Record, ...]:
    """The records of ``text`` in order, lines of nothing but blanks left out."""
    found = [record for record in _records(text, _delimiter(text)) if any(cell.text.strip() for cell in record)]
    return tuple(_rejoined(found))


def _delimiter(text: str) -> str:
    """Tab unless the commas plainly make the table."""
    lines = text.split("\n")

    def table_lines(delimiter: str) -> int:
        return sum(line.count(delimiter) >= _TABLE_LINE for line in lines)

    return "," if table_lines(",") > table_lines("\t") else "\t"


def _records(text: str, delimiter: str) -> Iterator[Record]:
    cell, position, line = _CELL[delimiter], 0, 1
    record: list[Cell] = []
    while position <= len(text):
        found = cell.match(text, position)
        assert found
        ...


def _rejoined(found: Sequence[Record]) -> Iterator[Record]:
    ...
