"""Defined names (S16): ours as issued; none that leads elsewhere, shadows ours or runs something."""

from collections.abc import Iterator
from dataclasses import replace

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.recheck.comparison.print_setup import PRINT_AREA, PRINT_TITLES
from zpj.recheck.form_pair import FormPair
from zpj.texts import wording
from zpj.xlsx.model.book import DefinedName
from zpj.xlsx.references import Range, parse_cell

FEW = 3
"""Names that are reported one by one."""
OF_PROGRAMS = (PRINT_AREA, PRINT_TITLES, "_xlnm._FilterDatabase", "_xlnm.Criteria", "_xlnm.Extract")
"""Names that programs make themselves; the print setup is compared elsewhere."""


def s16_names(form: FormPair) -> Iterator[Finding]:
    """Names of ours that lead elsewhere, and names that were not issued."""
    words, seen, moved = wording("recheck")["name"], set[str](), list[str]()
    for name in form.returned.book.names:
        issued = _issued(form, name)
        fault = _fault(form, name, issued)
        if issued and not name.sheet:
            seen.add(issued)
        if fault == "elsewhere" and issued and not name.sheet:
            moved.append(issued)
        elif fault:
            entry = finding(Code.S16, _place(form, issued), found=name.name, what=words[fault])
            yield replace(entry, severity=Severity.ERROR) if fault in ("runs", "outside") else entry
    yield from _moved(form, moved)
    gone = [name for name in form.issued.names if name not in seen]
    if gone and not form.moves.any:
        text = words["gone"].format(count=len(gone))
        yield replace(finding(Code.S16, form.place(), found=gone[0], what=text), severity=Severity.INFO)


def _issued(form: FormPair, name: DefinedName) -> str | None:
    """The name of ours that ``name`` is, whatever its case."""
    if name.name in form.issued.names:
        return name.name
    lower = name.name.lower()
    return next((own for own in form.issued.names if own.lower() == lower), None)


def _moved(form: FormPair, names: list[str]) -> Iterator[Finding]:
    """Names that lead elsewhere: one by one, or one finding for all where a script moved their cells."""
    words = wording("recheck")["name"]
    if len(names) > FEW:
        text = words["many"].format(count=len(names))
        yield finding(Code.S16, _place(form, names[0]), found=names[0], what=text)
        return
    for name in names:
        yield finding(Code.S16, _place(form, name), found=name, what=words["elsewhere"])


def _fault(form: FormPair, name: DefinedName, issued: str | None) -> str:
    """What is wrong with a name; empty where nothing is."""
    if (
        name.function
        or name.vb_procedure
        or name.xlm
        or name.shortcut
        or name.name.lower().startswith("_xlnm.auto")
    ):
        return "runs"
    if name.name.lower().startswith(("auto_open", "auto_close", "auto_activate", "auto_deactivate")):
        return "runs"
    if issued is not None:
        return "" if not name.sheet and _leads_home(form, name, issued) else "elsewhere"
    if name.name in OF_PROGRAMS:
        return ""
    if any(sign in name.formula for sign in ("[", "|", "://")) or ".xl" in name.formula.lower():
        return "outside"
    return "" if name.hidden and name.name.startswith("_xlfn.") else "extra"


def _leads_home(form: FormPair, name: DefinedName, issued: str) -> bool:
    """Whether the name refers to the cell it was issued for, where that stands now."""
    sheet, _, ref = name.formula.rpartition("!")
    if sheet.strip("'").replace("''", "'") != form.sheet.name:
        return False
    at = form.moves.now(form.issued.names[issued])
    try:
        return at is None or parse_cell(ref) == at
    except ValueError:
        return _first(ref) == at


def _first(ref: str) -> tuple[int, int] | None:
    try:
        area = Range.parse(ref.replace("$", ""))
    except ValueError:
        return None
    return (area.top, area.left) if area.area == 1 else None


def _place(form: FormPair, issued: str | None) -> Place:
    return form.place(form.issued.names[issued]) if issued else form.place()
