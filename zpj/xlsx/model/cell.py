"""One cell as it was saved: stored value, formula, format, and how a person reads it."""

from dataclasses import dataclass
from typing import NamedTuple

from zpj.xlsx.formula_reader import ArrayFormula, DataTable, Formula, SharedFormula
from zpj.xlsx.model.looks import CellFormat, Font
from zpj.xlsx.number_text import number_text
from zpj.xlsx.references import Range

PLAIN = CellFormat()


class Run(NamedTuple):
    """A stretch of a text with a look of its own; ``font`` is ``None`` for the font of the cell."""

    text: str
    font: Font | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """What few cells have; a cell without any of it has no such object."""

    runs: tuple[Run, ...] = ()
    """The stretches of a rich text, neighbours of one font joined; empty where all are in the cell's font,
    and on hidden sheets."""
    phonetic: str = ""
    """The reading aid shown above the text."""
    rich_value: bool = False
    """``vm``: Excel shows something else than the value, such as a picture."""
    dynamic_array: bool = False
    """``cm``: an array formula that was entered as an ordinary one."""
    unknown: tuple[str, ...] = ()


class Cell(NamedTuple):
    """A cell that is written in the file; blank when all it has is a format."""

    value: str | float | bool | None = None
    """The stored value, of a formula too; numbers and dates are floats, an error value is ``None``."""
    error: str | None = None
    """``"#N/A"`` and its like."""
    written: Formula | None = None
    """The formula as the file has it; ask for :attr:`formula`."""
    format: CellFormat = PLAIN
    extra: Extra | None = None

    @property
    def formula(self) -> str | None:
        """The formula with ``=``, shared and array formulas as they apply to this cell."""
        return self.written if self.written is None or isinstance(self.written, str) else self.written.text

    @property
    def formula_kind(self) -> str:
        """``normal``, ``shared``, ``array``, ``dataTable``; empty for no formula."""
        match self.written:
            case None:
                return ""
            case SharedFormula():
                return "shared"
            case ArrayFormula():
                return "array"
            case DataTable():
                return "dataTable"
            case _:
                return "normal"

    @property
    def fills(self) -> Range | None:
        """The cells that its array formula or data table fills."""
        return self.written.cells if isinstance(self.written, ArrayFormula | DataTable) else None

    @property
    def number_format(self) -> str:
        """The format code, ``General`` by default."""
        return self.format.number_format

    @property
    def locked(self) -> bool:
        """Whether the cell is locked where its sheet is protected."""
        return self.format.locked

    @property
    def text(self) -> str:
        """The cell as a person reads it, see :func:`zpj.xlsx.number_text.number_text`."""
        match self.value:
            case None:
                return self.error or ""
            case bool():
                return "TRUE" if self.value else "FALSE"
            case str():
                return self.value
            case number:
                return number_text(number, self.format.number_format, self.format.date1904)
