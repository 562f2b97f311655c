"""A recheck as JSON, by the schema of docs/json.md; a key that goes or changes raises its version."""

from dataclasses import asdict
from typing import Any

from zpj.recheck.report import Explained, FolderReport, FormReport

VERSION = 1


def folder_json(report: FolderReport) -> dict[str, Any]:
    """Dictionaries, lists, strings and numbers only: ready for ``json.dumps``."""
    return {
        "version": VERSION,
        "files": [_form(form) for form in report.forms],
        "findings": [entry.as_dict() for entry in report.findings],
        "skipped": list(report.skipped),
    }


def _form(form: FormReport) -> dict[str, Any]:
    return {
        "file": form.file,
        "form": form.form,
        "name": form.name,
        "unit": form.unit,
        "status": form.status.value,
        "origin": form.origin.value if form.origin else None,
        "total": form.total,
        "grade": form.grade,
        "total_found": form.total_found,
        "findings": [entry.as_dict() for entry in form.findings],
        "ledger": [asdict(override) for override in form.ledger],
        "explained": [_explained(entry) for entry in form.explained],
        "unchecked": list(form.unchecked),
    }


def _explained(entry: Explained) -> dict[str, str]:
    return {**entry.finding.as_dict(), "reason": entry.reason, "who": entry.who}
