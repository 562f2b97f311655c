"""When a row owes a reason, and what is wrong with the one it gives: at most one code of family R per row."""

from collections.abc import Sequence
from typing import NamedTuple

from zpj.model.codes import Code
from zpj.model.findings import Severity
from zpj.model.project import Indicator
from zpj.quantity.plain_numbers import plain
from zpj.quantity.rounding import on_edge_grid
from zpj.rules import Flaw, Profile, ReasonRule
from zpj.rules.reason import said
from zpj.rules.written_numbers import percent
from zpj.texts import wording


class Fault(NamedTuple):
    """What is wrong with a reason: the code, and what its finding calls found, expected, rows and why."""

    code: Code
    found: str
    expected: str = ""
    rows: int = 0
    why: str = ""
    severity: Severity | None = None
    """Where the profile decides; ``None`` leaves it to the code."""


class Scored(NamedTuple):
    """A scored row: by rule on a form of ours, as printed on any other."""

    indicator: Indicator
    score: float
    excess: float | None
    """偏离度, where the row has one."""


def reason_fault(profile: Profile, rows: Sequence[Scored | None], index: int) -> Fault | None:
    """What is wrong with the reason of row ``index``; ``None`` if nothing is or it has no score.

    A filler (R03) goes before one sentence on several rows (R06), and that before a word or two (R03); no
    word at all is told of a deduction (R04), of over-completion (R02), of a shortfall (R01; R05 where a
    neighbour's reason seems to be meant).
    """
    row = rows[index]
    due = row and _due(profile, row)
    if row is None or due is None:
        return None
    if row.indicator.reason.strip():
        return _flawed(profile, rows, row)
    if due is Code.R04:
        return Fault(due, plain(row.indicator.deduction or 0.0))
    if due is Code.R02:
        return Fault(due, percent(row.excess or 0.0), percent(profile.reason.over_completion))
    neighbour = _strayed(profile, rows, index)
    if neighbour is not None:
        return Fault(Code.R05, plain(row.score), neighbour.indicator.level3)
    return Fault(due, plain(row.score), plain(row.indicator.points))


def _flawed(profile: Profile, rows: Sequence[Scored | None], row: Scored) -> Fault | None:
    """What is wrong with a reason that is there: of the row itself, then beside the others."""
    rule, reason = profile.reason, row.indicator.reason
    flaw = Flaw.FILLER if _repeats_its_row(row.indicator) else rule.flaw(reason)
    if flaw in (None, Flaw.BRIEF):
        count = sum(said(each.indicator.reason) == said(reason) for each in rows if each is not None)
        if count >= rule.repeated:
            return Fault(Code.R06, reason, rows=count, severity=_severity(rule, Flaw.REPEATED))
    if flaw is None:
        return None
    why = wording("recheck")["reason"][flaw.value]
    return Fault(Code.R03, reason, why=why, severity=_severity(rule, flaw))


def _severity(rule: ReasonRule, flaw: Flaw) -> Severity:
    return Severity.WARNING if rule.is_warning(flaw) else Severity.ERROR


def _repeats_its_row(indicator: Indicator) -> bool:
    """Whether the reason only says once more what the row says: its name, its target, what was done."""
    columns = (indicator.level1, indicator.level2, indicator.level3, indicator.target, indicator.actual)
    return said(indicator.reason) in map(said, columns)


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
