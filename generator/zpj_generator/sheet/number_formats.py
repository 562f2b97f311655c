"""Number formats that carry a target's words, so that the cell stays a number: ``"≥"0%``, ``0"人次"``."""

from zpj.quantity import Quantity, scale_word
from zpj_generator.sheet.text_heights import display_width


def target_format(quantity: Quantity, room: float) -> str | None:
    """The format that shows ``quantity`` just as it was written.

    ``None`` when it cannot: a number does not wrap, so words wider than ``room`` characters stay text; so
    do 1.5e3 and 百分之90.
    """
    if display_width(quantity.before + quantity.digits + quantity.after) > room:
        return None
    if quantity.upper is not None:
        return _quoted(quantity.before + quantity.digits + quantity.after)
    if not quantity.digits.replace(",", "").replace(".", "", 1).isdigit():
        return None
    if quantity.percent and not quantity.after.startswith("%"):
        return None
    percent, after = ("%", quantity.after[1:]) if quantity.percent else ("", quantity.after)
    return _quoted(quantity.before) + _digits(quantity.digits) + percent + _quoted(after)


def actual_format(target: Quantity) -> str:
    """The format of an actual value: the target's unit, without its comparator words."""
    return "0.00%" if target.percent else "General" + _quoted(unit_words(target))


def unit_words(target: Quantity) -> str:
    """The unit an actual value is typed in: 万人次, 元/人/天; empty for a bare number."""
    return scale_word(target.scale) + target.unit


def _digits(written: str) -> str:
    whole, _, decimals = written.partition(".")
    shape = "#,##0" if "," in whole else "0" * len(whole) if whole.startswith("0") else "0"
    return shape + ("." + "0" * len(decimals) if decimals else "")


def _quoted(words: str) -> str:
    """Words as literals of a number format; a quotation mark cannot stand inside quotes."""
    return '\\"'.join(f'"{part}"' if part else "" for part in words.split('"'))
