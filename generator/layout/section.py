"""A stretch of the form sheet, and the small steps every section is built with."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.layout import columns
from generator.layout.model import Cell, Name, Row, Validation


class Section(NamedTuple):
    """Consecutive rows with what lies over them."""

    rows: tuple[Row, ...]
    merges: tuple[str, ...] = ()
    validations: tuple[Validation, ...] = ()
    names: tuple[Name, ...] = ()


def printed_row(
    number: int, height: float | None, cells: Mapping[str, Cell], aids: Sequence[Cell] = ()
) -> Row:
    """A row with a cell in every printed column: a merged cell has a frame only if every part has."""
    printed = [cells.get(column) or Cell(f"{column}{number}", "frame") for column in columns.PRINTED]
    return Row(number, height, (*printed, *aids))


def merge_down(column: str, first: int, last: int) -> tuple[str, ...]:
    """The merge of one column over several rows; nothing to merge for one row."""
    return (f"{column}{first}:{column}{last}",) if last > first else ()


def input_or_constant(ref: str, value: str | float | None, style: str) -> Cell:
    """What the definition gives is locked; what it leaves open is an input of the same look."""
    return Cell(ref, f"{style}_input") if value in (None, "") else Cell(ref, style, value)
