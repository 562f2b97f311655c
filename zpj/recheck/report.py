"""What a recheck says: one report per form, one over all of them. Frozen data; outputs turn it into text."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.findings import Finding, Severity


class Status(StrEnum):
    """How a form fared."""

    CLEAN = "clean"
    FINDINGS = "findings"
    UNREADABLE = "unreadable"


class Origin(StrEnum):
    """What a form came back as."""

    ISSUED = "issued"
    """With the stamp it was issued with."""
    WORKBOOK = "workbook"
    """Typed in a workbook, or without its stamp."""
    TEXT = "text"
    """Typed in a Word document or a text file."""
    COPY = "copy"
    """A copy that an earlier recheck annotated."""
    DEFINITION = "definition"
    """No form, but definitions of projects."""


@dataclass(frozen=True, slots=True)
class Override:
    """A formula that was typed over, edited or deleted (F01, F02, F03), and what that does."""

    sheet: str
    cell: str
    code: Code
    label: str
    """Which figure it is, in the form's words: 得分, 执行率, 总分, and the 三级指标 where there is one."""
    found: str
    expected: str
    difference: float | None
    """Points found minus points recomputed; ``None`` where the cell is no score."""
    total: float | None
    """The total of the form by rule."""
    total_found: float | None
    """The total the form shows."""
    grade: str | None
    grade_found: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding that somebody accepted in writing (说明)."""

    finding: Finding
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class FormReport:
    """One returned form; a file from elsewhere may hold several."""

    file: str
    form: str
    """项目编号; made from the file name for a form from elsewhere, empty when there is none."""
    name: str
    unit: str
    status: Status
    total: float | None
    """Recomputed; ``None`` while something is unscored."""
    grade: str | None
    total_found: float | None
    """As the form shows it."""
    findings: tuple[Finding, ...] = ()
    ledger: tuple[Override, ...] = ()
    explained: tuple[Explained, ...] = ()
    unchecked: tuple[str, ...] = ()
    """What was not checked, and why; in Chinese."""
    origin: Origin | None = Origin.ISSUED
    """``None`` where nothing could be read."""
    year: int | None = None
    """年度; ``None`` where the form does not say."""
    is_identified: bool = False
    """Whether ``form`` is the code of an issued project, rather than made from the name of the file."""

    @property
    def has_errors(self) -> bool:
        """Whether anything is wrong enough to change the exit status."""
        return any(entry.severity is Severity.ERROR for entry in self.findings)


def unreadable_report(path: Path, findings: tuple[Finding, ...]) -> FormReport:
    """The report of a file in which there is nothing to recheck."""
    status = Status.UNREADABLE
    return FormReport(str(path), "", path.name, "", status, None, None, None, findings, origin=None)


@dataclass(frozen=True, slots=True)
class FolderReport:
    """All files of one recheck. ``findings`` are those about the set: duplicates, missing returns."""

    forms: tuple[FormReport, ...]
    findings: tuple[Finding, ...] = ()
    skipped: tuple[str, ...] = ()
    """Files that were passed over, each with a word why."""

    @property
    def has_errors(self) -> bool:
        """Whether any form or the set has an error."""
        return any(form.has_errors for form in self.forms) or any(
            entry.severity is Severity.ERROR for entry in self.findings
        )
