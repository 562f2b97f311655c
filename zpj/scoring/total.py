"""The total of a form and its grade, and whether a figure found on a form is the one by rule.

The only place that adds up a total: whoever has scores, recomputed or printed, gets it from here.
"""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple, assert_never

from zpj.quantity.rounding import on_edge_grid, round_half_up
from zpj.rules import Profile
from zpj.rules.bands import band_of
from zpj.rules.methods import rounding_method, total_method


class FormTotal(NamedTuple):
    """A total, rounded, and the grade it earns."""

    total: float
    grade: str


class Scored(Enum):
    """What a figure found on a form is; the profile tolerates more on a total than on a row."""

    ROW = "row"
    TOTAL = "total"
    COPIED = "copied"
    """A figure to be carried over as it is printed: every cent counts."""


def form_total(
    profile: Profile, execution: float | None, rows: Iterable[float | None], rate: float | None
) -> FormTotal | None:
    """Execution score plus row scores by the method of ``profile``, rounded, with its grade.

    ``None`` while any score is missing, or the rate where the total depends on it.
    """
    scores = list(rows)
    known = [score for score in scores if score is not None]
    if execution is None or len(known) < len(scores):
        return None
    total = total_method(profile).total(profile, execution + sum(known), rate)
    if total is None:
        return None
    rounded = round_half_up(total, profile.rounding.decimals)
    return FormTotal(rounded, grade(profile, rounded))


def counted(profile: Profile, printed: float, by_rule: float | None) -> float:
    """What the printed score of a row counts for in a total.

    Where a profile rounds the total alone, a row is printed with fewer decimals than it counts with.
    """
    return rounding_method(profile).counted(profile, printed, by_rule)


def grade(profile: Profile, total: float) -> str:
    """The grade of a total; the total is rounded first, because that is the total a form shows."""
    band = band_of(profile.grades, round_half_up(total, profile.rounding.decimals))
    return (band or profile.grades[0]).name


def differs(profile: Profile, found: float, expected: float, what: Scored) -> bool:
    """Whether two scores are further apart than ``profile`` tolerates; binary noise is no difference."""
    return on_edge_grid(abs(found - expected)) > _tolerance(profile, what)


def _tolerance(profile: Profile, what: Scored) -> float:
    match what:
        case Scored.ROW:
            return profile.tolerance.row
        case Scored.TOTAL:
            return profile.tolerance.total
        case Scored.COPIED:
            return 0.0
        case _:
            assert_never(what)
