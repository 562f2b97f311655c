"""Do the printed figures of a form add up among themselves? This looks at the form as it was typed."""

from collections.abc import Iterator

from zpj.importer.recognise.typed_form import PrintedFigure, TypedForm
from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND
from zpj.quantity.rounding import round_half_up
from zpj.rules import Profile
from zpj.scoring import missed_points, score_execution
from zpj.texts import wording


def check_sums(form: TypedForm, profile: Profile) -> Iterator[Finding]:
    """I06 for printed figures that differ from what their parts give, P01 for points short of full marks."""
    points = missed_points(profile, (row.indicator for row in form.rows))
    if form.points:
        yield from _sum_differs("points", form.points, profile.total_points if points is None else points)
    if form.rows and points is not None:
        place = form.points.place if form.points else form.place
        yield finding(
            Code.P01, place, found=f"{round_half_up(points):g}", expected=f"{profile.total_points:g}"
        )
    fund = form.project.fund(TOTAL_FUND)
    execution = score_execution(profile, fund.budget, fund.spent)
    if form.execution and execution is not None:
        yield from _sum_differs("execution", form.execution, execution)
    scores = [row.indicator.printed_score for row in form.rows]
    known = [score for score in scores if score is not None]
    if form.total and form.execution and len(known) == len(scores):
        yield from _sum_differs("total", form.total, form.execution.value + sum(known))


def _sum_differs(key: str, printed: PrintedFigure, computed: float) -> Iterator[Finding]:
    computed = round_half_up(computed)
    if printed.value != computed:
        what = wording("importer")["sum"][key]
        yield finding(
            Code.I06, printed.place, what=what, found=f"{printed.value:g}", expected=f"{computed:g}"
        )
