"""The attributes of one element, taken one by one; what nobody took is not understood."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from zpj.xlsx.refusal import TwoViews, ambiguous
from zpj.xlsx.xml_tree import MUST_UNDERSTAND, OFFICE_RELATIONSHIPS

_INTEGER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)
"""A number as XML Schema writes one, without the infinite ones."""
TRUE, FALSE = ("1", "true"), ("0", "false")
_RELATIONSHIP_IDS = tuple(f"{{{space}}}id" for space in OFFICE_RELATIONSHIPS)


class Spot(NamedTuple):
    """Where an element stands, for what is wrong with it."""

    part: str
    name: str = ""


class Attributes:
    """``take`` and the others give an attribute and note that it was understood.

    X06 for a value that programs read differently: a number or truth value that XML Schema does not know.
    """

    __slots__ = ("_left", "_spot")

    def __init__(self, attributes: Mapping[str, str], spot: Spot) -> None:
        self._left = dict(attributes)
        self._spot = spot

    def take(self, name: str, default: str = "") -> str:
        """The text of an attribute."""
        return self._left.pop(name, default)

    def flag(self, name: str, default: bool = False) -> bool:
        """A truth value."""
        text = self._left.pop(name, None)
        if text is None:
            return default
        return truth(text, self._spot)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number."""
        text = self._left.pop(name, None)
        return default if text is None else whole(text, self._spot)

    def number(self, name: str, default: float = 0.0) -> float:
        """A number."""
        text = self._left.pop(name, None)
        return default if text is None else decimal(text, self._spot)

    def optional(self, name: str, read: Callable[[str, Spot], int | float]) -> float | None:
        """A number that may be absent."""
        text = self._left.pop(name, None)
        return None if text is None else read(text, self._spot)

    def drop(self, *names: str) -> None:
        """Attributes that mean nothing to a reader."""
        for name in names:
            self._left.pop(name, None)

    def relationship(self) -> str:
        """The id of the relationship that the element names; empty for none."""
        found = [self._left.pop(name) for name in _RELATIONSHIP_IDS if name in self._left]
        if len(found) > 1:
            ambiguous(TwoViews.DIALECTS, self._spot.part, self._spot.name)
        return found[0] if found else ""

    def rest(self) -> dict[str, str]:
        """What was not taken; attributes of other namespaces add something that may be ignored."""
        if any(name in self._left for name in MUST_UNDERSTAND):
            ambiguous(TwoViews.ALTERNATIVES, self._spot.part, self._spot.name)
        return {name: value for name, value in self._left.items() if not name.startswith("{")}

    def unknown(self) -> tuple[str, ...]:
        """What was not taken, as ``name=value``."""
        return tuple(f"{name}={value}" for name, value in sorted(self.rest().items())) if self._left else ()


def truth(text: str, spot: Spot) -> bool:
    """``1`` or ``true``, ``0`` or ``false``."""
    if text not in TRUE and text not in FALSE:
        ambiguous(TwoViews.ATTRIBUTE, *spot)
    return text in TRUE


def whole(text: str, spot: Spot) -> int:
    """A whole number in ASCII digits."""
    if not _INTEGER.fullmatch(text):
        ambiguous(TwoViews.ATTRIBUTE, *spot)
    return int(text)


def decimal(text: str, spot: Spot) -> float:
    """A finite number."""
    if not NUMBER.fullmatch(text) or (number := float(text)) in (float("inf"), float("-inf")):
        ambiguous(TwoViews.ATTRIBUTE, *spot)
    return number
