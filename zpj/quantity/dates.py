"""Dates and parts of the calendar, told apart from amounts of time.

``12月`` is a month and ``3个月`` an amount; ``2020年`` is a year and ``2年`` an amount. Whether an amount
without a comparator is a period is decided by its unit, see :class:`zpj.quantity.units.Unit`.
"""

import re

from zpj.quantity.vocabulary import CALENDAR as WORDS
from zpj.quantity.vocabulary import any_of

DATE = re.compile(
    rf"[0-9]\s?{any_of(WORDS.month)}"
    rf"|[0-9]{{3}}\s?{any_of(WORDS.year)}"
    rf"|[0-9]\s?{any_of(WORDS.day_or_hour)}\s?{any_of(WORDS.deadline)}"
    r"|(?<![0-9.])(?:19|20)[0-9]{2}"
    r"(?:[-/][0-9]{1,2}(?:[-/][0-9]{1,2})?|\.[0-9]{1,2}\.[0-9]{1,2})(?![0-9.])"
)
YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def mentions_date(text: str) -> bool:
    """Whether ``text`` (half-width) names a date or a month, year or hour of the calendar by numbers."""
    return DATE.search(text) is not None


def is_year(digits: str) -> bool:
    """Whether a number is written as a year of our time; two of them in a range are a period."""
    return YEAR.fullmatch(digits) is not None
