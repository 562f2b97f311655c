"""Typed text made comparable (labels), readable (contents) and countable (points, money)."""

import re
import unicodedata
from dataclasses import dataclass
from html import unescape

from zpj.importer.word_lists import any_word, vocabulary


@dataclass(frozen=True, slots=True)
class _CellWords:
    nothing: tuple[str, ...]
    number_units: tuple[str, ...]


_WORDS = vocabulary("cells", _CellWords)
NOTHING = frozenset({"", *_WORDS.nothing})
"""What people write into a cell to say that it stays empty."""

_BREAK = re.compile(r"</?(?:p|br|div|li|tr|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:span|b|i|u|strong|em|font|a|sup|sub|ul|ol|table|tbody|td|th|o:p)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_ENTITY = re.compile(r"&#?\w{1,8};")
_SPACE = re.compile(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")
_BRACKETS = re.compile(r"\([^()]*\)")
_LARGEST_SHARE = 2.0
"""No budget is spent more than twice over: a larger rate is one in per cent."""
_NUMBER = re.compile(rf"([-+]?(?:\d{{1,15}}(?:\.\d{{0,15}})?|\.\d{{1,15}})){any_word(_WORDS.number_units)}?")


def squeeze(text: str) -> str:
    """``text`` for comparison: full-width characters narrowed, every blank and line break gone."""
    return "".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).split())


def bare(text: str) -> str:
    """A header word for comparison: squeezed, without its brackets: (A), (B), (万元)."""
    return without_brackets(squeeze(text))


def without_brackets(squeezed: str) -> str:
    """A squeezed text without its brackets and what is in them."""
    return _BRACKETS.sub("", squeezed) if "(" in squeezed else squeezed


def join_lines(text: str) -> str:
    """A label typed over several lines as one line; a blank stays only between Latin words or figures."""
    return _SPACE.sub("", tidy(text)).strip()


def tidy(text: str) -> str:
    """Contents as they were meant: stray HTML becomes line breaks, lines are stripped, empty ones dropped."""
    plain = _MARKUP.sub("", _BREAK.sub("\n", text)) if "<" in text else text
    plain = _ENTITY.sub(lambda entity: unescape(entity[0]), plain).replace("\xa0", " ")
    return "\n".join(line.strip() for line in plain.splitlines() if line.strip())


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return squeeze(text) in NOTHING


def number(text: str) -> float | None:
    """Points or money as a number (``10分``, ``1,000.000000``, ``９５``); ``None`` for anything else."""
    match = _NUMBER.fullmatch(squeeze(text).replace(",", ""))
    return float(match[1]) if match else None


def share(text: str) -> float | None:
    """A rate as a fraction (``95.22%``, ``95.22``, ``0.9522``); ``None`` for anything else."""
    plain = squeeze(text)
    value = number(plain.removesuffix("%"))
    if value is None:
        return None
    return value / 100 if plain.endswith("%") or value > _LARGEST_SHARE else value
