"""When a row owes a reason, and what is wrong with the one it gives: at most one code of family R per row."""

from collections.abc import Sequence
from typing import NamedTuple

from zpj.form import Indicator
from zpj.rounding import on_edge_grid
from zpj.rules import Profile


class Scored(NamedTuple):
    """A scored row: by rule on a form of ours, as printed on any other."""

    indicator: Indicator
    score: float
    excess: float | None
    """偏离度, where the row has one."""


def reason_code(profile: Profile, rows: Sequence[Scored | None], index: int) -> str | None:
    """What is wrong with the reason of row ``index``; ``None`` if nothing is or it has no score.

    A filler (R03) goes before a missing word on a deduction (R04), on over-completion (R02), on a shortfall
    (R01; R05 where a neighbour's reason seems to be meant).
    """
    row = rows[index]
    due = row and _due(profile, row)
    if row is None or due is None or profile.reason.is_given(row.indicator.reason):
        return None
    if row.indicator.reason.strip():
        return "R03"
    return "R05" if due == "R01" and strayed(profile, rows, index) is not None else due


def strayed(profile: Profile, rows: Sequence[Scored | None], index: int) -> int | None:
    """The neighbour that gives a reason and owes none: the one above, else the one below."""
    return next((at for at in (index - 1, index + 1) if _is_spare(profile, rows, index, at)), None)


def _due(profile: Profile, row: Scored) -> str | None:
    if (row.indicator.deduction or 0.0) > 0:
        return "R04"
    if row.excess is not None and on_edge_grid(row.excess) >= profile.reason.over_completion:
        return "R02"
    return "R01" if row.score < row.indicator.points else None


def _is_spare(profile: Profile, rows: Sequence[Scored | None], index: int, at: int) -> bool:
    if not 0 <= at < len(rows):
        return False
    row, neighbour = rows[index], rows[at]
    if row is None or neighbour is None or _due(profile, neighbour) is not None:
        return False
    return profile.reason.is_given(neighbour.indicator.reason) and _levels(row) == _levels(neighbour)


def _levels(row: Scored) -> tuple[str, str]:
    return row.indicator.level1, row.indicator.level2
