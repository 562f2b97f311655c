"""What a cell shows: its value in the issued number format, and whether another format tells the truth."""

import re
from functools import cache, lru_cache

from zpj.quantity.rounding import round_half_up
from zpj.rendering import form_styles
from zpj.xlsx.number_format import Section, section_for
from zpj.xlsx.number_text import number_text
from zpj_generator.sheet.cells import Cell

_LITERALS = re.compile(r'"[^"]*"|[\\!_*].|\[[^\]]*\]', re.DOTALL)
_PARTS = re.compile(r'"([^"]*)"?|[\\!](.)|[_*].|\[[^\]]*\]|(.)', re.DOTALL)
_DIGITS = set("0#?")
_NO_WORDS = re.compile(r"[%\s¥￥$()+-]")
"""Signs in a format that are no words about the number."""
TEXT_SECTION = 3
"""The fourth section of a number format is for texts."""
ALL_DIGITS = 15
"""A double has no more."""


def issued_format(cell: Cell) -> str:
    """The number format ``cell`` was issued with."""
    return cell.number_format or _style_format(cell.style)


def issued_text(cell: Cell, value: str | float | None) -> str:
    """``value`` as a person reads it in ``cell`` as issued; nothing for ``None``."""
    return number_text(value, issued_format(cell)) if isinstance(value, float | int) else value or ""


@lru_cache(maxsize=4096)
def shows_number(value: float, code: str, issued: str, words_may_go: bool) -> bool:
    """Whether ``code`` shows ``value`` no worse than the format ``issued`` does.

    It may show more decimals, group digits or leave out the percent sign, but not round further, show a
    literal instead, or put other words around the number; with ``words_may_go`` it may have none.
    """
    shown, meant = section_for(value, code)[0], section_for(value, issued)[0]
    if not (meant.digits or meant.is_general):
        # A range such as 9-12 is shown by words alone.
        return number_text(value, code) == number_text(value, issued)
    if shown.dates or shown.thousands or not (shown.digits or shown.is_general):
        return False
    if shown.percents > meant.percents:  # 92.87 as 9287.00%
        return False
    if _visible(value, code, shown) != _visible(value, issued, meant):
        return False
    words = _words(shown)
    return words == _words(meant) or (words_may_go and not words)


def shows_text(code: str, issued: str) -> bool:
    """Whether ``code`` shows a text as it is, or with the words of the format ``issued`` around it."""
    return _around_text(code) in ("@", _around_text(issued))


@cache
def _style_format(style: str) -> str:
    code: str = form_styles()["style"][style].get("format", "General")
    return code


def _visible(value: float, code: str, section: Section) -> float:
    """``value`` with the decimals that ``code`` leaves of it."""
    if section.is_general:
        return float(f"{value:.{ALL_DIGITS}g}")
    return round_half_up(value, min(_decimals(code) + 2 * section.percents, ALL_DIGITS))


@lru_cache(maxsize=512)
def _decimals(code: str) -> int:
    """The fewest decimals that any section of ``code`` shows a number with."""
    numeric = (part for part in _LITERALS.sub("", code).split(";")[:TEXT_SECTION] if set(part) & _DIGITS)
    return min((sum(sign in _DIGITS for sign in part.partition(".")[2]) for part in numeric), default=0)


def _words(section: Section) -> str:
    return _NO_WORDS.sub("", section.before + section.after)


@lru_cache(maxsize=512)
def _around_text(code: str) -> str:
    """What ``code`` makes of a text ``@``; a format that does not speak of texts shows them as they are."""
    sections = [""]
    for quoted, escaped, literal in _PARTS.findall(code):
        if literal == ";":
            sections.append("")
        else:
            sections[-1] += quoted or escaped or literal
    spoken = [section for section in sections if "@" in section]
    return (spoken or sections[TEXT_SECTION:] or ["@"])[0]
