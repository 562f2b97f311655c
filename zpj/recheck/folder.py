"""Many returned files: each rechecked, and what only the set shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.model.project import Project
from zpj.recheck.acceptances import stray_acceptances
from zpj.recheck.find_returns import READ, PassedOver, Returns, Skipped, find_returns
from zpj.recheck.issuer import Issuer
from zpj.recheck.project_match import project_of_file
from zpj.recheck.recheck_file import received_unreadable, recheck_file
from zpj.recheck.report import FolderReport, FormReport, Origin, unreadable_report

__all__ = ["PassedOver", "Returns", "Skipped", "find_returns", "recheck", "recheck_set"]

CHUNK = 8
Problem = tuple[Code, str, str]
"""A finding by its code, its cell and what was found there."""


def recheck(files: Sequence[Path], issuer: Issuer, *, jobs: int = 1) -> Iterator[tuple[FormReport, ...]]:
    """The reports of each file, in their order; a bad file gives one like any other."""
    check = partial(recheck_file, issuer=issuer)
    if jobs == 1:
        yield from map(check, files)
        return
    with ProcessPoolExecutor(jobs) as workers:
        yield from workers.map(check, files, chunksize=CHUNK)


def recheck_set(
    rechecked: Iterable[tuple[FormReport, ...]], returns: Returns, issuer: Issuer
) -> FolderReport:
    """The reports with what only the set shows: duplicates, missing returns, acceptances of no form."""
    read = tuple(chain.from_iterable(rechecked))
    reports: list[FormReport] = []
    skipped = list(returns.skipped)
    for report in read:
        reason = _no_return(report, read) if Path(report.file) in returns.come_upon else None
        if reason:
            skipped.append(Skipped(Path(report.file), reason))
        else:
            reports.append(report)
    reports += _named_after_projects(skipped, reports, issuer)
    findings = (
        *_of_other_years(reports, issuer.definitions),
        *_duplicates(reports),
        *_missing(reports, issuer.definitions),
        *stray_acceptances(issuer.acceptances, reports),
    )
    told = {report.file for report in reports}
    return FolderReport(
        tuple(reports), findings, tuple(str(each) for each in skipped if str(each.path) not in told)
    )


def _named_after_projects(
    skipped: Iterable[Skipped], reports: Sequence[FormReport], issuer: Issuer
) -> Iterator[FormReport]:
    """Files of no known type that bear the name of a project nobody returned: they may be all there is."""
    received = {report.form for report in reports if report.is_identified}
    for each in skipped:
        project = project_of_file(each.path, issuer.definitions)
        if each.reason is PassedOver.TYPE and project is not None and project.code not in received:
            problem = finding(
                Code.X03, Place(str(each.path)), found=each.path.suffix or each.path.name, expected=".xlsx"
            )
            yield received_unreadable(unreadable_report(each.path, (problem,)), issuer)


def _of_other_years(reports: Iterable[FormReport], definitions: Mapping[str, Project]) -> Iterator[Finding]:
    """Forms that another form of the same project shows to be older; with definitions each form was told."""
    issued = [report for report in reports if report.is_identified and report.year is not None]
    newest: dict[str, int] = {}
    for report in issued:
        newest[report.form] = max(report.year or 0, newest.get(report.form, 0))
    for report in issued:
        if report.form not in definitions and report.year != newest[report.form]:
            place = Place(report.file, report.form)
            yield finding(Code.S21, place, found=report.year, expected=newest[report.form])


def _duplicates(reports: Iterable[FormReport]) -> Iterator[Finding]:
    first: dict[tuple[str, int | None], str] = {}
    for report in _received(reports):
        if report.origin is None:
            continue
        key = report.form, report.year
        if key in first:
            yield finding(Code.S09, Place(report.file, report.form), found=report.form, expected=first[key])
        else:
            first[key] = report.file


def _missing(reports: Iterable[FormReport], definitions: Mapping[str, Project]) -> Iterator[Finding]:
    """Projects of which nothing was received, be it unreadable; the form of another year is nothing."""
    received = {(report.form, report.year) for report in _received(reports)}
    for code, project in definitions.items():
        if not received & {(code, project.year), (code, None)}:
            yield finding(Code.S10, Place(form=code), found=code, expected=project.name)


def _received(reports: Iterable[FormReport]) -> Iterator[FormReport]:
    """The reports of which it is known which project they are of."""
    return (report for report in reports if report.is_identified and report.form)


def _no_return(report: FormReport, read: Sequence[FormReport]) -> PassedOver | None:
    """Why a file that was come upon in a folder is none of the returned forms."""
    if report.origin is Origin.COPY:
        return PassedOver.COPY if any(_shows_as_much(each, report) for each in read) else None
    if report.origin is Origin.DEFINITION:
        return PassedOver.DEFINITION
    if report.is_identified or Path(report.file).suffix.lower() not in READ:
        return None
    return PassedOver.NO_FORM if [entry.code for entry in report.findings] == [Code.I05] else None


def _shows_as_much(original: FormReport, copy: FormReport) -> bool:
    """Whether ``copy`` is annotated from ``original``, or from the like of it: it has no error of its own."""
    is_original = original.origin not in (None, Origin.COPY)
    of_one_form = (original.form, original.year) == (copy.form, copy.year)
    return is_original and of_one_form and _problems(copy) <= _problems(original)


def _problems(report: FormReport) -> set[Problem]:
    entries = chain(report.findings, (each.finding for each in report.explained))
    return {
        (entry.code, entry.place.cell, entry.found) for entry in entries if entry.severity is Severity.ERROR
    }
