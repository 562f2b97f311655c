"""预算执行率: what share of the budget was spent, and its points."""

from zpj.rounding import round_half_up
from zpj.rules import Profile
from zpj.scoring.bands import band_of


def execution_rate(budget: float | None, spent: float | None) -> float | None:
    """B/A as a fraction; ``None`` while either is missing or the budget is not above zero."""
    if budget is None or spent is None or budget <= 0 or spent < 0:
        return None
    return spent / budget


def score_execution(profile: Profile, budget: float | None, spent: float | None) -> float | None:
    """The points of the 年度资金总额 row, rounded; ``None`` while there is no rate."""
    rate = execution_rate(budget, spent)
    if rate is None:
        return None
    rule = profile.execution
    if rule.method == "steps":
        step = band_of(rule.steps, rate)
        return step.points if step else 0.0
    return round_half_up(min(1.0, rate) * rule.points, profile.rounding.decimals)
