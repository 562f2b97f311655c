"""A score in words: which clause, what arithmetic. For ``zpj score`` and whoever asks why."""

from collections.abc import Iterator

from zpj.model.project import Indicator, Kind
from zpj.rules import Profile
from zpj.scoring.bands import band_of
from zpj.scoring.row_score import RowScore


def explain(profile: Profile, indicator: Indicator, row: RowScore) -> str:
    """One Chinese sentence: the arithmetic behind ``row``, or why there is no score."""
    if row.obstacle:
        return f"{row.kind}指标：{row.obstacle.why}，不计分。"
    if row.rule is None:
        return f"{row.kind}指标：{_missing(row)}。"
    return f"{row.kind}指标：{''.join(_arithmetic(profile, indicator, row))}。依据：{_clause(profile, row)}。"


def _missing(row: RowScore) -> str:
    if row.kind is Kind.QUALITATIVE:
        return "由填报人按完成情况选择档次和比例，未选择前不计分"
    return "实际值尚未填写，不计分"


def _arithmetic(profile: Profile, indicator: Indicator, row: RowScore) -> Iterator[str]:
    if row.kind is Kind.QUALITATIVE:
        ratio = f"{(indicator.ratio or 0) * 100:.10g}%"
        yield f"档次为{row.tier}，{ratio}×{indicator.points:g}={row.rule:.2f}"
    else:
        yield _numeric(profile, indicator.points, row)
    if indicator.deduction:
        yield f"，酌情扣 {indicator.deduction:g}，得 {row.score:.2f}"


def _numeric(profile: Profile, points: float, row: RowScore) -> str:
    a, b = row.a or 0.0, row.b or 0.0
    if row.kind is Kind.REVERSE:
        return _reverse(profile, a, b, points, row)
    if a == 0:
        return f"指标值为 0，得满分 {row.rule:.2f}"
    if b < a:
        return f"{b:.10g}÷{a:.10g}×{points:g}={row.rule:.2f}"
    band = band_of(profile.positive.over_completion, row.excess or 0.0)
    if band is None:
        return f"{b:.10g} 已达到 {a:.10g}，得满分 {row.rule:.2f}"
    excess, deduct = f"{(row.excess or 0) * 100:.10g}%", f"{band.deduct * 100:.10g}%"
    ratio = f"偏离度 ({b:.10g}-{a:.10g})÷{a:.10g}={excess}"
    return f"{ratio}，扣分值的 {deduct}，{points:g}×(1-{deduct})={row.rule:.2f}"


def _reverse(profile: Profile, a: float, b: float, points: float, row: RowScore) -> str:
    if b <= a:
        return f"{b:.10g} 不高于 {a:.10g}，得满分 {row.rule:.2f}"
    if a == 0:
        return f"指标值为 0 而实际值为 {b:.10g}，得 {row.rule:.2f}"
    if profile.reverse.method == "distance":
        return f"[1-({b:.10g}-{a:.10g})÷{a:.10g}]×{points:g}={row.rule:.2f}"
    return f"{a:.10g}÷{b:.10g}×{points:g}={row.rule:.2f}"


def _clause(profile: Profile, row: RowScore) -> str:
    if row.a == 0 and row.kind is not Kind.QUALITATIVE:
        return profile.zero_target.clause
    if row.kind is Kind.QUALITATIVE and row.tier:
        return profile.tier_band(row.tier).clause
    band = band_of(profile.positive.over_completion, row.excess) if row.excess is not None else None
    return band.clause if band else profile.clause(row.kind)
