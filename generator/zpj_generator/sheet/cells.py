"""What a laid-out form is made of: rows of cells with style names and formulas, and what lies over them.

Cells are named tuples rather than dataclasses: a form has some six hundred, and making them is a third of
the time of laying one out.
"""

from typing import NamedTuple

from zpj.xlsx.references import Range, cell_name
from zpj_generator.sheet.roles import Role

Value = str | float | None


class Cell(NamedTuple):
    """One cell. With a formula, ``value`` is the result that is stored beside it."""

    row: int
    column: int
    style: str
    value: Value = None
    formula: str | None = None
    number_format: str | None = None
    """Excel number format where the style's own does not do."""
    role: Role | None = None
    """``None`` for a frame: a cell that a merge covers, or one between the others."""

    @property
    def ref(self) -> str:
        """The address, such as ``F14``."""
        return cell_name(self.row, self.column)


class SheetRow(NamedTuple):
    """One sheet row, its cells left to right; ``height`` in points, ``None`` for the default."""

    number: int
    height: float | None
    cells: tuple[Cell, ...]


class Validation(NamedTuple):
    """A data validation over ``areas``, with a Chinese prompt and error."""

    areas: tuple[Range, ...]
    kind: str
    first: str
    second: str | None
    prompt: str
    error: str

    @property
    def cells(self) -> str:
        """The areas as a workbook writes them, apart by blanks."""
        return " ".join([area.a1 for area in self.areas])


class Highlight(NamedTuple):
    """A conditional format: ``formula`` is written for the first cell of ``area``."""

    area: Range
    formula: str
    style: str


class DefinedName(NamedTuple):
    """A defined name for an input or a result of the form sheet."""

    name: str
    row: int
    column: int

    @property
    def ref(self) -> str:
        """The address, such as ``F14``."""
        return cell_name(self.row, self.column)
