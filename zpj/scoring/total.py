"""The total of a form and its grade."""

from collections.abc import Iterable

from zpj.quantity.rounding import round_half_up
from zpj.rules import Profile
from zpj.scoring.bands import band_of


def add_up(profile: Profile, execution: float, rows: Iterable[float], rate: float) -> float:
    """Execution score plus row scores, rounded; capped at rate x full marks where the profile says so."""
    total = execution + sum(rows)
    if profile.total.method == "capped_by_execution":
        total = min(total, rate * profile.total.points)
    return round_half_up(total, profile.rounding.decimals)


def grade(profile: Profile, total: float) -> str:
    """The grade of a total; the total is rounded first, because that is the total a form shows."""
    band = band_of(profile.grades, round_half_up(total, profile.rounding.decimals))
    return (band or profile.grades[0]).name
