"""The body of a Word document as a reader sees it: paragraphs and tables, in order.

Text that was inserted with changes tracked counts, deleted text does not; of alternative contents the
fallback counts; text boxes, content controls and formulas are read in their place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias


class WordSpot(NamedTuple):
    """A table cell, all counted from 1: tables as they begin, nested ones included, columns of its grid.

    With ``table`` 0 it is the paragraph ``row`` outside all tables; blank paragraphs are not counted.
    """

    table: int
    row: int
    column: int


VerticalMerge = Literal["first", "further"]
"""Only the first part of a merged cell is shown."""


@dataclass(frozen=True, slots=True)
class WordCell:
    """A table cell over ``span`` columns from ``spot`` on."""

    spot: WordSpot
    span: int
    merge: VerticalMerge | None
    """Whether it is a part of a cell merged over several rows."""
    blocks: tuple[WordBlock, ...]


WordRow: TypeAlias = tuple[WordCell, ...]
WordTable: TypeAlias = tuple[WordRow, ...]


class WordParagraph(NamedTuple):
    """A paragraph; it may have line breaks."""

    text: str
    spot: WordSpot


WordBlock: TypeAlias = WordParagraph | WordTable


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A document; ``change`` is the place of the first tracked change, if there are any."""

    blocks: tuple[WordBlock, ...]
    change: WordSpot | None
