"""Cells that were never issued (F07): words or figures beside, below or between what belongs to the form."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.form_pair import FormPair
from zpj.recheck.issued_form import Key
from zpj.xlsx.model.cell import Cell

MOST = 20
"""Findings of one form; whoever pasted a table there hears of its first cells."""
LONGEST = 60
"""Characters of a text that a finding quotes."""


def f07_written_outside(form: FormPair) -> Iterator[Finding]:
    """A cell outside the form that shows anything, or holds a formula."""
    count = 0
    for key in sorted(_not_issued(form)):
        cell = form.sheet.cells[key]
        if not _is_blank(cell):
            count += 1
            if count > MOST:
                return
            found = cell.formula or cell.text
            yield form.finding_now(Code.F07, key, found=found[:LONGEST])


def _not_issued(form: FormPair) -> set[Key]:
    issued: set[Key] = set(form.issued.cells)
    if form.moves.any:
        issued = {now for key in issued if (now := form.moves.now(key)) is not None}
    return set(form.sheet.cells) - issued


def _is_blank(cell: Cell) -> bool:
    if cell.written is not None or cell.error is not None:
        return False
    return cell.value is None or (isinstance(cell.value, str) and not cell.value.strip())
