"""Checks T: the form as a whole. A typed total or grade of a form with formulas is F01."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND
from zpj.quantity.plain_numbers import plain
from zpj.quantity.rounding import on_edge_grid
from zpj.recheck.views.form_view import FormView, Line
from zpj.rules import Profile
from zpj.scoring import Scored, counted, differs, execution_rate, form_total, grade


def t01_total(form: FormView) -> Iterator[Finding]:
    """A printed total that is not the one of the printed scores, where all of them are printed."""
    if form.total is None or form.execution is None:
        return
    scores = [_counted(form.profile, line) for line in form.lines]
    parts = form_total(form.profile, form.execution.value, scores, _rate(form))
    if parts is not None and differs(form.profile, form.total.value, parts.total, Scored.TOTAL):
        expected = plain(parts.total)
        yield finding(Code.T01, form.total.place, found=plain(form.total.value), expected=expected)


def t02_grade(form: FormView) -> Iterator[Finding]:
    """A printed grade that is not the one of the printed total."""
    if form.total is None or form.grade is None:
        return
    expected = grade(form.profile, form.total.value)
    named = [band.name for band in form.profile.grades if band.name in form.grade.text]
    # A form may print all grades to tick one, and 优秀 means 优.
    if named != [expected] and len(named) < len(form.profile.grades):
        yield finding(Code.T02, form.grade.place, found=form.grade.text, expected=expected)


def t03_scores_outrun_execution(form: FormView) -> Iterator[Finding]:
    """Nearly all points for little of the money, by the profile's measure; silent where it has none."""
    fund, total, limit = form.project.fund(TOTAL_FUND), form.total_shown, form.profile.tolerance.outrun
    rate = execution_rate(fund.budget, fund.spent)
    points = sum(indicator.points for indicator in form.indicators)
    if limit is None or rate is None or total is None or points <= 0:
        return
    earned = sum(line.shown or 0.0 for line in form.lines) / points
    if on_edge_grid(earned - min(1.0, rate)) > limit:
        yield finding(Code.T03, total.place, found=f"{earned:.1%}", expected=f"{rate:.1%}")


def _counted(profile: Profile, line: Line) -> float | None:
    """What the printed score of a row counts for in the total."""
    return None if line.printed is None else counted(profile, line.printed, line.score.rule)


def _rate(form: FormView) -> float | None:
    """The execution rate of the money; where there is none, the printed rate."""
    fund = form.project.fund(TOTAL_FUND)
    rate = execution_rate(fund.budget, fund.spent)
    return form.rate.value if rate is None and form.rate else rate
