"""One file of forms typed elsewhere, from its path to its reports."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from zpj.importer import TableColumn, TypedForm, read_forms
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import TOTAL_FUND, Kind
from zpj.recheck.check_tables import RULE_CHECKS
from zpj.recheck.report import FormReport, Origin, Status, unreadable_report
from zpj.recheck.views.form_view import FormView
from zpj.recheck.views.typed_view import typed_view
from zpj.rules import Profile
from zpj.scoring import FormTotal, execution_rate, form_total, score_execution
from zpj.texts import wording

UNANSWERED = (Code.I08, TableColumn.ACTUAL.heading)
"""What the importer says of an actual value that is missing; here it is Q01."""


def recheck_typed(
    path: Path,
    profile: Profile,
    origin: Origin,
    about_file: tuple[Finding, ...] = (),
    *,
    calculated: bool = True,
) -> tuple[FormReport, ...]:
    """A report per form in the file at ``path``; without any, one that says so.

    What there is to say about the file as a whole stands in the first. A workbook that is not ``calculated``
    has formulas without results: a figure that is not there is no omission then.

    Raises:
        UnreadableFile: with one finding of family X.
    """
    read = read_forms(path, profile.id)
    about_file = (*about_file, *read.findings)
    if not read.forms:
        return (unreadable_report(path, about_file),)
    first, *others = (_report(str(path), form, profile, origin, calculated) for form in read.forms)
    own = (replace(entry, place=replace(entry.place, form=first.form)) for entry in about_file)
    return replace(first, findings=(*own, *first.findings)), *others


def _report(file: str, typed: TypedForm, profile: Profile, origin: Origin, calculated: bool) -> FormReport:
    view, project = typed_view(typed, profile, calculated=calculated), typed.project
    total = _total(view)
    return FormReport(
        file,
        project.code,
        project.name or project.code,
        project.unit,
        Status.FINDINGS,
        total and total.total,
        total and total.grade,
        typed.total.value if typed.total else None,
        tuple(typed.with_form(_findings(typed, view))),
        unchecked=tuple(_unchecked(view, calculated=calculated)),
        origin=origin,
    )


def _findings(typed: TypedForm, view: FormView) -> Iterator[Finding]:
    yield finding(Code.S01, Place(typed.place.file))
    yield from (each for each in typed.findings if (each.code, each.expected) != UNANSWERED)
    for check in RULE_CHECKS:
        yield from check(view)


def _total(view: FormView) -> FormTotal | None:
    """The total by rule, the printed scores of 定性 rows taken as they are; ``None`` while a row has none."""
    if not view.lines:
        return None
    fund = view.project.fund(TOTAL_FUND)
    rate = execution_rate(fund.budget, fund.spent)
    execution = score_execution(view.profile, fund.budget, fund.spent)
    return form_total(view.profile, execution, (line.recomputed for line in view.lines), rate)


def _unchecked(view: FormView, *, calculated: bool) -> Iterator[str]:
    words = wording("recheck")["unchecked"]
    yield words["not_issued"]
    if not calculated:
        yield words["not_calculated_typed"]
    if any(line.recomputed is None for line in view.lines):
        yield words["unscored"]
    if any(line.score.kind is Kind.QUALITATIVE for line in view.lines):
        yield words["judged"]
