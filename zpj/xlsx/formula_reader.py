"""Formulas as a person reads them, with ``=``; a shared formula is translated to its cell when asked for."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from zpj.xlsx.limits import Limits
from zpj.xlsx.references import Range, cell_name
from zpj.xlsx.refusal import Measure, too_large

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
        return str(Translator(written, origin=origin).translate_formula(cell))
    except (TokenizerError, TranslatorError, ValueError, IndexError):
        return NO_FORMULA


Formula = str | SharedFormula


class ArrayFormula(NamedTuple):
    """A formula that fills ``cells`` and stands in the file only once."""

    cells: Range
    written: str


class FormulaReader:
    """Gives each cell of a sheet its formula, from the ``f`` elements in document order."""

    def __init__(self, limits: Limits) -> None:
        self._characters = limits.characters
        self._most_shared = self._room = limits.shared_characters
        self._shared: dict[str, SharedFormula] = {}
        self.arrays: list[ArrayFormula] = []

    def read(self, attributes: Mapping[str, str], text: str, place: tuple[int, int]) -> Formula:
        """The formula of the cell at (row, column). ``KeyError`` where it shares one that was never written.

        X04 where it is too long, or too much is shared.
        """
        if len(text) > self._characters:
            too_large(Measure.CHARACTERS, self._characters)
        written = f"={text}"
        kind = attributes.get("t")
        if kind == "shared":
            return self._share(attributes["si"], text, cell_name(*place))
        if kind == "array" and "ref" in attributes:
            self.arrays.append(ArrayFormula(Range.parse(attributes["ref"]), written))
        return written

    def _share(self, index: str, text: str, cell: str) -> Formula:
        if text:
            self._shared[index] = SharedFormula(f"={text}", cell, cell)
            return f"={text}"
        shared = self._shared[index]
        self._room -= len(shared.written)
        if self._room < 0:
            too_large(Measure.SHARED_CHARACTERS, self._most_shared)
        return shared._replace(cell=cell)
