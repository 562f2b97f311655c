"""A recheck as one HTML page that needs nothing else: to read, to search, and to print the 退回通知."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from zpj.model.findings import CATALOGUE, Finding
from zpj.recheck.outputs import figures, report_counts
from zpj.recheck.outputs.finding_order import severity_rank, urgency
from zpj.recheck.outputs.return_notices import concerned, notices
from zpj.recheck.report import Explained, FolderReport, FormReport, Override
from zpj.rendering.report_page import report_page


@dataclass(frozen=True, slots=True)
class Line:
    """A finding as the list shows it."""

    finding: Finding
    title: str
    rank: int
    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a bar, in hundredths of its full length."""

    name: str
    count: int
    start: float
    length: float


def folder_html(report: FolderReport) -> str:
    """A whole HTML document in UTF-8; the same report gives the same text."""
    page = report_page(_names(report))
    # A file name may hold bytes that are no text; a lone surrogate of theirs could not be written out.
    return page.encode("utf-8", "replace").decode("utf-8")


def _names(report: FolderReport) -> Mapping[str, Any]:
    lines = _lines(report)
    return {
        "figures": figures,
        "outcome": report_counts.outcome,
        "report": report,
        "unit_count": len({form.unit for form in report.forms if form.unit}),
        "severities": report_counts.by_severity(report),
        "outcomes": _side_by_side(report_counts.outcomes(report)),
        "codes": _code_bars(report),
        "lines": lines,
        "units": sorted({line.unit for line in lines if line.unit}),
        "ledger": list(_ledger(report)),
        "ledger_summary": report_counts.ledger_summary(report),
        "explained": list(_explained(report)),
        "unchecked": report_counts.unchecked(report),
        "notices": notices(report),
    }


def _lines(report: FolderReport) -> list[Line]:
    form_of = concerned(report)
    lines = [_line(entry, form_of(entry)) for entry in report.findings]
    lines += [_line(entry, form) for form in report.forms for entry in form.findings]
    return sorted(lines, key=lambda line: urgency(line.finding))


def _line(entry: Finding, form: FormReport | None) -> Line:
    label = figures.label(form) if form else entry.place.form or entry.place.file
    unit = form.unit if form else ""
    return Line(entry, CATALOGUE[entry.code].title, severity_rank(entry), label, unit)


def _side_by_side(counts: Mapping[report_counts.Outcome, int]) -> list[Bar]:
    """The outcomes as one bar in four stretches."""
    total, before = sum(counts.values()) or 1, 0
    bars: list[Bar] = []
    for name, count in counts.items():
        bars.append(Bar(name.value, count, round(100 * before / total, 2), round(100 * count / total, 2)))
        before += count
    return bars


def _code_bars(report: FolderReport) -> list[tuple[str, str, Bar]]:
    """Code, title and bar of every code, the most frequent one at full length."""
    codes = report_counts.by_code(report)
    most = max((count for _, count in codes), default=1)
    return [
        (entry.code, entry.title, Bar(entry.severity.value, count, 0, round(100 * count / most, 2)))
        for entry, count in codes
    ]


def _ledger(report: FolderReport) -> Iterator[tuple[FormReport, Override]]:
    return ((form, override) for form in report.forms for override in form.ledger)


def _explained(report: FolderReport) -> Iterator[tuple[FormReport, Explained]]:
    return ((form, entry) for form in report.forms for entry in form.explained)
