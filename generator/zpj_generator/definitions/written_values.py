"""One written value into the value a field wants: a number, a year, one of the choices, or text."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from math import isfinite

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import Kind, Tier
from zpj.quantity.plain_numbers import plain
from zpj.texts import wording
from zpj.texts.punctuation import listed
from zpj_generator.definitions.definition_columns import FUND_PREFIX, DefinitionColumn, Holds
from zpj_generator.definitions.records import DefinitionRecord

EARLIEST, LATEST = 1990, 2100
"""A year outside is a slip of the keyboard."""

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?(%?)")

FieldValue = str | float | int | Kind | Tier

# What a field with these choices holds. Profiles and blocks are text: the checks judge them by the rules.
_TYPES: Mapping[str, Callable[[str], FieldValue]] = {"kinds": Kind, "tiers": Tier, "funds": str}


def convert(record: DefinitionRecord, column: DefinitionColumn, written: str | float) -> FieldValue | Finding:
    """``written`` as the field of ``column`` holds it, or what is wrong with it."""
    if column.holds is not Holds.TEXT:
        return _number(record, column, written)
    if column.choices in _TYPES:
        return _choice(record, column, str(written))
    return str(written)


def _number(
    record: DefinitionRecord, column: DefinitionColumn, written: str | float
) -> float | int | Finding:
    number = _parsed(written, percent=column.holds is Holds.RATIO)
    if column.holds is Holds.YEAR:
        if number is not None and number == int(number) and EARLIEST <= number <= LATEST:
            return int(number)
    elif number is not None:
        return number
    words = wording("definitions")["what"]
    year = words["year"].format(earliest=EARLIEST, latest=LATEST)
    expected = year if column.holds is Holds.YEAR else words["number"]
    found = written if isinstance(written, str) else plain(written)
    return finding(Code.D07, record.place(column.header), what=column.header, found=found, expected=expected)


def _parsed(written: str | float, *, percent: bool) -> float | None:
    """The number; ``None`` when the text is not plainly one, has a per cent sign out of place, or no end."""
    if isinstance(written, str):
        match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", written))
        if match is None or (match[4] and not percent):
            return None
        digits = match[0].replace(",", "").rstrip("%")
        written = float(f"{digits}e-2") if match[4] else float(digits)
    return written if isfinite(written) else None


def _choice(record: DefinitionRecord, column: DefinitionColumn, written: str) -> FieldValue | Finding:
    option = _fund_source(written) if column.choices == "funds" else written
    if option in column.options():
        return _TYPES[column.choices](option)
    expected = listed(column.options())
    return finding(
        Code.D04, record.place(column.header), what=column.header, found=written, expected=expected
    )


def _fund_source(written: str) -> str:
    """The name of a fund without what the official form prints before it, whatever its colon and blanks."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", written))
    return text.removeprefix(FUND_PREFIX).strip(":")
