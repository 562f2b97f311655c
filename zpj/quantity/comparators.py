"""Comparators: symbols and words before or after a number, as one of ``≥ > ≤ < =``.

Chinese negates: 不得低于 is ≥ and 未超过 is ≤, so a negation is read together with the word it turns round.
In official Chinese 以上, 以下 and 以内 include the number itself.
"""

import re
from functools import lru_cache

from zpj.quantity.quantity import CEILINGS, FLOORS
from zpj.quantity.refusals import Cause, NotAQuantity
from zpj.quantity.vocabulary import COMPARATOR as WORDS
from zpj.quantity.vocabulary import any_of

SYMBOLS = {
    **dict.fromkeys(("≥", "≧", "⩾", "≮", ">=", "=>"), "≥"),
    **dict.fromkeys(("≤", "≦", "⩽", "≯", "<=", "=<"), "≤"),
    **{symbol: symbol for symbol in "><="},
}
_SYMBOL = r"(?P<symbol>[≥≧⩾≮≤≦⩽≯]|[<>]\s?=|=[<>]|[<>=])"
_NOT = any_of(WORDS.negations)

BEFORE = re.compile(
    rf"{_SYMBOL}"
    rf"|(?P<negation>{_NOT})?(?:(?P<above>{any_of(WORDS.above)})"
    rf"|(?P<below>{any_of(WORDS.below)}|{any_of(WORDS.below_before_number)}(?=\s*$)))"
    rf"(?P<equal>{any_of(WORDS.or_equal)})?"
    rf"|(?P<floor>{any_of(WORDS.floors)})|(?P<ceiling>{any_of(WORDS.ceilings)}|{_NOT}{any_of(WORDS.negated_ceiling)})"
    rf"|(?P<weak_floor>{any_of(WORDS.weak_floors)})|(?P<weak_ceiling>{any_of(WORDS.weak_ceilings)})"
)
AFTER = re.compile(
    rf"(?:\s|{any_of(WORDS.fill_before_after)})*"
    rf"(?:(?P<floor>{any_of(WORDS.floors_after)})|(?P<ceiling>{any_of(WORDS.ceilings_after)}))|\s*{_SYMBOL}\s*$"
)

CLAUSE_END = re.compile(any_of(WORDS.clause_ends))


@lru_cache(maxsize=1024)
def comparator_of(before: str, after: tuple[str, ...]) -> str:
    """The comparator of a number from the text before it and the comparators found after it; may be empty.

    控制在 and 达到 only speak when nothing else does: 控制在90%以上 is a floor, 达到30分钟以内 a ceiling.
    Raises :class:`NotAQuantity` when the rest point in different directions.
    """
    if not before:
        return after[0] if after else ""
    clause = before[max((stop.end() for stop in CLAUSE_END.finditer(before)), default=0) :]
    found = list(BEFORE.finditer(clause))
    strong = [_meaning(match) for match in found if not (match["weak_floor"] or match["weak_ceiling"])]
    comparators = [*strong, *after] or [_meaning(match) for match in found]
    if len({_direction(comparator) for comparator in comparators}) > 1:
        raise NotAQuantity(Cause.CONTRADICTION)
    return comparators[0] if comparators else ""


def comparator_after(text: str, start: int) -> tuple[str, int]:
    """The comparator standing at ``start``, behind a number and its unit, and where it ends; else empty."""
    match = AFTER.match(text, start)
    if match is None:
        return "", start
    return SYMBOLS[_squeezed(match)] if match["symbol"] else "≥" if match["floor"] else "≤", match.end()


def _meaning(match: re.Match[str]) -> str:
    if match["symbol"]:
        return SYMBOLS[_squeezed(match)]
    if match["above"]:
        return "≤" if match["negation"] else "≥" if match["equal"] else ">"
    if match["below"]:
        return "≥" if match["negation"] else "≤" if match["equal"] else "<"
    return "≥" if match["floor"] or match["weak_floor"] else "≤"


def _squeezed(match: re.Match[str]) -> str:
    return "".join(match["symbol"].split())


def _direction(comparator: str) -> int:
    return (comparator in FLOORS) - (comparator in CEILINGS)
