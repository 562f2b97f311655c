"""Whether the cells of a returned form still stand where they were issued, found by its locked texts."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from zpj.recheck.context import Context
from zpj.recheck.returned_file import CellView
from zpj.xlsx.references import cell_name, parse_cell
from zpj_generator.sheet.cells import Cell

FARTHEST = 40
"""How many inserted or deleted rows or columns are recognised; a form has hardly more."""
SLACK = 100
"""Characters that a re-saved text may be longer, besides twice its own length."""
LEAST = 4
"""Fewer texts found elsewhere are texts that somebody rewrote, unless the end of the form moved too."""


class Anchor(NamedTuple):
    """A locked text and where it was issued."""

    row: int
    column: int
    text: str


class Displacement(NamedTuple):
    """From ``ref`` on everything stands so many rows lower and columns further right than issued.

    Both are 0 where most of the form is not to be found at all.
    """

    ref: str
    rows: int
    columns: int


@lru_cache(maxsize=1)  # several checks of one form ask for it
def displacement(form: Context) -> Displacement | None:
    """How the form was moved by inserted or deleted rows or columns; ``None`` where it was not."""
    texts = [(issued, found) for issued, found in form.constants if isinstance(issued.value, str)]
    lost = [_anchor(issued) for issued, found in texts if not _holds(found, str(issued.value))]
    if not lost:
        return None
    end = max(_anchor(issued) for issued, _ in texts)
    for rows, columns in _offsets():
        moved = [anchor for anchor in lost if _stands(form, anchor, rows, columns)]
        if end in moved or len(moved) >= max(LEAST, len(lost) // 2):
            return Displacement(_first(lost, rows), rows, columns)
    return Displacement(_first(lost, 1), 0, 0) if 2 * len(lost) > len(texts) else None


def same_text(found: str, issued: str) -> bool:
    """Whether the texts agree, but for the white space and control characters that programs change."""
    if found == issued:
        return True
    # No program adds that much; a text of thousands of characters is not worth looking through.
    return len(found) <= 2 * len(issued) + SLACK and _visible(found) == _visible(issued)


def _visible(text: str) -> str:
    return "".join(character for character in text if character.isprintable() and not character.isspace())


def _anchor(issued: Cell) -> Anchor:
    return Anchor(*parse_cell(issued.ref), str(issued.value))


def _stands(form: Context, anchor: Anchor, rows: int, columns: int) -> bool:
    row, column = anchor.row + rows, anchor.column + columns
    return row > 0 and column > 0 and _holds(form.cell(cell_name(row, column)), anchor.text)


def _holds(found: CellView, text: str) -> bool:
    return found.value == text or same_text(found.text, text)


def _offsets() -> Iterator[tuple[int, int]]:
    for distance in range(1, FARTHEST + 1):
        yield from ((distance, 0), (-distance, 0), (0, distance), (0, -distance))


def _first(lost: Iterable[Anchor], rows: int) -> str:
    """The first row, or column, that does not stand where it was issued."""
    if rows:
        return f"A{min(anchor.row for anchor in lost)}"
    return cell_name(1, min(anchor.column for anchor in lost))
