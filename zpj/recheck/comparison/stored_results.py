"""The results that formulas of a form may have stored: by the answers, and by the cells as found."""

from collections.abc import Callable, Iterator
from math import isclose
from typing import NamedTuple

from zpj.model.project import FUND_SOURCES, Wiring
from zpj.quantity.rounding import round_half_up
from zpj.recheck.answers import as_number
from zpj.recheck.comparison.constants import changed_constants
from zpj.recheck.context import Context
from zpj.recheck.returned_file import CellView
from zpj.scoring import add_up, execution_rate, grade, score_execution
from zpj_generator.layout import fund_rows, status_box
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Value

RATE_TOLERANCE = 1e-6
NOISE = 1e-9
"""What doubles add to a difference of just the tolerance."""


class Result(NamedTuple):
    """A formula cell and what it shows by the answers; ``None`` stands for blank."""

    ref: str
    value: Value
    tolerance: float
    as_found: Callable[[Context, str], Value] | None = None
    """What it may show as well: the result at this address by the cells as they came back."""


def results(form: Context) -> Iterator[Result]:
    """Every rate, score, total and grade. None for scores of a changed target or changed points (F04)."""
    tolerance = form.profile.tolerance.row
    changed = {issued.ref for issued, _ in changed_constants(form)}
    for row, source in enumerate(FUND_SOURCES, fund_rows.FIRST_ROW):
        fund = form.filled.fund(source)
        rate = execution_rate(fund.budget, fund.spent)
        yield Result(f"{columns.RATE}{row}", rate, RATE_TOLERANCE, _rate_as_found)
    if fund_rows.POINTS not in changed:
        yield Result(fund_rows.SCORE, form.score.execution, tolerance, _execution_as_found)
    for line in form.lines:
        if not {f"{columns.TARGET}{line.row}", f"{columns.POINTS}{line.row}"} & changed:
            yield Result(f"{columns.SCORE}{line.row}", line.score.score, tolerance)
    total, word = form.ref("zpj_total"), form.ref("zpj_total_grade")
    yield Result(total, form.score.total, tolerance, _total_as_found)
    yield Result(word, form.score.grade, 0.0, _grade_as_found)
    yield Result(status_box.TOTAL, form.score.total, tolerance, _total_repeated)
    yield Result(status_box.GRADE, form.score.grade, 0.0, _grade_repeated)
    points = f"{columns.POINTS}{total[1:]}"
    yield Result(points, form.issued[points].value, tolerance, _points_as_found)


def has_result(form: Context, cell: CellView) -> bool:
    """Whether a result is stored. A blank says that something is unfilled or was never calculated.

    So does an error value where scores are macros: programs that block them show ``#NAME?`` or ``#VALUE!``.
    """
    if cell.error is not None:
        return not is_scored_by_macros(form)
    return cell.value not in (None, "")


def is_scored_by_macros(form: Context) -> bool:
    """Whether the form was issued with the functions of its VBA module in its formulas."""
    stamp = form.returned.stamp
    return stamp is not None and stamp.wiring is Wiring.UDF


def is_acceptable(form: Context, cell: CellView, result: Result) -> bool:
    """Whether ``cell`` has stored one of the results it may have."""
    if _shows(cell, result.value, result.tolerance):
        return True
    if result.as_found is None:
        return False
    return _shows(cell, result.as_found(form, result.ref), result.tolerance)


def _shows(cell: CellView, value: Value, tolerance: float) -> bool:
    found = as_number(cell)
    if found is None:
        return cell.error is None and cell.value == value
    if not isinstance(value, float | int):
        return False
    return isclose(found, value, rel_tol=0, abs_tol=tolerance + NOISE)


def _rate_as_found(form: Context, ref: str) -> float | None:
    row = ref.removeprefix(columns.RATE)
    return execution_rate(_number(form, f"{columns.BUDGET}{row}"), _number(form, f"{columns.SPENT}{row}"))


def _execution_as_found(form: Context, _: str) -> float | None:
    rate = _number(form, fund_rows.RATE)
    return None if rate is None else score_execution(form.profile, 1.0, rate)


def _total_as_found(form: Context, _: str) -> float | None:
    execution, rate = _number(form, fund_rows.SCORE), _number(form, fund_rows.RATE)
    scores = [_number(form, f"{columns.SCORE}{line.row}") for line in form.lines]
    found = [score for score in scores if score is not None]
    if execution is None or len(found) < len(scores):
        return None
    return add_up(form.profile, execution, found, rate or 0.0)


def _grade_as_found(form: Context, _: str) -> str | None:
    found = _number(form, form.ref("zpj_total"))
    return None if found is None else grade(form.profile, found)


def _total_repeated(form: Context, _: str) -> float | None:
    return _number(form, form.ref("zpj_total"))


def _grade_repeated(form: Context, _: str) -> str:
    return form.cell(form.ref("zpj_total_grade")).text


def _points_as_found(form: Context, _: str) -> float:
    points = [_number(form, f"{columns.POINTS}{line.row}") for line in form.lines]
    return round_half_up(sum(number or 0.0 for number in [_number(form, fund_rows.POINTS), *points]))


def _number(form: Context, ref: str) -> float | None:
    return as_number(form.cell(ref))
