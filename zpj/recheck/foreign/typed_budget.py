"""Checks B of a form from elsewhere: the money, and the printed rate and score of its execution."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND
from zpj.recheck.checks.budget import missed_sum
from zpj.recheck.foreign.printed_form import PrintedForm, differ
from zpj.scoring import execution_rate, score_execution
from zpj.texts import wording
from zpj.quantity.plain_numbers import plain

RATE_TOLERANCE = 0.005
"""How far a printed rate may be off: people print whole per cents."""


def b01_parts_do_not_add_up(form: PrintedForm) -> Iterator[Finding]:
    """年度资金总额 differs from the sum of its parts, where any part is given."""
    for field in ("initial", "budget", "spent"):
        missed = missed_sum(form.typed.project, field)
        if missed is not None:
            found, expected = map(plain, missed)
            what = wording("form")["label"][field]
            yield finding(Code.B01, form.amount(field), found=found, expected=expected, what=what)


def b02_rate(form: PrintedForm) -> Iterator[Finding]:
    """An execution rate that is not spent by budget."""
    fund, printed = form.typed.project.fund(TOTAL_FUND), form.typed.rate
    rate = execution_rate(fund.budget, fund.spent)
    if printed and rate is not None and differ(printed.value, rate, RATE_TOLERANCE):
        yield finding(Code.B02, printed.place, found=f"{printed.value:.2%}", expected=f"{rate:.2%}")


def b03_execution_score(form: PrintedForm) -> Iterator[Finding]:
    """An execution score that is not the one of the rate."""
    fund, printed = form.typed.project.fund(TOTAL_FUND), form.typed.execution
    score = score_execution(form.profile, fund.budget, fund.spent)
    if printed and score is not None and form.differ(printed.value, score):
        yield finding(Code.B03, printed.place, found=plain(printed.value), expected=plain(score))


def b04_rate_above_one(form: PrintedForm) -> Iterator[Finding]:
    """More was spent than the year's budget."""
    fund = form.typed.project.fund(TOTAL_FUND)
    rate = execution_rate(fund.budget, fund.spent)
    if rate is not None and rate > 1:
        found, expected = plain(fund.spent or 0.0), plain(fund.budget or 0.0)
        yield finding(Code.B04, form.amount("spent"), found=found, expected=expected)


def b05_no_budget(form: PrintedForm) -> Iterator[Finding]:
    """Without the year's budget there is no execution rate."""
    budget = form.typed.project.fund(TOTAL_FUND).budget
    if not budget:
        yield finding(Code.B05, form.amount("budget"), found="" if budget is None else plain(budget))
