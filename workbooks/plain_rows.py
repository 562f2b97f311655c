"""Rows spelled as spreadsheet programs spell them, read without an XML parser: several times as fast.

XML allows much that no program writes inside a row: comments, prefixes, CDATA, single quotes. What is
recognised here has none of it, and every byte of it is recognised, so that it is well formed by itself. The
first row that is spelled in another way, and all that follows it, is left to the parser.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from workbooks.cell_builder import CellBuilder, Head

LONGEST_ROW = 1 << 18
"""Bytes of a row; it is held in pieces at once."""
REMEMBERED = 1 << 14
"""Tags that are understood once for all forms: those of one batch are written in the same cells."""

_TAG = rb"[^<>/&]{0,255}+"
_SPACE = rb'(?: xml:space="preserve")?+'
_ROW = re.compile(rb"[ \t\n]*+<row(%b)(/?)>" % _TAG)
_ROW_END, _ROWS_END = b"</row>", b"</sheetData>"
# The first group is all of it: by their lengths it is known that nothing stands between the cells.
_CELL = re.compile(
    rb"(<c(%(tag)b)(?:/>|>"
    rb'(?:(<f)((?: (?:t|ref|si|ca|aca|bx)="[^"<>/&\t\n]{0,255}+"){0,6}+)(?:/>|>([^<]*+)</f>))?+'
    rb"(?:(<v)%(space)b(?: ?/>|>([^<]*+)</v>)|(<is)><t%(space)b(?:/>|>([^<]*+)</t>)</is>)?+"
    rb"</c>))" % {b"tag": _TAG, b"space": _SPACE}
)
_ATTRIBUTES = re.compile(rb'(?: [A-Za-z][\w:.-]*+="[^"\t\n]*+")*+ ?')
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')
_REFERENCE = re.compile("&(?:([a-z]+);|#([0-9]{1,7});|#x([0-9A-Fa-f]{1,6});)?")
_NAMED = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
_LAWFUL = re.compile("[\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A carriage return is lawful, but reads as a line feed.
_ODD = bytes(set(range(32)) - set(b"\t\n"))


class PlainRows:
    """Gives the cells of plain rows to ``builder``."""

    def __init__(self, builder: CellBuilder) -> None:
        self._builder = builder

    def read(self, xml: bytes, position: int) -> int:
        """Read the rows from ``position`` on; where the first stands that is not plain, or where they end."""
        rows = xml[position : max(position, xml.find(_ROWS_END, position))]
        if len(rows.translate(None, _ODD)) < len(rows):
            return position
        done = 0
        while row := _row_at(rows, done):
            self._builder.row(row.attributes)
            self._read_cells(row)
            done = row.end
        return position + done

    def _read_cells(self, row: "_Row") -> None:
        build = self._builder.cell
        for head, parts in zip(row.heads, row.cells, strict=True):
            _, _, has_formula, formula_tag, formula, has_value, value, is_inline, inline = parts
            if head.kind == "inlineStr":
                has_value, value = is_inline, inline
            build(
                head,
                _text(value) if has_value else None,
                _text(formula) if has_formula else None,
                _attributes(formula_tag),
            )


class _Row(NamedTuple):
    attributes: Mapping[str, str]
    heads: list[Head]
    cells: list[tuple[bytes, ...]]
    end: int


class _OddTag(ValueError):
    """Attributes that are not spelled plainly, or twice."""


def _row_at(rows: bytes, position: int) -> _Row | None:
    tag = _ROW.match(rows, position)
    if tag is None:
        return None
    start = close = end = tag.end()
    if not tag[2]:
        close = rows.find(_ROW_END, start, start + LONGEST_ROW)
        end = close + len(_ROW_END)
    cells = _CELL.findall(rows, start, close) if close >= 0 else []
    if sum([len(parts[0]) for parts in cells]) != close - start:
        return None
    try:
        return _Row(_attributes(tag[1]), [_head(parts[1]) for parts in cells], cells, end)
    except _OddTag:
        return None


@lru_cache(maxsize=REMEMBERED)
def _head(tag: bytes) -> Head:
    return Head.of(_attributes(tag))


@lru_cache(maxsize=REMEMBERED)
def _attributes(tag: bytes) -> Mapping[str, str]:
    pairs = _ATTRIBUTE.findall(tag.decode())
    attributes = dict(pairs)
    if not _ATTRIBUTES.fullmatch(tag) or len(attributes) < len(pairs) or "xmlns" in attributes:
        raise _OddTag(tag)
    return attributes


def _text(written: bytes) -> str:
    text = written.decode()
    if "&" not in text:
        return text
    usual = text.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">")
    return _REFERENCE.sub(_character, text) if "&" in usual else usual


def _character(reference: re.Match[str]) -> str:
    """The character referred to. ``ValueError`` or ``KeyError`` where XML knows none."""
    name, decimal, hexadecimal = reference.groups()
    if not (decimal or hexadecimal):
        return _NAMED[name]
    character = chr(int(decimal) if decimal else int(hexadecimal, 16))
    if not _LAWFUL.match(character):
        raise ValueError(character)
    return character
