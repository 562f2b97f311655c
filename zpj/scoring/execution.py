"""预算执行率: what share of the budget was spent, and its points."""

from zpj.quantity import is_within_bounds
from zpj.quantity.rounding import round_half_up
from zpj.rules import Profile
from zpj.rules.methods import execution_method


def execution_rate(budget: float | None, spent: float | None) -> float | None:
    """B/A as a fraction; ``None`` while either is missing or too large, or the budget is not above zero."""
    if budget is None or spent is None or budget <= 0 or spent < 0:
        return None
    if not is_within_bounds(budget, spent):
        return None
    return spent / budget


def score_execution(
    profile: Profile, budget: float | None, spent: float | None, points: float | None = None
) -> float | None:
    """The points of the 年度资金总额 row, rounded; ``None`` while there is no rate.

    ``points`` are full marks where they are not those of the profile.
    """
    rate = execution_rate(budget, spent)
    if rate is None:
        return None
    share = execution_method(profile).share(profile.execution, rate)
    full = profile.execution.points if points is None else points
    return round_half_up(share * full, profile.rounding.decimals)
