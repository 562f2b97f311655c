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

from zpj.xlsx.cell_builder import NONE, CellBuilder
from zpj.xlsx.heads import CellHead, RowHead
from zpj.xlsx.plain_text import plain, referenced

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
_Written = tuple[CellHead, str | None, str | None, Mapping[str, str], None, bool]


class PlainRows:
    """Gives the cells of plain rows to ``builder``."""

    def __init__(self, builder: CellBuilder) -> None:
        self._builder = builder

    def read(self, xml: bytes, position: int) -> int:
        """Read the rows from ``position`` on; where the first stands that is not plain, or where they end."""
        end = max(position, xml.find(_ROWS_END, position))
        rows = plain(xml[position:end])
        if rows is None:
            return position
        done = 0
        row, build = self._builder.row, self._builder.cell
        while tag := _ROW.match(rows, done):
            try:
                head, cells, end_of_row = _understood(rows, tag)
            except (ValueError, KeyError):
                break
            row(head)
            for cell in cells:
                build(*cell)
            done = end_of_row
        return end if done == len(rows) else end - len(rows[done:].encode())


class _PlainRow(NamedTuple):
    """A row as the builder takes it, and where it ends."""

    head: RowHead
    cells: list[_Written]
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
    return _PlainRow(_row_head(tag[1]), list(map(_cell, found)), end)


def _cell(parts: tuple[str, ...]) -> _Written:
    _, tag, has_formula, formula_tag, formula, opening, is_inline, value = parts
    head = _head(tag)
    if not (opening or has_formula):
        return head, None, None, NONE, None, False
    text = (referenced(value) if "&" in value else value) if opening else None
    written = referenced(formula) if has_formula else None
    return head, text, written, _attributes(formula_tag) if formula_tag else NONE, None, bool(is_inline)


@lru_cache(maxsize=REMEMBERED)
def _head(tag: str) -> CellHead:
    return CellHead.of(_attributes(tag))


@lru_cache(maxsize=REMEMBERED)
def _row_head(tag: str) -> RowHead:
    return RowHead.of(_attributes(tag))


@lru_cache(maxsize=REMEMBERED)
def _attributes(tag: str) -> Mapping[str, str]:
    pairs = _ATTRIBUTE.findall(tag)
    attributes = dict(pairs)
    if not _ATTRIBUTES.fullmatch(tag) or len(attributes) < len(pairs) or "xmlns" in tag:
        raise ValueError(tag)
    return attributes
