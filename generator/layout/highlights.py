"""Conditional formats: overwritten formulas turn red, messages take the colour of their urgency."""

from collections.abc import Iterable

from generator.formulas.expressions import quoted
from generator.layout import columns
from generator.layout.model import Cell, Highlight
from generator.layout.ranges import gather
from templates import form_words


def highlights(cells: Iterable[Cell], first: int, last: int) -> tuple[Highlight, ...]:
    """What lies over the form; messages and reasons stand in rows ``first`` to ``last``."""
    formulas = tuple(cell.ref for cell in cells if cell.formula is not None)
    return (*map(_overwritten, gather(formulas)), *_messages(first, last), _reason_due(first, last))


def _overwritten(cells: str) -> Highlight:
    # ISFORMULA is unknown to Excel 2010, which then shows no colour and does no harm. One range each:
    # spreadsheets disagree on which cell a formula over several ranges is written for.
    return Highlight(cells, f"NOT(_xlfn.ISFORMULA({cells.partition(':')[0]}))", "overwritten")


def _messages(first: int, last: int) -> tuple[Highlight, ...]:
    words = form_words()["check"]
    top = f"{columns.CHECK}{first}"
    refs = f"{top}:{columns.CHECK}{last}"
    return (
        Highlight(refs, f"{top}={quoted(words['fine'])}", "fine"),
        Highlight(
            refs, f"LEFT({top},{len(words['pending_mark'])})={quoted(words['pending_mark'])}", "pending"
        ),
        Highlight(refs, f"LEFT({top},{len(words['note_mark'])})={quoted(words['note_mark'])}", "remark"),
        Highlight(refs, f"LEN({top})>0", "problem"),
    )


def _reason_due(first: int, last: int) -> Highlight:
    refs = f"{columns.REASON}{first}:{columns.REASON}{last}"
    reason, check = f"{columns.REASON}{first}", f"{columns.CHECK}{first}"
    marks = [form_words()["check"][key][:3] for key in ("shortfall", "slip")]
    asked = ",".join(f"LEFT({check},3)={quoted(mark)}" for mark in marks)
    return Highlight(refs, f'AND(TRIM({reason})="",OR({asked}))', "due")
