"""Checks R: a reason is due and is not there. A row that is not answered properly is left to Q and P."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.checks.reason_rule import Fault, Scored, reason_fault
from zpj.recheck.views.form_view import Field, FormView, Line


def r01_shortfall_unexplained(form: FormView) -> Iterator[Finding]:
    """A score below the points, and not a word."""
    return _findings(form, Code.R01)


def r02_over_completion_unexplained(form: FormView) -> Iterator[Finding]:
    """Far beyond the target, and not a word."""
    return _findings(form, Code.R02)


def r03_filler(form: FormView) -> Iterator[Finding]:
    """无, 同上, a number, a mark and the like where a reason is due; a word or two."""
    return _findings(form, Code.R03)


def r04_deduction_unexplained(form: FormView) -> Iterator[Finding]:
    """Points taken off by judgement, and not a word."""
    return _findings(form, Code.R04)


def r05_reason_on_the_next_row(form: FormView) -> Iterator[Finding]:
    """A score below the points whose reason seems to stand on a neighbouring row."""
    return _findings(form, Code.R05)


def r06_one_reason_for_all(form: FormView) -> Iterator[Finding]:
    """One sentence on several rows."""
    return _findings(form, Code.R06)


def _findings(form: FormView, code: Code) -> Iterator[Finding]:
    """A finding on every line whose reason has the fault ``code``."""
    for line, fault in _faults(form):
        if fault.code is code:
            entry = line.finding(
                code,
                Field.REASON,
                found=fault.found,
                expected=fault.expected,
                count=fault.rows,
                why=fault.why,
            )
            yield replace(entry, severity=fault.severity) if fault.severity else entry


@lru_cache(maxsize=1)  # every check R of one form asks for it
def _faults(form: FormView) -> tuple[tuple[Line, Fault], ...]:
    """The lines whose reason has a fault."""
    rows = [_scored(line) for line in form.lines]
    faults = ((line, reason_fault(form.profile, rows, index)) for index, line in enumerate(form.lines))
    return tuple((line, fault) for line, fault in faults if fault)


def _scored(line: Line) -> Scored | None:
    if line.shown is None or line.doubt or not line.is_settled:
        return None
    return Scored(line.indicator, line.shown, line.score.excess)
