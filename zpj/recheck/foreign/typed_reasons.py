"""Checks R of a form from elsewhere: the reasons that its printed scores call for."""

from collections.abc import Iterator

from zpj.importer import TableColumn
from zpj.model.findings import Finding
from zpj.recheck.foreign.printed_form import PrintedForm, PrintedLine
from zpj.recheck.reason_rule import Scored, reason_fault


def reasons(form: PrintedForm) -> Iterator[Finding]:
    """R01 to R03 and R05: no reason, none of any worth, or one that stands on a neighbouring row."""
    rows = [_scored(line) for line in form.lines]
    for index, line in enumerate(form.lines):
        if fault := reason_fault(form.profile, rows, index):
            yield line.finding(fault.code, TableColumn.REASON, found=fault.found, expected=fault.expected)


def _scored(line: PrintedLine) -> Scored | None:
    if line.printed is None or line.doubt:
        return None
    return Scored(line.indicator, line.printed, line.score.excess)
