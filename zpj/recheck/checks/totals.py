"""Checks T: the form as a whole. A typed total or grade of a form with formulas is F01."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND
from zpj.quantity.rounding import on_edge_grid
from zpj.recheck.views.form_view import FormView, Line
from zpj.rules import Profile
from zpj.scoring import Scored, counted, differs, execution_rate, form_total, grade
from zpj_generator.definitions.written_values import plain


def t01_total(form: FormView) -> Iterator[Finding]:
    """A printed total that is not the sum of the printed scores, where all of them are printed."""
    fund, execution = form.project.fund(TOTAL_FUND), form.execution.value if form.execution else None
    rate = execution_rate(fund.budget, fund.spent)
    if rate is None and form.rate:
        rate = form.rate.value
    scores = (_counted(form.profile, line) for line in form.lines)
    parts = form_total(form.profile, execution, scores, rate)
    if form.total is None or parts is None:
        return
    if differs(form.profile, form.total.value, parts.total, Scored.TOTAL):
        yield finding(Code.T01, form.total.place, found=plain(form.total.value), expected=plain(parts.total))


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
    return None if line.printed is None else counted(profile, line.printed, line.score.rule)
