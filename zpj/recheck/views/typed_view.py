"""A form typed elsewhere as a :class:`FormView`: what is printed on each row, and its score by rule."""

from collections.abc import Iterator

from zpj.importer import TableColumn, TypedForm, TypedRow, is_nothing
from zpj.model.codes import Code
from zpj.model.findings import Place
from zpj.model.project import TOTAL_FUND
from zpj.recheck.checks.quantities import size_doubt
from zpj.recheck.views.form_view import AMOUNTS, Answer, Field, FormView, Line
from zpj.rules import Profile
from zpj.scoring import score_row

_COLUMN = {
    Field.TARGET: TableColumn.TARGET,
    Field.ACTUAL: TableColumn.ACTUAL,
    Field.POINTS: TableColumn.POINTS,
    Field.SCORE: TableColumn.SCORE,
    Field.REASON: TableColumn.REASON,
}


def typed_view(typed: TypedForm, profile: Profile, *, calculated: bool) -> FormView:
    """``typed`` with every row scored by ``profile``.

    Where formulas came without their results (not ``calculated``), a figure that is not there is unknown
    rather than missing.
    """
    lines = tuple(_line(row, profile) for row in typed.rows)

    def place(source: str, field: Field) -> Place:
        return _amount_place(typed, source, field)

    return FormView(
        profile=profile,
        project=typed.project,
        whole=typed.place,
        lines=lines,
        answers=tuple(_answers(typed, lines, calculated=calculated)),
        amount_place=place,
        total_shown=typed.total,
        points_are_typed=True,
        points=typed.points,
        rate=typed.rate,
        execution=typed.execution,
        total=typed.total,
        grade=typed.grade,
    )


def _line(row: TypedRow, profile: Profile) -> Line:
    score = score_row(profile, row.indicator)
    return Line(
        indicator=row.indicator,
        score=score,
        place=lambda field: row.place(_COLUMN[field]),
        printed=row.indicator.printed_score,
        doubt=size_doubt(profile, row.indicator, score),
    )


def _amount_place(typed: TypedForm, source: str, field: Field) -> Place:
    """Where the amount stands; its row, or the form, where nothing is written."""
    in_row = (place for (fund, _), place in typed.amounts.items() if fund == source)
    return typed.amounts.get((source, field.value)) or next(in_row, typed.place)


def _answers(typed: TypedForm, lines: tuple[Line, ...], *, calculated: bool) -> Iterator[Answer]:
    yield from _funds(typed)
    completion = typed.project.completion
    yield Answer(typed.place, Field.COMPLETION.label, completion, is_required=True)
    for line in lines:
        yield from _row(line)
    if calculated:
        yield from _scores(typed, lines)


def _funds(typed: TypedForm) -> Iterator[Answer]:
    for fund in typed.project.funds:
        for field in AMOUNTS:
            amount: float | None = getattr(fund, field.value)
            if amount is not None:
                place = _amount_place(typed, fund.source, field)
                yield Answer(place, field.of(fund.source), f"{amount:.15g}", amount)
    if typed.project.fund(TOTAL_FUND).spent is None:
        place, what = _amount_place(typed, TOTAL_FUND, Field.SPENT), Field.SPENT.of(TOTAL_FUND)
        yield Answer(place, what, "", is_required=True)


def _row(line: Line) -> Iterator[Answer]:
    indicator, score, obstacle = line.indicator, line.score, line.score.obstacle
    actual = "" if is_nothing(indicator.actual) else indicator.actual
    why = obstacle.why if obstacle and obstacle.code is Code.Q02 and actual else ""
    yield Answer(
        line.place(Field.ACTUAL), line.what(Field.ACTUAL), actual, score.b, is_required=True, unreadable=why
    )
    for field, number in (
        (Field.TARGET, score.a),
        (Field.POINTS, indicator.points),
        (Field.SCORE, line.printed),
    ):
        if number is not None:
            yield Answer(line.place(field), line.what(field), f"{number:.15g}", number)


def _scores(typed: TypedForm, lines: tuple[Line, ...]) -> Iterator[Answer]:
    """Scores that a complete form prints, and this one does not."""
    if typed.execution is None:
        place, what = _amount_place(typed, TOTAL_FUND, Field.SCORE), Field.SCORE.of(Field.RATE.label)
        yield Answer(place, what, "", is_required=True)
    for line in lines:
        if line.printed is None:
            yield Answer(line.place(Field.SCORE), line.what(Field.SCORE), "", is_required=True)
    if typed.total is None:
        yield Answer(typed.place, Field.TOTAL.label, "", is_required=True)
