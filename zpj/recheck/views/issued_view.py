"""An issued form that came back as a :class:`FormView`: its inputs as answers, its scores by rule."""

from collections.abc import Iterator, Sequence

from zpj.model.findings import Place
from zpj.model.project import FUND_SOURCES, TOTAL_FUND, Kind
from zpj.recheck.answers import as_number
from zpj.recheck.checks.quantities import size_doubt
from zpj.recheck.context import Context
from zpj.recheck.context import Line as IssuedLine
from zpj.recheck.returned_file import CellView
from zpj.recheck.views.form_view import AMOUNTS, Answer, Field, FormView, Line, Printed
from zpj.texts import wording
from zpj_generator.layout import fund_rows, goal_rows
from zpj_generator.sheet import columns

_COLUMN = {
    Field.TARGET: columns.TARGET,
    Field.ACTUAL: columns.ACTUAL,
    Field.POINTS: columns.POINTS,
    Field.SCORE: columns.SCORE,
    Field.REASON: columns.REASON,
    Field.TIER: columns.TIER,
    Field.RATIO: columns.RATIO,
    Field.DEDUCTION: columns.DEDUCTION,
    Field.EVIDENCE: columns.EVIDENCE,
}


def issued_view(form: Context) -> FormView:
    """``form`` as its checks see it."""
    total = form.score.total

    def amount_place(source: str, field: Field) -> Place:
        return form.place(_amount_ref(source, field))

    return FormView(
        profile=form.profile,
        project=form.filled,
        whole=form.place(),
        lines=tuple(_line(form, line) for line in form.lines),
        answers=tuple(_answers(form)),
        amount_place=amount_place,
        summed=tuple(field for field in AMOUNTS if _is_answered(form, field)),
        total_shown=None if total is None else Printed(total, form.place(form.ref("zpj_total"))),
    )


def is_blank(cell: CellView) -> bool:
    """Whether the cell shows nothing, or blanks."""
    value = cell.value
    return not value.strip() if isinstance(value, str) else value is None and cell.error is None


def _line(form: Context, line: IssuedLine) -> Line:
    judged = line.score.kind is Kind.QUALITATIVE
    tier = form.cell(f"{columns.TIER}{line.row}").text if judged else ""
    deduction = form.cell(f"{columns.DEDUCTION}{line.row}")
    is_read = line.indicator.deduction is not None or not deduction.text
    return Line(
        indicator=line.indicator,
        score=line.score,
        place=lambda field: form.place(f"{_COLUMN[field]}{line.row}"),
        tier=tier,
        doubt=size_doubt(form.profile, line.indicator, line.score),
        is_settled=is_read and (not judged or tier == line.indicator.tier),
    )


def _amount_ref(source: str, field: Field) -> str:
    row = fund_rows.FIRST_ROW + FUND_SOURCES.index(source)
    return f"{fund_rows.AMOUNTS[field.value]}{row}"


def _is_answered(form: Context, field: Field) -> bool:
    """Whether the filler had a say in this column, and every word of it is an amount."""
    refs = [_amount_ref(source, field) for source in FUND_SOURCES]
    inputs = [ref for ref in refs if form.issued[ref].style.endswith("_input")]
    numbers = [as_number(form.cell(ref)) for ref in inputs if form.cell(ref).text]
    return bool(inputs) and all(number is not None and number >= 0 for number in numbers)


def _answers(form: Context) -> Iterator[Answer]:
    for source in FUND_SOURCES:
        for field in AMOUNTS:
            ref = _amount_ref(source, field)
            if form.issued[ref].style.endswith("_input"):
                required = (source, field) == (TOTAL_FUND, Field.SPENT)
                yield _number(form, ref, field.of(source), required=required)
    yield _text(form, goal_rows.COMPLETION, Field.COMPLETION.label)
    for line in form.lines:
        yield from _line_answers(form, line)


def _line_answers(form: Context, line: IssuedLine) -> Iterator[Answer]:
    owner = line.indicator.level3
    required: Sequence[Field] = (Field.ACTUAL,)
    if line.score.kind is Kind.QUALITATIVE:
        yield _text(form, f"{columns.ACTUAL}{line.row}", Field.ACTUAL.of(owner))
        yield _text(form, f"{columns.TIER}{line.row}", Field.TIER.of(owner))
        required = (Field.RATIO,)
    for field in (*required, Field.DEDUCTION):
        ref = f"{_COLUMN[field]}{line.row}"
        yield _number(form, ref, field.of(owner), required=field in required)


def _text(form: Context, ref: str, what: str) -> Answer:
    cell = form.cell(ref)
    return Answer(form.place(ref), what, "" if is_blank(cell) else cell.text, is_required=True)


def _number(form: Context, ref: str, what: str, *, required: bool) -> Answer:
    cell = form.cell(ref)
    number, blank = as_number(cell), is_blank(cell)
    # A text of blanks looks empty, and still is no number to a formula: the score stays blank.
    wrong = number is None and bool(cell.text) and not (blank and required)
    return Answer(
        form.place(ref),
        what,
        "" if blank and required else cell.text,
        number,
        is_required=required,
        unreadable=wording("recheck")["unreadable"]["unit_inside"] if wrong else "",
    )
