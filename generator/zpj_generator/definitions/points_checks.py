"""Checks of points and ratios against the project's rule profile. One check, one small function, one code."""

from collections.abc import Callable, Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.quantity.plain_numbers import plain
from zpj.quantity.rounding import round_half_up
from zpj.rules import Profile
from zpj.rules.written_numbers import percent
from zpj.scoring import missed_blocks, missed_points
from zpj.texts.punctuation import listed
from zpj_generator.definitions.projects import SourcedProject


def unknown_block(sourced: SourcedProject, profile: Profile) -> Iterator[Finding]:
    """D04: a first level the profile does not have."""
    for record, indicator in sourced.each_indicator():
        if indicator.level1 and profile.block(indicator.level1) is None:
            place, what = record.at("level1"), record.table.header("level1")
            names = listed(block.name for block in profile.blocks)
            yield finding(Code.D04, place, what=what, found=indicator.level1, expected=names)


def total_points(sourced: SourcedProject, profile: Profile) -> Iterator[Finding]:
    """P01: execution rate and indicators together are full marks."""
    points = missed_points(profile, sourced.project.indicators)
    if sourced.indicators and points is not None:
        expected = plain(profile.total_points)
        yield finding(Code.P01, sourced.record.at("code"), found=_cents(points), expected=expected)


def block_points(sourced: SourcedProject, profile: Profile) -> Iterator[Finding]:
    """P02: each first level has the points the profile gives it; unsaid while a first level is unknown."""
    if not sourced.indicators:
        return
    for block, points in missed_blocks(profile, sourced.project.indicators):
        inside = (record.at("points") for record, row in sourced.each_indicator() if block.holds(row.level1))
        place, expected = next(inside, sourced.record.at("code")), plain(block.points or 0.0)
        yield finding(Code.P02, place, level1=block.name, found=_cents(points), expected=expected)


def ratio_outside_tier(sourced: SourcedProject, profile: Profile) -> Iterator[Finding]:
    """P05: a ratio outside 0 to 1, or outside the tier it is given with."""
    for record, indicator in sourced.each_indicator():
        ratio = indicator.ratio
        band = None if indicator.tier is None else profile.tier_band(indicator.tier)
        if ratio is None or ratio < 0:  # below zero is P08
            continue
        if not (band.holds(ratio) if band else ratio <= 1):
            low, high = (band.low, band.high) if band else (0.0, 1.0)
            expected = f"{percent(low)}~{percent(high)}"
            yield finding(Code.P05, record.at("ratio"), found=percent(ratio), expected=expected)


def _cents(points: float) -> str:
    return plain(round_half_up(points))


POINTS_CHECKS: tuple[Callable[[SourcedProject, Profile], Iterator[Finding]], ...] = (
    unknown_block,
    total_points,
    block_points,
    ratio_outside_tier,
)
