"""The override ledger: every formula that was typed over, edited or deleted, and what that does."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.model.project import FUND_SOURCES
from zpj.quantity.rounding import round_half_up
from zpj.recheck.answers import as_number
from zpj.recheck.context import Context
from zpj.recheck.report import Override
from zpj.scoring import execution_rate, form_total, grade
from zpj.texts import wording
from zpj_generator.layout import fund_rows
from zpj_generator.sheet.roles import Role

OVERRIDES = (Code.F01, Code.F02, Code.F03)


class Shown(NamedTuple):
    """Total and grade as the form shows them, by rule or not."""

    total: float | None
    grade: str | None


class _Figure(NamedTuple):
    """A computed cell: what to call it, and what it should show."""

    label: str
    text: str
    points: float | None = None


def override_ledger(form: Context, findings: Iterable[Finding]) -> tuple[Override, ...]:
    """An entry per F01, F02 and F03 on the form sheet, in their order."""
    overridden = [each for each in findings if each.code in OVERRIDES and each.place.sheet == form.sheet.name]
    if not overridden:
        return ()
    shown, figures = shown_result(form, overridden), dict(_figures(form))
    return tuple(_entry(form, each, shown, figures) for each in overridden)


def shown_result(form: Context, findings: Iterable[Finding]) -> Shown:
    """The total and grade ``form`` shows: the stored ones, or what its formulas would give.

    Some programs save formulas without results. Nothing is known then of what an edited formula (F02) gives.
    """
    edited = {each.place.cell for each in findings if each.code == Code.F02}
    total_ref, grade_ref = form.ref("zpj_total"), form.ref("zpj_total_grade")
    total = as_number(form.cell(total_ref))
    if _is_uncalculated(form, total_ref) and total_ref not in edited:
        total = _would_add_up(form, edited)
    word: str | None = form.cell(grade_ref).text.strip()
    if _is_uncalculated(form, grade_ref):
        word = None if total is None or grade_ref in edited else grade(form.profile, total)
    return Shown(total, word or None)


def _entry(form: Context, found: Finding, shown: Shown, figures: dict[str, _Figure]) -> Override:
    ref, cell = found.place.cell, form.cell(found.place.cell)
    figure = figures.get(ref) or _Figure(_label_of(form, ref), found.expected)
    number = as_number(cell)
    gained = None if number is None or figure.points is None else round_half_up(number - figure.points)
    return Override(
        sheet=form.sheet.name,
        cell=ref,
        code=found.code,
        label=figure.label,
        found=cell.text or (cell.formula or ""),
        expected=figure.text,
        difference=gained,
        total=form.score.total,
        total_found=shown.total,
        grade=form.score.grade,
        grade_found=shown.grade,
    )


def _figures(form: Context) -> Iterator[tuple[str, _Figure]]:
    """Every rate, score, total and grade of the form by its cell."""
    words, box = wording("form")["label"], wording("form")["status"]
    for index, source in enumerate(FUND_SOURCES):
        fund = form.filled.fund(source)
        rate = execution_rate(fund.budget, fund.spent)
        text = "" if rate is None else f"{rate * 100:.10g}%"
        yield form.at(Role.RATE, fund_rows.FIRST_ROW + index), _Figure(f"{source}：{words['rate']}", text)
    yield (
        form.fund(Role.FUND_SCORE),
        _score(f"{words['rate']}：{words['score']}", form.score.execution),
    )
    for line in form.lines:
        label = f"{line.indicator.level3}：{words['score']}"
        yield form.at(Role.SCORE, line.row), _score(label, line.score.score)
    yield form.ref("zpj_total"), _score(words["total"], form.score.total)
    yield form.ref("zpj_total_grade"), _Figure(box["grade"], form.score.grade or "")
    yield (
        form.status(Role.STATUS_TOTAL),
        _score(f"{box['title']}：{box['total']}", form.score.total),
    )
    yield (
        form.status(Role.STATUS_GRADE),
        _Figure(f"{box['title']}：{box['grade']}", form.score.grade or ""),
    )


def _score(label: str, points: float | None) -> _Figure:
    return _Figure(label, "" if points is None else f"{points:.2f}", points)


def _label_of(form: Context, ref: str) -> str:
    """What to call a formula that is no figure: a live message, the sum of points, the status box."""
    words = wording("form")
    labels = {"check": words["label"]["check"], "total_points": words["label"]["points"]}
    label: str = labels.get(form.issued[ref].style, words["status"]["title"])
    return label


def _would_add_up(form: Context, edited: Collection[str]) -> float | None:
    """What the total formula gives from the cells as they came back."""
    rate = _result(form, form.fund(Role.RATE), form.score.rate, edited)
    execution = _result(form, form.fund(Role.FUND_SCORE), form.score.execution, edited)
    scores = (_result(form, form.at(Role.SCORE, line.row), line.score.score, edited) for line in form.lines)
    total = form_total(form.profile, execution, scores, rate)
    return total and total.total


def _result(form: Context, ref: str, recomputed: float | None, edited: Collection[str]) -> float | None:
    if _is_uncalculated(form, ref):
        return None if ref in edited else recomputed
    return as_number(form.cell(ref))


def _is_uncalculated(form: Context, ref: str) -> bool:
    cell = form.cell(ref)
    return cell.formula is not None and cell.value is None and cell.error is None
