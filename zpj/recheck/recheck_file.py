"""One returned file from its path to the reports of its forms: read, identify, lay out, compare, report."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import UnreadableFile
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.model.project import Project
from zpj.recheck.acceptances import apply_acceptances
from zpj.recheck.check_tables import FILE_CHECKS, RULE_CHECKS
from zpj.recheck.comparison.facets import FACETS
from zpj.recheck.comparison.macros import unchecked_macros
from zpj.recheck.comparison.parts import s08_foreign_content
from zpj.recheck.comparison.stored_results import unchecked_results
from zpj.recheck.find_returns import why_not_opened
from zpj.recheck.form_pair import pair_up
from zpj.recheck.identity import Identity, identify, is_annotated, project_on, seal_note
from zpj.recheck.issuer import Issuer
from zpj.recheck.override_ledger import override_ledger, shown_result
from zpj.recheck.project_match import project_of_file
from zpj.recheck.report import FormReport, Origin, Status, unreadable_report
from zpj.recheck.returned_file import Returned, read_returned
from zpj.recheck.stamp_verdict import (
    is_vouched_former,
    s02_registry_differs,
    s02_stamp_does_not_verify,
    s03_other_version,
    s20_definition_revised,
    s21_other_year,
)
from zpj.recheck.typed_against_defined import no_stamp
from zpj.recheck.typed_forms import recheck_typed
from zpj.recheck.unstamped_workbook import aids_of, is_calculated, is_definition, own_sheets
from zpj.recheck.views.issued_view import issued_view
from zpj.recheck.workbook_forms import forms_in
from zpj.rules import load_profile, profile_ids
from zpj.texts import wording
from zpj.xlsx.model.sheet import Sheet
from zpj_generator.layout import FORM_SHEET


def recheck_file(path: Path, issuer: Issuer) -> tuple[FormReport, ...]:
    """The reports of the forms in the file at ``path``, whatever it is; never none.

    A workbook with a stamp holds one form, or several put together; another file as many as are typed there.
    """
    try:
        reports = _reports(path, issuer)
    except UnreadableFile as error:
        reports = (unreadable_report(path, error.findings),)
    reports = tuple(received_unreadable(report, issuer) for report in reports)
    return tuple(apply_acceptances(report, issuer.acceptances) for report in reports)


def received_unreadable(report: FormReport, issuer: Issuer) -> FormReport:
    """``report``, where nothing could be read, with the project whose code or name the file bears."""
    project = None if report.origin is not None else project_of_file(Path(report.file), issuer.definitions)
    if project is None:
        return report
    note = wording("recheck")["unchecked"]["received"].format(code=project.code, name=project.name)
    return replace(
        report,
        form=project.code,
        unit=project.unit,
        findings=tuple(
            replace(entry, place=replace(entry.place, form=project.code)) for entry in report.findings
        ),
        unchecked=(*report.unchecked, note),
        is_identified=True,
    )


def _reports(path: Path, issuer: Issuer) -> tuple[FormReport, ...]:
    if why := why_not_opened(path):
        problem = finding(Code.X01, Place(str(path)), found=wording("recheck")["not_opened"][why])
        return (unreadable_report(path, (problem,)),)
    try:
        returned = read_returned(path)
    except UnreadableFile:
        # The importer knows more kinds of files, and says itself what is wrong with any other.
        return recheck_typed(path, load_profile(issuer.profile), Origin.TEXT, issuer=issuer)
    if returned.hidden:
        reports = tuple(_stamped(form, issuer) for form in forms_in(returned))
    elif is_definition(returned):
        found = wording("recheck")["passed_over"]["definition"]
        problem = finding(Code.I05, Place(str(path)), found=found)
        return (replace(unreadable_report(path, (problem,)), origin=Origin.DEFINITION),)
    else:
        reports = _unstamped(path, returned, issuer)
    if is_annotated(returned):
        return tuple(replace(report, origin=Origin.COPY) for report in reports)
    return reports


def _unstamped(path: Path, returned: Returned, issuer: Issuer) -> tuple[FormReport, ...]:
    compared = dict(_without_stamp(path, returned, issuer))
    own, is_aid = own_sheets(returned), aids_of(returned)
    typed = recheck_typed(
        path,
        load_profile(issuer.profile),
        Origin.WORKBOOK,
        () if compared else tuple(s08_foreign_content(returned)),
        calculated=is_calculated(returned),
        issuer=issuer,
        apart=frozenset(compared),
        stamp_gone=bool(own) and (issuer.key is not None or bool(issuer.trusted)),
    )
    shown = (
        replace(report, findings=tuple(entry for entry in report.findings if not is_aid(entry.place)))
        for report in typed
    )
    return (*compared.values(), *shown)


def _without_stamp(path: Path, returned: Returned, issuer: Issuer) -> Iterator[tuple[str, FormReport]]:
    """By their sheets, the forms of our layout whose project is defined: compared like any issued one."""
    own = own_sheets(returned)
    about_file = [*chain.from_iterable(check(returned) for check in FILE_CHECKS)]
    for sheet in returned.book.sheets:
        project = project_on(sheet, path, issuer) if sheet.name in own else None
        if project is None or project.profile not in profile_ids():
            continue
        place = Place(returned.file, project.code, sheet.name)
        findings = [no_stamp(place, project, "compared"), *about_file]
        report = _compared(returned, sheet, Identity(sheet, None, project), project, findings, ())
        yield sheet.name, replace(report, origin=Origin.WORKBOOK)


def _stamped(returned: Returned, issuer: Issuer) -> FormReport:
    identity = identify(returned, issuer)
    findings = [
        *chain.from_iterable(check(returned) for check in FILE_CHECKS),
        *s02_stamp_does_not_verify(returned, identity),
        *s03_other_version(returned, identity),
        *s20_definition_revised(returned, identity),
        *s21_other_year(returned, identity),
    ]
    words, note = wording("recheck"), seal_note(returned, identity.seal)
    notes = () if note is None else (note,)
    is_former = returned.stamp is not None and is_vouched_former(returned.stamp, identity)
    if is_former:
        notes = (*notes, words["unchecked"]["former_template"])
    project, sheet = identity.project, identity.sheet
    if project is None:
        return _unknown(returned, None, findings, (*notes, words["unchecked"]["no_definition"]))
    if sheet is None:
        place = Place(returned.file, project.code, FORM_SHEET)
        text = words["sheet"]["missing"].format(name=FORM_SHEET)
        missing = finding(Code.S04, place, found=text, expected=FORM_SHEET)
        return _unknown(returned, project, [*findings, missing], (*notes, words["unchecked"]["no_sheet"]))
    if project.profile not in profile_ids():
        return _unknown(returned, project, findings, (*notes, words["unchecked"]["no_profile"]))
    return _compared(returned, sheet, identity, project, findings, notes, is_former=is_former)


def _compared(
    returned: Returned,
    sheet: Sheet,
    identity: Identity,
    project: Project,
    findings: list[Finding],
    notes: tuple[str, ...],
    *,
    is_former: bool = False,
) -> FormReport:
    form = pair_up(returned, sheet, project, load_profile(project.profile), is_former=is_former)
    if not any(entry.code is Code.S02 for entry in findings):
        findings = [*findings, *s02_registry_differs(form, identity)]
    facets = (facet for facet in FACETS if not form.moves.is_lost or not facet.by_cell)
    findings += chain.from_iterable(facet.compare(form) for facet in facets)
    if form.moves.is_lost:
        return _unknown(returned, project, findings, (*notes, wording("recheck")["unchecked"]["moved"]))
    view = issued_view(form)
    findings += chain.from_iterable(check(view) for check in RULE_CHECKS)
    if form.score.total is None and not any(entry.severity is Severity.ERROR for entry in findings):
        # A form without a total is never clean, whatever nobody thought of keeps it from one.
        findings.append(form.finding(Code.T04, form.named("zpj_total")))
    shown = shown_result(form, findings)
    return FormReport(
        returned.file,
        project.code,
        project.name,
        form.filled.unit,
        Status.FINDINGS if findings else Status.CLEAN,
        form.score.total,
        form.score.grade,
        shown.total,
        tuple(findings),
        override_ledger(form, findings),
        unchecked=(*notes, *unchecked_results(form), *unchecked_macros(form)),
        year=project.year,
        is_identified=True,
    )


def _unknown(
    returned: Returned, project: Project | None, findings: Iterable[Finding], notes: tuple[str, ...]
) -> FormReport:
    """A report without figures: what the form should hold is not known."""
    code, name, unit = (project.code, project.name, project.unit) if project else ("", "", "")
    found = tuple(findings)
    return FormReport(
        returned.file,
        code,
        name or Path(returned.file).name,
        unit,
        Status.FINDINGS if found else Status.CLEAN,
        None,
        None,
        None,
        found,
        unchecked=notes,
        year=project.year if project else None,
        is_identified=project is not None,
    )
