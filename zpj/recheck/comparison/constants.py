"""Locked cells without a formula (F04): texts, targets, points and amounts, and those issued empty."""

from collections.abc import Iterator
from functools import lru_cache

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.comparison.shown_values import issued_text
from zpj.recheck.form_pair import FormPair
from zpj.recheck.same_text import same_text
from zpj.texts import wording
from zpj.xlsx.model.cell import Cell
from zpj_generator.sheet.cells import Cell as IssuedCell
from zpj_generator.sheet.cells import Value
from zpj_generator.sheet.roles import Role

DIGITS = 15
"""LibreOffice saves no more of a number."""
NAMED = (Role.TARGET, Role.POINTS, Role.FUND_POINTS, Role.INITIAL, Role.BUDGET)
"""Roles whose cells are called by their label in a message."""

ChangedCell = tuple[IssuedCell, Cell]


def f04_locked_content_changed(form: FormPair) -> Iterator[Finding]:
    """A locked cell without formula holds something else than was issued, or something where nothing was."""
    for issued, found in changed_constants(form):
        yield form.finding(
            Code.F04,
            issued,
            found=found.formula or found.text,
            expected=issued_text(form.issued, issued, issued.value),
            what=_what(issued),
        )


@lru_cache(maxsize=1)  # several facets of one form ask for it
def changed_constants(form: FormPair) -> tuple[ChangedCell, ...]:
    """The locked cells without formula that hold anything else than was issued."""
    return tuple(
        (issued, found)
        for issued, found in form.pairs(form.issued.constants)
        if _is_changed(issued.value, found) and not (form.is_former and issued.role is Role.NOTE)
    )


def is_number(value: Value | bool, number: float) -> bool:
    """Whether ``value`` is ``number``, as far as programs save its digits."""
    if isinstance(value, bool) or not isinstance(value, float | int):
        return False
    return f"{value:.{DIGITS}g}" == f"{number:.{DIGITS}g}"


def _is_changed(issued: Value, found: Cell) -> bool:
    if found.written is not None:
        return True
    if found.value == issued and found.value is not True and found.error is None:
        return False
    if isinstance(issued, float | int):
        return not is_number(found.value, issued)
    return not same_text(found.text, issued or "")


def _what(cell: IssuedCell) -> str:
    """What was changed, in the words of the form."""
    labels = wording("form")["label"]
    if cell.role is None or cell.role not in NAMED:
        return str(wording("recheck")["facet"]["locked_text"])
    key = {Role.FUND_POINTS: "points"}.get(cell.role, cell.role.value)
    return str(labels[key])
