"""Columns, rows and cells as Excel and WPS write them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from support.savers.dialect import Dialect
from support.savers.package import given, main
from support.savers.spelling import attributes, chosen, plain, text_xml
from support.savers.strings import Strings, cell_text

_ROW = "hidden customHeight outlineLevel collapsed"
_NO = {
    "hidden": "0",
    "customHeight": "0",
    "outlineLevel": "0",
    "collapsed": "0",
    "bestFit": "0",
    "customWidth": "0",
}
# Rows are written in blocks of 16 that share their spans.
_BLOCK = 16


@dataclass(frozen=True, slots=True)
class Ink:
    """What cells are written with."""

    dialect: Dialect
    strings: Strings
    shared: list[str]
    """The shared strings of the file that is read."""
    styles: Mapping[int, int]


def split(ref: str) -> tuple[int, int]:
    """Column and row of ``F12``."""
    match = re.fullmatch(r"([A-Z]+)([0-9]+)", ref)
    assert match, ref
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return column, int(match[2])


def name(column: int, row: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def area(ref: str) -> Iterator[str]:
    """The cells of ``A27:I27``, row by row."""
    first, _, last = ref.partition(":")
    (left, top), (right, bottom) = split(first), split(last or first)
    return (name(column, row) for row in range(top, bottom + 1) for column in range(left, right + 1))


def cells(data: etree._Element) -> Iterator[etree._Element]:
    return data.iter(main("c"))


def used_styles(data: etree._Element) -> set[int]:
    return {int(cell.get("s", "0")) for cell in cells(data)}


def dimension(data: etree._Element) -> str:
    places = [split(cell.get("r", "")) for cell in cells(data)]
    if not places:
        return "A1"
    columns, rows = zip(*places, strict=True)
    first, last = name(min(columns), min(rows)), name(max(columns), max(rows))
    return first if first == last else f"{first}:{last}"


def cols_xml(cols: etree._Element | None, dialect: Dialect) -> str:
    """Neighbours that look alike are one entry."""
    entries: list[tuple[int, int, str]] = []
    for col in [] if cols is None else cols:
        width = ("width", dialect.width(col.get("width", "9")))
        look = attributes([width, *chosen(given(col), "hidden bestFit customWidth outlineLevel", _NO)])
        low, high = int(col.get("min", "1")), int(col.get("max", "1"))
        if entries and entries[-1][1] == low - 1 and entries[-1][2] == look:
            entries[-1] = entries[-1][0], high, look
        else:
            entries.append((low, high, look))
    inside = "".join(f'<col min="{low}" max="{high}"{look}/>' for low, high, look in entries)
    return f"<cols>{inside}</cols>" if inside else ""


def rows_xml(data: etree._Element, ink: Ink) -> str:
    rows = [row for row in data if row.tag == main("row")]
    spans = _spans(rows)
    return "".join(_row(row, spans[(int(row.get("r", "1")) - 1) // _BLOCK], ink) for row in rows)


def _spans(rows: list[etree._Element]) -> dict[int, str | None]:
    places: dict[int, list[int]] = {}
    for row in rows:
        block = places.setdefault((int(row.get("r", "1")) - 1) // _BLOCK, [])
        block.extend(split(cell.get("r", ""))[0] for cell in row)
    return {block: f"{min(columns)}:{max(columns)}" if columns else None for block, columns in places.items()}


def _row(row: etree._Element, spans: str | None, ink: Ink) -> str:
    height = row.get("ht")
    head = attributes(
        [
            ("r", row.get("r")),
            ("spans", spans),
            ("ht", height and plain(height)),
            *chosen(given(row), _ROW, _NO),
            ("x14ac:dyDescent", "0.15" if ink.dialect.revisions else None),
        ]
    )
    inside = "".join(_cell(cell, ink) for cell in row if len(cell) or ink.styles[int(cell.get("s", "0"))])
    return f"<row{head}>{inside}</row>" if inside else f"<row{head}/>"


def _cell(cell: etree._Element, ink: Ink) -> str:
    style = ink.styles[int(cell.get("s", "0"))]
    kind, inside = _content(cell, ink)
    head = attributes([("r", cell.get("r")), ("s", str(style) if style else None), ("t", kind)])
    return f"<c{head}>{inside}</c>" if inside else f"<c{head}/>"


def _content(cell: etree._Element, ink: Ink) -> tuple[str | None, str]:
    formula, value = cell.find(main("f")), cell.findtext(main("v"))
    text = cell_text(cell, ink.shared)
    if text is not None:
        return "s", f"<v>{ink.strings.place(text)}</v>"
    kind = cell.get("t") if cell.get("t") in ("str", "b", "e") else None
    if kind is None and value:
        value = ink.dialect.number(value)
    result = "" if value is None else f"<v>{text_xml(value)}</v>"
    return kind, ("" if formula is None else _formula(formula)) + result


def _formula(formula: etree._Element) -> str:
    head = attributes(chosen(given(formula), "t aca ref dt2D dtr ca si bx"))
    return f"<f{head}>{text_xml(formula.text or '')}</f>"
