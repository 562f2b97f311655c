"""Reports and problems as the text of one message box."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from zpj.model.findings import Finding
from zpj.recheck.outputs import report_counts
from zpj.recheck.outputs.figures import change, label, points, spot
from zpj.recheck.outputs.finding_order import in_order
from zpj.recheck.repaired_form import Repaired
from zpj.recheck.report import FolderReport, FormReport, Status
from zpj.texts import wording

FINDINGS_SHOWN = 8
"""A message box that is higher than the screen has no button to close it."""


def forms_text(reports: Iterable[FormReport]) -> str:
    """How each form of a file fared, its first findings, what was not checked."""
    return "\n\n".join(map(_form_text, reports))


def _form_text(report: FormReport) -> str:
    if report.status is Status.UNREADABLE:
        return problems_text(report.findings)
    terms, grade = wording("report")["terminal"], report.grade or wording("report")["none"]["value"]
    if not report.findings:
        clean = terms["clean"].format(label=label(report), total=points(report.total), grade=grade)
        return "\n".join((clean, *report.unchecked))
    total = change(points(report.total_found), points(report.total))
    summary = wording("addin")["message"]["findings"].format(
        label=label(report),
        counts=_counts(FolderReport((report,))),
        total=terms["total"].format(total=total, grade=grade),
    )
    return "\n".join((summary, *_lines(report.findings), *report.unchecked))


def folder_text(report: FolderReport, page: Path) -> str:
    """How the forms of a folder fared, and where the report is."""
    fared = (
        f"{wording('report')['outcome'][name]} {count}"
        for name, count in report_counts.outcomes(report).items()
    )
    words = wording("addin")["message"]
    outcomes = words["between_outcomes"].join(fared)
    forms = wording("report")["terminal"]["forms"].format(forms=len(report.forms), outcomes=outcomes)
    return "\n".join((forms, _counts(report), words["report"].format(page=page)))


def restored_text(repaired: Repaired) -> str:
    """What was put back, and what could not be."""
    words = wording("addin")["message"]
    restored = wording("macros")["message"]["restored"].format(count=len(repaired.restored))
    return "\n".join((restored + words["restored"] + words["unchanged"], *_lines(repaired.lost)))


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
        lines.append(wording("addin")["message"]["more"].format(count=more))
    return lines


def _counts(report: FolderReport) -> str:
    counts: str = wording("report")["page"]["counts"].format(**report_counts.by_severity(report))
    return counts
