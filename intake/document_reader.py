"""The main part of a Word file in one pass: from its markup to paragraphs and tables."""

from dataclasses import dataclass, field

from intake.document import Block, Cell, Document, Paragraph, Spot, Table
from workbooks.limits import Limits
from workbooks.markup import End, Start, parse, qualified
from workbooks.refusal import Measure, too_large

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespace of text documents, transitional and strict."""
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_UNSEEN = ("del", "moveFrom", "rt")
"""Elements whose text is not there for a reader: deleted, moved away, or a reading aid above a character."""
_CHANGES = ("ins", "del", "moveFrom", "moveTo")
_SYMBOLS = {"F0B3": "≥", "F0A3": "≤", "F0B1": "±", "F0B4": "×", "F025": "%"}
"""Characters that Word keeps by their code in its font Symbol; a sign before a target may be one."""


def read_document(part: str, xml: bytes, limits: Limits) -> Document:
    """The document in ``part``. Refused with X01 where its markup makes no sense, X04 beyond ``limits``."""
    reader = _DocumentReader(limits)
    starts = qualified(reader.starts, *WORD)
    ends = qualified(reader.ends, *WORD) | qualified({"t": reader.take}, *MATH)
    parse(part, xml, "document", starts, ends, limits.depth)
    return Document(tuple(reader.body), reader.change)


@dataclass(slots=True)
class _OpenCell:
    spot: Spot
    span: int = 1
    merged: bool = False
    continues: bool = False
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _OpenTable:
    number: int
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    column: int = 1
    deleted: bool = False
    cell: _OpenCell | None = None


class _DocumentReader:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._open: list[_OpenTable] = []
        self._text: list[str] = []
        self._placeholders: list[bool] = []
        self._unseen = self._runs = self._tables = self._cells = self._paragraphs = 0
        self._in_row_properties = False
        self.body: list[Block] = []
        self.change: Spot | None = None
        self.starts: dict[str, Start] = {
            "tbl": self._start_table,
            "tr": self._start_row,
            "trPr": self._row_properties,
            "gridBefore": self._skip_columns,
            "tc": self._start_cell,
            "gridSpan": self._span,
            "vMerge": self._merge,
            "r": self._start_run,
            "tab": lambda _: self._mark("\t"),
            "br": lambda _: self._mark("\n"),
            "cr": lambda _: self._mark("\n"),
            "noBreakHyphen": lambda _: self._mark("-"),
            "sym": self._symbol,
            "sdt": lambda _: self._placeholders.append(False),
            "showingPlcHdr": self._placeholder,
            "sdtContent": self._start_control,
            **dict.fromkeys(_UNSEEN, self._start_unseen),
            **dict.fromkeys(_CHANGES, self._start_change),
        }
