"""类型 of an indicator whose definition leaves it out: inferred from its target and second level."""

from functools import lru_cache

from zpj.model.project import Indicator, Kind
from zpj.quantity import NotAQuantity, read_target
from zpj.quantity.bounds import LONGEST_TEXT

COST = "成本"


def kind_of(indicator: Indicator) -> Kind:
    """The 类型 an indicator is scored by: as given, else inferred."""
    return indicator.kind or infer_kind(indicator.level2, indicator.target)


def infer_kind(level2: str, target: str) -> Kind:
    """反向 for a ceiling or a cost, 正向 for any other number, 定性 where the target is no quantity.

    A cost with a floor (成本节约率≥5%) wants more, not less, and stays 正向.
    """
    # Remembering such a text would take more room than all others together.
    return Kind.QUALITATIVE if len(target) > LONGEST_TEXT else _inferred(level2, target)


@lru_cache(maxsize=1024)  # asked for by every check, score and layout of an indicator
def _inferred(level2: str, target: str) -> Kind:
    try:
        quantity = read_target(target)
    except NotAQuantity:
        return Kind.QUALITATIVE
    is_cost = COST in level2 and not quantity.is_floor
    return Kind.REVERSE if quantity.is_ceiling or is_cost else Kind.POSITIVE
