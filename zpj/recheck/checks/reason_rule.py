"""When a row owes a reason, and what is wrong with the one it gives: at most one code of family R per row."""

from collections.abc import Sequence
from typing import NamedTuple

from zpj.model.codes import Code
from zpj.model.project import Indicator
from zpj.quantity.plain_numbers import plain
from zpj.quantity.rounding import on_edge_grid
from zpj.rules import Profile
from zpj.rules.written_numbers import percent


class Fault(NamedTuple):
    """What is wrong with a reason: the code, and what its finding calls found and expected."""

    code: Code
    found: str
    expected: str = ""


class Scored(NamedTuple):
    """A scored row: by rule on a form of ours, as printed on any other."""

    indicator: Indicator
    score: float
    excess: float | None
    """偏离度, where the row has one."""


def reason_fault(profile: Profile, rows: Sequence[Scored | None], index: int) -> Fault | None:
    """What is wrong with the reason of row ``index``; ``None`` if nothing is or it has no score.

    A filler (R03) goes before a missing word on a deduction (R04), on over-completion (R02), on a shortfall
    (R01; R05 where a neighbour's reason seems to be meant).
    """
    row = rows[index]
    due = row and _due(profile, row)
    if row is None or due is None or profile.reason.is_given(row.indicator.reason):
        return None
    if row.indicator.reason.strip():
        return Fault(Code.R03, row.indicator.reason)
    if due is Code.R04:
        return Fault(due, plain(row.indicator.deduction or 0.0))
    if due is Code.R02:
        return Fault(due, percent(row.excess or 0.0), percent(profile.reason.over_completion))
    neighbour = _strayed(profile, rows, index)
    if neighbour is not None:
        return Fault(Code.R05, plain(row.score), neighbour.indicator.level3)
    return Fault(due, plain(row.score), plain(row.indicator.points))


def _strayed(profile: Profile, rows: Sequence[Scored | None], index: int) -> Scored | None:
    """The neighbour that gives a reason and owes none: the one above, else the one below."""
    spare = (rows[at] for at in (index - 1, index + 1) if _is_spare(profile, rows, index, at))
    return next(spare, None)


def _due(profile: Profile, row: Scored) -> Code | None:
    if (row.indicator.deduction or 0.0) > 0:
        return Code.R04
    if row.excess is not None and on_edge_grid(row.excess) >= profile.reason.over_completion:
        return Code.R02
    return Code.R01 if row.score < row.indicator.points else None


def _is_spare(profile: Profile, rows: Sequence[Scored | None], index: int, at: int) -> bool:
    if not 0 <= at < len(rows):
        return False
    row, neighbour = rows[index], rows[at]
    if row is None or neighbour is None or _due(profile, neighbour) is not None:
        return False
    return profile.reason.is_given(neighbour.indicator.reason) and _levels(row) == _levels(neighbour)


def _levels(row: Scored) -> tuple[str, str]:
    return row.indicator.level1, row.indicator.level2
