"""Tab or comma separated text as records of cells, each with its line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from zpj.xlsx import LIMITS
from zpj.xlsx.refusal import Measure, too_large

_TABLE_DELIMITERS = 3
"""Delimiters that make a line part of a table rather than a sentence with a comma in it."""
_CELL = {
    # Quotes hold line breaks. A tab inside them shows that the quote only begins a quoted word.
    "\t": re.compile(r'"((?:[^"\t]|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*)'),
    ",": re.compile(r'"((?:[^"]|"")*+)"(?=[,\n]|\Z)|([^,\n]*)'),
}


class TextCell(NamedTuple):
    """A text and the line it begins on, counted from 1 as an editor does."""

    text: str
    line: int


TextRecord = tuple[TextCell, ...]
"""The cells of one line, blank ones included; of several lines where a quoted cell has line breaks."""


def read_records(text: str) -> Iterator[TextRecord]:
    """Every line of ``text``, blank ones included. Refused with X04 where there are too many cells."""
    delimiter = _delimiter(text)
    if text.count(delimiter) + text.count("\n") > LIMITS.cells:
        too_large(Measure.CELLS, LIMITS.cells)
    cell, position, line = _CELL[delimiter], 0, 1
    record: list[TextCell] = []
    while position <= len(text) and (found := cell.match(text, position)):
        quoted, plain = found.groups()
        record.append(TextCell(plain if quoted is None else quoted.replace('""', '"'), line))
        line += found[0].count("\n")
        if text[found.end() : found.end() + 1] in ("\n", ""):
            yield tuple(record)
            record = []
            line += 1
        position = found.end() + 1


def _delimiter(text: str) -> str:
    """Tab, unless commas plainly make the table."""
    lines = text.split("\n")
    commas, tabs = (sum(line.count(mark) >= _TABLE_DELIMITERS for line in lines) for mark in ",\t")
    return "," if commas > tabs else "\t"
