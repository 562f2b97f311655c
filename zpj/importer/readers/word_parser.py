"""The main part of a Word file in one pass: from its markup to paragraphs and tables."""

from dataclasses import dataclass, field

from zpj.importer.readers.word_document import (
    VerticalMerge,
    WordBlock,
    WordCell,
    WordDocument,
    WordParagraph,
    WordRow,
    WordSpot,
)
from zpj.importer.readers.word_text import VisibleText
from zpj.xlsx.limits import Limits
from zpj.xlsx.refusal import Measure, too_large
from zpj.xlsx.xml_parser import End, Start, parse, qualified

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespace of text documents, transitional and strict."""
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
"""The namespace of formulas; a sign like ≥ is easily typed as one."""
MOST_COLUMNS = 1024
"""Columns a cell may take; Word stops at 63."""


def parse_document(part: str, xml: bytes, limits: Limits) -> WordDocument:
    """The document in ``part``. Refused with X01 where its markup makes no sense, X04 beyond ``limits``."""
    text = VisibleText()
    reader = _DocumentHandlers(text, limits)
    starts = qualified(text.starts | reader.starts, *WORD)
    ends = qualified(text.ends | reader.ends, *WORD) | qualified({"t": text.add}, *MATH)
    parse(part, xml, "document", starts, ends, limits.depth)
    return WordDocument(tuple(reader.body), reader.first_change)


@dataclass(slots=True)
class _OpenCell:
    spot: WordSpot
    span: int = 1
    merge: VerticalMerge | None = None
    blocks: list[WordBlock] = field(default_factory=list[WordBlock])


@dataclass(slots=True)
class _OpenTable:
    number: int
    rows: list[WordRow] = field(default_factory=list[WordRow])
    row: list[WordCell] = field(default_factory=list[WordCell])
    next_column: int = 1
    deleted: bool = False
    """Whether the row that is open was deleted with changes tracked."""


class _DocumentHandlers:
    """Tables and paragraphs; a cell holds both, so tables may be nested."""

    def __init__(self, text: VisibleText, limits: Limits) -> None:
        self._text = text
        self._limits = limits
        self._tables: list[_OpenTable] = []
        self._cells: list[_OpenCell] = []
        self._table_count = self._cell_count = self._paragraph_count = 0
        self._in_row_properties = False
        self.body: list[WordBlock] = []
        self.first_change: WordSpot | None = None
        self.starts: dict[str, Start] = {
            "tbl": self._start_table,
            "tr": self._start_row,
            "trPr": self._start_row_properties,
            "gridBefore": self._grid_before,
            "tc": self._start_cell,
            "gridSpan": self._grid_span,
            "vMerge": self._vertical_merge,
            "ins": self._change,
            "moveTo": self._change,
            "del": self._remove,
            "moveFrom": self._remove,
        }
        self.ends: dict[str, End] = {
            "p": self._end_paragraph,
            "trPr": self._end_row_properties,
            "tc": self._end_cell,
            "tr": self._end_row,
            "tbl": self._end_table,
        }

    def _start_table(self, _: object) -> None:
        # A table in a text box begins in the middle of a paragraph.
        self._end_paragraph(_)
        self._table_count += 1
        self._tables.append(_OpenTable(self._table_count))

    def _start_row(self, _: object) -> None:
        table = self._tables[-1]
        table.row, table.next_column, table.deleted = [], 1, False

    def _start_row_properties(self, _: object) -> None:
        self._in_row_properties = True

    def _end_row_properties(self, _: object) -> None:
        self._in_row_properties = False

    def _grid_before(self, attributes: dict[str, str]) -> None:
        self._tables[-1].next_column += _columns(attributes, 0)

    def _start_cell(self, _: object) -> None:
        self._cell_count += 1
        if self._cell_count > self._limits.cells:
            too_large(Measure.CELLS, self._limits.cells)
        table = self._tables[-1]
        self._cells.append(_OpenCell(WordSpot(table.number, len(table.rows) + 1, table.next_column)))

    def _grid_span(self, attributes: dict[str, str]) -> None:
        self._cells[-1].span = _columns(attributes, 1)

    def _vertical_merge(self, attributes: dict[str, str]) -> None:
        self._cells[-1].merge = "first" if _value(attributes, "") == "restart" else "further"

    def _end_cell(self, _: object) -> None:
        table, cell = self._tables[-1], self._cells.pop()
        table.row.append(WordCell(cell.spot, cell.span, cell.merge, tuple(cell.blocks)))
        table.next_column += cell.span

    def _end_row(self, _: object) -> None:
        table = self._tables[-1]
        if not table.deleted:
            table.rows.append(tuple(table.row))

    def _end_table(self, _: object) -> None:
        self._blocks().append(tuple(self._tables.pop().rows))

    def _end_paragraph(self, _: object) -> None:
        if text := self._text.take():
            spot = self._spot()
            self._paragraph_count += spot.table == 0
            self._blocks().append(WordParagraph(text, spot))

    def _change(self, _: object) -> None:
        self.first_change = self.first_change or self._spot()

    def _remove(self, _: object) -> None:
        self._text.hide(_)
        self._change(_)
        if self._in_row_properties:
            self._tables[-1].deleted = True

    def _blocks(self) -> list[WordBlock]:
        return self._cells[-1].blocks if self._cells else self.body

    def _spot(self) -> WordSpot:
        """Where the reader is: the cell it is in, the row whose properties it reads, or a paragraph."""
        if self._in_row_properties:
            table = self._tables[-1]
            return WordSpot(table.number, len(table.rows) + 1, 1)
        return self._cells[-1].spot if self._cells else WordSpot(0, self._paragraph_count + 1, 1)


def _columns(attributes: dict[str, str], least: int) -> int:
    """The attribute w:val as a number of columns. ``ValueError`` for more than there can be."""
    count = int(_value(attributes, str(least)))
    if count > MOST_COLUMNS:
        raise ValueError(count)
    return max(least, count)


def _value(attributes: dict[str, str], otherwise: str) -> str:
    """The attribute w:val."""
    return next((value for name, value in attributes.items() if name.endswith(" val")), otherwise)
