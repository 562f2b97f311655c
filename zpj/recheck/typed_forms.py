"""One file of forms typed elsewhere, from its path to its reports."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from zpj.importer import TableColumn, TypedForm, read_forms
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place
from zpj.model.project import TOTAL_FUND, Kind, Project
from zpj.recheck.check_tables import RULE_CHECKS
from zpj.recheck.issuer import Issuer
from zpj.recheck.project_match import project_of_file, project_printed
from zpj.recheck.report import FormReport, Origin, Status, unreadable_report
from zpj.recheck.typed_against_defined import no_stamp, not_as_defined
from zpj.recheck.views.form_view import FormView
from zpj.recheck.views.typed_view import typed_view
from zpj.rules import Profile, load_profile, profile_ids
from zpj.scoring import FormTotal, execution_rate, form_total, score_execution
from zpj.texts import wording

NOBODY = Issuer()
UNANSWERED = (Code.I08, TableColumn.ACTUAL.heading)
"""What the importer says of an actual value that is missing; here it is Q01."""


def recheck_typed(
    path: Path,
    profile: Profile,
    origin: Origin,
    about_file: tuple[Finding, ...] = (),
    *,
    calculated: bool = True,
    issuer: Issuer = NOBODY,
    apart: frozenset[str] = frozenset(),
    stamp_gone: bool = False,
) -> tuple[FormReport, ...]:
    """A report per form in the file at ``path``; without any, one that says so.

    What there is to say about the file as a whole stands in the first. A workbook that is not ``calculated``
    has formulas without results: a figure that is not there is no omission then. The forms of a project that
    ``issuer`` defined are held against its definition. Sheets set ``apart`` are reported elsewhere: without
    any other form there is no report then. ``stamp_gone`` says that the form was issued with one.

    Raises:
        UnreadableFile: with one finding of family X.
    """
    read = read_forms(path, profile.id)
    about_file = (*about_file, *read.findings)
    if not read.forms:
        return (unreadable_report(path, about_file),)
    forms = [form for form in read.forms if form.place.sheet not in apart]
    if not forms:
        return ()
    by_file = project_of_file(path, issuer.definitions) if len(read.forms) == 1 else None
    matched = [(form, _project(form, issuer) or by_file) for form in forms]
    first, *others = (
        _report(str(path), form, project, profile, origin, calculated, stamp_gone)
        for form, project in matched
    )
    own = (replace(entry, place=replace(entry.place, form=first.form)) for entry in about_file)
    return replace(first, findings=(*own, *first.findings)), *others


def _project(typed: TypedForm, issuer: Issuer) -> Project | None:
    return project_printed((typed.project.name, typed.project.unit), issuer.definitions)


def _report(
    file: str,
    typed: TypedForm,
    issued: Project | None,
    profile: Profile,
    origin: Origin,
    calculated: bool,
    stamp_gone: bool,
) -> FormReport:
    if issued is not None:
        typed = replace(typed, project=replace(typed.project, code=issued.code))
        profile = load_profile(issued.profile) if issued.profile in profile_ids() else profile
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
        tuple(typed.with_form(_findings(typed, view, issued, stamp_gone))),
        unchecked=tuple(_unchecked(view, issued, calculated=calculated)),
        origin=origin,
        year=project.year or None,
        is_identified=issued is not None,
    )


def _findings(
    typed: TypedForm, view: FormView, issued: Project | None, stamp_gone: bool
) -> Iterator[Finding]:
    yield no_stamp(Place(typed.place.file), issued, "stamp_gone" if stamp_gone else "typed")
    if issued is not None:
        yield from not_as_defined(typed, issued)
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


def _unchecked(view: FormView, issued: Project | None, *, calculated: bool) -> Iterator[str]:
    words = wording("recheck")["unchecked"]
    yield words["not_issued"] if issued is None else words["not_locked"]
    if not calculated:
        yield words["not_calculated_typed"]
    if any(line.recomputed is None for line in view.lines):
        yield words["unscored"]
    if any(line.score.kind is Kind.QUALITATIVE for line in view.lines):
        yield words["judged"]
