"""Dates and periods as people type them into targets."""

import re
from dataclasses import dataclass

from zpj.importer.word_lists import any_word, vocabulary


@dataclass(frozen=True, slots=True)
class _DateWords:
    year: str
    pieces: re.Pattern[str]
    calendar: tuple[str, ...]


_WORDS = vocabulary("dates", _DateWords)
_DATE = re.compile(f"{_WORDS.pieces.pattern}++")
_CALENDAR = re.compile(any_word(_WORDS.calendar))

YEAR_WORD = _WORDS.year
"""What follows the figures of a year: 年."""


def is_date(squeezed: str) -> bool:
    """Whether a text without blanks is a date or a period and nothing else, such as 2021年12月底前完成."""
    return bool(_DATE.fullmatch(squeezed) and _CALENDAR.search(squeezed))
