"""Rows spelled as spreadsheet programs spell them, read without an XML parser: several times as fast.

XML allows much that no program writes inside a row: comments, prefixes, CDATA, single quotes. What is
recognised here has none of it, and every byte of it is recognised, so that it is well formed by itself; all a
parser would object to besides is a prefix of an attribute that nobody declared. The first row that is spelled
in another way, and all that follows it, is left to the parser.

Cells are understood one by one and remembered by their text: the forms of one batch have most of their
labels, formulas and blanks in common.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from zpj.xlsx.cell_builder import NONE, CellBuilder
from zpj.xlsx.heads import CellHead, RowHead
from zpj.xlsx.plain_cell import CellText, PlainCell
from zpj.xlsx.plain_text import has_bad_reference, plain, referenced

LONGEST_ROW = 1 << 18
"""Characters of a row; it is held in pieces at once."""
REMEMBERED = 1 << 14
"""Cells and tags that are understood once for all forms."""
LONGEST_CELL = 256
"""Characters of a cell that is remembered; with ``REMEMBERED`` it bounds the memory this takes."""

MOST_REFERENCES = 256

_TAG = "[^<>/&]{0,255}+"
_FORMULA_TAG = '(?: (?:t|ref|si|ca|aca|bx)="[^"<>/&\\t\\n]{0,255}+"){0,6}+'
_SPACE = '(?: xml:space="preserve")?+'
_ROW = re.compile(f"[ \\t\\n]*+<row({_TAG})(/?)>")
_ROW_END, _ROWS_END, _CELL_START = "</row>", b"</sheetData>", "<c "
_CELL = re.compile(
    f"({_TAG})(?:/>|>"
    f"(?:(<f)({_FORMULA_TAG})(?:/>|>([^<]*+)</f>))?+"
    f"(?:(<v|(<is><t)){_SPACE}(?: ?/>|>([^<]*+)</(?(6)t|v)>)(?(6)</is>))?+"
    "</c>)"
)
_ATTRIBUTES = re.compile(r'(?: [A-Za-z][\w.-]*+(?::[A-Za-z][\w.-]*+)?+="[^"\t\n]*+")*+ ?', re.ASCII)
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"', re.ASCII)


class PlainRows:
    """Gives the cells of plain rows to ``builder``."""

    def __init__(self, builder: CellBuilder) -> None:
        self._builder = builder

    def read(self, xml: bytes, position: int) -> int:
        """Read the rows from ``position`` on; where the first stands that is not plain, or where they end."""
        end = max(position, xml.find(_ROWS_END, position))
        rows = plain(xml[position:end])
        if rows is None or ("&" in rows and not _has_few_references(rows)):
            return position
        done = 0
        while tag := _ROW.match(rows, done):
            end_of_row = self._read_row(rows, tag)
            if not end_of_row:
                break
            done = end_of_row
        rest = rows[done:].lstrip(" \t\n")
        return end - len(rest.encode()) if rest else end

    def _read_row(self, rows: str, tag: re.Match[str]) -> int:
        """Where the row ends that begins with ``tag``; 0 where it is not plain.

        All of it is understood before any of it is built: the parser may then read it from its beginning.
        """
        start = close = end = tag.end()
        if not tag[2]:
            close = rows.find(_ROW_END, start, start + LONGEST_ROW)
            end = close + len(_ROW_END)
            if close < 0:
                return 0
        before, *written = rows[start:close].split(_CELL_START)
        if before:
            return 0
        try:
            head = _row_head(tag[1])
            cells = [
                _remembered(cell) if len(cell) <= LONGEST_CELL else _understood(cell) for cell in written
            ]
        except ValueError:
            return 0
        self._builder.row(head)
        self._builder.plain_cells(cells)
        return end


def _has_few_references(rows: str) -> bool:
    """Whether only what XML needs is written as ``&lt;`` and the like.

    Some programs write every Chinese character so; the parser decodes that many times as fast.
    """
    return rows.count("&#") - rows.count("&#10;") <= MOST_REFERENCES and not has_bad_reference(rows)


def _understood(written: str) -> PlainCell:
    """The cell with this text behind ``<c``. ``ValueError`` where it is not plain."""
    parts = _CELL.fullmatch(written)
    if parts is None:
        raise ValueError(written)
    tag, has_formula, formula_tag, formula, opening, is_inline, value = parts.groups("")
    return PlainCell.of(
        CellText(
            _head(f" {tag}"),
            referenced(value) if opening else None,
            referenced(formula) if has_formula else None,
            _attributes(formula_tag) if formula_tag else NONE,
            bool(is_inline),
        )
    )


_remembered = lru_cache(maxsize=REMEMBERED)(_understood)


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
