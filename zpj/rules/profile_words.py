"""A profile in words: the sentences of ``zpj rules show`` and of the 填报说明 sheet."""

from collections.abc import Iterator
from itertools import pairwise

from zpj.rules.profile import Profile


def describe(profile: Profile) -> tuple[str, ...]:
    """The rules of ``profile``, one Chinese sentence per rule, every number taken from the profile."""
    return tuple(_sentences(profile))


def _sentences(profile: Profile) -> Iterator[str]:
    blocks = "、".join(f"{block.name}{_points(block.points)}" for block in profile.blocks)
    full = _points(profile.total.points)
    yield f"分值：预算执行率{_points(profile.execution.points)}、{blocks}，合计{full}。"
    yield f"执行率：全年执行数(B)÷全年预算数(A)；{_execution(profile)}。"
    yield "正向指标：实际值(B)达到指标值(A)得满分，未达到按 B÷A×分值计。"
    if profile.positive.over_completion:
        yield f"超额完成：偏离度=(B-A)÷A；{_bands(profile)}。"
    yield f"反向指标（越低越好、不超过类）：B 不高于 A 得满分，超出后按 {_reverse(profile)}计。"
    yield "指标值为 0：正向指标得满分；反向指标实际值为 0 得满分，否则不得分。"
    yield f"定性指标：{_tiers(profile)}；得分=自评比例×分值。"
    yield "酌情扣分：可在规则得分之外自行扣分，须写明原因；得分不低于 0，不高于分值。"
    excess = _percent(profile.reason.over_completion)
    fillers = "、".join(profile.reason.fillers[:5])
    yield f"偏差原因：得分低于分值、偏离度达到 {excess}或有酌情扣分时必须填写；“{fillers}”等不算原因。"
    yield f"取数：{_rounding(profile)}"
    yield f"等级：{_grades(profile)}。"


def _points(points: float | None) -> str:
    return "（分值自定）" if points is None else f" {points:g} 分"


def _percent(share: float) -> str:
    return f"{share * 100:.10g}%"


def _execution(profile: Profile) -> str:
    execution = profile.execution
    if execution.method == "ratio":
        return f"得分=执行率(最高按 100%)×{execution.points:g}"
    steps = "、".join(f"{_percent(step.low)} 以上 {step.points:g} 分" for step in reversed(execution.steps))
    return f"{steps}"


def _bands(profile: Profile) -> str:
    bands = profile.positive.over_completion
    closed = [
        f"{_percent(band.low)}（含）至 {_percent(above.low)} 扣分值的 {_percent(band.deduct)}"
        for band, above in pairwise(bands)
    ]
    return "、".join([*closed, f"{_percent(bands[-1].low)}（含）以上扣 {_percent(bands[-1].deduct)}"])


def _reverse(profile: Profile) -> str:
    return "A÷B×分值" if profile.reverse.method == "inverse" else "[1-(B-A)÷A]×分值"


def _tiers(profile: Profile) -> str:
    return "、".join(
        f"{band.tier} {_percent(band.low)}（含）至 {_percent(band.high)}{'（含）' if band.high == 1 else ''}"
        for band in reversed(profile.tiers)
    )


def _rounding(profile: Profile) -> str:
    what = "各行得分四舍五入" if profile.rounding.of == "rows" else "总分四舍五入"
    cap = "，总分不超过执行率×满分" if profile.total.method == "capped_by_execution" else ""
    return f"{what}保留 {profile.rounding.decimals} 位小数，总分为执行率得分与各指标得分之和{cap}。"


def _grades(profile: Profile) -> str:
    best = [f"{grade.low:g} 分（含）以上为{grade.name}" for grade in reversed(profile.grades[1:])]
    return "、".join([*best, f"其余为{profile.grades[0].name}"])
