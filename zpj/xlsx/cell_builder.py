"""The rows and cells of one sheet, from what their tags say to what they mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from zpj.xlsx.cell_values import Value, converters
from zpj.xlsx.formula_reader import Formula, FormulaReader
from zpj.xlsx.heads import NO_PLACE, CellHead, Odd, RowHead
from zpj.xlsx.limits import Limits
from zpj.xlsx.model.cell import Cell, Extra, Run
from zpj.xlsx.model.looks import CellFormat, Font
from zpj.xlsx.model.sheet import Row
from zpj.xlsx.parts.colors import Colors
from zpj.xlsx.parts.texts import RichText, Text, unescape
from zpj.xlsx.references import LAST_COLUMN, LAST_ROW, cell_name
from zpj.xlsx.refusal import Measure, TwoViews, ambiguous, too_large

NONE: Mapping[str, str] = {}
_INDEX = re.compile("[0-9]{1,9}", re.ASCII)
_NO_EXTRA = (False, False, ())
_PLAIN_ROW = Row()


@dataclass(frozen=True, slots=True)
class Tables:
    """What the cells of all sheets refer to by number."""

    strings: Sequence[Text]
    formats: Mapping[str, CellFormat]
    date1904: bool = False
    colors: Colors = Colors()


class CellBuilder:
    """Collects the rows and cells of one sheet in document order, ``room`` cells at most.

    X06 for everything that programs would understand differently: a row or cell that comes twice or out of
    order, an address, number or text number that is none.
    """

    def __init__(self, part: str, tables: Tables, limits: Limits, room: int) -> None:
        self.part = part
        self.tables = tables
        self.limits = limits
        self._room = room
        self._formulas = FormulaReader(part, limits)
        self._convert = converters(tables.date1904)
        self._blanks: dict[str, Cell] = {}
        self._cells: dict[tuple[int, int], Cell] = {}
        self._row = self._column = 0
        self.rows: dict[int, Row] = {}
        self.unknown: set[str] = set()

    def row(self, head: RowHead) -> None:
        """A row begins."""
        number = head.number or self._row + 1
        if not self._row < number <= LAST_ROW:
            ambiguous(TwoViews.ROW_ORDER, self.part, str(number))
        self._row, self._column = number, 0
        if head[1:] != _NOTHING:
            self.unknown.update(head.unknown)
            style = self._format(head.style, number) if head.style else None
            row = Row(*head[1:4], style, *head[5:7])
            if row != _PLAIN_ROW:
                self.rows[number] = row

    def cell(
        self,
        head: CellHead,
        value: str | None,
        formula: str | None = None,
        formula_attributes: Mapping[str, str] = NONE,
        text: Text | None = None,
        inline: bool = False,
    ) -> None:
        """The next cell, with what is written in it.

        ``text`` is that of an inline string; with ``inline`` it is ``value``, as it is written.
        """
        cells = self._cells
        if inline:
            text, value = unescape(value or "", self.limits.characters), None
        if len(cells) >= self._room:
            too_large(Measure.CELLS, self.limits.cells)
        place, kind, style, extra = head
        if place is NO_PLACE or place == NO_PLACE:
            place = self._row, self._column + 1
        row, column = place
        if row != self._row or not self._column < column <= LAST_COLUMN:
            self._misplaced(place)
        self._column = column
        if value is None and formula is None and text is None and extra is None:
            cells[place] = self._blanks.get(style) or self._blank(style, place)
            return
        format_ = self.tables.formats.get(style) or self._format(style, row)
        written = None if formula is None else self._formulas.read(formula_attributes, formula, place)
        if kind == "inlineStr":
            stored, error = self._text(text, value, place), None
        elif text is not None:
            ambiguous(TwoViews.VALUE_TWICE, self.part, cell_name(*place))
        else:
            stored, error = self._stored(kind, value, place)
        if type(stored) is RichText or extra is not None:
            cells[place] = self._with_extra(stored, error, written, format_, extra or _NO_EXTRA)
        else:
            cells[place] = Cell(stored, error, written, format_)  # type: ignore[arg-type]  # no rich text

    def cells(self) -> dict[tuple[int, int], Cell]:
        """The cells read, array formulas given to every cell they fill."""
        walked = 0
        for formula in self._formulas.arrays:
            # Walk the smaller of the two: a range may cover millions of cells that do not exist.
            walked += min(formula.cells.area, len(self._cells))
            if walked > self.limits.cells:
                too_large(Measure.CELLS, self.limits.cells)
            for key in formula.cells.keys_among(self._cells):
                if self._cells[key].written is None:
                    self._cells[key] = self._cells[key]._replace(written=formula)
        return self._cells

    def odd(self, odd: Odd) -> NoReturn:
        """Refuse the part for what a tag of it says."""
        ambiguous(odd.what, self.part, odd.where)

    def _misplaced(self, place: tuple[int, int]) -> NoReturn:
        what = TwoViews.CELL_ROW if place[0] != self._row else TwoViews.CELL_ORDER
        ambiguous(what, self.part, cell_name(*place))

    def _format(self, style: str, row: int) -> CellFormat:
        found = self.tables.formats.get(style)
        if found is None:
            ambiguous(TwoViews.CELL_STYLE, self.part, cell_name(row, max(self._column, 1)))
        return found

    def _blank(self, style: str, place: tuple[int, int]) -> Cell:
        """One object for all blank cells of a style."""
        return self._blanks.setdefault(style, Cell(format=self._format(style, place[0])))

    def _stored(
        self, kind: str, value: str | None, place: tuple[int, int]
    ) -> tuple[Value | Text, str | None]:
        """The value and the error value."""
        if kind == "e":
            return None, value or None
        if kind == "str":
            # An empty string is a formula's lawful result; without one an empty <v/> is no value.
            return None if value is None else unescape(value, self.limits.characters), None
        if kind == "s":
            return self._shared_string(value, place) if value else None, None
        convert = self._convert.get(kind)
        if convert is None:
            ambiguous(TwoViews.CELL_TYPE, self.part, cell_name(*place))
        try:
            return convert(value) if value else None, None
        except Odd as odd:
            ambiguous(odd.what, self.part, cell_name(*place))

    def _text(self, text: Text | None, value: str | None, place: tuple[int, int]) -> Text | None:
        if value is not None:
            ambiguous(TwoViews.VALUE_TWICE, self.part, cell_name(*place))
        return text

    def _shared_string(self, text: str, place: tuple[int, int]) -> Text:
        strings = self.tables.strings
        if not _INDEX.fullmatch(text) or int(text) >= len(strings):
            ambiguous(TwoViews.SHARED_STRING, self.part, cell_name(*place))
        return strings[int(text)]

    def _with_extra(
        self,
        stored: Value | Text,
        error: str | None,
        written: Formula | None,
        format_: CellFormat,
        extra: tuple[bool, bool, tuple[str, ...]],
    ) -> Cell:
        runs: tuple[Run, ...] = ()
        phonetic = ""
        if isinstance(stored, RichText):
            runs, phonetic = _other_looks(stored.runs, format_.font), stored.phonetic
            stored = stored.text
        rich, dynamic, unknown = extra
        found = Extra(runs, phonetic, rich, dynamic, unknown)
        return Cell(stored, error, written, format_, found if found != _EXTRA else None)


_NOTHING = RowHead(0)[1:]
_EXTRA = Extra()


def _other_looks(runs: tuple[Run, ...], font: Font) -> tuple[Run, ...]:
    """The stretches that do not all look as the cell does."""
    if all(run.font is None or run.font == font for run in runs):
        return ()
    return tuple(run._replace(font=None) if run.font == font else run for run in runs)
