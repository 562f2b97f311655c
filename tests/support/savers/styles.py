"""The styles part of Excel and WPS: equal styles once, unused ones gone, built-in formats by number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from support.savers.dialect import Dialect
from support.savers.package import DECLARATION, MC, S, given, main
from support.savers.spelling import attributes, chosen

BUILT_IN = {"General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49}
# Chinese Excel adds the font of readings, 宋体 9, to every workbook.
PHONETIC_FONT = '<font><sz val="9"/><name val="宋体"/><family val="3"/><charset val="134"/></font>'
_FONT = [
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
]
_SIDES = ("left", "right", "top", "bottom", "diagonal")
_ALIGNMENT = (
    "horizontal vertical textRotation wrapText indent relativeIndent justifyLastLine shrinkToFit readingOrder"
)
_PLAIN = {"horizontal": "general", "vertical": "bottom", "textRotation": "0", "wrapText": "0", "indent": "0"}
_COLOUR = "auto indexed rgb theme tint"


@dataclass(frozen=True, slots=True)
class Styles:
    """The part, and where its styles have gone."""

    xml: str
    cells: Mapping[int, int]
    """New number of every used cell style."""
    phonetic_font: int


def rewrite(root: etree._Element, used: Iterable[int], rules: list[int], dialect: Dialect) -> Styles:
    """``used`` are the cell styles in use, ``rules`` the differential styles of the rules, by priority.

    Differential styles are written one for a rule, the last rule's first, as Excel does.
    """
    xfs = root.find(main("cellXfs"))
    assert xfs is not None
    table = _Table(root, dialect)
    order = {number: table.xf(xfs[number]) for number in sorted({0, *used})}
    unique = list(dict.fromkeys(order.values()))
    places = {number: unique.index(text) for number, text in order.items()}
    differential = _children(root, "dxfs")
    rewritten = "".join(_dxf(differential[number]) for number in reversed(rules))
    return Styles(table.xml(unique, rewritten, len(rules)), places, table.phonetic_font)


class _Table:
    """Fonts, fills, borders and formats as they are met."""

    def __init__(self, root: etree._Element, dialect: Dialect) -> None:
        self._root, self._dialect = root, dialect
        self._formats: dict[str, int] = {}
        self._fonts: dict[str, None] = {}
        self._fills = dict.fromkeys(map(_fill, _children(root, "fills")[:2]))
        self._borders: dict[str, None] = {}
        self.xf(_children(root, "cellXfs")[0])
        self.phonetic_font = _place(self._fonts, PHONETIC_FONT)

    def xf(self, entry: etree._Element) -> str:
        """A cell style. A flag says that a part differs from that of the named style, 常规."""
        places = (
            ("numFmtId", "applyNumberFormat", self._format(entry.get("numFmtId", "0"))),
            ("fontId", "applyFont", _place(self._fonts, self._font(entry))),
            ("fillId", "applyFill", _place(self._fills, _fill(self._of(entry, "fill", "fills")))),
            ("borderId", "applyBorder", _place(self._borders, _border(self._of(entry, "border", "borders")))),
        )
        alignment, protection = _alignment(entry), _protection(entry)
        flags = [(flag, "1") for _, flag, place in places if place]
        flags += [(flag, "1") for flag, inner in _inner(alignment, protection) if inner]
        head = attributes([*((name, str(place)) for name, _, place in places), ("xfId", "0"), *flags])
        inside = alignment + protection
        return f"<xf{head}>{inside}</xf>" if inside else f"<xf{head}/>"

    def xml(self, xfs: list[str], dxfs: str, dxf_count: int) -> str:
        root = f'xmlns="{S}"'
        known = ""
        if self._dialect.revisions:
            x14ac = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
            root += f' xmlns:mc="{MC}" mc:Ignorable="x14ac" xmlns:x14ac="{x14ac}"'
            known = ' x14ac:knownFonts="1"'
        formats = "".join(
            f"<numFmt{attributes([('numFmtId', str(number)), ('formatCode', code)])}/>"
            for code, number in self._formats.items()
        )
        counted = f'<numFmts count="{len(self._formats)}">{formats}</numFmts>' if formats else ""
        base = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        return (
            f"{DECLARATION}<styleSheet {root}>{counted}"
            f'<fonts count="{len(self._fonts)}"{known}>{"".join(self._fonts)}</fonts>'
            f'<fills count="{len(self._fills)}">{"".join(self._fills)}</fills>'
            f'<borders count="{len(self._borders)}">{"".join(self._borders)}</borders>'
            f'<cellStyleXfs count="1">{base}</cellStyleXfs>'
            f'<cellXfs count="{len(xfs)}">{"".join(xfs)}</cellXfs>'
            # Chinese Excel and WPS call the style Normal by its Chinese name.
            '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>'
            + (f'<dxfs count="{dxf_count}">{dxfs}</dxfs>' if dxf_count else '<dxfs count="0"/>')
            + f"{_TABLE_STYLES}{_SLICERS}</styleSheet>"
        )

    def _format(self, number: str) -> int:
        found = (each for each in self._root.iter(main("numFmt")) if each.get("numFmtId") == number)
        entry = next(found, None)
        if entry is None:
            return int(number)
        code = entry.get("formatCode", "")
        if self._dialect.format_names and code in BUILT_IN:
            return BUILT_IN[code]
        return self._formats.setdefault(code, self._dialect.first_format + len(self._formats))

    def _font(self, entry: etree._Element) -> str:
        left_out = () if self._dialect.families else ("family",)
        return _font(self._of(entry, "font", "fonts"), [name for name in _FONT if name not in left_out])

    def _of(self, entry: etree._Element, name: str, table: str) -> etree._Element:
        return _children(self._root, table)[int(entry.get(f"{name}Id", "0"))]


_TABLE_STYLES = (
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>'
)
_SLICERS = (
    '<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst>'
)


def _place(table: dict[str, None], text: str) -> int:
    table.setdefault(text)
    return list(table).index(text)


def _children(root: etree._Element, name: str) -> list[etree._Element]:
    parent = root.find(main(name))
    return [] if parent is None else list(parent)


def _font(font: etree._Element, order: list[str] = _FONT) -> str:
    inside = "".join(_property(font, name) for name in order)
    return f"<font>{inside}</font>"


def _property(font: etree._Element, name: str) -> str:
    entry = font.find(main(name))
    if entry is None:
        return ""
    pairs = chosen(given(entry), _COLOUR if name == "color" else "val")
    if name in _FONT[:7] and dict(pairs).get("val") == "1":
        pairs = []
    return f"<{name}{attributes(pairs)}/>"


def _fill(fill: etree._Element) -> str:
    pattern = fill.find(main("patternFill"))
    if pattern is None:
        return "<fill>" + "".join(etree.tostring(each, encoding="unicode") for each in fill) + "</fill>"
    inside = _colour(pattern, "fgColor") + _colour(pattern, "bgColor")
    kind = attributes([("patternType", pattern.get("patternType", "none"))])
    return (
        f"<fill><patternFill{kind}>{inside}</patternFill></fill>"
        if inside
        else f"<fill><patternFill{kind}/></fill>"
    )


def _border(border: etree._Element) -> str:
    return "<border>" + "".join(_side(border.find(main(name)), name) for name in _SIDES) + "</border>"


def _side(side: etree._Element | None, name: str) -> str:
    if side is None or side.get("style") in (None, "none"):
        return f"<{name}/>"
    return f'<{name} style="{side.get("style")}">{_colour(side, "color") or _AUTOMATIC}</{name}>'


_AUTOMATIC = '<color indexed="64"/>'


def _colour(parent: etree._Element, name: str) -> str:
    entry = parent.find(main(name))
    return "" if entry is None else f"<{name}{attributes(chosen(given(entry), _COLOUR))}/>"


def _alignment(entry: etree._Element) -> str:
    alignment = entry.find(main("alignment"))
    pairs = [] if alignment is None else chosen(given(alignment), _ALIGNMENT, _PLAIN)
    return f"<alignment{attributes(pairs)}/>" if pairs else ""


def _protection(entry: etree._Element) -> str:
    """Locked and not hidden is what a cell is without a word."""
    protection = entry.find(main("protection"))
    usual = {"locked": "1", "hidden": "0"}
    pairs = [] if protection is None else chosen(given(protection), "locked hidden", usual)
    return f"<protection{attributes(pairs)}/>" if pairs else ""


def _inner(alignment: str, protection: str) -> list[tuple[str, str]]:
    return [("applyAlignment", alignment), ("applyProtection", protection)]


def _dxf(entry: etree._Element) -> str:
    """A differential style. Of a solid fill Excel writes the background alone if it was chosen there."""
    font, form, fill = (entry.find(main(name)) for name in ("font", "numFmt", "fill"))
    parts = "" if font is None else _font(font)
    if form is not None:
        parts += f"<numFmt{attributes(chosen(given(form), 'numFmtId formatCode'))}/>"
    pattern = None if fill is None else fill.find(main("patternFill"))
    if pattern is not None:
        parts += f"<fill><patternFill>{_colour(pattern, 'bgColor')}</patternFill></fill>"
    return f"<dxf>{parts}</dxf>"
