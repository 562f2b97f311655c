"""What a cell shows: its value in the issued number format, and whether another format shows the same."""

import re
from functools import lru_cache

from zpj.quantity.rounding import round_half_up
from zpj.recheck.issued_form import IssuedForm
from zpj.xlsx.number_format import Section, section_for
from zpj.xlsx.number_text import number_text
from zpj_generator.sheet.cells import Cell

_TOKENS = re.compile(r'"([^"]*)"|\\(.)|_(.)|([^"\\_]+?)(?=["\\_]|$)', re.DOTALL)
_PLAIN_SECTION = re.compile(
    r"""(?P<before>(?:§[^§]*§)?)            # words before the number, quoted or escaped
        (?:General|[#0?,]+(?:\.[0#?]+)?)%?  # the number itself
        (?P<after>(?:§[^§]*§)?)""",
    re.VERBOSE,
)
_COLOUR = re.compile(r"\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+)\]", re.IGNORECASE)
_TEXT_SECTION = re.compile(r"(?:§[^§]*§)?@(?:§[^§]*§)?")
MOST_BLANKS = 2
"""Blanks, in a row or of a width, that a format may add; more push a figure out of its cell."""
ALL_DIGITS = 15
"""A double has no more."""


def issued_text(form: IssuedForm, cell: Cell, value: str | float | None) -> str:
    """``value`` as a person reads it in ``cell`` as issued; nothing for ``None``."""
    if isinstance(value, float | int):
        return number_text(value, form.format(cell).number_format)
    return value or ""


@lru_cache(maxsize=4096)
def shows_number(value: float, code: str, issued: str, words_may_go: bool) -> bool:
    """Whether ``code`` shows ``value`` no worse than the format ``issued`` does.

    It may show more decimals, group digits or leave out the percent sign, but not round further, show a
    literal instead, or put other words around the number; with ``words_may_go`` it may have none. A code
    that is anything but words around plain digits is not weighed: it does not show the same.
    """
    if same_code(code, issued):
        return True
    meant = section_for(value, issued)[0]
    if not (meant.digits or meant.is_general) or not _is_plain_for(value, code):
        return False
    shown = section_for(value, code)[0]
    if shown.dates or shown.thousands or not (shown.digits or shown.is_general):
        return False
    if shown.percents > meant.percents:  # 92.87 as 9287.00%
        return False
    if _visible(value, code, shown) != _visible(value, issued, meant):
        return False
    words = shown.before.strip() + shown.after.strip()
    return words == meant.before.strip() + meant.after.strip() or (words_may_go and not words)


@lru_cache(maxsize=1024)
def shows_text(code: str, issued: str) -> bool:
    """Whether ``code`` shows a text as it is, or as the format ``issued`` does."""
    if same_code(code, issued) or code in ("General", "@"):
        return True
    # A format of one section that does not speak of texts shows them as they are.
    return ";" not in _coded(code) and "@" not in code and is_plain(code)


@lru_cache(maxsize=1024)
def same_code(code: str, issued: str) -> bool:
    """Whether the two codes are one: LibreOffice writes a literal of one character with a backslash."""
    return code == issued or _coded(code) == _coded(issued)


@lru_cache(maxsize=1024)
def is_plain(code: str) -> bool:
    """Whether every section of ``code`` is words around plain digits, General or a text."""
    sections = _coded(code).split(";")
    return all(_PLAIN_SECTION.fullmatch(part) or _TEXT_SECTION.fullmatch(part) for part in sections)


def _is_plain_for(value: float, code: str) -> bool:
    """Whether the section of ``code`` that shows ``value`` is words around plain digits."""
    sections = _coded(code).split(";")
    at = 0 if value > 0 or len(sections) == 1 else 1 if value < 0 else min(2, len(sections) - 1)
    # Of two sections the first shows nought too.
    shown = sections.pop(0 if value == 0 and len(sections) == 2 else at)
    others = _COLOUR.sub("", ";".join(sections))
    return not set(others) & set("[*") and bool(_PLAIN_SECTION.fullmatch(shown))


def _coded(code: str) -> str:
    """``code`` with neighbouring literals as one ``§words§``; blanks of a width are left out."""
    pieces: list[str] = []
    widths = 0
    for quoted, escaped, width, other in _TOKENS.findall(code):
        if other:
            pieces.append(other.replace("§", "\0"))
        elif width:
            widths += 1
        else:
            literal = (quoted or escaped).replace("§", "\0")
            if pieces and pieces[-1].startswith("§"):
                pieces[-1] = f"{pieces[-1][:-1]}{literal}§"
            else:
                pieces.append(f"§{literal}§")
    text = "".join(pieces)
    too_wide = " " * (MOST_BLANKS + 1) in text or widths > MOST_BLANKS
    return f"{text}\0" if too_wide else text


def _visible(value: float, code: str, section: Section) -> float:
    """``value`` with the decimals that ``code`` leaves of it."""
    if section.is_general:
        return float(f"{value:.{ALL_DIGITS}g}")
    return round_half_up(value, min(_decimals(code) + 2 * section.percents, ALL_DIGITS))


@lru_cache(maxsize=512)
def _decimals(code: str) -> int:
    """The fewest decimals that any section of ``code`` shows a number with."""
    numeric = [part for part in _coded(code).split(";") if set(part) & set("0#?")]
    bare = (re.sub(r"§[^§]*§", "", part) for part in numeric)
    return min((sum(sign in "0#?" for sign in part.partition(".")[2]) for part in bare), default=0)
