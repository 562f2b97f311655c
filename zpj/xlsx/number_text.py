"""A number as its cell shows it, except that no digit is ever rounded away."""

from decimal import Decimal

from zpj.xlsx.date_text import date_text
from zpj.xlsx.number_format import Section, section_for


def number_text(value: float, code: str, date1904: bool = False) -> str:
    """``value`` in the number format ``code``: 0.985 in ``0.00%`` is 98.50%, 12.345 in ``0.00`` is 12.345.

    A format asks for decimals, it never takes them: a value is shown with the digits it has, 15 significant
    ones at most, without exponent. Text of the format is kept (``"≥"0%``, ``General"万元"``). Dates read as
    2020年12月31日, however their format orders them.
    """
    section, minus = section_for(value, code)
    number = Decimal(f"{value:.15g}")
    if section.dates:
        return date_text(value, section.dates, date1904) or plain(number)
    number = abs(number).scaleb(2 * section.percents - 3 * section.thousands)
    sign = "-" if minus else ""
    return f"{sign}{section.before}{_shown(number, section)}{section.after}"


def plain(number: Decimal) -> str:
    """All digits of ``number``, no exponent, no trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shown(number: Decimal, section: Section) -> str:
    digits = section.digits
    if digits is None:
        return plain(number) if section.is_general else ""
    whole, _, decimals = plain(number).partition(".")
    decimals = decimals.ljust(digits.decimals, "0")
    if whole == "0" and not digits.integers and not decimals:
        return ""
    whole = f"{Decimal(whole):,}" if digits.grouped else whole.zfill(digits.integers)
    return f"{whole}.{decimals}" if decimals else whole
