"""What follows a number: 余, a scale, % or a unit, a comparator. ``5万余人次以上`` less its 5."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from zpj.quantity.comparators import comparator_after
from zpj.quantity.quantity import ONE
from zpj.quantity.refusals import Cause, NotAQuantity
from zpj.quantity.units import PER_MILLE, RATIO, SCALES, Unit, leading_unit
from zpj.quantity.vocabulary import COMPARATOR, any_of
from zpj.quantity.vocabulary import SUFFIX as WORDS

HEAD = re.compile(
    r"\s*(?:\((?=[^()]{1,6}\)))?\s*"  # 34.62(万元)
    rf"{any_of(WORDS.about_before_scale)}?(?P<scale>{any_of(SCALES)})?{any_of(WORDS.about_after_scale)}?"
    r"\s*(?P<percent>%)?"
)
RUN = re.compile(rf"(?:(?!{any_of(WORDS.unit_ends)})[^\s{re.escape(WORDS.unit_end_marks)}])*")
SHORT = 2
CLOSING = " ().。;,"
"""What may follow the last comparator of a text."""


@dataclass(frozen=True, slots=True)
class Suffix:
    """A number's scale, percent sign, unit and comparator, from the text that follows it."""

    scale: Decimal
    percent: bool
    unit: str
    known: Unit | None
    comparator: str


NO_SUFFIX = Suffix(ONE, False, "", None, "")


@lru_cache(maxsize=1024)  # numbers differ, the words behind them are a few
def read_suffix(after: str) -> Suffix:
    """What ``after``, the text behind a number, says of it.

    Raises :class:`NotAQuantity` where it goes on with another kind of digit: 5², 5½, 5百分点.
    """
    if not after:
        return NO_SUFFIX
    head = HEAD.match(after)
    assert head is not None  # noqa: S101  (every part is optional)
    end = head.end()
    if is_digit(after[end : end + 1]) or (head["scale"] and after.startswith(WORDS.no_scale, end)):
        raise NotAQuantity(Cause.MIXED)
    scale = SCALES.get(head["scale"], ONE)
    if head["percent"]:
        if scale != ONE:
            raise NotAQuantity(Cause.MIXED)
        return Suffix(scale, True, "", None, _comparator(after, end))
    known = leading_unit(after, end)
    if known is None:
        return Suffix(scale, False, _run(after, end), None, _comparator(after, end))
    end += len(known.name)
    if known.dimension == RATIO:
        scale = PER_MILLE
    per = _run(after, end) if after.startswith("/", end) else ""
    within = known.is_duration and after[end:].lstrip().startswith(COMPARATOR.ceilings_after_duration)
    comparator = "≤" if within else _comparator(after, end + len(per))
    return Suffix(scale, False, known.name + per, known, comparator)


def _comparator(after: str, start: int) -> str:
    """The comparator behind the unit that starts at ``start``.

    After a long run of words it belongs to the number only where the text ends with it: 5家三级以上医院 is
    no floor.
    """
    words = _run(after, start)
    comparator, end = comparator_after(after, start + len(words))
    belongs = len(words) <= SHORT or not after[end:].strip(CLOSING)
    return comparator if belongs else ""


def _run(after: str, start: int) -> str:
    match = RUN.match(after, start)
    return match[0] if match else ""


def is_digit(character: str) -> bool:
    """Whether ``character`` is one more digit, of any script; no character is none."""
    return bool(character) and (
        character in WORDS.chinese_digits or unicodedata.category(character) in {"No", "Nd"}
    )
