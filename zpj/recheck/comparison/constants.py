"""Check F04: texts, targets, points and amounts that were issued locked."""

from collections.abc import Iterator
from functools import lru_cache

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.answers import as_number
from zpj.recheck.comparison.cell_appearance import issued_text
from zpj.recheck.comparison.displacement import same_text
from zpj.recheck.context import Context, Pair
from zpj.recheck.returned_file import CellView
from zpj.texts import wording
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Value

DIGITS = 15
"""LibreOffice saves no more of a number."""


def f04_locked_content_changed(form: Context) -> Iterator[Finding]:
    """A locked cell without formula holds something else than was issued, or something where nothing was."""
    for issued, found in changed_constants(form):
        yield form.finding(
            Code.F04,
            issued.ref,
            found=found.formula or found.text,
            expected=issued_text(issued, issued.value),
            what=_what(form, issued),
        )


@lru_cache(maxsize=1)  # F04 and F05 of one form ask for it
def changed_constants(form: Context) -> tuple[Pair, ...]:
    """The locked cells without formula that hold anything else than was issued."""
    return tuple((issued, found) for issued, found in form.constants if _is_changed(issued.value, found))


def _is_changed(issued: Value, found: CellView) -> bool:
    if found.formula is not None:
        return True
    if found.value == issued and found.value is not True and found.error is None:
        return False
    if isinstance(issued, float | int):
        number = as_number(found)
        return number is None or f"{number:.{DIGITS}g}" != f"{issued:.{DIGITS}g}"
    return not same_text(found.text, issued or "")


def _what(form: Context, cell: Cell) -> str:
    """What was changed, in the words of the form."""
    labels = wording("form")["label"]
    if cell.style == "points":
        return str(labels["points"])
    if cell.style == "money":
        return str(labels["budget" if cell.ref[0] == columns.BUDGET else "initial"])
    rows = {line.row for line in form.lines}
    if cell.ref[0] == columns.TARGET and int(cell.ref[1:]) in rows:
        return str(labels["target"])
    return "锁定的文字"
