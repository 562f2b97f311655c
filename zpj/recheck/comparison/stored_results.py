"""Results stored beside formulas (F05): what a reader without a calculation engine shows, and a phone."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from math import isclose
from typing import NamedTuple

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.model.project import FUND_SOURCES
from zpj.quantity.rounding import round_half_up
from zpj.recheck.checks.quantities import q01_missing, q02_not_a_number, q03_doubtful_size
from zpj.recheck.checks.scores import p05_outside_tier, p08_negative
from zpj.recheck.comparison.constants import changed_constants
from zpj.recheck.comparison.formulas import overridden, recomputed
from zpj.recheck.comparison.shown_values import issued_text
from zpj.recheck.form_pair import FormPair
from zpj.recheck.input_values import typed_number
from zpj.recheck.issued_form import Key
from zpj.recheck.views.issued_view import issued_view
from zpj.scoring import execution_rate, form_total, grade, score_execution
from zpj.texts import wording
from zpj.xlsx.model.cell import Cell
from zpj_generator.layout import fund_rows
from zpj_generator.layout.status_box import ROWS as STATUS_ROWS
from zpj_generator.sheet.cells import Value
from zpj_generator.sheet.roles import Role

NOISE = 1e-6
"""What programs make of the last digits of a figure; every score is rounded to cents."""


class Result(NamedTuple):
    """A formula cell and what it shows by the answers; ``None`` and ``""`` stand for blank."""

    key: Key
    value: Value
    needs: tuple[Key, ...] = ()
    """The cells it is computed from: where all of them show a number, so does it."""
    as_found: Callable[[FormPair], Value] | None = None
    """What it may show as well: the result by the cells as they came back."""


def f05_stored_result_differs(form: FormPair) -> Iterator[Finding]:
    """A formula as issued beside a result that it does not have.

    A total over a typed score is what its formula gives of it, so a result is held against the cells as
    found and against the answers; it is wrong where it agrees with neither.
    """
    changed = {(issued.row, issued.column) for issued, _ in overridden(form)}
    proper = is_answered_properly(form)
    for result in results(form):
        found = form.cell(result.key)
        is_stored = has_result(form, found) or (proper and _is_due(form, result, found))
        is_gone = form.moves.now(result.key) is None
        if is_gone or result.key in changed or not is_stored or is_acceptable(form, found, result):
            continue
        issued = form.issued.cells[result.key]
        expected = issued_text(form.issued, issued, result.value)
        yield form.finding(Code.F05, issued, found=found.text, expected=expected)


def _is_due(form: FormPair, result: Result, found: Cell) -> bool:
    """Whether a blank is a result all the same, because everything it is computed from is there."""
    if found.value is None or not result.needs:
        return False
    return all(stored_number(form, key) is not None for key in result.needs)


def unchecked_results(form: FormPair) -> Iterator[str]:
    """That formulas came back without results, as some programs save them, or blocked; in Chinese."""
    cells = (form.cell((issued.row, issued.column)) for issued in form.issued.formulas)
    empty = [cell for cell in cells if cell.written is not None and cell.value is None]
    failed = sum(cell.error is not None for cell in empty)
    words = wording("recheck")["unchecked"]
    if len(empty) > failed:
        yield words["not_calculated"].format(count=len(empty) - failed)
    if failed and form.is_scored_by_macros:
        yield words["blocked"].format(count=failed)


def results(form: FormPair) -> Iterator[Result]:
    """Every rate, score, total and grade. None for scores of a changed target or changed points (F04).

    Messages and counts follow from the answers and from nothing else, so they are held against those where
    no cell they depend on was changed.
    """
    touched = {(issued.row, issued.column) for issued, _ in changed_constants(form)}
    yield from _figures(form, touched)
    if form.is_former or touched or form.moves.any or overridden(form):
        return
    if is_answered_properly(form):
        yield from _messages(form)


def _figures(form: FormPair, touched: set[Key]) -> Iterator[Result]:
    first = fund_rows.FIRST_ROW
    for row, source in enumerate(FUND_SOURCES, first):
        fund = form.filled.fund(source)
        rate = execution_rate(fund.budget, fund.spent)
        yield Result(form.key(Role.RATE, row), rate, as_found=partial(_rate_as_found, row))
    execution = form.key(Role.FUND_SCORE, first)
    if form.key(Role.FUND_POINTS, first) not in touched:
        yield Result(execution, form.score.execution, as_found=_execution_as_found)
    scores = [form.key(Role.SCORE, line.row) for line in form.rows]
    for line, key in zip(form.rows, scores, strict=True):
        if not {form.key(Role.TARGET, line.row), form.key(Role.POINTS, line.row)} & touched:
            yield Result(key, line.score.score)
    # Without all its rows nobody knows what the total was added up from.
    if not (form.moves.deleted_rows or form.moves.deleted_columns):
        yield from _totals(form, (execution, *scores))


def _totals(form: FormPair, scores: tuple[Key, ...]) -> Iterator[Result]:
    total, word = form.named("zpj_total"), form.named("zpj_total_grade")
    yield Result(total, form.score.total, scores, _total_as_found)
    yield Result(word, form.score.grade, (total,), _grade_as_found)
    for role, value, at in (
        (Role.STATUS_TOTAL, form.score.total, total),
        (Role.STATUS_GRADE, form.score.grade, word),
    ):
        yield Result(form.key(role, STATUS_ROWS[role]), value, (total,), partial(_as_shown, at))
    points = form.key(Role.TOTAL_POINTS, total[0])
    yield Result(points, form.issued.cells[points].value, as_found=_points_as_found)


def _messages(form: FormPair) -> Iterator[Result]:
    """校验 and the status box; none where a program blocked the macros they depend on."""
    if any(form.cell((each.row, each.column)).error is not None for each in form.issued.formulas):
        return
    roles = {Role.CHECK, Role.PENDING, Role.PROBLEMS, Role.ADVICE}
    gives = recomputed(form)
    for issued in form.issued.formulas:
        if issued.role in roles:
            key = issued.row, issued.column
            yield Result(key, gives[key])


@lru_cache(maxsize=1)
def is_answered_properly(form: FormPair) -> bool:
    """Whether nothing is missing and every answer is what its cell wants.

    Where it is not, formulas show blanks and messages in ways that this does not follow; the answer itself is
    a finding then.
    """
    view = issued_view(form)
    checks = (q01_missing, q02_not_a_number, q03_doubtful_size, p05_outside_tier, p08_negative)
    return not any(True for check in checks for _ in check(view))


def has_result(form: FormPair, cell: Cell) -> bool:
    """Whether a result is stored. A blank says that something is unfilled or was never calculated.

    So does an error value where scores are macros: programs that block them show ``#NAME?`` or ``#VALUE!``.
    """
    if cell.error is not None:
        return not form.is_scored_by_macros
    return cell.value not in (None, "")


def is_acceptable(form: FormPair, cell: Cell, result: Result) -> bool:
    """Whether ``cell`` has stored one of the results it may have."""
    return _shows(cell, result.value) or (result.as_found is not None and _shows(cell, result.as_found(form)))


def stored_number(form: FormPair, key: Key) -> float | None:
    """The number stored in the cell issued at ``key``, typed or a result."""
    value = form.cell(key).value
    return value if isinstance(value, float | int) and not isinstance(value, bool) else None


def _shows(cell: Cell, value: Value) -> bool:
    found = cell.value
    if isinstance(found, bool) or not isinstance(found, float | int):
        return cell.error is None and (found or "") == (value if value is not None else "")
    return isinstance(value, float | int) and isclose(found, value, rel_tol=0, abs_tol=NOISE)


def _as_shown(key: Key, form: FormPair) -> Value:
    """What another cell shows, which this one repeats."""
    value = form.cell(key).value
    return None if isinstance(value, bool) else value


def _rate_as_found(row: int, form: FormPair) -> float | None:
    budget, spent = (form.cell(form.key(role, row)) for role in (Role.BUDGET, Role.SPENT))
    return execution_rate(typed_number(budget), typed_number(spent))


def _execution_as_found(form: FormPair) -> float | None:
    rate = stored_number(form, form.key(Role.RATE, fund_rows.FIRST_ROW))
    return None if rate is None else score_execution(form.profile, 1.0, rate)


def _total_as_found(form: FormPair) -> float | None:
    execution = stored_number(form, form.key(Role.FUND_SCORE, fund_rows.FIRST_ROW))
    rate = stored_number(form, form.key(Role.RATE, fund_rows.FIRST_ROW))
    scores = (stored_number(form, form.key(Role.SCORE, line.row)) for line in form.rows)
    total = form_total(form.profile, execution, scores, rate)
    return total and total.total


def _grade_as_found(form: FormPair) -> str | None:
    found = stored_number(form, form.named("zpj_total"))
    return None if found is None else grade(form.profile, found)


def _points_as_found(form: FormPair) -> float:
    keys = [form.key(Role.FUND_POINTS, fund_rows.FIRST_ROW)]
    keys += [form.key(Role.POINTS, line.row) for line in form.rows]
    return round_half_up(sum(stored_number(form, key) or 0.0 for key in keys))
