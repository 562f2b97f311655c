"""Whether the cells of a returned form still stand where they were issued, found by its locked texts."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from checker.context import Context
from generator.package.registry import INPUT
from workbooks.reference import cell_name, parse_cell

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
    anchors = list(_anchors(form))
    lost = [anchor for anchor in anchors if not _stands(form, anchor, 0, 0)]
    if not lost:
        return None
    end = max(anchors)
    for rows, columns in _offsets():
        moved = [anchor for anchor in lost if _stands(form, anchor, rows, columns)]
        if end in moved or len(moved) >= max(LEAST, len(lost) // 2):
            return Displacement(_first(lost, rows), rows, columns)
    return Displacement(_first(lost, 1), 0, 0) if 2 * len(lost) > len(anchors) else None


def same_text(found: str, issued: str) -> bool:
    """Whether the texts agree, but for the white space and control characters that programs change."""
    if found == issued:
        return True
    # No program adds that much; a text of thousands of characters is not worth looking through.
    return len(found) <= 2 * len(issued) + SLACK and _visible(found) == _visible(issued)


def _visible(text: str) -> str:
    return "".join(character for character in text if character.isprintable() and not character.isspace())


def _anchors(form: Context) -> Iterator[Anchor]:
    for ref, cell in form.issued.items():
        if isinstance(cell.value, str) and cell.formula is None and not cell.style.endswith(INPUT):
            yield Anchor(*parse_cell(ref), cell.value)


def _stands(form: Context, anchor: Anchor, rows: int, columns: int) -> bool:
    row, column = anchor.row + rows, anchor.column + columns
    return row > 0 and column > 0 and same_text(form.cell(cell_name(row, column)).text, anchor.text)


def _offsets() -> Iterator[tuple[int, int]]:
    for distance in range(1, FARTHEST + 1):
        yield from ((distance, 0), (-distance, 0), (0, distance), (0, -distance))


def _first(lost: Iterable[Anchor], rows: int) -> str:
    """The first row, or column, that does not stand where it was issued."""
    if rows:
        return f"A{min(anchor.row for anchor in lost)}"
    return cell_name(1, min(anchor.column for anchor in lost))
