"""Checks R: a reason is due and is not there. A row that is not answered properly is left to Q and P."""

from collections.abc import Iterator
from functools import lru_cache

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.model.project import Kind
from zpj.recheck.checks.quantities import size_doubt
from zpj.recheck.checks.scores import has_tier
from zpj.recheck.context import Context, Line
from zpj.recheck.reason_rule import Fault, Scored, reason_fault
from zpj_generator.sheet.roles import Role


def r01_shortfall_unexplained(form: Context) -> Iterator[Finding]:
    """A score below the points, and not a word."""
    return _findings(form, Code.R01)


def r02_over_completion_unexplained(form: Context) -> Iterator[Finding]:
    """Far beyond the target, and not a word."""
    return _findings(form, Code.R02)


def r03_filler(form: Context) -> Iterator[Finding]:
    """无, /, - and the like where a reason is due."""
    return _findings(form, Code.R03)


def r04_deduction_unexplained(form: Context) -> Iterator[Finding]:
    """Points taken off by judgement, and not a word."""
    return _findings(form, Code.R04)


def r05_reason_on_the_next_row(form: Context) -> Iterator[Finding]:
    """A score below the points whose reason seems to stand on a neighbouring row."""
    return _findings(form, Code.R05)


def _findings(form: Context, code: Code) -> Iterator[Finding]:
    """A finding on every line whose reason has the fault ``code``."""
    for line, fault in _faults(form):
        if fault.code == code:
            ref, indicator = form.at(Role.REASON, line.row), line.indicator.level3
            yield form.finding(code, ref, found=fault.found, expected=fault.expected, indicator=indicator)


@lru_cache(maxsize=1)  # every check R of one form asks for it
def _faults(form: Context) -> tuple[tuple[Line, Fault], ...]:
    """The lines whose reason has a fault."""
    rows = _scored(form)
    faults = ((line, reason_fault(form.profile, rows, index)) for index, line in enumerate(form.lines))
    return tuple((line, fault) for line, fault in faults if fault and _is_settled(form, line))


def _scored(form: Context) -> list[Scored | None]:
    return [
        None if line.score.score is None else Scored(line.indicator, line.score.score, line.score.excess)
        for line in form.lines
    ]


def _is_settled(form: Context, line: Line) -> bool:
    """Whether a score of ``line`` is that of answers without a fault; a reason would explain nothing else."""
    deduction = form.cell(form.at(Role.DEDUCTION, line.row))
    if line.indicator.deduction is None and deduction.text:
        return False
    if line.score.kind is Kind.QUALITATIVE:
        return has_tier(form, line)
    return size_doubt(form.profile, line) is None
