"""偏差原因: when one is due besides a shortfall, and what is wrong with the one that is given.

A reason is judged by what it holds: letters and characters, without blanks, marks, digits, characters that
nobody sees, and the phrases that say nothing wherever they stand.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

_IDEOGRAPH = "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_PIECES = re.compile(rf"{_IDEOGRAPH}|(?:(?!{_IDEOGRAPH})[^\W\d_])+")
"""Characters one by one, letters word by word."""
_RUNS = re.compile(r"\d+|[^\W\d_]+")
_APART = re.compile(rf"(?<={_IDEOGRAPH}) | (?={_IDEOGRAPH})")
_WORD = 2
"""What a word of letters counts, if it has as many; a character counts one."""
_REMEMBERED = 30_000
"""Characters whose folding is kept, as many as texts are written with."""
_UNIT = 2
"""Characters that a unit behind a number has at most: 人次, 万元, 年."""


class Flaw(StrEnum):
    """What is wrong with a reason; the values are those of ``reason.warnings`` in a profile."""

    FILLER = "filler"
    """It says nothing: 无, a number, a mark."""
    ELSEWHERE = "elsewhere"
    """It points to another place: 同上, 见附件."""
    BRIEF = "brief"
    """It has a word or two."""
    REPEATED = "repeated"
    """It stands in several rows, word by word."""


class Spoken(NamedTuple):
    """What says nothing, as a form and its macros look for it: without blanks and marks, in small letters."""

    phrases: tuple[str, ...]
    """Those that say nothing wherever they stand, the longest first."""
    words: tuple[str, ...]
    """Those that must be all there is."""


@dataclass(frozen=True, slots=True)
class ReasonRule:
    """When 偏差原因 is due besides a shortfall, and what is no reason."""

    over_completion: float
    fillers: tuple[str, ...]
    """What says nothing, wherever it stands in a reason."""
    elsewhere: tuple[str, ...]
    """What points to another place, wherever it stands."""
    least: int
    """Fewer different characters besides are no reason; a word of letters counts two."""
    brief: int
    """Fewer are hardly one."""
    repeated: int
    """So many rows with the same reason do not explain any of them."""
    warnings: tuple[str, ...]
    """The flaws that are warnings; every other one is an error."""
    clause: str

    def flaw(self, text: str) -> Flaw | None:
        """What is wrong with ``text`` as the reason of one row; ``None`` where it is one."""
        content = _content(text)
        squeezed = content.replace(" ", "")
        if not squeezed or squeezed in _phrases(self.fillers) or _is_amount(text):
            return Flaw.FILLER
        without_pointers = _without(content, _phrases(self.elsewhere))
        rest = _weight(_without(without_pointers, _phrases(self.fillers)))
        if rest < self.least:
            return Flaw.FILLER if without_pointers == content else Flaw.ELSEWHERE
        return Flaw.BRIEF if rest < self.brief else None

    def is_given(self, text: str) -> bool:
        """Whether ``text`` is a reason, if a brief one, rather than nothing, a filler or a pointer."""
        return self.flaw(text) in (None, Flaw.BRIEF)

    @property
    def spoken(self) -> Spoken:
        """All of ``fillers`` and ``elsewhere``."""
        texts = _phrases((*self.fillers, *self.elsewhere))
        phrases = tuple(text for text in texts if _is_anywhere(text))
        return Spoken(phrases, tuple(text for text in texts if text not in phrases))

    def is_warning(self, flaw: Flaw) -> bool:
        """Whether ``flaw`` is a warning rather than an error."""
        return flaw.value in self.warnings


@lru_cache(maxsize=1024)  # a reason is compared with all others of its form
def said(text: str) -> str:
    """``text`` as it is compared with another: letters, characters and digits only."""
    return "".join(filter(str.isalnum, _folded(text)))


class _Folding(dict[int, str]):
    """What becomes of each character, worked out when it first comes up."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kind = unicodedata.category(character)[0]
        blank = " " if kind in "ZPS" or character in "\t\n\r" else ""
        folded = character if kind in "LN" else blank
        if len(self) < _REMEMBERED:
            self[code] = folded
        return folded


_FOLDING = _Folding()


def _folded(text: str) -> str:
    """Half-width, in small letters, without what nobody sees; a blank for every blank and mark."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_FOLDING)


@lru_cache(maxsize=1024)
def _content(text: str) -> str:
    """The characters of ``text``, joined whatever stands between them, and its words of letters, apart."""
    letters = "".join(each if each.isalpha() else " " for each in _folded(text))
    return _APART.sub("", " ".join(letters.split()))


@lru_cache(maxsize=64)
def _phrases(texts: tuple[str, ...]) -> tuple[str, ...]:
    """``texts`` as they are compared, the longest first."""
    contents = {_content(text).replace(" ", "") for text in texts}
    return tuple(sorted(contents - {""}, key=lambda text: (-len(text), text)))


def _without(content: str, phrases: tuple[str, ...]) -> str:
    """``content`` without the phrases that say nothing wherever they stand."""
    for phrase in _anywhere(phrases):
        content = content.replace(phrase, " ")
    return content


@lru_cache(maxsize=64)
def _anywhere(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(_is_anywhere, phrases))


def _is_anywhere(phrase: str) -> bool:
    """Whether ``phrase`` says nothing anywhere: one character, or letters, may be part of another word."""
    return len(phrase) > 1 and not phrase.isascii()


def _weight(content: str) -> int:
    """How many different characters ``content`` has, a word of letters counting two."""
    return sum(min(len(piece), _WORD) for piece in set(_PIECES.findall(content)))


def _is_amount(text: str) -> bool:
    """Whether ``text`` is numbers with their units: 3, 1200人次, 2020年5月3日."""
    runs = _RUNS.findall("".join(_folded(text)))
    follows_number = [before.isdigit() for before in ["", *runs[:-1]]]
    return any(run.isdigit() for run in runs) and all(
        run.isdigit() or (follows and len(run) <= _UNIT)
        for run, follows in zip(runs, follows_number, strict=True)
    )
