"""One returned file from its path to the reports of its forms, whatever it is, whatever is wrong with it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import UnreadableFile
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.recheck.acceptances import apply_acceptances
from zpj.recheck.check_tables import FILE_CHECKS
from zpj.recheck.comparison.parts import s08_foreign_content
from zpj.recheck.find_returns import why_not_opened
from zpj.recheck.identity import Identity, is_annotated, project_on
from zpj.recheck.issued_report import compared_report, stamped_report
from zpj.recheck.issuer import Issuer
from zpj.recheck.project_match import project_of_file
from zpj.recheck.report import FormReport, Origin, Status, unreadable_report
from zpj.recheck.returned_file import Returned, read_returned
from zpj.recheck.typed_against_defined import no_stamp
from zpj.recheck.typed_forms import recheck_typed
from zpj.recheck.unstamped_workbook import aids_of, is_calculated, is_definition, own_sheets
from zpj.recheck.workbook_forms import forms_in
from zpj.rules import load_profile, profile_ids
from zpj.texts import wording


def recheck_file(path: Path, issuer: Issuer) -> tuple[FormReport, ...]:
    """The reports of the forms in the file at ``path``, whatever it is; never none.

    A workbook with a stamp holds one form or several put together, any other file as many as are typed.
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
        reports = tuple(stamped_report(form, issuer) for form in forms_in(returned))
    elif is_definition(returned):
        found = wording("recheck")["passed_over"]["definition"]
        problem = finding(Code.I05, Place(str(path)), found=found)
        return (replace(unreadable_report(path, (problem,)), origin=Origin.DEFINITION),)
    else:
        reports = _unstamped(path, returned, issuer)
    if is_annotated(returned):
        return tuple(map(_without_marks, reports))
    return reports


def _without_marks(report: FormReport) -> FormReport:
    """The report of an annotated copy, but for the sheet, the notes and the colours that annotation adds."""
    kept = tuple(entry for entry in report.findings if not _is_mark(entry))
    status = Status.CLEAN if report.status is Status.FINDINGS and not kept else report.status
    return replace(report, origin=Origin.COPY, findings=kept, status=status)


def _is_mark(entry: Finding) -> bool:
    if entry.code in (Code.S15, Code.S18):
        return entry.severity is Severity.INFO
    return entry.code is Code.F08 and entry.severity is Severity.WARNING


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
        report = compared_report(returned, sheet, Identity(sheet, None, project), project, findings, ())
        yield sheet.name, replace(report, origin=Origin.WORKBOOK)
