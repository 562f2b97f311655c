"""An issued form that came back as a :class:`FormView`: its inputs as answers, its scores by rule."""

from collections.abc import Iterator
from functools import lru_cache

from zpj.importer import PrintedFigure
from zpj.model.findings import Place
from zpj.model.project import FUND_SOURCES, TOTAL_FUND, Kind
from zpj.quantity import LARGEST
from zpj.recheck.checks.quantities import size_doubt
from zpj.recheck.form_pair import FormPair, IndicatorRow
from zpj.recheck.input_values import typed_number, typed_text
from zpj.recheck.issued_form import Key
from zpj.recheck.views.form_view import AMOUNTS, Answer, Field, FormView, Line
from zpj.texts import wording
from zpj.xlsx.model.cell import Cell
from zpj_generator.layout import fund_rows
from zpj_generator.layout.form_section import INPUT
from zpj_generator.sheet.roles import Role

_ROLES: dict[Field, Role] = {field: Role(field.value) for field in Field}


@lru_cache(maxsize=1)  # asked for by results and by the checks of rules
def issued_view(form: FormPair) -> FormView:
    """``form`` as its checks see it."""
    total = form.score.total

    def amount_place(source: str, field: Field) -> Place:
        return form.place(_amount(form, source, field))

    return FormView(
        profile=form.profile,
        project=form.filled,
        whole=form.place(),
        lines=tuple(_line(form, line) for line in form.rows),
        answers=tuple(_answers(form)),
        amount_place=amount_place,
        summed=tuple(field for field in AMOUNTS if _is_answered(form, field)),
        total_shown=None if total is None else PrintedFigure(total, form.place(form.named("zpj_total"))),
    )


def is_blank(cell: Cell) -> bool:
    """Whether the cell shows nothing, or blanks."""
    value = cell.value
    return not value.strip() if isinstance(value, str) else value is None and cell.error is None


def _line(form: FormPair, line: IndicatorRow) -> Line:
    judged = line.score.kind is Kind.QUALITATIVE
    tier = typed_text(form.cell(form.key(Role.TIER, line.row))) if judged else ""
    deduction = form.cell(form.key(Role.DEDUCTION, line.row))
    is_read = line.indicator.deduction is not None or is_blank(deduction)
    return Line(
        indicator=line.indicator,
        score=line.score,
        place=lambda field: form.place(form.key(_ROLES[field], line.row)),
        tier=tier,
        doubt=size_doubt(form.profile, line.indicator, line.score),
        is_settled=is_read and (not judged or tier == line.indicator.tier),
    )


def _amount(form: FormPair, source: str, field: Field) -> Key:
    return form.key(_ROLES[field], fund_rows.FIRST_ROW + FUND_SOURCES.index(source))


def _is_input(form: FormPair, key: Key) -> bool:
    return form.issued.cells[key].style.endswith(INPUT)


def _is_answered(form: FormPair, field: Field) -> bool:
    """Whether the filler had a say in this column, and every word of it is an amount."""
    keys = [key for source in FUND_SOURCES if _is_input(form, key := _amount(form, source, field))]
    numbers = [typed_number(form.cell(key)) for key in keys if form.cell(key).text]
    return bool(keys) and all(number is not None and 0 <= number < LARGEST for number in numbers)


def _answers(form: FormPair) -> Iterator[Answer]:
    for source in FUND_SOURCES:
        for field in AMOUNTS:
            key = _amount(form, source, field)
            if _is_input(form, key):
                required = (source, field) == (TOTAL_FUND, Field.SPENT)
                yield _number(form, key, field.of(source), required=required)
    yield _text(form, form.named("zpj_completion"), Field.COMPLETION.label)
    for line in form.rows:
        # A row that is gone is S04's: nobody is asked to fill it.
        if form.moves.now(form.key(Role.ACTUAL, line.row)) is not None:
            yield from _line_answers(form, line)


def _line_answers(form: FormPair, line: IndicatorRow) -> Iterator[Answer]:
    owner, required = line.indicator.level3, Field.ACTUAL
    if line.score.kind is Kind.QUALITATIVE:
        yield _text(form, form.key(Role.ACTUAL, line.row), Field.ACTUAL.of(owner))
        yield _text(form, form.key(Role.TIER, line.row), Field.TIER.of(owner))
        required = Field.RATIO
    for field in (required, Field.DEDUCTION):
        key = form.key(_ROLES[field], line.row)
        yield _number(form, key, field.of(owner), required=field is required)


def _text(form: FormPair, key: Key, what: str) -> Answer:
    cell = form.cell(key)
    # A formula is no answer, and Q05's: it is not missing.
    text = cell.text or cell.formula or ""
    return Answer(
        form.place(key), what, "" if is_blank(cell) and cell.written is None else text, is_required=True
    )


def _number(form: FormPair, key: Key, what: str, *, required: bool) -> Answer:
    cell = form.cell(key)
    number, blank = typed_number(cell), is_blank(cell) and cell.written is None
    # A text of blanks looks empty, and still is no number to a formula: the score stays blank.
    wrong = number is None and cell.written is None and bool(cell.text) and not (blank and required)
    return Answer(
        form.place(key),
        what,
        "" if blank and required else cell.text or cell.formula or "",
        number,
        is_required=required,
        unreadable=wording("recheck")["unreadable"]["unit_inside"] if wrong else "",
    )
