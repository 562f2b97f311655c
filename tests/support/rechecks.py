"""The report of a file with one form, and reports made up: what the outputs have to show."""

from dataclasses import replace
from pathlib import Path

from zpj.model.findings import Finding, Place, Severity
from zpj.recheck.recheck_file import Issuer, recheck_file
from zpj.recheck.report import Explained, FolderReport, FormReport, Override, Status

SHEET = "自评表"


def recheck_one(path: Path, issuer: Issuer) -> FormReport:
    """The report of the one form in the file at ``path``."""
    (report,) = recheck_file(path, issuer)
    return report


def found(code: str, cell: str, severity: Severity = Severity.ERROR, message: str = "") -> Finding:
    """A finding of ``code`` whose message names code and cell unless one is given."""
    return Finding(code, severity, Place("", "", SHEET, cell), "98", "90", message or f"{code} 在 {cell}。")


def form(number: int, unit: str, *findings: Finding) -> FormReport:
    """Form ``number`` of ``unit``, with its place written into its findings."""
    file, code = f"报送/{number:02}.xlsx", f"P{number:03}"
    placed = tuple(replace(entry, place=replace(entry.place, file=file, form=code)) for entry in findings)
    status = Status.FINDINGS if findings else Status.CLEAN
    return FormReport(file, code, f"示例项目{number}", unit, status, 90.0, "优", 90.0, placed)


def override(cell: str, code: str = "F01") -> Override:
    """A typed score that lifts 89.00 中等 to 91.50."""
    return Override(SHEET, cell, code, "得分：培训人次", "10", "=ROUND(1,2)", 2.5, 89.0, 91.5, "良", "优")


def folder() -> FolderReport:
    """Five forms of three units: one clean, one with a hint only, one unreadable, two with errors."""
    first = form(
        1,
        "甲单位",
        found("R01", "I20", Severity.WARNING),
        found("T01", "H40"),
        found("F01", "H9"),
        found("F01", "H12"),
        found("P04", "H12"),
    )
    first = replace(
        first,
        total=89.0,
        grade="良",
        total_found=91.5,
        ledger=(override("H9"), override("H12")),
        explained=(Explained(found("R03", "I21"), "已另附说明", "复核岗"),),
        unchecked=("签章未核验：没有密钥。",),
    )
    second = replace(form(2, "乙单位", found("T02", "C3"), found("B01", "D8")), unchecked=first.unchecked)
    hint = form(3, "乙单位", found("B04", "", Severity.INFO))
    unreadable = replace(
        form(4, "", found("X01", "")),
        name="",
        form="",
        status=Status.UNREADABLE,
        total=None,
        grade=None,
        total_found=None,
    )
    clean = form(5, "丙单位")
    absent = Finding("S10", Severity.ERROR, Place(form="P009"), "", "", "P009 没有报送。")
    return FolderReport((first, second, hint, unreadable, clean), (absent,), ("报送/~$01.xlsx：临时文件",))
