"""Rows spelled as spreadsheet programs spell them, read without an XML parser: several times as fast.

XML allows much that no program writes inside a row: comments, prefixes, CDATA, single quotes. What is
recognised here has none of it, and every byte of it is recognised, so that it is well formed by itself; all a
parser would object to besides is a prefix of an attribute that nobody declared. The first row that is spelled
in another way, and all that follows it, is left to the parser.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from zpj.xlsx.cell_builder import NONE, CellBuilder, Head

LONGEST_ROW = 1 << 18
"""Characters of a row; it is held in pieces at once."""
REMEMBERED = 1 << 14
"""Tags that are understood once for all forms: those of one batch are written in the same cells."""

_TAG = "[^<>/&]{0,255}+"
_FORMULA_TAG = '(?: (?:t|ref|si|ca|aca|bx)="[^"<>/&\\t\\n]{0,255}+"){0,6}+'
_SPACE = '(?: xml:space="preserve")?+'
_ROW = re.compile(f"[ \\t\\n]*+<row({_TAG})(/?)>")
_ROW_END, _ROWS_END = "</row>", b"</sheetData>"
# The first group is all of it: by their lengths it is known that nothing stands between the cells.
_CELL = re.compile(
    f"(<c({_TAG})(?:/>|>"
    f"(?:(<f)({_FORMULA_TAG})(?:/>|>([^<]*+)</f>))?+"
    f"(?:(<v|(<is><t)){_SPACE}(?: ?/>|>([^<]*+)</(?(7)t|v)>)(?(7)</is>))?+"
    "</c>))"
)
_ATTRIBUTES = re.compile(r'(?: [A-Za-z][\w.-]*+(?::[A-Za-z][\w.-]*+)?+="[^"\t\n]*+")*+ ?', re.ASCII)
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"', re.ASCII)
_REFERENCE = re.compile("&(?:([a-z]+);|#([0-9]{1,7});|#x([0-9A-Fa-f]{1,6});)?")
_NAMED = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
_LAWFUL = re.compile("[\\t\\n\\r -\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
# A carriage return is lawful, but reads as a line feed.
_ODD = bytes(set(range(32)) - set(b"\t\n"))


class PlainRows:
    """Gives the cells of plain rows to ``builder``."""

    def __init__(self, builder: CellBuilder) -> None:
        self._builder = builder

    def read(self, xml: bytes, position: int) -> int:
        """Read the rows from ``position`` on; where the first stands that is not plain, or where they end."""
        end = max(position, xml.find(_ROWS_END, position))
        written = xml[position:end]
        if len(written.translate(None, _ODD)) < len(written):
            return position
        try:
            rows = written.decode()
        except UnicodeDecodeError:
            return position
        # Looked for one character at a time, which is many times as fast.
        if "\ufffe" in rows or "\uffff" in rows or ("]" in rows and "]]>" in rows):
            return position
        done = 0
        while tag := _ROW.match(rows, done):
            try:
                attributes, cells, end_of_row = _understood(rows, tag)
            except (ValueError, KeyError):
                break
            self._builder.row(attributes)
            build = self._builder.cell
            for head, value, formula, formula_attributes in cells:
                build(head, value, formula, formula_attributes)
            done = end_of_row
        return end - len(rows[done:].encode())


class _PlainRow(NamedTuple):
    """A row as the builder takes it, and where it ends."""

    attributes: Mapping[str, str]
    cells: list[tuple[Head, str | None, str | None, Mapping[str, str]]]
    end: int


def _understood(rows: str, tag: re.Match[str]) -> _PlainRow:
    """The row that begins with ``tag``. ``ValueError`` or ``KeyError`` where it is not plain.

    All of it is understood before any of it is built: the parser may then read it from its beginning.
    """
    start = close = end = tag.end()
    if not tag[2]:
        close = rows.find(_ROW_END, start, start + LONGEST_ROW)
        end = close + len(_ROW_END)
    found = _CELL.findall(rows, start, close) if close > start else []
    if sum([len(parts[0]) for parts in found]) != close - start:
        raise ValueError(tag)
    cells = [
        (
            (head := _head(cell_tag)),
            text if opening and bool(is_inline) is (head.kind == "inlineStr") else None,
            _text(formula) if has_formula else None,
            _attributes(formula_tag) if has_formula else NONE,
        )
        for _, cell_tag, has_formula, formula_tag, formula, opening, is_inline, value in found
        for text in [value and _text(value)]
    ]
    return _PlainRow(_attributes(tag[1]), cells, end)


@lru_cache(maxsize=REMEMBERED)
def _head(tag: str) -> Head:
    return Head.of(_attributes(tag))


@lru_cache(maxsize=REMEMBERED)
def _attributes(tag: str) -> Mapping[str, str]:
    pairs = _ATTRIBUTE.findall(tag)
    attributes = dict(pairs)
    if not _ATTRIBUTES.fullmatch(tag) or len(attributes) < len(pairs) or "xmlns" in tag:
        raise ValueError(tag)
    return attributes


def _text(written: str) -> str:
    if "&" not in written:
        return written
    usual = written.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">")
    return _REFERENCE.sub(_character, written) if "&" in usual else usual


def _character(reference: re.Match[str]) -> str:
    """The character referred to. ``ValueError`` or ``KeyError`` where XML knows none."""
    name, decimal, hexadecimal = reference.groups()
    if not (decimal or hexadecimal):
        return _NAMED[name]
    character = chr(int(decimal) if decimal else int(hexadecimal, 16))
    if not _LAWFUL.match(character):
        raise ValueError(character)
    return character
