"""What there is to count: how the forms fared, findings by severity and by code, what was not checked."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from zpj.model.findings import CATALOGUE, CatalogueEntry, Finding, Severity
from zpj.recheck.outputs.figures import label
from zpj.recheck.report import FolderReport, FormReport, Status


class Outcome(StrEnum):
    """How a form fared, as a reviewer sorts the pile."""

    CLEAN = "clean"
    ERRORS = "errors"
    REMARKS = "remarks"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class LedgerSummary:
    """How far overrides went: cells, forms, and forms that show a wrong total or grade because of them."""

    cells: int
    forms: int
    totals: int
    grades: int


def outcome(form: FormReport) -> Outcome:
    """One of four, so that the four numbers add up to the number of forms."""
    if form.status is Status.UNREADABLE:
        return Outcome.UNREADABLE
    if form.has_errors:
        return Outcome.ERRORS
    return Outcome.REMARKS if form.findings else Outcome.CLEAN


def outcomes(report: FolderReport) -> Mapping[Outcome, int]:
    """Forms by outcome, zeros included."""
    counted = Counter(map(outcome, report.forms))
    return {each: counted[each] for each in Outcome}


def all_findings(report: FolderReport) -> Iterator[Finding]:
    """Those about the set of forms, then those of each form."""
    yield from report.findings
    for form in report.forms:
        yield from form.findings


def by_severity(report: FolderReport) -> Mapping[str, int]:
    """Findings by severity, zeros included."""
    counted = Counter(entry.severity for entry in all_findings(report))
    return {severity.value: counted[severity] for severity in Severity}


def by_code(report: FolderReport) -> list[tuple[CatalogueEntry, int]]:
    """Every code that occurs with its number of findings, the most frequent first."""
    counted = Counter(entry.code for entry in all_findings(report))
    return [(CATALOGUE[code], count) for code, count in counted.most_common()]


def ledger_summary(report: FolderReport) -> LedgerSummary:
    """The override ledger of the folder in four numbers."""
    overridden = [form.ledger for form in report.forms if form.ledger]
    return LedgerSummary(
        cells=sum(map(len, overridden)),
        forms=len(overridden),
        totals=sum(ledger[0].total != ledger[0].total_found for ledger in overridden),
        grades=sum(ledger[0].grade != ledger[0].grade_found for ledger in overridden),
    )


def unchecked(report: FolderReport) -> Mapping[str, list[str]]:
    """What was not checked, each matter once, with the forms it concerns."""
    matters: dict[str, list[str]] = {}
    for form in report.forms:
        for matter in form.unchecked:
            matters.setdefault(matter, []).append(label(form))
    return matters
