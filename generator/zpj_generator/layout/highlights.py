"""Conditional formats: overwritten formulas turn red, messages take the colour of their urgency."""

from collections.abc import Iterable, Iterator

from zpj.texts import wording
from zpj.xlsx.references import Range, cell_name
from zpj_generator.formulas.expressions import quoted
from zpj_generator.sheet.cells import Cell, Highlight
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.ranges import gather
from zpj_generator.sheet.roles import Role


def highlights(columns: SheetColumns, cells: Iterable[Cell]) -> Iterator[Highlight]:
    """What lies over the form of which ``cells`` are all.

    Each highlight has one range: spreadsheets disagree on which cell a formula over several is written for.
    """
    formulas: list[tuple[int, int]] = []
    messages: list[tuple[int, int]] = []
    reasons: list[tuple[int, int]] = []
    check, reason = Role.CHECK, Role.REASON
    for row, column, _, _, formula, _, role in cells:
        if formula is not None:
            formulas.append((row, column))
            if role is check:
                messages.append((row, column))
        elif role is reason:
            reasons.append((row, column))
    for area in gather(formulas):
        # ISFORMULA is unknown to Excel 2010, which then shows no colour and does no harm.
        yield Highlight(area, f"NOT(_xlfn.ISFORMULA({_first(area)}))", "overwritten")
    for area in gather(messages):
        yield from _message(area)
    for area in gather(reasons):
        yield _reason_due(columns, area)


def _message(area: Range) -> Iterator[Highlight]:
    words, message = wording("form")["check"], _first(area)
    yield Highlight(area, f"{message}={quoted(words['fine'])}", "fine")
    yield Highlight(area, _begins(message, words["pending_mark"]), "pending")
    yield Highlight(area, _begins(message, words["note_mark"]), "remark")
    yield Highlight(area, f"LEN({message})>0", "problem")


def _reason_due(columns: SheetColumns, area: Range) -> Highlight:
    reason, message = _first(area), columns.ref(Role.CHECK, area.top)
    marks = (wording("form")["check"][key] for key in ("reason_mark", "slip_mark"))
    asked = ",".join(_begins(message, mark) for mark in marks)
    return Highlight(area, f'AND(TRIM({reason})="",OR({asked}))', "due")


def _begins(ref: str, mark: str) -> str:
    return f"LEFT({ref},{len(mark)})={quoted(mark)}"


def _first(area: Range) -> str:
    return cell_name(area.top, area.left)
