"""Checks T of a form from elsewhere: its printed total and grade, and what both are by rule."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND
from zpj.recheck.checks.totals import outruns
from zpj.recheck.foreign.printed_form import PrintedForm
from zpj.scoring import (
    FormTotal,
    Scored,
    differs,
    execution_rate,
    form_total,
    grade,
    score_execution,
)
from zpj_generator.definitions.written_values import plain


def result(form: PrintedForm) -> FormTotal | None:
    """What the rule gives, the printed scores of 定性 rows taken as they are."""
    fund = form.typed.project.fund(TOTAL_FUND)
    rate = execution_rate(fund.budget, fund.spent)
    execution = score_execution(form.profile, fund.budget, fund.spent)
    if not form.lines:
        return None
    return form_total(form.profile, execution, (line.recomputed for line in form.lines), rate)


def t01_total(form: PrintedForm) -> Iterator[Finding]:
    """A total that is not the one of the printed scores, where all of them are printed."""
    typed, profile = form.typed, form.profile
    execution = typed.execution.value if typed.execution else None
    parts = form_total(profile, execution, map(form.counted, form.lines), _rate(form))
    if typed.total is None or parts is None:
        return
    if differs(profile, typed.total.value, parts.total, Scored.TOTAL):
        expected = plain(parts.total)
        yield finding(Code.T01, typed.total.place, found=plain(typed.total.value), expected=expected)


def t02_grade(form: PrintedForm) -> Iterator[Finding]:
    """A grade that is not the one of the printed total."""
    total, printed = form.typed.total, form.typed.grade
    if total is None or printed is None:
        return
    expected = grade(form.profile, total.value)
    named = [band.name for band in form.profile.grades if band.name in printed.text]
    # A form may print all grades to tick one, and 优秀 means 优.
    if named != [expected] and len(named) < len(form.profile.grades):
        yield finding(Code.T02, printed.place, found=printed.text, expected=expected)


def t03_scores_outrun_execution(form: PrintedForm) -> Iterator[Finding]:
    """Nearly all points for little of the money, by the profile's measure; silent where it has none."""
    fund, total = form.typed.project.fund(TOTAL_FUND), form.typed.total
    rate = execution_rate(fund.budget, fund.spent)
    points = sum(line.indicator.points for line in form.lines)
    if rate is None or total is None or points <= 0:
        return
    earned = sum(line.printed or 0.0 for line in form.lines) / points
    if outruns(form.profile, earned, rate):
        yield finding(Code.T03, total.place, found=f"{earned:.1%}", expected=f"{rate:.1%}")


def _rate(form: PrintedForm) -> float | None:
    """The execution rate of the printed money; where none is printed, the printed rate."""
    fund, printed = form.typed.project.fund(TOTAL_FUND), form.typed.rate
    rate = execution_rate(fund.budget, fund.spent)
    return printed.value if rate is None and printed else rate
