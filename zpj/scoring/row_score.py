"""One indicator row: from the texts of target and actual value to its score, or why there is none."""

from dataclasses import dataclass
from typing import NamedTuple

from zpj.model.codes import Code
from zpj.model.project import Indicator, Kind, Tier
from zpj.quantity import (
    Cause,
    NotAQuantity,
    Quantity,
    TooLarge,
    UnitMismatch,
    compare,
    is_within_bounds,
    read_actual,
    read_target,
)
from zpj.rules import Profile
from zpj.rules.methods import JUDGED, JudgedRow, MeasuredRow, measured_method, rounding_method
from zpj.rules.written_numbers import amount
from zpj.scoring.kinds import kind_of
from zpj.texts import wording


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a filled row has no score: the code of a finding, and the reason in words."""

    code: Code
    why: str


class RowScore(NamedTuple):
    """A scored row; ``score`` is ``None`` while the row is unfilled or an obstacle stands in the way."""

    kind: Kind
    a: float | None = None
    """The target as a number in its own written unit; percent as a fraction."""
    b: float | None = None
    """The actual value in the same unit."""
    excess: float | None = None
    """偏离度 (B-A)/A"""
    tier: Tier | None = None
    """完成档次, taken from the ratio where it was not given."""
    rule: float | None = None
    """Points by rule, before 酌情扣分, rounded."""
    score: float | None = None
    obstacle: Obstacle | None = None


def score_row(profile: Profile, indicator: Indicator) -> RowScore:
    """The score of ``indicator`` by ``profile``; never raises on what a person may have typed."""
    kind = kind_of(indicator)
    row = _judged(profile, indicator) if kind is Kind.QUALITATIVE else _measured(profile, indicator, kind)
    if row.score is not None and (indicator.deduction or 0.0) < 0:
        return row._replace(score=None, obstacle=_obstacle(Code.P08, "negative_deduction"))
    return row


def _judged(profile: Profile, indicator: Indicator) -> RowScore:
    ratio = indicator.ratio
    if ratio is None:
        return RowScore(Kind.QUALITATIVE, tier=indicator.tier)
    tier = indicator.tier or profile.tier_of(ratio)
    if tier is None or not profile.tier_band(tier).holds(ratio):
        why = "outside_tier" if indicator.tier else "outside_all"
        return RowScore(Kind.QUALITATIVE, tier=tier, obstacle=_obstacle(Code.P05, why, ratio=amount(ratio)))
    if not indicator.actual.strip():
        return RowScore(Kind.QUALITATIVE, tier=tier)
    rule = _rounded(profile, JUDGED.points(profile, JudgedRow(tier, ratio, indicator.points)))
    return RowScore(Kind.QUALITATIVE, tier=tier, rule=rule, score=_deducted(profile, indicator, rule))


def _measured(profile: Profile, indicator: Indicator, kind: Kind) -> RowScore:
    try:
        target = read_target(indicator.target)
    except NotAQuantity as error:
        return RowScore(kind, obstacle=Obstacle(Code.Q04, str(error)))
    if kind is Kind.REVERSE:
        target = target.as_ceiling()
    if not indicator.actual.strip():
        return RowScore(kind, a=target.value)
    try:
        a, b = compare(target, _read_answer(indicator.actual))
    except NotAQuantity as error:
        return RowScore(kind, a=target.value, obstacle=Obstacle(Code.Q02, str(error)))
    except UnitMismatch as error:
        return RowScore(kind, a=target.value, obstacle=Obstacle(Code.Q03, str(error)))
    if not is_within_bounds(a, b):
        return RowScore(kind, a=a, b=b, obstacle=Obstacle(Code.Q02, Cause.TOO_LARGE.words))
    if a < 0 or b < 0:
        return RowScore(kind, a=a, b=b, obstacle=_obstacle(Code.P08, "negative"))
    row = MeasuredRow(kind, a, b, indicator.points)
    rule = _rounded(profile, measured_method(profile, kind, zero_target=a == 0).points(profile, row))
    # Only more than a target can be too much; more than a ceiling is a shortfall.
    excess = row.excess if kind is Kind.POSITIVE else None
    return RowScore(kind, a, b, excess, rule=rule, score=_deducted(profile, indicator, rule))


def _read_answer(text: str) -> Quantity:
    """The answer; one that is too large as well, because its cell shows it."""
    try:
        return read_actual(text)
    except TooLarge as error:
        return error.quantity


def _obstacle(code: Code, why: str, **words: str) -> Obstacle:
    return Obstacle(code, wording("scoring")["refusal"][why].format(**words))


def _rounded(profile: Profile, score: float) -> float:
    return rounding_method(profile).row(profile, score)


def _deducted(profile: Profile, indicator: Indicator, rule: float) -> float:
    if not indicator.deduction:
        return rule
    return _rounded(profile, max(0.0, rule - indicator.deduction))
