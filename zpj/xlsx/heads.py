"""What the tags of rows and cells say."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from zpj.xlsx.attributes import FALSE, NUMBER, TRUE
from zpj.xlsx.parts.styles import DEFAULT_STYLE
from zpj.xlsx.references import LAST_ROW, column_number
from zpj.xlsx.refusal import TwoViews

_ADDRESS = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_COUNT = re.compile("0|[1-9][0-9]{0,9}")
_NO_MEANING = frozenset({"spans", "thickTop", "thickBot", "ph"})
"""What tags say that no cell hangs on."""
NO_PLACE = (0, 0)


class Odd(ValueError):
    """A tag that programs understand differently."""

    def __init__(self, what: TwoViews, where: str) -> None:
        super().__init__(what, where)
        self.what = what
        self.where = where


class CellHead(NamedTuple):
    """The tag of a cell."""

    place: tuple[int, int]
    """(row, column); :data:`NO_PLACE` for the place after the cell before."""
    kind: str
    style: str
    extra: tuple[bool, bool, tuple[str, ...]] | None = None
    """Rich value, dynamic array, and what is not understood; for the few tags that have any."""

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> "CellHead":
        """The head with these attributes. :class:`Odd` for a reference to no cell."""
        reference = attributes.get("r")
        place = NO_PLACE if reference is None else _place(reference)
        kind = attributes.get("t", "n")
        style = attributes.get("s", DEFAULT_STYLE)
        if attributes.keys() <= {"r", "t", "s"}:
            return cls(place, kind, style)
        unknown = _unknown(attributes, {"r", "t", "s", "cm", "vm"})
        rich, dynamic = (attributes.get(name, "0") != "0" for name in ("vm", "cm"))
        return cls(place, kind, style, (rich, dynamic, unknown) if rich or dynamic or unknown else None)


class RowHead(NamedTuple):
    """The tag of a row."""

    number: int
    """0 for the row after the one before."""
    height: float | None = None
    custom_height: bool = False
    hidden: bool = False
    style: str = ""
    """The style of its cells that are not there, where it has one."""
    outline_level: int = 0
    collapsed: bool = False
    unknown: tuple[str, ...] = ()

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> "RowHead":
        """The head with these attributes. :class:`Odd` for a number or a truth value that is none."""
        number = attributes.get("r")
        if len(attributes) == (number is not None):
            return cls(_row_number(number))
        height = attributes.get("ht")
        if height is not None and not NUMBER.fullmatch(height):
            raise Odd(TwoViews.ATTRIBUTE, height)
        known = {"r", "ht", "customHeight", "hidden", "s", "customFormat", "outlineLevel", "collapsed"}
        return cls(
            _row_number(number),
            None if height is None else float(height),
            _truth(attributes, "customHeight"),
            _truth(attributes, "hidden"),
            attributes.get("s", "") if _truth(attributes, "customFormat") else "",
            _count(attributes.get("outlineLevel", "0")),
            _truth(attributes, "collapsed"),
            _unknown(attributes, known),
        )


def _place(reference: str) -> tuple[int, int]:
    address = _ADDRESS.fullmatch(reference)
    if address is None or int(address[2]) > LAST_ROW:
        raise Odd(TwoViews.CELL_ADDRESS, reference)
    try:
        column = column_number(address[1])
    except ValueError:
        raise Odd(TwoViews.CELL_ADDRESS, reference) from None
    return int(address[2]), column


def _row_number(text: str | None) -> int:
    if text is None:
        return 0
    number = _count(text)
    if not 1 <= number <= LAST_ROW:
        raise Odd(TwoViews.CELL_ADDRESS, text)
    return number


def _count(text: str) -> int:
    if not _COUNT.fullmatch(text):
        raise Odd(TwoViews.ATTRIBUTE, text)
    return int(text)


def _truth(attributes: Mapping[str, str], name: str) -> bool:
    text = attributes.get(name, "0")
    if text not in TRUE and text not in FALSE:
        raise Odd(TwoViews.ATTRIBUTE, f"{name}={text}")
    return text in TRUE


def _unknown(attributes: Mapping[str, str], known: set[str]) -> tuple[str, ...]:
    """Attributes in no namespace that mean something unknown."""
    names = attributes.keys() - known - _NO_MEANING
    return tuple(sorted(name for name in names if ":" not in name and not name.startswith("{")))
