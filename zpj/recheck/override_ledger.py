"""The override ledger: every formula that was typed over, edited or deleted, and what that does."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.model.project import FUND_SOURCES
from zpj.quantity.rounding import round_half_up
from zpj.recheck.comparison.stored_results import stored_number
from zpj.recheck.form_pair import FormPair
from zpj.recheck.issued_form import Key
from zpj.recheck.report import Override
from zpj.scoring import execution_rate, form_total, grade
from zpj.texts import wording
from zpj.texts.punctuation import labelled
from zpj_generator.layout import fund_rows
from zpj_generator.layout.status_box import ROWS as STATUS_ROWS
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


def override_ledger(form: FormPair, findings: Iterable[Finding]) -> tuple[Override, ...]:
    """An entry per F01, F02 and F03 on the form sheet, in their order."""
    overridden = [each for each in findings if each.code in OVERRIDES and each.place.sheet == form.sheet.name]
    if not overridden:
        return ()
    shown, figures = shown_result(form, overridden), dict(_figures(form))
    keys = {form.ref(key): key for key in form.issued.cells}
    return tuple(_entry(form, each, keys[each.place.cell], shown, figures) for each in overridden)


def shown_result(form: FormPair, findings: Iterable[Finding]) -> Shown:
    """The total and grade ``form`` shows: the stored ones, or what its formulas would give.

    Some programs save formulas without results. Nothing is known then of what an edited formula (F02) gives.
    """
    refs = {each.place.cell for each in findings if each.code is Code.F02}
    edited = {key for key in form.issued.cells if form.ref(key) in refs} if refs else set[Key]()
    total_key, grade_key = form.named("zpj_total"), form.named("zpj_total_grade")
    total = stored_number(form, total_key)
    if _is_uncalculated(form, total_key) and total_key not in edited:
        total = _would_add_up(form, edited)
    word: str | None = form.cell(grade_key).text.strip()
    if _is_uncalculated(form, grade_key):
        word = None if total is None or grade_key in edited else grade(form.profile, total)
    return Shown(total, word or None)


def _entry(
    form: FormPair, found: Finding, key: Key, shown: Shown, figures: Mapping[Key, _Figure]
) -> Override:
    cell = form.cell(key)
    figure = figures.get(key) or _Figure(_label_of(form, key), found.expected)
    number = stored_number(form, key)
    gained = None if number is None or figure.points is None else round_half_up(number - figure.points)
    return Override(
        sheet=form.sheet.name,
        cell=found.place.cell,
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


def _figures(form: FormPair) -> Iterator[tuple[Key, _Figure]]:
    """Every rate, score, total and grade of the form by its cell."""
    words, box = wording("form")["label"], wording("form")["status"]
    for row, source in enumerate(FUND_SOURCES, fund_rows.FIRST_ROW):
        fund = form.filled.fund(source)
        rate = execution_rate(fund.budget, fund.spent)
        text = "" if rate is None else f"{rate * 100:.10g}%"
        yield form.key(Role.RATE, row), _Figure(labelled(source, words["rate"]), text)
    execution = form.key(Role.FUND_SCORE, fund_rows.FIRST_ROW)
    yield execution, _score(labelled(words["rate"], words["score"]), form.score.execution)
    for line in form.rows:
        label = labelled(line.indicator.level3, words["score"])
        yield form.key(Role.SCORE, line.row), _score(label, line.score.score)
    yield form.named("zpj_total"), _score(words["total"], form.score.total)
    yield form.named("zpj_total_grade"), _Figure(box["grade"], form.score.grade or "")
    total, word = (form.key(role, STATUS_ROWS[role]) for role in (Role.STATUS_TOTAL, Role.STATUS_GRADE))
    yield total, _score(labelled(box["title"], box["total"]), form.score.total)
    yield word, _Figure(labelled(box["title"], box["grade"]), form.score.grade or "")


def _score(label: str, points: float | None) -> _Figure:
    return _Figure(label, "" if points is None else f"{points:.2f}", points)


def _label_of(form: FormPair, key: Key) -> str:
    """What to call a formula that is no figure: a live message, the sum of points, the status box."""
    words = wording("form")
    labels = {Role.CHECK: words["label"]["check"], Role.TOTAL_POINTS: words["label"]["points"]}
    role = form.issued.cells[key].role
    return str(labels.get(role, words["status"]["title"]) if role else words["status"]["title"])


def _would_add_up(form: FormPair, edited: Collection[Key]) -> float | None:
    """What the total formula gives from the cells as they came back."""
    first = fund_rows.FIRST_ROW
    rate = _result(form, form.key(Role.RATE, first), form.score.rate, edited)
    execution = _result(form, form.key(Role.FUND_SCORE, first), form.score.execution, edited)
    scores = (_result(form, form.key(Role.SCORE, line.row), line.score.score, edited) for line in form.rows)
    total = form_total(form.profile, execution, scores, rate)
    return total and total.total


def _result(form: FormPair, key: Key, recomputed: float | None, edited: Collection[Key]) -> float | None:
    if _is_uncalculated(form, key):
        return None if key in edited else recomputed
    return stored_number(form, key)


def _is_uncalculated(form: FormPair, key: Key) -> bool:
    cell = form.cell(key)
    return cell.written is not None and cell.value is None and cell.error is None
