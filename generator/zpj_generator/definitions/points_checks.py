"""Checks of points and ratios against the project's rule profile. One check, one small function, one code."""

from collections.abc import Callable, Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.quantity.rounding import round_half_up
from zpj.rules import Profile
from zpj.scoring import missed_blocks, missed_points
from zpj_generator.definitions.definition_columns import CODE
from zpj_generator.definitions.projects import SourcedProject
from zpj_generator.definitions.written_values import plain

LEVEL1, POINTS, RATIO = "一级指标", "分值", "比例"


def unknown_block(sourced: SourcedProject, profile: Profile) -> Iterator[Finding]:
    """D04: a first level the profile does not have."""
    for row, indicator in sourced.indicator_rows():
        if indicator.level1 and profile.block(indicator.level1) is None:
            names = "、".join(block.name for block in profile.blocks)
            yield finding(Code.D04, row.place(LEVEL1), what=LEVEL1, found=indicator.level1, expected=names)


def total_points(sourced: SourcedProject, profile: Profile) -> Iterator[Finding]:
    """P01: execution rate and indicators together are full marks."""
    points = missed_points(profile, sourced.project.indicators)
    if sourced.indicators and points is not None:
        expected = plain(profile.total_points)
        yield finding(Code.P01, sourced.row.place(CODE), found=_cents(points), expected=expected)


def block_points(sourced: SourcedProject, profile: Profile) -> Iterator[Finding]:
    """P02: each first level has the points the profile gives it; unsaid while a first level is unknown."""
    rows = list(sourced.indicator_rows())
    if not rows:
        return
    for block, points in missed_blocks(profile, [indicator for _, indicator in rows]):
        inside = (row.place(POINTS) for row, indicator in rows if block.holds(indicator.level1))
        place, expected = next(inside, sourced.row.place(CODE)), plain(block.points or 0.0)
        yield finding(Code.P02, place, level1=block.name, found=_cents(points), expected=expected)


def ratio_outside_tier(sourced: SourcedProject, profile: Profile) -> Iterator[Finding]:
    """P05: a ratio outside 0 to 1, or outside the tier it is given with."""
    for row, indicator in sourced.indicator_rows():
        ratio, band = indicator.ratio, indicator.tier and profile.tier_band(indicator.tier)
        if ratio is None or ratio < 0:  # below zero is P08
            continue
        if not (band.holds(ratio) if band else ratio <= 1):
            low, high = (band.low, band.high) if band else (0.0, 1.0)
            expected = f"{_percent(low)}~{_percent(high)}"
            yield finding(Code.P05, row.place(RATIO), found=_percent(ratio), expected=expected)


def _percent(ratio: float) -> str:
    return f"{plain(ratio * 100)}%"


def _cents(points: float) -> str:
    return plain(round_half_up(points))


POINTS_CHECKS: tuple[Callable[[SourcedProject, Profile], Iterator[Finding]], ...] = (
    unknown_block,
    total_points,
    block_points,
    ratio_outside_tier,
)
