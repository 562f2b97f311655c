"""Many returned files: which ones to read, each rechecked, and what only the set shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from checker.exceptions import stray_acceptances
from checker.recheck import Issuer, recheck_file
from checker.report import FolderReport, FormReport
from zpj.findings import Finding, Place, finding
from zpj.form import Project

SUFFIXES = (".xlsx", ".xlsm")
LOCK_FILE = "~$"
"""Excel leaves such a file beside a workbook that is open."""
CHUNK = 8


class PassedOver(StrEnum):
    """Why a file of a folder is not read."""

    TEMPORARY = "临时文件，未读取"
    TYPE = "不是 .xlsx 或 .xlsm，未读取"


@dataclass(frozen=True, slots=True)
class Returns:
    """The files to recheck, and what was passed over with a word why."""

    files: tuple[Path, ...]
    skipped: tuple[str, ...]


def find_returns(paths: Iterable[Path]) -> Returns:
    """Files as given; of a folder every workbook in it and below, in order of their names.

    A file that was named is always read, whatever its type: its finding says what is wrong with it.
    """
    files: list[Path] = []
    skipped: list[str] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        for entry in sorted(entry for entry in path.rglob("*") if entry.is_file()):
            if reason := _passed_over(entry):
                skipped.append(f"{entry}：{reason}")
            else:
                files.append(entry)
    return Returns(tuple(dict.fromkeys(files)), tuple(skipped))


def recheck(files: Sequence[Path], issuer: Issuer, *, jobs: int = 1) -> Iterator[FormReport]:
    """One report per file, in their order; a bad file gives a report like any other."""
    check = partial(recheck_file, issuer=issuer)
    if jobs == 1:
        yield from map(check, files)
        return
    with ProcessPoolExecutor(jobs) as workers:
        yield from workers.map(check, files, chunksize=CHUNK)


def recheck_set(reports: Sequence[FormReport], returns: Returns, issuer: Issuer) -> FolderReport:
    """The reports with what only the set shows: duplicates, missing returns, acceptances of no form."""
    findings = (
        *_duplicates(reports),
        *_missing(reports, issuer.definitions),
        *stray_acceptances(issuer.acceptances, reports),
    )
    return FolderReport(tuple(reports), findings, returns.skipped)


def _duplicates(reports: Iterable[FormReport]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for report in reports:
        if report.form in first:
            place = Place(report.file, report.form)
            yield finding("S09", place, found=report.form, expected=first[report.form])
        elif report.form:
            first[report.form] = report.file


def _missing(reports: Iterable[FormReport], definitions: Mapping[str, Project]) -> Iterator[Finding]:
    returned = {report.form for report in reports}
    for code, project in definitions.items():
        if code not in returned:
            yield finding("S10", Place(form=code), found=code, expected=project.name)


def _passed_over(path: Path) -> PassedOver | None:
    if path.name.startswith((LOCK_FILE, ".")):
        return PassedOver.TEMPORARY
    return None if path.suffix.lower() in SUFFIXES else PassedOver.TYPE
