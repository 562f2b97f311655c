"""One indicator row: from the texts of target and actual value to its score, or why there is none."""

from dataclasses import dataclass
from typing import NamedTuple

from zpj.model.codes import Code
from zpj.model.project import Indicator, Kind, Tier
from zpj.quantity import NotAQuantity, UnitMismatch, compare, read_actual, read_target
from zpj.quantity.rounding import round_half_up
from zpj.rules import Profile
from zpj.scoring.kinds import kind_of
from zpj.scoring.numeric import over_completion, score_positive, score_reverse
from zpj.scoring.qualitative import score_qualitative


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a filled row has no score: the code of a finding, and the reason in Chinese."""

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
    row = _qualitative(profile, indicator) if kind is Kind.QUALITATIVE else _numeric(profile, indicator, kind)
    if row.score is not None and (indicator.deduction or 0.0) < 0:
        return row._replace(score=None, obstacle=Obstacle(Code.P08, "酌情扣分不能为负数"))
    return row


def _qualitative(profile: Profile, indicator: Indicator) -> RowScore:
    ratio = indicator.ratio
    if ratio is None:
        return RowScore(Kind.QUALITATIVE, tier=indicator.tier)
    tier = indicator.tier or profile.tier_of(ratio)
    if tier is None or not profile.tier_band(tier).holds(ratio):
        why = f"比例 {ratio:.10g} 不在{'所选档次内' if indicator.tier else ' 0% 到 100% 之间'}"
        return RowScore(Kind.QUALITATIVE, tier=tier, obstacle=Obstacle(Code.P05, why))
    if not indicator.actual.strip():
        return RowScore(Kind.QUALITATIVE, tier=tier)
    rule = _rounded(profile, score_qualitative(ratio, indicator.points))
    return RowScore(Kind.QUALITATIVE, tier=tier, rule=rule, score=_deducted(profile, indicator, rule))


def _numeric(profile: Profile, indicator: Indicator, kind: Kind) -> RowScore:
    try:
        target = read_target(indicator.target)
    except NotAQuantity as error:
        return RowScore(kind, obstacle=Obstacle(Code.Q04, str(error)))
    if kind is Kind.REVERSE:
        target = target.as_ceiling()
    if not indicator.actual.strip():
        return RowScore(kind, a=target.value)
    try:
        a, b = compare(target, read_actual(indicator.actual))
    except NotAQuantity as error:
        return RowScore(kind, a=target.value, obstacle=Obstacle(Code.Q02, str(error)))
    except UnitMismatch as error:
        return RowScore(kind, a=target.value, obstacle=Obstacle(Code.Q03, str(error)))
    if a < 0 or b < 0:
        return RowScore(kind, a=a, b=b, obstacle=Obstacle(Code.P08, "指标值和实际值不能为负数"))
    if kind is Kind.POSITIVE:
        raw, excess = score_positive(profile.positive, a, b, indicator.points), over_completion(a, b)
    else:
        raw, excess = score_reverse(profile.reverse, a, b, indicator.points), None
    rule = _rounded(profile, raw)
    return RowScore(kind, a, b, excess, rule=rule, score=_deducted(profile, indicator, rule))


def _rounded(profile: Profile, points: float) -> float:
    return round_half_up(points, profile.rounding.decimals) if profile.rounding.of == "rows" else points


def _deducted(profile: Profile, indicator: Indicator, rule: float) -> float:
    if not indicator.deduction:
        return rule
    return _rounded(profile, max(0.0, rule - indicator.deduction))
