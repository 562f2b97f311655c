"""A stretch of the form sheet, and the small steps every section is built with."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Name, Row, Validation, Value


class Section(NamedTuple):
    """Consecutive rows with what lies over them."""

    rows: tuple[Row, ...]
    merges: tuple[str, ...] = ()
    validations: tuple[Validation, ...] = ()
    names: tuple[Name, ...] = ()


@lru_cache(maxsize=4096)  # the same in every form
def blank(column: str, row: int, style: str) -> Cell:
    """A cell that holds nothing."""
    return Cell(f"{column}{row}", style)


def printed_row(
    number: int, height: float | None, cells: Mapping[str, Cell], aids: Sequence[Cell] = ()
) -> Row:
    """A row with a cell in every printed column: a merged cell has a frame only if every part has."""
    printed = [cells.get(column) or blank(column, number, "frame") for column in columns.PRINTED]
    return Row(number, height, (*printed, *aids))


def across(cell: Cell, last: str) -> dict[str, Cell]:
    """The cells of a merge from ``cell`` to column ``last``, by column, all in its style.

    The frame and the lock of a merged cell are those of its parts: one locked part would lock an input.
    """
    row = int(cell.ref[1:])
    covered = columns.PRINTED[columns.PRINTED.index(cell.ref[0]) + 1 : columns.PRINTED.index(last) + 1]
    return {cell.ref[0]: cell} | {column: blank(column, row, cell.style) for column in covered}


def covered_row(first: Row, number: int, height: float) -> Row:
    """A further sheet row of what ``first`` began: the same styles, nothing in them."""
    return Row(number, height, tuple(blank(cell.ref[0], number, cell.style) for cell in first.cells))


def merge_down(column: str, first: int, last: int) -> tuple[str, ...]:
    """The merge of one column over several rows; nothing to merge for one row."""
    return (f"{column}{first}:{column}{last}",) if last > first else ()


def input_or_constant(ref: str, issued: Value, answer: Value, style: str) -> Cell:
    """What the definition gives is locked; what it leaves open is an input of the same look."""
    if issued in (None, ""):
        return Cell(ref, f"{style}_input", answer or None if isinstance(answer, str) else answer)
    return Cell(ref, style, issued)
