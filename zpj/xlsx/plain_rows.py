"""Rows spelled as spreadsheet programs spell them, read without an XML parser: several times as fast.

XML allows much that no program writes inside a row: comments, prefixes, CDATA, single quotes. What is
recognised here has none of it, and every byte of it is recognised, so that it is well formed by itself; all a
parser would object to besides is a prefix of an attribute that nobody declared. The first row that is spelled
in another way, and all that follows it, is left to the parser.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from zpj.xlsx.cell_builder import CellBuilder
from zpj.xlsx.heads import CellHead, Line, RowHead
from zpj.xlsx.plain_text import has_bad_reference, plain

LONGEST_ROW = 1 << 18
"""Characters of a row; it is held in pieces at once."""
REMEMBERED = 1 << 14
"""Tags that are understood once for all forms: those of one batch are written in the same cells."""
ROWS_REMEMBERED = 1 << 10
"""Rows of which the tags of all cells are remembered together."""

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
_TAG_GROUP, _FORMULA_TAG_GROUP = 1, 3


class PlainRows:
    """Gives the cells of plain rows to ``builder``."""

    def __init__(self, builder: CellBuilder) -> None:
        self._builder = builder

    def read(self, xml: bytes, position: int) -> int:
        """Read the rows from ``position`` on; where the first stands that is not plain, or where they end."""
        end = max(position, xml.find(_ROWS_END, position))
        rows = plain(xml[position:end])
        if rows is None or ("&" in rows and has_bad_reference(rows)):
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
        found = _CELL.findall(rows, start, close) if close > start else []
        if sum([len(parts[0]) for parts in found]) != close - start:
            return 0
        try:
            head = _row_head(tag[1])
            line = _line(tuple([parts[_TAG_GROUP] for parts in found]))
            formulas = [_attributes(parts[_FORMULA_TAG_GROUP]) for parts in found if parts[_FORMULA_TAG_GROUP]]
        except ValueError:
            return 0
        self._builder.row(head)
        self._builder.plain_cells(line, found, iter(formulas))
        return end


@lru_cache(maxsize=ROWS_REMEMBERED)
def _line(tags: tuple[str, ...]) -> Line:
    """The tags of the cells of a row, which forms of one batch have in common."""
    return Line.of([_head(tag) for tag in tags])


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
