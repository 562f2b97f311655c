"""What follows a number: 余, a scale, % or a unit, a comparator. ``5万余人次以上`` less its 5."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from zpj.quantity.comparators import comparator_after
from zpj.quantity.quantity import ONE
from zpj.quantity.refusals import NotAQuantity, Reason
from zpj.quantity.scales import PER_MILLE, SCALES
from zpj.quantity.units import RATIO, Unit, leading_unit

_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
HEAD = re.compile(
    r"\s*(?:\((?=[^()]{1,6}\)))?\s*"  # 34.62(万元)
    rf"[余多来]?(?P<scale>{_SCALE})?[余多]?\s*(?P<percent>%)?"
)
RUN = re.compile(
    r"(?:(?![及或含]?以[上下内]|之内|含\)|左右|上下)"
    r"[^\s,.;:。、…!?()\[\]《》“”\"%|+*~<>=≥≧⩾≮≤≦⩽≯–—-])*"
)
_CHINESE_DIGITS = "〇零一二三四五六七八九十百千万亿"
SHORT = 2


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
    if is_digit(after[end : end + 1]) or (head["scale"] and after.startswith(("分点", "分制"), end)):
        raise NotAQuantity(Reason.MIXED)
    scale = SCALES.get(head["scale"], ONE)
    if head["percent"]:
        if scale != ONE:
            raise NotAQuantity(Reason.MIXED)
        return Suffix(scale, True, "", None, _comparator(after, end))
    known = leading_unit(after, end)
    if known is None:
        return Suffix(scale, False, _run(after, end), None, _comparator(after, end))
    end += len(known.name)
    if known.dimension == RATIO:
        scale = PER_MILLE
    per = _run(after, end) if after.startswith("/", end) else ""
    within = known.is_duration and after[end:].lstrip().startswith("内")
    comparator = "≤" if within else _comparator(after, end + len(per))
    return Suffix(scale, False, known.name + per, known, comparator)


def _comparator(after: str, start: int) -> str:
    """The comparator behind the unit that starts at ``start``.

    After a long run of words it belongs to the number only where the text ends with it: 5家三级以上医院 is
    no floor.
    """
    words = _run(after, start)
    comparator, end = comparator_after(after, start + len(words))
    belongs = len(words) <= SHORT or not after[end:].strip(" ().。;,")
    return comparator if belongs else ""


def _run(after: str, start: int) -> str:
    match = RUN.match(after, start)
    return match[0] if match else ""


def is_digit(character: str) -> bool:
    """Whether ``character`` is one more digit, of any script; no character is none."""
    return bool(character) and (
        character in _CHINESE_DIGITS or unicodedata.category(character) in {"No", "Nd"}
    )
