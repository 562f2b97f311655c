"""Cells of the engine, one at a time: values, formulas, colours and notes as the document has them."""

from typing import TYPE_CHECKING

from xlwings import base_classes

from support.xlwings_engine.document import Colour, Document, Value
from zpj.xlsx import Range as Rectangle

if TYPE_CHECKING:
    from support.xlwings_engine.app import App
    from support.xlwings_engine.book import Sheet


class Range(base_classes.Range):
    def __init__(self, sheet: "Sheet", a1: str) -> None:
        self._sheet = sheet
        self._area = Rectangle.parse(a1)
        self._place = sheet.name, a1.split(":")[0]

    @property
    def api(self) -> Document:
        """xlwings writes only where there is a native object."""
        document: Document = self._sheet.book.document
        return document

    @property
    def sheet(self) -> "Sheet":
        return self._sheet

    @property
    def shape(self) -> tuple[int, int]:
        return self._area.bottom - self._area.top + 1, self._area.right - self._area.left + 1

    def __len__(self) -> int:
        return self._area.area

    def get_address(self, *_: bool) -> str:
        return self._area.a1

    @property
    def raw_value(self) -> Value:
        return self.api.value(*self._place)

    @raw_value.setter
    def raw_value(self, value: Value) -> None:
        self.api.put(*self._place, value)
        self._sheet.book.is_saved = False

    @property
    def formula(self) -> str:
        return self.api.formula(*self._place)

    @property
    def color(self) -> Colour | None:
        return self.api.colour(*self._place)

    @property
    def note(self) -> "Note | None":
        text = self.api.note(*self._place)
        return Note(text) if text else None

    def select(self) -> None:
        app: App = self._sheet.book.app
        app.selected = self


class Note(base_classes.Note):
    def __init__(self, text: str) -> None:
        self._text = text

    @property
    def text(self) -> str:
        return self._text
