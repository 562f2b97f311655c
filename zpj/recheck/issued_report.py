"""The report of an issued form: identified, laid out, compared facet by facet, its answers checked."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.model.project import Project
from zpj.recheck.check_tables import FILE_CHECKS, RULE_CHECKS
from zpj.recheck.comparison.facets import FACETS
from zpj.recheck.comparison.macros import unchecked_macros
from zpj.recheck.comparison.stored_results import unchecked_results
from zpj.recheck.form_pair import pair_up
from zpj.recheck.identity import Identity, identify, seal_note
from zpj.recheck.issuer import Issuer
from zpj.recheck.override_ledger import override_ledger, shown_result
from zpj.recheck.report import FormReport, Status
from zpj.recheck.returned_file import Returned
from zpj.recheck.stamp_verdict import (
    is_vouched_former,
    s02_registry_differs,
    s02_stamp_does_not_verify,
    s03_other_version,
    s20_definition_revised,
    s21_other_year,
)
from zpj.recheck.views.issued_view import issued_view
from zpj.rules import load_profile, profile_ids
from zpj.texts import wording
from zpj.xlsx.model.sheet import Sheet
from zpj_generator.layout import FORM_SHEET


def stamped_report(returned: Returned, issuer: Issuer) -> FormReport:
    """The report of a form with a stamp, as far as stamp and definitions say what was issued."""
    identity = identify(returned, issuer)
    findings = [
        *chain.from_iterable(check(returned) for check in FILE_CHECKS),
        *s02_stamp_does_not_verify(returned, identity),
        *s03_other_version(returned, identity),
        *s20_definition_revised(returned, identity),
        *s21_other_year(returned, identity),
    ]
    words = wording("recheck")
    note = seal_note(returned, identity.seal)
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
    return compared_report(returned, sheet, identity, project, findings, notes, is_former=is_former)


def compared_report(
    returned: Returned,
    sheet: Sheet,
    identity: Identity,
    project: Project,
    findings: list[Finding],
    notes: tuple[str, ...],
    *,
    is_former: bool = False,
) -> FormReport:
    """The report of the form on ``sheet``, held against ``project``; ``findings`` come first in it."""
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
