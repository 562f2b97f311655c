"""The rows and cells of one sheet, from what their tags say to what they mean."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from zpj.xlsx.cell_values import Value, converters
from zpj.xlsx.formula_reader import Formula, FormulaReader
from zpj.xlsx.heads import CellHead, Odd, RowHead
from zpj.xlsx.limits import Limits
from zpj.xlsx.model.cell import Cell, Extra, Run
from zpj.xlsx.model.looks import CellFormat
from zpj.xlsx.model.sheet import Row
from zpj.xlsx.parts.colors import NO_COLORS, Colors
from zpj.xlsx.parts.texts import RichText, Text, unescape
from zpj.xlsx.plain_cell import LONGEST, PlainCell
from zpj.xlsx.references import LAST_COLUMN, LAST_ROW, cell_name
from zpj.xlsx.refusal import Measure, TwoViews, ambiguous, too_large

NONE: Mapping[str, str] = {}
_INDEX = re.compile("[0-9]{1,9}", re.ASCII)
_NO_EXTRA = (False, False, ())
_PLAIN_ROW = Row()
# Past the checks of names that a constructor makes: half of its time.
_new: Callable[..., Any] = tuple[Any, ...].__new__


@dataclass(frozen=True, slots=True)
class Tables:
    """What the cells of all sheets refer to by number."""

    strings: Sequence[Text]
    formats: Mapping[str, CellFormat]
    date1904: bool = False
    colors: Colors = NO_COLORS


class _Blanks(dict[str, Cell]):
    """One object for all blank cells of a style."""

    def __init__(self, format_of: Callable[[str], CellFormat]) -> None:
        super().__init__()
        self._format_of = format_of

    def __missing__(self, style: str) -> Cell:
        self[style] = cell = Cell(format=self._format_of(style))
        return cell


class CellBuilder:
    """Collects the rows and cells of one sheet in document order, ``room`` cells at most.

    X06 for everything that programs would understand differently: a row or cell that comes twice or out of
    order, an address, number or text number that is none.
    """

    def __init__(self, part: str, tables: Tables, limits: Limits, room: int, looks: bool = True) -> None:
        """With ``looks`` off, as for a hidden sheet, nobody asks how stretches of texts look."""
        self.part = part
        self._looks = looks
        self.tables = tables
        self.limits = limits
        self._room = room
        self._formulas = FormulaReader(part, limits)
        self._convert: dict[str, Callable[[str], Value | Text]] = {
            **converters(tables.date1904),
            "str": self._string,
            "s": self._shared_string,
        }
        self._blanks = _Blanks(self._format)
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
            style = self._format(head.style) if head.style else None
            row = Row(*head[1:4], style, *head[5:7])
            if row != _PLAIN_ROW:
                self.rows[number] = row

    def plain_cells(self, plain: Sequence[PlainCell]) -> None:
        """The next cells.

        Does what :meth:`cell` does for each, without its detours for the cells that forms are made of.
        """
        cells, blanks, formats, strings = self._cells, self._blanks, self.tables.formats, self.tables.strings
        row, column = self._row, self._column
        usual = self._room - len(cells) >= len(plain) and self.limits.characters >= LONGEST
        for place, style, ready, blank, stored, string, formula, text in plain:
            if ready and usual and place[0] == row and place[1] > column and style in formats:
                value: object = stored
                if string >= 0:
                    value = strings[string] if string < len(strings) else strings
                if blank:
                    self._column = column = place[1]
                    cells[place] = blanks[style]
                    continue
                if string < 0 or type(value) is str:
                    self._column = column = place[1]
                    cells[place] = _new(Cell, (value, None, formula, formats[style], None))
                    continue
            head, written, formula, attributes, inline = text
            self.cell(head, written, formula, attributes, inline=inline)
            column = self._column

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
        row, column = place
        if not row:
            row, column = place = self._row, self._column + 1
        if row != self._row or not self._column < column <= LAST_COLUMN:
            self._misplaced(place)
        self._column = column
        format_ = self.tables.formats.get(style) or self._format(style)
        written = None if formula is None else self._formulas.read(formula_attributes, formula, place)
        if value is None and formula is None and text is None and extra is None and kind in self._convert:
            cells[place] = self._blanks[style]
            return
        error: str | None = None
        stored: Value | Text
        if kind == "inlineStr":
            stored = self._text(text, value, place)
        elif text is not None:
            ambiguous(TwoViews.VALUE_TWICE, self.part, cell_name(*place))
        elif kind == "e":
            stored, error = None, value or None
        elif value or (value is not None and kind == "str"):
            # An empty <v/> is no value, except that an empty string is a formula's lawful result.
            stored = self._stored(kind, value, place)
        else:
            stored = None if kind in self._convert else self._unknown_type(place)
        if extra is not None or type(stored) is RichText:
            cells[place] = self._with_extra(stored, error, written, format_, extra or _NO_EXTRA)
        else:
            cells[place] = _new(Cell, (stored, error, written, format_, None))

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

    def _format(self, style: str) -> CellFormat:
        found = self.tables.formats.get(style)
        if found is None:
            ambiguous(TwoViews.CELL_STYLE, self.part, cell_name(self._row, max(self._column, 1)))
        return found

    def _stored(self, kind: str, value: str, place: tuple[int, int]) -> Value | Text:
        convert = self._convert.get(kind) or self._unknown_type(place)
        try:
            return convert(value)
        except Odd as odd:
            ambiguous(odd.what, self.part, cell_name(*place))

    def _unknown_type(self, place: tuple[int, int]) -> NoReturn:
        ambiguous(TwoViews.CELL_TYPE, self.part, cell_name(*place))

    def _text(self, text: Text | None, value: str | None, place: tuple[int, int]) -> Text | None:
        if value is not None:
            ambiguous(TwoViews.VALUE_TWICE, self.part, cell_name(*place))
        return text

    def _string(self, text: str) -> str:
        return unescape(text, self.limits.characters)

    def _shared_string(self, text: str) -> Text:
        strings = self.tables.strings
        if not _INDEX.fullmatch(text) or int(text) >= len(strings):
            raise Odd(TwoViews.SHARED_STRING, text)
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
            if self._looks:
                runs, phonetic = stored.runs(format_.font), stored.phonetic
            stored = stored.text
        rich, dynamic, unknown = extra
        found = Extra(runs, phonetic, rich, dynamic, unknown)
        return Cell(stored, error, written, format_, found if found != _EXTRA else None)


_NOTHING = RowHead(0)[1:]
_EXTRA = Extra()
