"""Reports and problems as the text of one message box."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from addin.words import words
from checker.outputs import tally
from checker.outputs.figures import change, label, points, spot
from checker.outputs.order import in_order
from checker.repair import Repaired
from checker.report import FolderReport, FormReport, Status
from templates.report import report_words
from zpj.findings import Finding

FINDINGS_SHOWN = 8
"""A message box that is higher than the screen has no button to close it."""


def forms_text(reports: Iterable[FormReport]) -> str:
    """How each form of a file fared, its first findings, what was not checked."""
    return "\n\n".join(map(_form_text, reports))


def _form_text(report: FormReport) -> str:
    if report.status is Status.UNREADABLE:
        return problems_text(report.findings)
    terms, grade = report_words()["terminal"], report.grade or report_words()["none"]["value"]
    if not report.findings:
        told = terms["clean"].format(label=label(report), total=points(report.total), grade=grade)
        return "\n".join((told, *report.unchecked))
    total = change(points(report.total_found), points(report.total))
    summary = words("told")["findings"].format(
        label=label(report),
        counts=_counts(FolderReport((report,))),
        total=terms["total"].format(total=total, grade=grade),
    )
    return "\n".join((summary, *_lines(report.findings), *report.unchecked))


def folder_text(report: FolderReport, page: Path) -> str:
    """How the forms of a folder fared, and where the report is."""
    fared = (f"{report_words()['outcome'][name]} {count}" for name, count in tally.outcomes(report).items())
    forms = report_words()["terminal"]["forms"].format(forms=len(report.forms), outcomes="，".join(fared))
    return "\n".join((forms, _counts(report), words("told")["report"].format(page=page)))


def restored_text(repaired: Repaired) -> str:
    """What was put back, and what could not be."""
    told = words("told")["restored"].format(count=len(repaired.restored))
    return "\n".join((told, *_lines(repaired.lost)))


def problems_text(findings: Sequence[Finding]) -> str:
    """What is wrong and what to do about it, the first problems in full."""
    return "\n".join(_lines(findings))


def _lines(findings: Sequence[Finding]) -> list[str]:
    """Without the file, which is the open one: the copy of it that was read is nobody's business."""
    lines = [
        "  ".join(filter(None, (spot(entry.place), f"[{entry.code}]", entry.message)))
        for entry in in_order(findings)[:FINDINGS_SHOWN]
    ]
    if (more := len(findings) - FINDINGS_SHOWN) > 0:
        lines.append(words("told")["more"].format(count=more))
    return lines


def _counts(report: FolderReport) -> str:
    counts: str = report_words()["page"]["counts"].format(**tally.by_severity(report))
    return counts
