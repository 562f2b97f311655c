"""Formulas as a person reads them, with ``=``; a shared formula is translated to its cell when asked for."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from zpj.xlsx.limits import Limits
from zpj.xlsx.references import Range, cell_name
from zpj.xlsx.refusal import Measure, TwoViews, ambiguous, too_large

XML_SPACE = "xml:space"
"""How the attribute is named that keeps white space."""
TRUE = ("1", "true")

LONGEST = 8192
"""Characters of the longest formula that Excel accepts."""
NO_FORMULA = "=#REF!"
MOST_BRACKETS = 64
"""Square brackets of a formula worth taking apart: openpyxl looks at all of them for each of them."""


def is_reasonable(formula: str) -> bool:
    """Whether a program may have written ``formula``, so that it can be taken apart in good time."""
    return len(formula) <= LONGEST and formula.count("[") <= MOST_BRACKETS


class SharedFormula(NamedTuple):
    """A formula written once, in ``origin``, and meant for ``cell`` with its relative references moved."""

    written: str
    origin: str
    cell: str

    @property
    def text(self) -> str:
        """The formula of ``cell``; ``=#REF!`` where moving it leaves the sheet or it is no formula at all."""
        return _moved(*self) if is_reasonable(self.written) else NO_FORMULA


@lru_cache(maxsize=256)  # the checks ask for the formula of a cell several times
def _moved(written: str, origin: str, cell: str) -> str:
    # Imported here: openpyxl takes longer to import than a form to read, and few formulas are shared.
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator, TranslatorError

    try:
        moved: Any = Translator(written, origin=origin)  # the stubs leave a parameter of its method open
        return str(moved.translate_formula(cell))
    except (TokenizerError, TranslatorError, ValueError, IndexError):
        return NO_FORMULA


class ArrayFormula(NamedTuple):
    """A formula that fills ``cells`` and stands in the file only once."""

    cells: Range
    text: str
    """With ``=``."""


class DataTable(NamedTuple):
    """A what-if table over ``cells``, which the program fills by trying values in its input cells."""

    cells: Range
    inputs: tuple[str, ...]
    """The input cells as written, ``#REF!`` for one that was deleted."""
    by_row: bool = False

    @property
    def text(self) -> str:
        """The formula that Excel shows."""
        return f"=TABLE({','.join(self.inputs)})"


Formula = str | SharedFormula | ArrayFormula | DataTable
_ATTRIBUTES = frozenset({
    "t", "ref", "si", "ca", "aca", "bx", "dt2D", "dtr", "del1", "del2", "r1", "r2", XML_SPACE
})  # fmt: skip


class FormulaReader:
    """Gives each cell of a sheet its formula, from the ``f`` elements in document order."""

    def __init__(self, part: str, limits: Limits) -> None:
        self._part = part
        self._characters = limits.characters
        self._most_shared = self._room = limits.shared_characters
        self._shared: dict[str, SharedFormula] = {}
        self.arrays: list[ArrayFormula | DataTable] = []

    def read(self, attributes: Mapping[str, str], text: str, place: tuple[int, int]) -> Formula | None:
        """The formula of the cell at (row, column); ``None`` for an element that says nothing.

        X04 where it is too long, or too much is shared; X06 where it shares one that was never written, or
        says what no program knows.
        """
        if len(text) > self._characters:
            too_large(Measure.CHARACTERS, self._characters)
        if not attributes:
            return f"={text}" if text else None
        cell = cell_name(*place)
        if not attributes.keys() <= _ATTRIBUTES:
            ambiguous(TwoViews.MARKUP_INSIDE, self._part, cell)
        kind = attributes.get("t", "normal")
        if kind == "shared":
            return self._share(attributes.get("si", ""), text, cell)
        if kind == "array":
            return self._fill(ArrayFormula(self._cells(attributes, place, cell), f"={text}"))
        if kind == "dataTable":
            return self._fill(self._table(attributes, place, cell))
        if kind != "normal":
            ambiguous(TwoViews.CELL_TYPE, self._part, cell)
        return f"={text}" if text else None

    def _fill(self, formula: ArrayFormula | DataTable) -> ArrayFormula | DataTable:
        if formula.cells.area > 1:
            self.arrays.append(formula)
        return formula

    def _cells(self, attributes: Mapping[str, str], place: tuple[int, int], cell: str) -> Range:
        """The cells that are filled; the cell of the formula is the first of them."""
        try:
            cells = Range.parse(attributes["ref"])
        except (KeyError, ValueError):
            ambiguous(TwoViews.CELL_ADDRESS, self._part, cell)
        if (cells.top, cells.left) != place:
            ambiguous(TwoViews.CELL_ADDRESS, self._part, cell)
        return cells

    def _table(self, attributes: Mapping[str, str], place: tuple[int, int], cell: str) -> DataTable:
        inputs = [
            "#REF!" if attributes.get(deleted) in TRUE else attributes[name]
            for name, deleted in (("r1", "del1"), ("r2", "del2"))
            if name in attributes
        ]
        return DataTable(
            self._cells(attributes, place, cell), tuple(inputs), attributes.get("dtr", "0") in TRUE
        )

    def _share(self, index: str, text: str, cell: str) -> Formula:
        shared = self._shared.get(index)
        if text:
            # Some take the second formula under one number, others what the first one makes of the cell.
            if shared is not None and shared._replace(cell=cell).text != f"={text}":
                ambiguous(TwoViews.SHARED_FORMULA, self._part, cell)
            if shared is None:
                self._shared[index] = SharedFormula(f"={text}", cell, cell)
            return f"={text}"
        if shared is None or not index:
            ambiguous(TwoViews.SHARED_FORMULA, self._part, cell)
        self._room -= len(shared.written)
        if self._room < 0:
            too_large(Measure.SHARED_CHARACTERS, self._most_shared)
        return shared._replace(cell=cell)
