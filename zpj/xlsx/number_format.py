"""Number formats taken apart: sections, and in a section the literal text, the digits, the date fields.

Reads what the format language of ECMA-376 part 1, 18.8.31 can say about an amount, a percentage or a date.
Formats that rearrange digits (fractions, exponents, ``000-0000``) count as General.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

_SIGNS = frozenset("%/")
"""Characters that do something where they stand alone, though they are shown."""
NUMERIC_SECTIONS = 3
"""Positive, negative, zero; a fourth is for text."""

_TOKEN = re.compile(
    r"""  "(?P<quoted>[^"]*)"?
    | [\\!](?P<escaped>.)
    | [_*](?P<filler>.)
    | \[(?P<bracket>[^\]]*)\]?
    | (?P<general>General|G/通用格式|@)
    | (?P<noon>AM/PM|A/P|上午/下午)
    | (?P<exponent>E[+-])
    | (?P<date>y+|e+|m+|d+|a{3,4}|h+|s+)
    | (?P<digits>[0\#?][0\#?,]*(?:\.[0\#?]*)?,*|\.[0\#?]+,*)
    | (?P<end>;)
    | (?P<literal>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)")
_ELAPSED = re.compile("h+|m+|s+", re.IGNORECASE)
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


@dataclass(frozen=True, slots=True)
class Digits:
    """The digit placeholders of a section, such as ``#,##0.00``."""

    integers: int
    """Integer digits always shown."""
    decimals: int
    """Decimals always shown."""
    grouped: bool


@dataclass(frozen=True, slots=True)
class Section:
    """What one section of a number format shows: ``before`` the number, the number, ``after`` it."""

    before: str = ""
    after: str = ""
    digits: Digits | None = None
    """``None`` with ``is_general`` for General, without it for a section of mere text."""
    is_general: bool = False
    percents: int = 0
    """How many times the number is multiplied by 100 before it is shown."""
    thousands: int = 0
    """How many times it is divided by 1000."""
    dates: tuple[str, ...] = ()
    """Date and time fields in order (``yyyy``, ``m``, ``d``, ``[h]``, ``mm``); empty unless a date format."""
    condition: tuple[str, float] | None = None


@lru_cache(maxsize=512)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format code that are for numbers, one at least and three at most."""
    readers = [_SectionReader()]
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or "literal"
        if kind == "end":
            if len(readers) == NUMERIC_SECTIONS:
                break
            readers.append(_SectionReader())
        else:
            readers[-1].read(kind, match[kind])
    return tuple(reader.section() for reader in readers)


@lru_cache(maxsize=512)
def canonical(code: str) -> str:
    """``code`` in one spelling of those that mean the same: literals quoted, fields in small letters."""
    spelled: list[str] = []
    literal = ""
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup or "literal"
        if kind in ("quoted", "escaped") or (kind == "literal" and match[kind] not in _SIGNS):
            literal += match[kind]
            continue
        spelled += [f'"{literal}"'] if literal else []
        literal = ""
        spelled.append(_spelled(kind, match[0]))
    return "".join([*spelled, f'"{literal}"'] if literal else spelled)


def _spelled(kind: str, text: str) -> str:
    if kind == "general":
        return "@" if text == "@" else "General"
    return text.lower() if kind in ("date", "bracket") else text


def section_for(value: float, code: str) -> tuple[Section, bool]:
    """The section of ``code`` that shows ``value``, and whether a minus sign is added to what it shows."""
    numeric = [*sections(code)]
    if any(section.condition for section in numeric):
        section = next((part for part in numeric if _holds(part, value)), Section(is_general=True))
        return section, value < 0 and not _only_negative(section)
    if value < 0 and len(numeric) > 1:
        return numeric[1], False
    if value == 0 and len(numeric) > 2:
        return numeric[2], False
    return numeric[0], value < 0


def _holds(section: Section, value: float) -> bool:
    if section.condition is None:
        return True
    comparison, bound = section.condition
    return _COMPARE[comparison](value, bound)


def _only_negative(section: Section) -> bool:
    return section.condition is not None and section.condition[0] in ("<", "<=") and section.condition[1] <= 0


class _SectionReader:
    """Collects the tokens of one section."""

    def __init__(self) -> None:
        self._texts = ["", ""]
        self._numbers: list[str] = []
        self._is_general = False
        self._percents = 0
        self._dates: list[str] = []
        self._condition: tuple[str, float] | None = None

    def read(self, kind: str, text: str) -> None:
        if kind == "bracket":
            self._bracket(text)
        elif kind == "date":
            self._dates.append(text.lower())
        elif kind in ("general", "digits", "exponent"):
            self._numbers.append(text)
            self._is_general |= kind == "general"
        elif kind in ("quoted", "escaped", "literal"):
            self._percents += kind == "literal" and text == "%"
            self._add_text(text)

    def _bracket(self, text: str) -> None:
        """A condition, a currency or an elapsed time; colours and languages show nothing."""
        if match := _CONDITION.fullmatch(text):
            self._condition = match[1], float(match[2])
        elif text.startswith("$"):
            self._add_text(text[1:].partition("-")[0])
        elif _ELAPSED.fullmatch(text):
            self._dates.append(f"[{text[0].lower()}]")

    def _add_text(self, text: str) -> None:
        self._texts[bool(self._numbers)] += text

    def section(self) -> Section:
        if self._dates:
            return Section(dates=tuple(self._dates), condition=self._condition)
        if len(self._numbers) > 1:
            return Section(is_general=True, condition=self._condition)
        before, after = self._texts
        section = Section(before, after, None, self._is_general, self._percents, condition=self._condition)
        if self._is_general or not self._numbers:
            return section
        digits, thousands = _digits(self._numbers[0])
        return replace(section, digits=digits, thousands=thousands)


def _digits(placeholders: str) -> tuple[Digits, int]:
    """The digits shown, and how often the number is divided by 1000: once for every comma at an end."""
    body = placeholders.rstrip(",")
    integers, _, decimals = body.partition(".")
    whole = integers.rstrip(",")
    thousands = len(placeholders) - len(body) + len(integers) - len(whole)
    return Digits(whole.count("0"), decimals.count("0"), "," in whole), thousands
