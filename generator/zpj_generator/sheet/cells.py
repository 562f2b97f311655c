"""What a laid-out form is made of: rows of cells with style names and formulas, and what lies over them.

Cells are named tuples rather than dataclasses: a form has some six hundred, and making them is a third of
the time of laying one out.
"""

from typing import NamedTuple

Value = str | float | None


class Cell(NamedTuple):
    """One cell. With a formula, ``value`` is the result that is stored beside it."""

    ref: str
    style: str
    value: Value = None
    formula: str | None = None
    number_format: str | None = None
    """Excel number format where the style's own does not do."""


class Row(NamedTuple):
    """One sheet row; ``height`` in points, ``None`` for the default."""

    number: int
    height: float | None
    cells: tuple[Cell, ...]


class Validation(NamedTuple):
    """A data validation over ``cells``, ranges apart by blanks, with a Chinese prompt and error."""

    cells: str
    kind: str
    first: str
    second: str | None
    prompt: str
    error: str


class Highlight(NamedTuple):
    """A conditional format: ``formula`` is written for the first cell of ``cells``, one range."""

    cells: str
    formula: str
    style: str


class Name(NamedTuple):
    """A defined name for an input or a result of the form sheet."""

    name: str
    ref: str
