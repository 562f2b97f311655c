"""The body of a Word document as a reader sees it: paragraphs and tables, in order.

Text that was inserted with changes tracked counts, deleted text does not; of alternative contents the fallback
counts; text boxes, content controls and formulas are read where they stand.
"""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


class Spot(NamedTuple):
    """A table cell, all counted from 1: tables as they begin, nested ones included, columns of its grid.

    With ``table`` 0 it is the paragraph ``row`` outside all tables; blank paragraphs are not counted.
    """

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell over ``span`` columns from ``spot`` on. What ``continues`` a cell above is not shown."""

    spot: Spot
    span: int
    merged: bool
    """Whether it is part of a vertically merged cell, the first part included."""
    continues: bool
    blocks: "tuple[Block, ...]"


Table: TypeAlias = tuple[tuple[Cell, ...], ...]
"""The rows of a table."""


class Paragraph(NamedTuple):
    """A paragraph; line breaks in it are ``\\n``."""

    text: str
    spot: Spot


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A document; ``change`` is where the first tracked change stands, if there are any."""

    blocks: tuple[Block, ...]
    change: Spot | None
