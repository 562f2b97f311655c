"""Checks B: the money, and the rate and score of its execution."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND
from zpj.quantity.plain_numbers import plain
from zpj.quantity.rounding import on_edge_grid
from zpj.recheck.views.form_view import Field, FormView
from zpj.scoring import Scored, differs, execution_rate, missed_sum, score_execution

RATE_TOLERANCE = 0.005
"""How far a printed rate may be off: people print whole per cents."""


def b01_parts_do_not_add_up(form: FormView) -> Iterator[Finding]:
    """年度资金总额 differs from the sum of its parts, where any part is given."""
    for field in form.summed:
        missed = missed_sum(form.project, field)
        if missed is not None:
            found, expected = map(plain, missed)
            yield finding(Code.B01, form.money(field), found=found, expected=expected, what=field.label)


def b02_rate(form: FormView) -> Iterator[Finding]:
    """A printed execution rate that is not spent by budget."""
    fund, printed = form.project.fund(TOTAL_FUND), form.rate
    rate = execution_rate(fund.budget, fund.spent)
    if printed and rate is not None and on_edge_grid(abs(printed.value - rate)) > RATE_TOLERANCE:
        yield finding(Code.B02, printed.place, found=f"{printed.value:.2%}", expected=f"{rate:.2%}")


def b03_execution_score(form: FormView) -> Iterator[Finding]:
    """A printed execution score that is not the one of the rate."""
    fund, printed = form.project.fund(TOTAL_FUND), form.execution
    score = score_execution(form.profile, fund.budget, fund.spent)
    if printed and score is not None and differs(form.profile, printed.value, score, Scored.ROW):
        yield finding(Code.B03, printed.place, found=plain(printed.value), expected=plain(score))


def b04_rate_above_one(form: FormView) -> Iterator[Finding]:
    """More was spent than the year's budget."""
    fund = form.project.fund(TOTAL_FUND)
    rate = execution_rate(fund.budget, fund.spent)
    if rate is not None and rate > 1:
        found, expected = plain(fund.spent or 0.0), plain(fund.budget or 0.0)
        yield finding(Code.B04, form.money(Field.SPENT), found=found, expected=expected)


def b05_no_budget(form: FormView) -> Iterator[Finding]:
    """Without the year's budget there is no execution rate; a budget in words is Q02's."""
    budget, place = form.project.fund(TOTAL_FUND).budget, form.money(Field.BUDGET)
    in_words = any(answer.unreadable for answer in form.answers if answer.place == place)
    if budget == 0 or (budget is None and not in_words):
        yield finding(Code.B05, place, found="" if budget is None else plain(budget))
