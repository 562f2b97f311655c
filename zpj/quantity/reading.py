"""Reading a target or an actual value: one number in its phrase, or the reason why there is none."""

import re
from decimal import Decimal
from functools import lru_cache

from zpj.quantity.bounds import LONGEST_TEXT, is_within_bounds
from zpj.quantity.comparators import comparator_of
from zpj.quantity.dates import is_year, mentions_date
from zpj.quantity.normalise import half_width
from zpj.quantity.quantity import Quantity
from zpj.quantity.refusals import Cause, NotAQuantity, TooLarge
from zpj.quantity.suffix import Suffix, read_suffix
from zpj.quantity.tokens import Number, find_numbers
from zpj.quantity.units import PER_MILLE
from zpj.quantity.vocabulary import AMOUNT, CALENDAR, RANK, any_of

_LONE = re.compile(
    r"([^0-9A-Za-z.,−-]*)"
    r"([0-9]{1,15}(?:\.[0-9]{1,9})?)"
    rf"(?!\s?{any_of(CALENDAR.year)})([^0-9A-Za-z.,]*)"
)
"""One plain number between words without digits and letters, which most texts are.

Whether it is a quantity, and of what, the words alone then say: only 年 asks how many digits the number has.
"""

RANGE = re.compile(rf"(?P<percent>%)?(?:-|–|—{{1,2}}|~|〜|∼|{any_of(AMOUNT.range_word)})")
WIDEST_RANGE = 100
RANK_AFTER = re.compile(rf"\s*{any_of(RANK.after)}")


def read_target(text: str) -> Quantity:
    """The quantity a 年度指标值 sets; of a range the lower end, the upper one in ``upper``.

    Raises :class:`NotAQuantity` for anything else, periods without a comparator (1年, 3个月) among them.
    """
    _refuse_long(text)
    return _target(text)


@lru_cache(maxsize=1024)  # the same target is read to infer its kind, to score it and to lay it out
def _target(text: str) -> Quantity:
    quantity, suffix = _read(half_width(text))
    if suffix.known and suffix.known.is_period and not quantity.comparator:
        raise NotAQuantity(Cause.DATE)
    return quantity


def read_actual(text: str) -> Quantity:
    """The quantity a 全年实际值 reports; 无 and its like are 0, and a comparator is read over (≥85% is 85%).

    A period is an amount here (2个月 answers ≤3个月); a range is not: raises :class:`NotAQuantity`.
    """
    _refuse_long(text)
    text = half_width(text)
    if text.strip(AMOUNT.punctuation) in AMOUNT.nothing:
        return Quantity(Decimal(0), digits=text)
    quantity, _ = _read(text)
    if quantity.upper is not None:
        raise NotAQuantity(Cause.RANGE)
    return quantity


def _refuse_long(text: str) -> None:
    """No cell holds such a text; reading it would take long, and remembering it much room."""
    if len(text) > LONGEST_TEXT:
        raise NotAQuantity(Cause.TOO_LONG)


def _read(text: str) -> tuple[Quantity, Suffix]:
    if lone := _LONE.fullmatch(text):
        before, digits, after = lone.groups()
        quantity, suffix = _read_between(before, after)
        return quantity._replace(number=Decimal(digits), digits=digits), suffix
    return _read_any(text)


@lru_cache(maxsize=1024)  # numbers differ, the words around them are a few
def _read_between(before: str, after: str) -> tuple[Quantity, Suffix]:
    """What is read where there is any number between ``before`` and ``after``."""
    return _read_any(f"{before}1{after}")


def _read_any(text: str) -> tuple[Quantity, Suffix]:
    if mentions_date(text):
        raise NotAQuantity(Cause.DATE)
    numbers = find_numbers(text)
    if not numbers:
        raise NotAQuantity(Cause.NO_NUMBER)
    first, last = numbers[0], numbers[-1]
    before, digits, after = text[: first.start], text[first.start : last.end], text[last.end :]
    _refuse_rank(before, after)
    if before.endswith(AMOUNT.odd_before):
        raise NotAQuantity(Cause.MIXED)
    suffix = read_suffix(after)
    quantity = Quantity(
        number=first.decimal,
        percent=suffix.percent,
        scale=suffix.scale,
        unit=suffix.unit,
        comparator=comparator_of(before, (suffix.comparator,) if suffix.comparator else ()),
        before=before,
        digits=digits,
        after=after,
    )
    quantity = _as_fraction_word(_with_range(quantity, text, numbers))
    if not is_within_bounds(quantity.value, quantity.as_ceiling().value):
        raise TooLarge(quantity)
    return quantity, suffix


def _refuse_rank(before: str, after: str) -> None:
    """第3名, 前10名, 2级, 1等 are places in an order, not amounts."""
    before = before.rstrip()
    leads = before.endswith(RANK.before) or (
        before.endswith(RANK.leading) and before[-2:-1] not in RANK.not_leading
    )
    if leads or RANK_AFTER.match(after):
        raise NotAQuantity(Cause.RANK)


def _with_range(quantity: Quantity, text: str, numbers: list[Number]) -> Quantity:
    """``quantity`` with its upper end when there are two numbers; raises unless they make a range."""
    if len(numbers) == 1:
        return quantity
    low, high = numbers[0], numbers[1]
    between = RANGE.fullmatch("".join(text[low.end : high.start].split()))
    if len(numbers) > 2 or between is None:
        raise NotAQuantity(Cause.SEVERAL)
    if is_year(low.digits) and is_year(high.digits) and not quantity.unit:
        raise NotAQuantity(Cause.DATE)
    zeros = any(re.match("0[0-9]", number.digits) for number in (low, high))  # 010-6234 is a telephone
    half_percent = between["percent"] and not quantity.percent and (quantity.unit or quantity.scale != 1)
    if zeros or half_percent or not 0 < low.decimal < high.decimal <= WIDEST_RANGE * low.decimal:
        raise NotAQuantity(Cause.SEVERAL)
    percent = quantity.percent or between["percent"] is not None
    return quantity._replace(upper=high.decimal, percent=percent)


def _as_fraction_word(quantity: Quantity) -> Quantity:
    """百分之90 is 90%, 千分之5 is 5‰; any other 分之 is a fraction this does not read."""
    before = quantity.before.rstrip()
    if not before.endswith(AMOUNT.fraction):
        return quantity
    if before.endswith(AMOUNT.percent):
        return quantity._replace(percent=True, unit="")
    if before.endswith(AMOUNT.per_mille):
        return quantity._replace(scale=PER_MILLE, unit="‰")
    raise NotAQuantity(Cause.MIXED)
