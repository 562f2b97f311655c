"""Cell references: A1 text to (row, column), 1-based, and back; ranges that are never expanded."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
REMEMBERED = 1 << 14
"""Cells whose names are remembered: the forms of one batch are written in the same ones."""

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """``"A"`` is 1, ``"XFD"`` is 16384. ``ValueError`` for anything beyond."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1
        if number > LAST_COLUMN:
            break
    if not 1 <= number <= LAST_COLUMN:
        raise ValueError(letters)
    return number


def column_letters(column: int) -> str:
    """1 is ``"A"``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class _Letters(dict[int, str]):
    """The letters of the columns asked for so far: a form is written in the same few."""

    def __missing__(self, column: int) -> str:
        letters = self[column] = column_letters(column)
        return letters


LETTERS: Mapping[int, str] = _Letters()
"""The letters of a column by its number, worked out once."""


def cell_name(row: int, column: int) -> str:
    """(12, 6) is ``"F12"``."""
    return f"{LETTERS[column]}{row}"


@lru_cache(maxsize=REMEMBERED)
def parse_cell(text: str) -> tuple[int, int]:
    """(row, column) of ``"F12"`` or ``"$F$12"``. ``ValueError`` for anything that is no cell of a sheet."""
    match = _CELL.fullmatch(text)
    if match is None or int(match[2]) > LAST_ROW:
        raise ValueError(text)
    return int(match[2]), column_number(match[1])


_PLAIN_RANGE = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6}))?")
_COLUMNS = re.compile("([A-Z]{1,3}):([A-Z]{1,3})")
_ROWS = re.compile("([1-9][0-9]{0,6}):([1-9][0-9]{0,6})")


class Range(NamedTuple):
    """A rectangle of cells, 1-based, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    @lru_cache(maxsize=REMEMBERED)
    def parse(cls, text: str) -> "Range":
        """The range of ``"B3:F12"`` or of a single cell. ``ValueError`` for anything else."""
        first, _, last = text.partition(":")
        (top, left), (bottom, right) = parse_cell(first), parse_cell(last or first)
        return cls(min(top, bottom), min(left, right), max(top, bottom), max(left, right))

    @property
    def a1(self) -> str:
        """``"B3:F12"``, or ``"B3"`` for a single cell."""
        first, last = cell_name(self.top, self.left), cell_name(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    @property
    def area(self) -> int:
        """How many cells the range covers."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def keys_among(self, keys: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of ``keys`` that lie in the range, in time bounded by the smaller of the two."""
        if self.area > len(keys):
            return [(row, column) for row, column in keys if self._covers(row, column)]
        columns = range(self.left, self.right + 1)
        cells = ((row, column) for row in range(self.top, self.bottom + 1) for column in columns)
        return [cell for cell in cells if cell in keys]

    def _covers(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@lru_cache(maxsize=REMEMBERED)
def plain_range(text: str) -> Range:
    """The range of ``"B3:F12"``, ``"B3"``, ``"B:F"`` or ``"3:12"``, as the attributes of a file spell one.

    ``ValueError`` for anything else, dollar signs too: programs do not agree on what it means there.
    """
    if cells := _PLAIN_RANGE.fullmatch(text):
        left, top, right, bottom = cells.groups()
        first, last = (int(top), column_number(left)), (int(bottom or top), column_number(right or left))
    elif columns := _COLUMNS.fullmatch(text):
        first, last = (1, column_number(columns[1])), (LAST_ROW, column_number(columns[2]))
    elif rows := _ROWS.fullmatch(text):
        first, last = (int(rows[1]), 1), (int(rows[2]), LAST_COLUMN)
    else:
        raise ValueError(text)
    found = Range(*map(min, first, last), *map(max, first, last))
    if found.bottom > LAST_ROW:
        raise ValueError(text)
    return found
