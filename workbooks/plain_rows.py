"""Rows spelled as spreadsheet programs spell them, read without an XML parser: several times as fast.

XML allows much that no program writes inside a row: comments, prefixes, CDATA, single quotes. What is
recognised here has none of it, and every byte of it is recognised, so that it is well formed by itself; all a
parser would object to besides is ``]]>`` or U+FFFE in a text. The first row that is spelled in another way,
and all that follows it, is left to the parser.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from workbooks.cell_builder import CellBuilder, Head

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
_ATTRIBUTES = re.compile(r'(?: [A-Za-z][\w:.-]*+="[^"\t\n]*+")*+ ?', re.ASCII)
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
        rows = written.decode()
        done = 0
        while tag := _ROW.match(rows, done):
            try:
                done = self._row(rows, tag)
            except _OddRow:
                break
        return end - len(rows[done:].encode())

    def _row(self, rows: str, tag: re.Match[str]) -> int:
        """Read the row that begins with ``tag``; where it ends."""
        start = close = end = tag.end()
        if not tag[2]:
            close = rows.find(_ROW_END, start, start + LONGEST_ROW)
            end = close + len(_ROW_END)
        found = _CELL.findall(rows, start, close) if close > start else []
        if sum([len(parts[0]) for parts in found]) != close - start:
            raise _OddRow
        heads = [_head(parts[1]) for parts in found]
        self._builder.row(_attributes(tag[1]))
        build, told = self._builder.cell, zip(heads, found, strict=True)
        for head, (_, _, has_formula, formula_tag, formula, opening, is_inline, value) in told:
            stored = _text(value) if opening and bool(is_inline) is (head.kind == "inlineStr") else None
            if has_formula:
                build(head, stored, _text(formula), _attributes(formula_tag))
            else:
                build(head, stored)
        return end


class _OddRow(ValueError):
    """A row that is not spelled plainly."""


@lru_cache(maxsize=REMEMBERED)
def _head(tag: str) -> Head:
    return Head.of(_attributes(tag))


@lru_cache(maxsize=REMEMBERED)
def _attributes(tag: str) -> Mapping[str, str]:
    pairs = _ATTRIBUTE.findall(tag)
    attributes = dict(pairs)
    if not _ATTRIBUTES.fullmatch(tag) or len(attributes) < len(pairs) or "xmlns" in attributes:
        raise _OddRow(tag)
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
