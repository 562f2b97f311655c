"""Checks T of a form with formulas: the form as a whole. A typed total or grade is F01."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.quantity.rounding import on_edge_grid
from zpj.recheck.context import Context
from zpj.rules import Profile


def t03_scores_outrun_execution(form: Context) -> Iterator[Finding]:
    """Nearly all points for little of the money, by the profile's measure; silent where it has none."""
    rate = form.score.rate
    if rate is None or form.score.total is None:
        return
    points = sum(indicator.points for indicator in form.filled.indicators)
    earned = sum(row.score or 0.0 for row in form.score.rows) / points
    if outruns(form.profile, earned, rate):
        yield form.finding(Code.T03, form.ref("zpj_total"), found=f"{earned:.1%}", expected=f"{rate:.1%}")


def outruns(profile: Profile, earned: float, rate: float) -> bool:
    """Whether the share of points earned runs further ahead of the execution rate than ``profile`` allows."""
    limit = profile.tolerance.outrun
    return limit is not None and on_edge_grid(earned - min(1.0, rate)) > limit
