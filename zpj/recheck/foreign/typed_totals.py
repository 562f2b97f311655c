"""Checks T of a form from elsewhere: its printed total and grade, and what both are by rule."""

from collections.abc import Iterator
from typing import NamedTuple

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND
from zpj.quantity.rounding import round_half_up
from zpj.recheck.checks.totals import outruns
from zpj.recheck.foreign.printed_form import PrintedForm, differ
from zpj.scoring import add_up, execution_rate, grade, score_execution
from zpj.quantity.plain_numbers import plain


class Result(NamedTuple):
    """A total and its grade; ``None`` while anything is unscored."""

    total: float | None
    grade: str | None


def result(form: PrintedForm) -> Result:
    """What the rule gives, the printed scores of 定性 rows taken as they are."""
    fund = form.typed.project.fund(TOTAL_FUND)
    rate = execution_rate(fund.budget, fund.spent)
    execution = score_execution(form.profile, fund.budget, fund.spent)
    scores = [line.recomputed for line in form.lines]
    known = [score for score in scores if score is not None]
    if rate is None or execution is None or not scores or len(known) < len(scores):
        return Result(None, None)
    total = add_up(form.profile, execution, known, rate)
    return Result(total, grade(form.profile, total))


def t01_total(form: PrintedForm) -> Iterator[Finding]:
    """A total that is not the sum of the printed scores, where all of them are printed."""
    typed, scores = form.typed, [line.printed for line in form.lines]
    known = [score for score in scores if score is not None]
    if typed.total is None or typed.execution is None or len(known) < len(scores):
        return
    parts = round_half_up(typed.execution.value + sum(known))
    if differ(typed.total.value, parts, form.profile.tolerance.total):
        yield finding(Code.T01, typed.total.place, found=plain(typed.total.value), expected=plain(parts))


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
