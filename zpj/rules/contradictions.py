"""Contradictions inside a profile: points that do not add up, bands that overlap or leave a gap."""

from collections.abc import Iterator, Sequence

from zpj.model.project import Tier
from zpj.rules.profile import Profile

MOST_DECIMALS = 4


def contradictions(profile: Profile) -> Iterator[tuple[str, str]]:
    """Key and Chinese description of everything in ``profile`` that cannot be right."""
    yield from _points(profile)
    yield from _tiers(profile)
    yield from _lookup("grade", [grade.low for grade in profile.grades], starts_at_zero=True)
    yield from _lookup("positive.over_completion", [band.low for band in profile.positive.over_completion])
    if any(not 0 <= band.deduct <= 1 for band in profile.positive.over_completion):
        yield "positive.over_completion", "deduct 应在 0 到 1 之间"
    if profile.execution.method == "steps":
        steps = profile.execution.steps
        yield from _lookup("execution.step", [step.low for step in steps], starts_at_zero=True)
        if not steps or max(step.points for step in steps) != profile.execution.points:
            yield "execution.step", "最高一档应等于 execution.points"
    elif profile.execution.steps:
        yield "execution.step", "execution.method 为 ratio 时不分档"
    if not 0 <= profile.rounding.decimals <= MOST_DECIMALS:
        yield "rounding.decimals", f"应在 0 到 {MOST_DECIMALS} 之间"


def _points(profile: Profile) -> Iterator[tuple[str, str]]:
    parts = [block.points for block in profile.blocks]
    if any(points < 0 for points in (profile.execution.points, *(part or 0 for part in parts))):
        yield "block", "分值不能为负数"
    known = [points for points in parts if points is not None]
    if len(known) == len(parts) and profile.execution.points + sum(known) != profile.total.points:
        yield "block", f"执行率与各一级指标分值合计不等于 {profile.total.points:g}"
    names = [name for block in profile.blocks for name in (block.name, *block.aliases)]
    if len(names) != len(set(names)):
        yield "block", "一级指标名称重复"


def _tiers(profile: Profile) -> Iterator[tuple[str, str]]:
    if {band.tier for band in profile.tiers} != set(Tier) or len(profile.tiers) != len(Tier):
        yield "tier", f"应恰好列出：{'、'.join(Tier)}"
        return
    edges = [0.0, *(band.high for band in profile.tiers)]
    if [band.low for band in profile.tiers] != edges[:-1] or edges[-1] != 1:
        yield "tier", "各档次应首尾相接，从 0 到 1"


def _lookup(key: str, lows: Sequence[float], *, starts_at_zero: bool = False) -> Iterator[tuple[str, str]]:
    if list(lows) != sorted(set(lows)):
        yield key, "各档的 from 重复"
    if starts_at_zero and (not lows or lows[0] != 0):
        yield key, "最低一档应从 0 开始"
