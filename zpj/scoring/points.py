"""分值: whether the points of a form are full marks, in all and block by block."""

from collections.abc import Iterable, Iterator, Sequence

from zpj.model.project import Indicator
from zpj.rules import Block, Profile

HALF_A_CENT = 0.005
"""Points are written to cents: sums closer than this differ by binary rounding only."""


def missed_points(profile: Profile, indicators: Iterable[Indicator]) -> float | None:
    """What execution rate and indicators add up to; ``None`` where that is full marks."""
    points = profile.execution.points + sum(indicator.points for indicator in indicators)
    return points if abs(points - profile.total_points) >= HALF_A_CENT else None


def missed_blocks(profile: Profile, indicators: Sequence[Indicator]) -> Iterator[tuple[Block, float]]:
    """Every 一级指标 whose points are not those of the profile, with its points.

    None while an indicator is printed under a first level that the profile does not have.
    """
    if not all(profile.block(indicator.level1) for indicator in indicators):
        return
    for block in profile.blocks:
        points = sum(indicator.points for indicator in indicators if block.holds(indicator.level1))
        if block.points is not None and abs(points - block.points) >= HALF_A_CENT:
            yield block, points
