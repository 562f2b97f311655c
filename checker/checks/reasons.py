"""Checks R: a reason is due and is not there. A row that is not answered properly is left to Q and P."""

from collections.abc import Iterable, Iterator

from checker.checks.quantities import size_doubt
from checker.checks.scores import has_tier
from checker.context import Context, Line
from checker.reason_due import Scored, reason_code, strayed
from generator.definitions.values import plain
from generator.layout import columns
from zpj.findings import Finding
from zpj.form import Kind


def r01_shortfall_unexplained(form: Context) -> Iterator[Finding]:
    """A score below the points, and not a word."""
    for line in _lines(form, "R01"):
        points = plain(line.indicator.points)
        yield _finding(form, "R01", line, found=plain(line.score.score or 0.0), expected=points)


def r02_over_completion_unexplained(form: Context) -> Iterator[Finding]:
    """Far beyond the target, and not a word."""
    limit = _percent(form.profile.reason.over_completion)
    for line in _lines(form, "R02"):
        yield _finding(form, "R02", line, found=_percent(line.score.excess or 0.0), expected=limit)


def r03_filler(form: Context) -> Iterator[Finding]:
    """无, /, - and the like where a reason is due."""
    for line in _lines(form, "R03"):
        yield _finding(form, "R03", line, found=line.indicator.reason)


def r04_deduction_unexplained(form: Context) -> Iterator[Finding]:
    """Points taken off by judgement, and not a word."""
    for line in _lines(form, "R04"):
        yield _finding(form, "R04", line, found=plain(line.indicator.deduction or 0.0))


def r05_reason_on_the_next_row(form: Context) -> Iterator[Finding]:
    """A score below the points whose reason seems to stand on a neighbouring row."""
    rows = _scored(form.lines)
    for line in _lines(form, "R05"):
        at = strayed(form.profile, rows, line.number - 1)
        if at is not None:
            neighbour = form.filled.indicators[at].level3
            yield _finding(form, "R05", line, found=plain(line.score.score or 0.0), expected=neighbour)


def _lines(form: Context, code: str) -> Iterator[Line]:
    """The lines whose reason has the fault ``code``."""
    lines = tuple(form.lines)
    rows = _scored(lines)
    for index, line in enumerate(lines):
        if reason_code(form.profile, rows, index) == code and _is_settled(form, line):
            yield line


def _scored(lines: Iterable[Line]) -> list[Scored | None]:
    return [
        None if line.score.score is None else Scored(line.indicator, line.score.score, line.score.excess)
        for line in lines
    ]


def _is_settled(form: Context, line: Line) -> bool:
    """Whether a score of ``line`` is that of answers without a fault; a reason would explain nothing else."""
    deduction = form.cell(f"{columns.DEDUCTION}{line.row}")
    if line.indicator.deduction is None and deduction.text:
        return False
    if line.score.kind is Kind.QUALITATIVE:
        return has_tier(form, line)
    return size_doubt(form.profile, line) is None


def _finding(form: Context, code: str, line: Line, *, found: str, expected: str = "") -> Finding:
    ref = f"{columns.REASON}{line.row}"
    return form.finding(code, ref, found=found, expected=expected, indicator=line.indicator.level3)


def _percent(share: float) -> str:
    return f"{share * 100:.10g}%"
