"""The cells of a sheet, element by element, in whatever way XML allows them to be written."""

from zpj.xlsx.cell_builder import CellBuilder, Head
from zpj.xlsx.string_reader import RichText
from zpj.xlsx.xml_parser import End, Start


class CellReader:
    """Gives every cell to ``builder``; its handlers are part of the pass over the sheet."""

    def __init__(self, builder: CellBuilder) -> None:
        self._builder = builder
        self._inline = RichText()
        self._head = Head.of({})
        self._formula_attributes: dict[str, str] = {}
        self._formula: str | None = None
        self._value: str | None = None
        self.starts: dict[str, Start] = self._inline.starts | {
            "row": builder.row,
            "c": self._start_cell,
            "f": self._start_formula,
        }
        self.ends: dict[str, End] = self._inline.ends | {
            "f": self._end_formula,
            "v": self._end_value,
            "c": self._end_cell,
        }

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._head = Head.of(attributes)
        self._formula_attributes = {}
        self._formula = self._value = None

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self._formula_attributes = attributes

    def _end_formula(self, text: str) -> None:
        self._formula = text

    def _end_value(self, text: str) -> None:
        self._value = text

    def _end_cell(self, _: str) -> None:
        inline = self._inline.take()
        value = inline if self._head.kind == "inlineStr" else self._value
        self._builder.cell(self._head, value, self._formula, self._formula_attributes)
