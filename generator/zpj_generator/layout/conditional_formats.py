"""Conditional formats: overwritten formulas turn red, messages take the colour of their urgency."""

from collections.abc import Iterable, Iterator

from zpj.texts import wording
from zpj_generator.formulas.expressions import quoted
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Highlight
from zpj_generator.sheet.ranges import gather


def highlights(cells: Iterable[Cell], reasons: Iterable[str]) -> Iterator[Highlight]:
    """What lies over the form: ``cells`` are all of it, ``reasons`` the reason inputs.

    Each highlight has one range: spreadsheets disagree on which cell a formula over several is written for.
    """
    formulas, messages = [], []
    for cell in cells:
        if cell.formula is not None:
            formulas.append(cell.ref)
            if cell.style == "check":
                messages.append(cell.ref)
    for area in gather(formulas):
        # ISFORMULA is unknown to Excel 2010, which then shows no colour and does no harm.
        yield Highlight(area, f"NOT(_xlfn.ISFORMULA({_first(area)}))", "overwritten")
    for area in gather(messages):
        yield from _message(area)
    for area in gather(reasons):
        yield _reason_due(area)


def _message(area: str) -> Iterator[Highlight]:
    words, message = wording("form")["check"], _first(area)
    yield Highlight(area, f"{message}={quoted(words['fine'])}", "fine")
    yield Highlight(area, _begins(message, words["pending_mark"]), "pending")
    yield Highlight(area, _begins(message, words["note_mark"]), "remark")
    yield Highlight(area, f"LEN({message})>0", "problem")


def _reason_due(area: str) -> Highlight:
    reason = _first(area)
    message = columns.CHECK + reason.removeprefix(columns.REASON)
    marks = (wording("form")["check"][key] for key in ("reason_mark", "slip_mark"))
    asked = ",".join(_begins(message, mark) for mark in marks)
    return Highlight(area, f'AND(TRIM({reason})="",OR({asked}))', "due")


def _begins(ref: str, mark: str) -> str:
    return f"LEFT({ref},{len(mark)})={quoted(mark)}"


def _first(area: str) -> str:
    return area.partition(":")[0]
