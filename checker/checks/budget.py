"""Checks B of a form with formulas: the money that was typed in. A typed rate is F01."""

from collections.abc import Iterator
from operator import attrgetter

from checker.answers import as_number
from checker.checks.inputs import is_blank
from checker.context import Context
from generator.definitions.values import plain
from generator.formulas.project_check import PARTS_TOLERANCE
from generator.layout import funds
from templates import form_words
from zpj.findings import Finding
from zpj.form import FUND_SOURCES, TOTAL_FUND, Project


def b01_parts_do_not_add_up(form: Context) -> Iterator[Finding]:
    """年度资金总额 differs from the sum of its parts, where any part is given."""
    for field, column in funds.AMOUNTS.items():
        missed = missed_sum(form.filled, field)
        if missed is not None and _is_answered(form, column):
            ref, what = f"{column}{funds.FIRST_ROW}", form_words()["label"][field]
            yield form.finding("B01", ref, found=plain(missed[0]), expected=plain(missed[1]), what=what)


def b04_rate_above_one(form: Context) -> Iterator[Finding]:
    """More was spent than the year's budget."""
    fund = form.filled.fund(TOTAL_FUND)
    if form.score.rate is not None and form.score.rate > 1:
        budget, spent = plain(fund.budget or 0.0), plain(fund.spent or 0.0)
        yield form.finding("B04", funds.SPENT, found=spent, expected=budget)


def b05_no_budget(form: Context) -> Iterator[Finding]:
    """Without the year's budget there is no execution rate."""
    budget = form.filled.fund(TOTAL_FUND).budget
    if budget == 0 or (budget is None and is_blank(form.cell(funds.BUDGET))):
        yield form.finding("B05", funds.BUDGET, found=form.cell(funds.BUDGET).text)


def missed_sum(project: Project, field: str) -> tuple[float, float] | None:
    """The sum of the parts of ``field`` and the total it should be; ``None`` where the two agree."""
    amount = attrgetter(field)
    total = amount(project.fund(TOTAL_FUND))
    parts = [amount(fund) for fund in project.funds if fund.source != TOTAL_FUND]
    known = [part for part in parts if part is not None]
    if total is None or not known or abs(sum(known) - total) <= PARTS_TOLERANCE:
        return None
    return sum(known), total


def _is_answered(form: Context, column: str) -> bool:
    """Whether the filler had a say in this column, and every word of it is an amount."""
    refs = [f"{column}{funds.FIRST_ROW + index}" for index in range(len(FUND_SOURCES))]
    inputs = [ref for ref in refs if form.issued[ref].style.endswith("_input")]
    numbers = [as_number(form.cell(ref)) for ref in inputs if form.cell(ref).text]
    return bool(inputs) and all(number is not None and number >= 0 for number in numbers)
