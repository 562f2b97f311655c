"""What is stored in a cell, by the type that its tag names."""

import re
from collections.abc import Callable, Mapping
from math import isfinite

from zpj.xlsx.attributes import FALSE, NUMBER, TRUE
from zpj.xlsx.date_text import serial_of
from zpj.xlsx.heads import Odd
from zpj.xlsx.refusal import TwoViews

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?Z?)?", re.ASCII)

_SURELY_FINITE = 300

Value = str | float | bool | None


def number(text: str) -> float:
    """A number. :class:`Odd` for what XML Schema does not take for one, and for an infinite one."""
    # Most are plain decimals, and this is several times as fast.
    if text.isascii() and text.replace(".", "", 1).isdigit() and len(text) < _SURELY_FINITE:
        return float(text)
    if not NUMBER.fullmatch(text) or not isfinite(value := float(text)):
        raise Odd(TwoViews.NUMBER, text)
    return value


def boolean(text: str) -> bool:
    """A truth value."""
    if text not in TRUE and text not in FALSE:
        raise Odd(TwoViews.BOOLEAN, text)
    return text in TRUE


def date(text: str, date1904: bool) -> float:
    """The day number of a date."""
    try:
        if _DATE.fullmatch(text):
            return serial_of(text, date1904)
    except ValueError:
        pass
    raise Odd(TwoViews.DATE, text)


def converters(date1904: bool) -> Mapping[str, Callable[[str], Value]]:
    """Readers of stored values that are no texts, by type."""
    return {"n": number, "b": boolean, "d": lambda text: date(text, date1904)}
