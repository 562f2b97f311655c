"""Check F04: texts, targets, points and amounts that were issued locked."""

from collections.abc import Iterator

from checker.alignment import same_text
from checker.answers import as_number
from checker.appearance import issued_text
from checker.context import Context
from generator.layout import columns
from generator.layout.model import Cell
from generator.package.registry import INPUT
from templates import form_words
from zpj.findings import Finding

DIGITS = 15
"""LibreOffice saves no more of a number."""


def f04_locked_content_changed(form: Context) -> Iterator[Finding]:
    """A locked cell without formula holds something else than was issued, or something where nothing was."""
    for ref, cell in form.issued.items():
        if cell.formula is None and not cell.style.endswith(INPUT) and is_changed(form, ref):
            found = form.cell(ref)
            yield form.finding(
                "F04",
                ref,
                found=found.formula or found.text,
                expected=issued_text(cell, cell.value),
                what=_what(form, cell),
            )


def is_changed(form: Context, ref: str) -> bool:
    """Whether the cell, a constant as issued, holds anything else."""
    issued, cell = form.issued[ref].value, form.cell(ref)
    if cell.formula is not None:
        return True
    if isinstance(issued, float | int):
        number = as_number(cell)
        return number is None or f"{number:.{DIGITS}g}" != f"{issued:.{DIGITS}g}"
    return not same_text(cell.text, issued or "")


def _what(form: Context, cell: Cell) -> str:
    """What was changed, in the words of the form."""
    labels = form_words()["label"]
    if cell.style == "points":
        return str(labels["points"])
    if cell.style == "money":
        return str(labels["budget" if cell.ref[0] == columns.BUDGET else "initial"])
    rows = {line.row for line in form.lines}
    if cell.ref[0] == columns.TARGET and int(cell.ref[1:]) in rows:
        return str(labels["target"])
    return "锁定的文字"
