"""Many returned files: which ones to read, each rechecked, and what only the set shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import chain
from pathlib import Path

from zpj.importer import SUFFIXES
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Project
from zpj.recheck.acceptances import stray_acceptances
from zpj.recheck.recheck_file import Issuer, recheck_file
from zpj.recheck.report import FolderReport, FormReport, Origin
from zpj.texts import wording

LOCK_FILE = "~$"
"""Excel leaves such a file beside a workbook that is open."""
CHUNK = 8


class PassedOver(StrEnum):
    """Why a file of a folder is not read; the values are keys of the texts."""

    TEMPORARY = "temporary"
    TYPE = "type"
    NO_FORM = "no_form"
    COPY = "copy"

    @property
    def words(self) -> str:
        """The reason in Chinese."""
        return str(wording("recheck")["passed_over"][self.value])


@dataclass(frozen=True, slots=True)
class Returns:
    """The files to recheck, and what was passed over with a word why."""

    files: tuple[Path, ...]
    skipped: tuple[str, ...]
    come_upon: frozenset[Path] = frozenset()
    """Those of ``files`` that nobody named: what a folder has besides forms is no defect."""


def find_returns(paths: Iterable[Path]) -> Returns:
    """Files as given; of a folder every file in it and below that may hold forms, in order of their names.

    A file that was named is always read, whatever its type: its finding says what is wrong with it.
    """
    files: list[Path] = []
    skipped: list[str] = []
    named: set[Path] = set()
    for path in paths:
        if not path.is_dir():
            files.append(path)
            named.add(path)
            continue
        for entry in sorted(entry for entry in path.rglob("*") if entry.is_file()):
            if reason := _passed_over(entry):
                skipped.append(f"{entry}：{reason.words}")
            else:
                files.append(entry)
    return Returns(tuple(dict.fromkeys(files)), tuple(skipped), frozenset(files) - named)


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
    reports: list[FormReport] = []
    skipped = list(returns.skipped)
    for report in chain.from_iterable(rechecked):
        reason = _no_return(report) if Path(report.file) in returns.come_upon else None
        if reason:
            skipped.append(f"{report.file}：{reason.words}")
        else:
            reports.append(report)
    findings = (
        *_duplicates(reports),
        *_missing(reports, issuer.definitions),
        *stray_acceptances(issuer.acceptances, reports),
    )
    return FolderReport(tuple(reports), findings, tuple(skipped))


def _duplicates(reports: Iterable[FormReport]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for report in _issued(reports):
        if report.form in first:
            place = Place(report.file, report.form)
            yield finding(Code.S09, place, found=report.form, expected=first[report.form])
        elif report.form:
            first[report.form] = report.file


def _missing(reports: Iterable[FormReport], definitions: Mapping[str, Project]) -> Iterator[Finding]:
    returned = {report.form for report in _issued(reports)}
    for code, project in definitions.items():
        if code not in returned:
            yield finding(Code.S10, Place(form=code), found=code, expected=project.name)


def _issued(reports: Iterable[FormReport]) -> Iterator[FormReport]:
    """The forms that say themselves which project they are of."""
    return (report for report in reports if report.origin is Origin.ISSUED)


def _no_return(report: FormReport) -> PassedOver | None:
    """Why a file that was come upon in a folder is none of the returned forms."""
    if report.origin is Origin.COPY:
        return PassedOver.COPY
    return PassedOver.NO_FORM if [entry.code for entry in report.findings] == [Code.I05] else None


def _passed_over(path: Path) -> PassedOver | None:
    if path.name.startswith((LOCK_FILE, ".")):
        return PassedOver.TEMPORARY
    return None if path.suffix.lower() in SUFFIXES else PassedOver.TYPE
