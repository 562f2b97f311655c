"""One returned file from its path to the reports of its forms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import UnreadableFile
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import DEFAULT_PROFILE, Project
from zpj.recheck.acceptances import Acceptance, apply_acceptances
from zpj.recheck.check_tables import CELL_CHECKS, FILE_CHECKS, FORM_CHECKS, RULE_CHECKS
from zpj.recheck.comparison.formulas import stored_results_notes
from zpj.recheck.comparison.stamp_verdict import has_no_stamp, s02_registry_differs, s02_stamp_does_not_verify
from zpj.recheck.comparison.structure import is_aligned, s08_foreign_content
from zpj.recheck.context import make_context
from zpj.recheck.identity import find_form_sheet, is_annotated, issued_project, seal_note
from zpj.recheck.override_ledger import override_ledger, shown_result
from zpj.recheck.report import FormReport, Origin, Status, unreadable_report
from zpj.recheck.returned_file import FileSheet, Returned, read_returned
from zpj.recheck.typed_forms import recheck_typed
from zpj.recheck.unstamped_workbook import aids_of, is_calculated
from zpj.recheck.views.issued_view import issued_view
from zpj.rules import Profile, load_profile, profile_ids
from zpj_generator.layout import FORM_SHEET


class Unchecked(StrEnum):
    """Why something was not checked."""

    NO_DEFINITION = "没有可用的项目定义，未核对公式、锁定内容和得分。"
    NO_SHEET = "没有自评表工作表，未核对公式、锁定内容和得分。"
    NO_PROFILE = "没有该表所用的评分规则，未核对公式、锁定内容和得分。"
    MOVED = "行列有增删，未逐格核对公式、锁定内容和得分。"


@dataclass(frozen=True, slots=True)
class Issuer:
    """What the issuer knows besides the returned files."""

    definitions: Mapping[str, Project] = field(default_factory=dict)
    """The projects as they were issued, by 项目编号; they win over what a form says of itself."""
    key: bytes | None = None
    """The key that sealed the stamps."""
    acceptances: tuple[Acceptance, ...] = ()
    """Findings that were accepted in writing."""
    profile: str = DEFAULT_PROFILE
    """What forms without a stamp are held against."""


def recheck_file(path: Path, issuer: Issuer) -> tuple[FormReport, ...]:
    """The reports of the forms in the file at ``path``, whatever it is; never none.

    A workbook with a stamp holds one form, any other file as many as are typed in it.
    """
    try:
        reports = _reports(path, issuer)
    except UnreadableFile as error:
        reports = (unreadable_report(path, error.findings),)
    return tuple(apply_acceptances(report, issuer.acceptances) for report in reports)


def _reports(path: Path, issuer: Issuer) -> tuple[FormReport, ...]:
    try:
        returned = read_returned(path)
    except UnreadableFile:
        # Intake knows more kinds of files, and says itself what is wrong with any other.
        return recheck_typed(path, load_profile(issuer.profile), Origin.TEXT)
    if has_no_stamp(returned):
        reports = _unstamped(path, returned, load_profile(issuer.profile))
    else:
        reports = (_recheck(returned, issuer),)
    if is_annotated(returned):
        return tuple(replace(report, origin=Origin.COPY) for report in reports)
    return reports


def _unstamped(path: Path, returned: Returned, profile: Profile) -> tuple[FormReport, ...]:
    about_file, calculated = tuple(s08_foreign_content(returned)), is_calculated(returned)
    reports = recheck_typed(path, profile, Origin.WORKBOOK, about_file, calculated=calculated)
    is_aid = aids_of(returned)
    return tuple(
        replace(report, findings=tuple(entry for entry in report.findings if not is_aid(entry.place)))
        for report in reports
    )


def _recheck(returned: Returned, issuer: Issuer) -> FormReport:
    findings = [
        *chain.from_iterable(check(returned) for check in FILE_CHECKS),
        *s02_stamp_does_not_verify(returned, issuer.definitions, issuer.key),
    ]
    notes = _notes(seal_note(returned, issuer.key))
    project, sheet = issued_project(returned, issuer.definitions), find_form_sheet(returned)
    if project is None:
        return _unknown(returned, None, findings, (*notes, Unchecked.NO_DEFINITION))
    if sheet is None:
        place = Place(returned.file, project.code, FORM_SHEET)
        missing = finding(Code.S04, place, found=f"没有工作表“{FORM_SHEET}”", expected=FORM_SHEET)
        return _unknown(returned, project, [*findings, missing], (*notes, Unchecked.NO_SHEET))
    if project.profile not in profile_ids():
        return _unknown(returned, project, findings, (*notes, Unchecked.NO_PROFILE))
    return _known(returned, sheet, project, findings, notes)


def _known(
    returned: Returned, sheet: FileSheet, project: Project, findings: list[Finding], notes: tuple[str, ...]
) -> FormReport:
    form = make_context(returned, sheet, project, load_profile(project.profile))
    aligned = is_aligned(form)
    checks = (*FORM_CHECKS, *CELL_CHECKS) if aligned else FORM_CHECKS
    view = issued_view(form)
    if not any(entry.code == Code.S02 for entry in findings):
        findings = [*findings, *s02_registry_differs(form)]
    findings = [*findings, *chain.from_iterable(check(form) for check in checks)]
    if aligned:
        findings += chain.from_iterable(check(view) for check in RULE_CHECKS)
    if not aligned:
        return _unknown(returned, project, findings, (*notes, Unchecked.MOVED))
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
        unchecked=(*notes, *stored_results_notes(form)),
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
    )


def _notes(note: str | None) -> tuple[str, ...]:
    return () if note is None else (note,)
