"""The styles part: what the number of a cell's style means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar
from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes, Spot
from zpj.xlsx.builtin_formats import BUILTIN_FORMATS, FIXED_FORMATS, GENERAL
from zpj.xlsx.limits import Limits
from zpj.xlsx.model.looks import Alignment, Border, CellFormat, DifferentialFormat, Fill, Font
from zpj.xlsx.part_cache import one, remembered
from zpj.xlsx.parts.colors import NO_COLORS, PALETTE, Colors
from zpj.xlsx.parts.fonts import font_facts, font_of
from zpj.xlsx.parts.look_reader import (
    read_alignment,
    read_border,
    read_differential,
    read_fill,
    read_protection,
)
from zpj.xlsx.parts.theme import Theme
from zpj.xlsx.refusal import Measure, TwoViews, ambiguous, too_large
from zpj.xlsx.xml_tree import local_name, read_tree

DEFAULT_STYLE = "0"
"""The number of the style of cells that name none."""
_Item = TypeVar("_Item")
_KNOWN = frozenset({
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles",
    "colors", "extLst",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Styles:
    """What cells and conditional formats refer to by number."""

    formats: Mapping[str, CellFormat] = field(default_factory=lambda: {DEFAULT_STYLE: CellFormat()})
    """By the number as cells write it: ``"0"``, ``"1"``, ..."""
    differential: tuple[DifferentialFormat, ...] = ()
    colors: Colors = NO_COLORS
    unknown: tuple[str, ...] = ()
    """Names of elements that are not understood."""


@remembered
def read_styles(part: str, xml: bytes, theme: Theme, date1904: bool, limits: Limits) -> Styles:
    """The styles of a workbook. X06 for a table or a number format that is there twice."""
    root = read_tree(part, xml, "styleSheet", limits)
    tables: dict[str, Element] = {}
    for child in root:
        if child.tag in tables:
            ambiguous(TwoViews.ELEMENT_TWICE, part, local_name(child.tag))
        tables[child.tag] = child
    return _StylesReader(part, tables, theme, date1904, limits).styles()


class _Xf(NamedTuple):
    """An ``xf`` taken apart."""

    number_format: str
    font: Font
    fill: Fill
    border: Border
    alignment: Alignment
    protection: tuple[bool, bool]


class _StylesReader:
    """Reads the tables in the order in which they refer to one another."""

    def __init__(
        self, part: str, tables: Mapping[str, Element], theme: Theme, date1904: bool, limits: Limits
    ) -> None:
        self._part = part
        self._tables = tables
        self._date1904 = date1904
        self._limits = limits
        palette = [
            rgb.get("rgb", "")[-6:].upper() for each in self._table("colors", "indexedColors") for rgb in each
        ]
        colors = Colors(theme, tuple(palette) + PALETTE[len(palette) :])
        self._colors = colors
        self._formats = dict(BUILTIN_FORMATS)
        self._redefined: set[int] = set()
        self._read_number_formats()
        self._fonts = [
            one(font_of(*font_facts(each, colors), colors)) for each in self._table("fonts", "font")
        ]
        self._fills = [read_fill(each, colors) for each in self._table("fills", "fill")]
        self._borders = [read_border(each, colors) for each in self._table("borders", "border")]
        self._named = [self._xf(each, {})[0] for each in self._table("cellStyleXfs", "xf")]

    def styles(self) -> Styles:
        formats: dict[str, CellFormat] = {}
        same: dict[tuple[object, ...], CellFormat] = {}
        for index, xf in enumerate(self._table("cellXfs", "xf")):
            written = tuple(tuple(each.attrib.items()) for each in (xf, *xf)), tuple(each.tag for each in xf)
            if written not in same:
                same[written] = one(self._format(xf))
            formats[str(index)] = same[written]
        # A style table may be empty: cells that name no style still have one.
        formats.setdefault(DEFAULT_STYLE, CellFormat(date1904=self._date1904))
        return Styles(
            formats,
            tuple(
                one(read_differential(each, self._colors, self._part)) for each in self._table("dxfs", "dxf")
            ),
            self._colors,
            tuple(sorted(local_name(tag) for tag in self._tables if tag not in _KNOWN)),
        )

    def _table(self, table: str, item: str) -> Iterable[Element]:
        """The items of a table; X06 where there is something else among them."""
        found = self._tables.get(table)
        if found is None:
            return ()
        if table == "colors":
            return found.findall(item)
        if any(child.tag != item for child in found):
            ambiguous(TwoViews.SHEET_CONTENT, self._part, table)
        if len(found) > self._limits.styles:
            too_large(Measure.STYLES, self._limits.styles)
        return found

    def _read_number_formats(self) -> None:
        seen: dict[int, str] = {}
        for element in self._table("numFmts", "numFmt"):
            given = Attributes(element.attrib, Spot(self._part, "numFmt"))
            number, code = given.integer("numFmtId"), given.take("formatCode") or GENERAL
            if len(code) > self._limits.format_characters:
                too_large(Measure.FORMAT_CHARACTERS, self._limits.format_characters)
            if seen.setdefault(number, code) != code:
                ambiguous(TwoViews.FORMAT_TWICE, self._part, str(number))
            if FIXED_FORMATS.get(number, code) != code:
                self._redefined.add(number)
            if len(self._formats) >= self._limits.number_formats:
                too_large(Measure.NUMBER_FORMATS, self._limits.number_formats)
            self._formats[number] = code

    def _format(self, xf: Element) -> CellFormat:
        applied = {
            name[len("apply") :]: value for name, value in xf.attrib.items() if name.startswith("apply")
        }
        found, unknown = self._xf(xf, applied)
        locked, hidden = found.protection
        return CellFormat(
            *found[:-1],
            locked=locked,
            hidden=hidden,
            quote_prefix=xf.get("quotePrefix") in ("1", "true"),
            date1904=self._date1904,
            unknown=unknown,
        )

    def _xf(self, xf: Element, applied: Mapping[str, str]) -> tuple[_Xf, tuple[str, ...]]:
        """An ``xf`` and what is not understood of it.

        Excel goes by what the cell's own ``xf`` names, whatever ``applyFont`` and its like say; those who
        heed them take the named style instead. Where the two differ, the flag is given as not understood.
        """
        given = Attributes(xf.attrib, Spot(self._part, "xf"))
        number = given.integer("numFmtId")
        children = {child.tag: child for child in xf}
        odd = [local_name(tag) for tag in children if tag not in ("alignment", "protection", "extLst")]
        odd += [f"numFmtId={number}"] if number in self._redefined or number not in self._formats else []
        found = _Xf(
            self._formats.get(number, GENERAL),
            _item(self._fonts, given.integer("fontId"), Font(), "fontId", odd),
            _item(self._fills, given.integer("fillId"), Fill(), "fillId", odd),
            _item(self._borders, given.integer("borderId"), Border(), "borderId", odd),
            read_alignment(children.get("alignment"), self._part),
            read_protection(children.get("protection"), self._part),
        )
        style = given.integer("xfId")
        if applied and 0 <= style < len(self._named):
            odd += _not_applied(found, self._named[style], applied)
        return found, tuple(odd)


def _item(items: list[_Item], index: int, default: _Item, name: str, odd: list[str]) -> _Item:
    """The item of that number; the default, and a word in ``odd``, where there is none."""
    if 0 <= index < len(items):
        return items[index]
    # Number 0 of an empty table is what minimal writers mean by nothing.
    if index or items:
        odd.append(f"{name}={index}")
    return default


_FLAGS = ("NumberFormat", "Font", "Fill", "Border", "Alignment", "Protection")


def _not_applied(found: _Xf, named: _Xf, applied: Mapping[str, str]) -> list[str]:
    return [
        f"apply{flag}=0"
        for flag, own, of_style in zip(_FLAGS, found, named, strict=True)
        if applied.get(flag) in ("0", "false") and own != of_style
    ]
