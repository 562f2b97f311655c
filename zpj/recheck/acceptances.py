"""Accepted findings (说明): what somebody wrote down to accept, held against what a recheck finds.

The file is TOML or a sheet 说明 with the columns of :data:`HEADERS`; docs/exceptions.md shows both.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import ZpjError
from zpj.model.findings import CATALOGUE, Finding, Place, finding
from zpj.model.project import DEFAULT_PROFILE
from zpj.recheck.acceptances_file import Entry, read_entries
from zpj.recheck.report import Explained, FormReport, Status
from zpj.rules import load_profile
from zpj.texts import wording
from zpj.texts.punctuation import listed

_WORDS = wording("recheck")["acceptance"]
FORM, CODE, CELL, REASON, WHO = (str(_WORDS[key]) for key in ("form", "code", "cell", "reason", "who"))
HEADERS = (FORM, CODE, CELL, REASON, WHO)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One accepted finding. ``cell`` is empty for a finding about a whole form."""

    form: str
    """项目编号"""
    code: Code
    cell: str
    reason: str
    who: str
    place: Place
    """Where it is written down."""

    def covers(self, found: Finding) -> bool:
        """Whether ``found`` is the finding that is meant."""
        return (self.code, self.cell) == (found.code, found.place.cell)

    @property
    def missing(self) -> str:
        """The header of what it should say and does not; empty if nothing is missing."""
        # Forms of several profiles share one file, so what is no reason is told by the default one.
        if not load_profile(DEFAULT_PROFILE).reason.is_given(self.reason):
            return REASON
        return "" if self.who else WHO


def load_acceptances(path: Path) -> tuple[Acceptance, ...]:
    """The acceptances written down in ``path``, .toml or .xlsx.

    Raises:
        UnreadableFile: the file cannot be opened (family X, D10).
        ZpjError: every unknown column or key, missing form or code and unknown code at once.
    """
    written = read_entries(path, HEADERS)
    problems = [*written.problems, *(problem for entry in written.entries for problem in _problems(entry))]
    if problems:
        raise ZpjError(problems)
    return tuple(_acceptance(entry) for entry in written.entries)


def apply_acceptances(report: FormReport, acceptances: Sequence[Acceptance]) -> FormReport:
    """``report`` with its accepted findings moved to ``explained``.

    An acceptance of this form that lacks its reason or author explains nothing and is E01; one that no
    finding answers to any more is E02.
    """
    own = [each for each in acceptances if each.form == report.form]
    complete = [each for each in own if not each.missing]
    explained = list(report.explained)
    open_findings: list[Finding] = []
    for found in report.findings:
        accepted = next((each for each in complete if each.covers(found)), None)
        if accepted is None:
            open_findings.append(found)
        else:
            explained.append(Explained(found, accepted.reason, accepted.who))
    findings = (*open_findings, *_faults(own, report.findings))
    return replace(report, status=_status(report, findings), findings=findings, explained=tuple(explained))


def stray_acceptances(acceptances: Iterable[Acceptance], forms: Iterable[FormReport]) -> Iterator[Finding]:
    """E02 for every acceptance of a form that is not among ``forms``."""
    known = {report.form for report in forms}
    return (_stray(each) for each in acceptances if each.form not in known)


def _status(report: FormReport, findings: Sequence[Finding]) -> Status:
    if report.status is Status.UNREADABLE:
        return Status.UNREADABLE
    return Status.FINDINGS if findings else Status.CLEAN


def _faults(own: Iterable[Acceptance], findings: Sequence[Finding]) -> Iterator[Finding]:
    for each in own:
        if each.missing:
            yield finding(Code.E01, each.place, found=_meant(each), what=each.missing)
        elif not any(map(each.covers, findings)):
            yield _stray(each)


def _stray(each: Acceptance) -> Finding:
    return finding(Code.E02, each.place, found=_meant(each))


def _meant(each: Acceptance) -> str:
    return " ".join(part for part in (each.form, each.code, each.cell) if part)


def _problems(entry: Entry) -> Iterator[Finding]:
    for header in (FORM, CODE):
        if not entry.values.get(header):
            yield finding(Code.D02, entry.place(header), expected=header)
    code = entry.values.get(CODE, "")
    if code and code not in CATALOGUE:
        expected = listed(CATALOGUE)
        yield finding(Code.D04, entry.place(CODE), found=code, what=CODE, expected=expected)


def _acceptance(entry: Entry) -> Acceptance:
    form, code, cell, reason, who = (entry.values.get(header, "") for header in HEADERS)
    place = replace(entry.place(CODE), form=form)
    return Acceptance(form, Code(code), cell.replace("$", "").upper(), reason, who, place)
