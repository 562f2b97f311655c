"""The results that formulas of a form may have stored: by the answers, and by the cells as found."""

from collections.abc import Iterator
from math import isclose
from typing import NamedTuple

from checker.answers import as_number
from checker.checks.constants import is_changed
from checker.context import Context
from checker.returned import CellView
from generator.layout import columns, funds, status
from generator.layout.model import Value
from zpj.form import FUND_SOURCES
from zpj.rounding import round_half_up
from zpj.scoring import add_up, execution_rate, grade, score_execution

RATE_TOLERANCE = 1e-6
NOISE = 1e-9
"""What doubles add to a difference of just the tolerance."""


class Result(NamedTuple):
    """A formula cell and what it may show; ``None`` stands for blank."""

    ref: str
    values: tuple[Value, ...]
    tolerance: float


def acceptable_results(form: Context) -> Iterator[Result]:
    """Every rate, score, total and grade. None for scores of a changed target or changed points (F04)."""
    tolerance = form.profile.tolerance.row
    yield from _rates(form)
    if not is_changed(form, funds.POINTS):
        yield Result(funds.SCORE, (form.score.execution, _execution_as_found(form)), tolerance)
    for line in form.lines:
        if not any(is_changed(form, f"{column}{line.row}") for column in (columns.TARGET, columns.POINTS)):
            yield Result(f"{columns.SCORE}{line.row}", (line.score.score,), tolerance)
    total, word = form.ref("zpj_total"), form.ref("zpj_grade")
    yield Result(total, (form.score.total, _total_as_found(form)), tolerance)
    yield Result(word, (form.score.grade, _grade_as_found(form, total)), 0.0)
    yield Result(status.TOTAL, (form.score.total, _number(form, total)), tolerance)
    yield Result(status.GRADE, (form.score.grade, form.cell(word).text), 0.0)
    points = f"{columns.POINTS}{total[1:]}"
    yield Result(points, (form.issued[points].value, _points_as_found(form)), tolerance)


def has_result(cell: CellView) -> bool:
    """Whether a result is stored. A blank says that something is unfilled or was never calculated."""
    return cell.error is not None or cell.value not in (None, "")


def is_acceptable(cell: CellView, result: Result) -> bool:
    """Whether what is stored is one of the results the cell may have."""
    found = as_number(cell)
    if found is None:
        return cell.error is None and cell.value in result.values
    numbers = (value for value in result.values if isinstance(value, float | int))
    return any(isclose(found, number, rel_tol=0, abs_tol=result.tolerance + NOISE) for number in numbers)


def _rates(form: Context) -> Iterator[Result]:
    for row, source in enumerate(FUND_SOURCES, funds.FIRST_ROW):
        fund = form.filled.fund(source)
        found = _number(form, f"{columns.BUDGET}{row}"), _number(form, f"{columns.SPENT}{row}")
        rates = execution_rate(fund.budget, fund.spent), execution_rate(*found)
        yield Result(f"{columns.RATE}{row}", rates, RATE_TOLERANCE)


def _execution_as_found(form: Context) -> float | None:
    rate = _number(form, funds.RATE)
    return None if rate is None else score_execution(form.profile, 1.0, rate)


def _total_as_found(form: Context) -> float | None:
    execution, rate = _number(form, funds.SCORE), _number(form, funds.RATE)
    scores = [_number(form, f"{columns.SCORE}{line.row}") for line in form.lines]
    found = [score for score in scores if score is not None]
    if execution is None or len(found) < len(scores):
        return None
    return add_up(form.profile, execution, found, rate or 0.0)


def _grade_as_found(form: Context, total: str) -> str | None:
    found = _number(form, total)
    return None if found is None else grade(form.profile, found)


def _points_as_found(form: Context) -> float:
    points = [_number(form, f"{columns.POINTS}{line.row}") for line in form.lines]
    return round_half_up(sum(number or 0.0 for number in [_number(form, funds.POINTS), *points]))


def _number(form: Context, ref: str) -> float | None:
    return as_number(form.cell(ref))
