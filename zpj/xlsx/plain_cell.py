"""One plainly spelled cell, understood as far as that is possible without the tables of its workbook."""

from collections.abc import Mapping
from math import isfinite
from typing import NamedTuple

from zpj.xlsx.attributes import NUMBER
from zpj.xlsx.heads import CellHead

LONGEST = 256
"""Characters of a text or formula that is taken as it stands; longer ones are held against the limits."""
_MOST_DIGITS = 9
NO_STRING = -1


class CellText(NamedTuple):
    """What is written of a cell."""

    head: CellHead
    value: str | None
    formula: str | None
    attributes: Mapping[str, str]
    """Those of the formula."""
    inline: bool
    """Whether the value is an inline string."""


class PlainCell(NamedTuple):
    """A cell. Where it is not :attr:`ready` only the builder can tell what ``text`` means."""

    place: tuple[int, int]
    style: str
    ready: bool
    blank: bool
    stored: str | float | None
    string: int
    """The number of a shared string, or :data:`NO_STRING`."""
    formula: str | None
    """With ``=``."""
    text: CellText

    @classmethod
    def of(cls, text: CellText) -> "PlainCell":
        """The cell of which this is written."""
        head, value, formula, attributes, inline = text
        found: tuple[str | float | None, int] | None = None
        short = len(value or "") <= LONGEST and len(formula or "") < LONGEST
        if short and not attributes and not head.extra:
            found = _stored(head.kind, value, inline)
        ready = found is not None
        stored, string = found or (None, NO_STRING)
        blank = ready and value is None and formula is None
        return cls(
            head.place, head.style, ready, blank, stored, string, f"={formula}" if formula else None, text
        )


def _stored(kind: str, value: str | None, inline: bool) -> tuple[str | float | None, int] | None:
    """The value and the number of a shared string; ``None`` where it takes more to tell."""
    match kind:
        case "n" if not value and not inline:
            return None, NO_STRING
        case "n" if value and not inline and NUMBER.fullmatch(value) and isfinite(number := float(value)):
            return number, NO_STRING
        case "inlineStr" if value is not None and inline and "_x" not in value:
            return value, NO_STRING
        case "str" if value is not None and not inline and "_x" not in value:
            return value, NO_STRING
        case "s" if (
            value and not inline and value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
        ):
            return None, int(value)
        case _:
            return None
