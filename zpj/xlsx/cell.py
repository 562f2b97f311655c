"""One cell as it was saved: stored value, formula, lock and number format, and how a person reads it."""

from typing import NamedTuple

from zpj.xlsx.formula_reader import Formula
from zpj.xlsx.number_text import number_text
from zpj.xlsx.style_reader import Style

PLAIN = Style()


class Cell(NamedTuple):
    """A cell that is written in the file; blank when all it has is a style."""

    value: str | float | bool | None = None
    """The stored value, of a formula too; numbers and dates are floats, an error value is ``None``."""
    error: str | None = None
    """``"#N/A"`` and its like."""
    written: Formula | None = None
    """The formula as the file has it; ask for :attr:`formula`."""
    style: Style = PLAIN

    @property
    def formula(self) -> str | None:
        """The formula with ``=``, shared and array formulas as they apply to this cell."""
        return self.written if self.written is None or isinstance(self.written, str) else self.written.text

    @property
    def number_format(self) -> str:
        """The format code, ``General`` by default."""
        return self.style.number_format

    @property
    def locked(self) -> bool:
        """Whether the cell is locked where its sheet is protected."""
        return self.style.locked

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
                return number_text(number, self.style.number_format, self.style.date1904)
