"""One returned file from its path to the reports of its forms: read, identify, lay out, compare, report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import UnreadableFile
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.model.project import DEFAULT_PROFILE, Project
from zpj.recheck.acceptances import Acceptance, apply_acceptances
from zpj.recheck.check_tables import FILE_CHECKS, RULE_CHECKS
from zpj.recheck.comparison.facets import FACETS
from zpj.recheck.comparison.parts import s08_foreign_content
from zpj.recheck.comparison.stored_results import unchecked_results
from zpj.recheck.form_pair import pair_up
from zpj.recheck.identity import Identity, identify, is_annotated, seal_note
from zpj.recheck.override_ledger import override_ledger, shown_result
from zpj.recheck.report import FormReport, Origin, Status, unreadable_report
from zpj.recheck.returned_file import Returned, read_returned
from zpj.recheck.stamp_verdict import s02_registry_differs, s02_stamp_does_not_verify
from zpj.recheck.typed_forms import recheck_typed
from zpj.recheck.unstamped_workbook import aids_of, is_calculated
from zpj.recheck.views.issued_view import issued_view
from zpj.rules import Profile, load_profile, profile_ids
from zpj.texts import wording
from zpj.xlsx.model.sheet import Sheet
from zpj_generator.layout import FORM_SHEET


@dataclass(frozen=True, slots=True)
class Issuer:
    """What the issuer knows besides the returned files."""

    definitions: Mapping[str, Project] = field(default_factory=dict[str, Project])
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
        # The importer knows more kinds of files, and says itself what is wrong with any other.
        return recheck_typed(path, load_profile(issuer.profile), Origin.TEXT)
    if not returned.hidden:
        reports = _unstamped(path, returned, load_profile(issuer.profile))
    else:
        reports = (_stamped(returned, issuer),)
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


def _stamped(returned: Returned, issuer: Issuer) -> FormReport:
    identity = identify(returned, issuer.definitions)
    findings = [
        *chain.from_iterable(check(returned) for check in FILE_CHECKS),
        *s02_stamp_does_not_verify(returned, identity, issuer.definitions, issuer.key),
    ]
    words, note = wording("recheck"), seal_note(returned, issuer.key)
    notes = () if note is None else (note,)
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
    return _compared(returned, sheet, identity, project, findings, notes)


def _compared(
    returned: Returned,
    sheet: Sheet,
    identity: Identity,
    project: Project,
    findings: list[Finding],
    notes: tuple[str, ...],
) -> FormReport:
    form = pair_up(returned, sheet, project, load_profile(project.profile))
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
        unchecked=(*notes, *unchecked_results(form)),
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
