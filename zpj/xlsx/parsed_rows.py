"""Rows in whatever way XML allows them to be written, element by element."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from zpj.xlsx.cell_builder import NONE, CellBuilder
from zpj.xlsx.formula_reader import XML_SPACE
from zpj.xlsx.heads import CellHead, Odd, RowHead
from zpj.xlsx.parts.texts import Text, read_text
from zpj.xlsx.refusal import TwoViews, ambiguous
from zpj.xlsx.xml_tree import ALTERNATIVES

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ORDER = {"f": 0, "v": 1, "is": 2}


class ParsedRows:
    """Gives the cells of rows to ``builder``; X06 for whatever stands in a row and is no cell."""

    def __init__(self, builder: CellBuilder) -> None:
        self._builder = builder

    def read(self, row: Element) -> None:
        """The next row."""
        try:
            self._builder.row(RowHead.of(row.attrib))
            self._check_text(row, "")
            for cell in row:
                if cell.tag != "c":
                    self._refuse(cell.tag, "")
                self._cell(cell)
        except Odd as odd:
            self._builder.odd(odd)

    def _cell(self, cell: Element) -> None:
        head = CellHead.of(cell.attrib)
        name = cell.get("r", "")
        self._check_text(cell, name)
        found: dict[str, Element] = {}
        for child in cell:
            if child.tag not in _ORDER:
                self._refuse(child.tag, name)
            if any(_ORDER[tag] >= _ORDER[child.tag] for tag in found):
                ambiguous(TwoViews.VALUE_TWICE, self._builder.part, name)
            found[child.tag] = child
        formula = found.get("f")
        self._builder.cell(
            head,
            self._content(found.get("v"), name),
            self._content(formula, name),
            NONE if formula is None else _attributes(formula),
            self._inline(found.get("is"), name),
        )

    def _inline(self, item: Element | None, name: str) -> Text | None:
        if item is None:
            return None
        builder = self._builder
        self._check_text(item, name)
        return read_text(item, builder.tables.colors, builder.limits, builder.part, name)

    def _content(self, element: Element | None, name: str) -> str | None:
        if element is None:
            return None
        if len(element):
            self._refuse(element[0].tag, name)
        return element.text or ""

    def _check_text(self, element: Element, name: str) -> None:
        """X06 for text between the tags, where there is none."""
        if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            ambiguous(TwoViews.STRAY_TEXT, self._builder.part, name)

    def _refuse(self, tag: str, name: str) -> None:
        what = TwoViews.ALTERNATIVES if tag == ALTERNATIVES else TwoViews.MARKUP_INSIDE
        ambiguous(what, self._builder.part, name)


def _attributes(formula: Element) -> Mapping[str, str]:
    attributes = {XML_SPACE if name == _SPACE else name: value for name, value in formula.attrib.items()}
    return attributes or NONE
