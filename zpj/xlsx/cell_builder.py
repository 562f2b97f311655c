"""The cells of one sheet, from what their tags say to what they mean."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import isfinite
from typing import NamedTuple

from zpj.xlsx.cell import Cell
from zpj.xlsx.date_text import serial_of
from zpj.xlsx.formula_reader import FormulaReader
from zpj.xlsx.limits import Limits
from zpj.xlsx.references import LAST_COLUMN, LAST_ROW, cell_name, parse_cell
from zpj.xlsx.refusal import Measure, Reason, hostile, too_large
from zpj.xlsx.string_reader import unescape
from zpj.xlsx.style_reader import DEFAULT_STYLE, Style
from zpj.xlsx.xml_parser import TRUE

Value = str | float | bool | None
NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Tables:
    """What the cells of all sheets refer to by index."""

    strings: Sequence[str]
    styles: Mapping[str, Style]
    date1904: bool


class Head(NamedTuple):
    """What the tag of a cell says."""

    place: tuple[int, int] | None
    """(row, column); ``None`` for the place after the cell before."""
    kind: str
    style: str

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> "Head":
        """The head with these attributes. ``ValueError`` for a reference to no cell."""
        reference = attributes.get("r")
        place = parse_cell(reference) if reference else None
        return cls(place, attributes.get("t", "n"), attributes.get("s", DEFAULT_STYLE))


class CellBuilder:
    """Collects the cells of one sheet in document order, ``room`` at most.

    A cell written twice is refused (X02): programs differ in which one they show.
    """

    def __init__(self, tables: Tables, limits: Limits, room: int) -> None:
        self._tables = tables
        self._limits = limits
        self._room = room
        self._formulas = FormulaReader(limits)
        string = partial(unescape, characters=limits.characters)
        self._convert: dict[str, Callable[[str], Value]] = {
            "n": _number,
            "inlineStr": string,
            "str": string,
            "s": self._shared_string,
            "b": _boolean,
            "d": self._date,
        }
        self._blanks: dict[str, Cell] = {}
        self._cells: dict[tuple[int, int], Cell] = {}
        self._place = 0, 0
        self.hidden_rows: set[int] = set()

    def row(self, attributes: Mapping[str, str]) -> None:
        """A row begins."""
        row = int(attributes.get("r") or self._place[0] + 1)
        if not 1 <= row <= LAST_ROW:
            raise ValueError(row)
        self._place = row, 0
        if attributes.get("hidden") in TRUE:
            self.hidden_rows.add(row)

    def cell(
        self,
        head: Head,
        value: str | None,
        formula: str | None = None,
        formula_attributes: Mapping[str, str] = NONE,
    ) -> None:
        """The next cell, with what is written in it; ``ValueError`` or ``LookupError`` if it makes no sense.

        The value of an inline string is its text.
        """
        cells = self._cells
        if len(cells) >= self._room:
            too_large(Measure.CELLS, self._limits.cells)
        place, kind, style = head
        self._place = place = place or self._next()
        if place in cells:
            hostile(Reason.SAME_CELL, cell_name(*place))
        if value is None and formula is None:
            cells[place] = self._blanks.get(style) or self._blank(style)
            return
        written = None if formula is None else self._formulas.read(formula_attributes, formula, place)
        stored = error = None
        if kind == "e":
            error = value or None
        # An empty <v/> is no value, except that an empty string is a formula's lawful result.
        elif value or (value is not None and kind == "str"):
            stored = self._convert[kind](value)
        cells[place] = Cell(stored, error, written, self._tables.styles[style])

    def cells(self) -> dict[tuple[int, int], Cell]:
        """The cells read, array formulas given to every cell they fill."""
        walked = 0
        for cells, written in self._formulas.arrays:
            # Walk the smaller of the two: a range may cover millions of cells that do not exist.
            walked += min(cells.area, len(self._cells))
            if walked > self._limits.cells:
                too_large(Measure.CELLS, self._limits.cells)
            for key in cells.keys_among(self._cells):
                if self._cells[key].written is None:
                    self._cells[key] = self._cells[key]._replace(written=written)
        return self._cells

    def _next(self) -> tuple[int, int]:
        row, column = self._place
        if column == LAST_COLUMN:
            raise ValueError(column)
        return row, column + 1

    def _blank(self, style: str) -> Cell:
        """One object for all blank cells of a style."""
        return self._blanks.setdefault(style, Cell(style=self._tables.styles[style]))

    def _shared_string(self, text: str) -> str:
        index = int(text)
        if index < 0:
            raise IndexError(text)
        return self._tables.strings[index]

    def _date(self, text: str) -> float:
        return serial_of(text, self._tables.date1904)


def _number(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    return number


def _boolean(text: str) -> bool:
    return text in TRUE
