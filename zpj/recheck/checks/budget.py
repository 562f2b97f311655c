"""Checks B of a form with formulas: the money that was typed in. A typed rate is F01."""

from collections.abc import Iterator
from operator import attrgetter

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.model.project import FUND_SOURCES, TOTAL_FUND, Project
from zpj.recheck.answers import as_number
from zpj.recheck.checks.inputs import is_blank
from zpj.recheck.context import Context
from zpj.texts import wording
from zpj.quantity.plain_numbers import plain
from zpj_generator.formulas.project_message import PARTS_TOLERANCE
from zpj_generator.layout import fund_rows
from zpj_generator.sheet.roles import Role


def b01_parts_do_not_add_up(form: Context) -> Iterator[Finding]:
    """年度资金总额 differs from the sum of its parts, where any part is given."""
    for role in fund_rows.AMOUNTS:
        missed = missed_sum(form.filled, role)
        if missed is not None and _is_answered(form, role):
            ref, what = form.fund(role), wording("form")["label"][role]
            yield form.finding(Code.B01, ref, found=plain(missed[0]), expected=plain(missed[1]), what=what)


def b04_rate_above_one(form: Context) -> Iterator[Finding]:
    """More was spent than the year's budget."""
    fund = form.filled.fund(TOTAL_FUND)
    if form.score.rate is not None and form.score.rate > 1:
        budget, spent = plain(fund.budget or 0.0), plain(fund.spent or 0.0)
        yield form.finding(Code.B04, form.fund(Role.SPENT), found=spent, expected=budget)


def b05_no_budget(form: Context) -> Iterator[Finding]:
    """Without the year's budget there is no execution rate."""
    budget = form.filled.fund(TOTAL_FUND).budget
    if budget == 0 or (budget is None and is_blank(form.cell(form.fund(Role.BUDGET)))):
        yield form.finding(
            Code.B05,
            form.fund(Role.BUDGET),
            found=form.cell(form.fund(Role.BUDGET)).text,
        )


def missed_sum(project: Project, field: str) -> tuple[float, float] | None:
    """The sum of the parts of ``field`` and the total it should be; ``None`` where the two agree."""
    amount = attrgetter(field)
    total = amount(project.fund(TOTAL_FUND))
    parts = [amount(fund) for fund in project.funds if fund.source != TOTAL_FUND]
    known = [part for part in parts if part is not None]
    if total is None or not known or abs(sum(known) - total) <= PARTS_TOLERANCE:
        return None
    return sum(known), total


def _is_answered(form: Context, role: Role) -> bool:
    """Whether the filler had a say in this column, and every word of it is an amount."""
    refs = [form.at(role, fund_rows.FIRST_ROW + index) for index in range(len(FUND_SOURCES))]
    inputs = [ref for ref in refs if form.issued[ref].style.endswith("_input")]
    numbers = [as_number(form.cell(ref)) for ref in inputs if form.cell(ref).text]
    return bool(inputs) and all(number is not None and number >= 0 for number in numbers)
