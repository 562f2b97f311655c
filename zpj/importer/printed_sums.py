"""Do the printed figures of a form add up among themselves? This looks at the form as it was typed."""

from collections.abc import Iterator

from zpj.importer.recognise.typed_form import PrintedFigure, TypedForm
from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND, Indicator
from zpj.quantity.rounding import round_half_up
from zpj.rules import Profile
from zpj.scoring import (
    FormTotal,
    Scored,
    counted,
    differs,
    execution_rate,
    form_total,
    missed_points,
    score_execution,
    score_row,
)
from zpj.texts import wording


def check_sums(form: TypedForm, profile: Profile) -> Iterator[Finding]:
    """I06 for printed figures that differ from what their parts give, P01 for points short of full marks."""
    points = missed_points(profile, (row.indicator for row in form.rows))
    if form.points:
        expected = round_half_up(profile.total_points if points is None else points)
        if form.points.value != expected:
            yield _departure("points", form.points, expected)
    if form.rows and points is not None:
        place = form.points.place if form.points else form.place
        yield finding(
            Code.P01, place, found=f"{round_half_up(points):g}", expected=f"{profile.total_points:g}"
        )
    fund = form.project.fund(TOTAL_FUND)
    execution = score_execution(profile, fund.budget, fund.spent)
    total = _total(form, profile)
    for key, printed, computed in (
        ("execution", form.execution, execution),
        ("total", form.total, total and total.total),
    ):
        if printed and computed is not None and differs(profile, printed.value, computed, Scored.COPIED):
            yield _departure(key, printed, computed)


def _total(form: TypedForm, profile: Profile) -> FormTotal | None:
    """What the printed scores make."""
    fund, execution = form.project.fund(TOTAL_FUND), form.execution.value if form.execution else None
    rate = execution_rate(fund.budget, fund.spent)
    return form_total(profile, execution, (_counted(profile, row.indicator) for row in form.rows), rate)


def _counted(profile: Profile, indicator: Indicator) -> float | None:
    printed = indicator.printed_score
    return None if printed is None else counted(profile, printed, score_row(profile, indicator).rule)


def _departure(key: str, printed: PrintedFigure, computed: float) -> Finding:
    what = wording("importer")["sum"][key]
    return finding(Code.I06, printed.place, what=what, found=f"{printed.value:g}", expected=f"{computed:g}")
