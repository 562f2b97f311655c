"""The cells of a sheet, element by element, as Excel, WPS, LibreOffice and libraries write them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from workbooks.cell import Cell
from workbooks.date_text import serial_of
from workbooks.formulas import Formula, FormulaReader
from workbooks.limits import Limits
from workbooks.markup import TRUE, End, Start
from workbooks.reference import LAST_COLUMN, LAST_ROW, cell_name, parse_cell
from workbooks.refusal import Measure, Reason, hostile, too_large
from workbooks.strings import RichText, unescape
from workbooks.styles import DEFAULT_STYLE, Style

Value = str | float | bool | None


@dataclass(frozen=True, slots=True)
class Tables:
    """What the cells of all sheets refer to by index."""

    strings: Sequence[str]
    styles: Mapping[str, Style]
    date1904: bool


class CellReader:
    """Collects the cells of one sheet, ``room`` at most; its handlers are part of the pass over the sheet.

    A cell written twice is refused (X02): programs differ in which one they show.
    """

    def __init__(self, tables: Tables, limits: Limits, room: int) -> None:
        self._tables = tables
        self._limits = limits
        self._room = room
        self._formulas = FormulaReader()
        self._inline = RichText(limits.characters)
        self._convert: dict[str, Callable[[str], Value]] = {
            "n": _number,
            "s": self._shared_string,
            "str": self._string,
            "b": _boolean,
            "d": self._date,
        }
        self._cells: dict[tuple[int, int], Cell] = {}
        self._place = 0, 0
        self._attributes: dict[str, str] = {}
        self._formula_attributes: dict[str, str] = {}
        self._value: str | None = None
        self._formula: Formula | None = None
        self.hidden_rows: set[int] = set()
        self.starts: dict[str, Start] = self._inline.starts | {
            "row": self._start_row,
            "c": self._start_cell,
            "f": self._start_formula,
        }
        self.ends: dict[str, End] = self._inline.ends | {
            "f": self._end_formula,
            "v": self._end_value,
            "c": self._end_cell,
        }

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

    def _start_row(self, attributes: dict[str, str]) -> None:
        row = int(attributes.get("r") or self._place[0] + 1)
        if not 1 <= row <= LAST_ROW:
            raise ValueError(row)
        self._place = row, 0
        if attributes.get("hidden") in TRUE:
            self.hidden_rows.add(row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if len(self._cells) >= self._room:
            too_large(Measure.CELLS, self._limits.cells)
        if reference := attributes.get("r"):
            self._place = parse_cell(reference)
        else:
            row, column = self._place
            if column == LAST_COLUMN:
                raise ValueError(column)
            self._place = row, column + 1
        self._attributes = attributes
        self._value = self._formula = None

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self._formula_attributes = attributes

    def _end_formula(self, text: str) -> None:
        if len(text) > self._limits.characters:
            too_large(Measure.CHARACTERS, self._limits.characters)
        self._formula = self._formulas.read(self._formula_attributes, text, cell_name(*self._place))

    def _end_value(self, text: str) -> None:
        self._value = text

    def _end_cell(self, _: str) -> None:
        if self._place in self._cells:
            hostile(Reason.SAME_CELL, cell_name(*self._place))
        kind = self._attributes.get("t", "n")
        value, error = self._stored(kind)
        style = self._tables.styles[self._attributes.get("s", DEFAULT_STYLE)]
        self._cells[self._place] = Cell(value, error, self._formula, style)

    def _stored(self, kind: str) -> tuple[Value, str | None]:
        if kind == "inlineStr":
            return self._inline.take(), None
        # An empty <v/> is no value, except that an empty string is a formula's lawful result.
        if self._value is None or (not self._value and kind != "str"):
            return None, None
        if kind == "e":
            return None, self._value
        return self._convert[kind](self._value), None

    def _shared_string(self, text: str) -> str:
        index = int(text)
        if index < 0:
            raise IndexError(text)
        return self._tables.strings[index]

    def _string(self, text: str) -> str:
        return unescape(text, self._limits.characters)

    def _date(self, text: str) -> float:
        return serial_of(text, self._tables.date1904)


def _number(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    return number


def _boolean(text: str) -> bool:
    return text in TRUE
