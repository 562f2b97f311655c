"""What lies over the cells or hangs on them (S15): pictures, shapes, charts, controls, notes, links.

Over anything of the form it is a finding. A picture or a note elsewhere, such as a seal beside the notes or a
reviewer's remark, is told as a hint. The buttons of a form with macros belong to it.
"""

from collections.abc import Iterator
from dataclasses import replace

from zpj.model.codes import Code
from zpj.model.findings import Finding, Severity
from zpj.recheck.form_pair import FormPair
from zpj.recheck.issued_form import Key
from zpj.texts import wording
from zpj.xlsx.model.objects import Comment, DrawnObject, Hyperlink, ObjectKind
from zpj.xlsx.references import Range

FIRST_CELL = Range(1, 1, 1, 1)
QUIET = (ObjectKind.PICTURE, ObjectKind.SHAPE, ObjectKind.TEXT_BOX, ObjectKind.INK, ObjectKind.GROUP)
"""What a person may put beside the form."""


def s15_objects(form: FormPair) -> Iterator[Finding]:
    """Everything drawn on the form sheet that was not issued."""
    yield from (entry for drawn in form.sheet.objects for entry in _drawn(form, drawn))
    yield from (entry for comment in form.sheet.comments for entry in _comment(form, comment))
    yield from (_link(form, link) for link in form.sheet.hyperlinks)
    words = wording("recheck")["object"]
    for part in (*form.sheet.header_pictures, form.sheet.background):
        if part:
            yield form.finding(Code.S15, found=part, what=words["behind"])
    for table in form.sheet.tables:
        at = (table.cells.top, table.cells.left) if table.cells else (1, 1)
        yield form.finding_now(Code.S15, at, found=table.name, what=words["table"])


def _drawn(form: FormPair, drawn: DrawnObject) -> Iterator[Finding]:
    if _is_own_button(form, drawn):
        return
    words, at = wording("recheck")["object"], drawn.cells
    key = (at.top, at.left) if at else (1, 1)
    found = drawn.text or drawn.name or drawn.part
    what = words.get(drawn.kind.value, words["unknown"])
    entry = form.finding_now(
        Code.S15,
        key,
        found=f"{found}{words['macro'].format(name=drawn.macro) if drawn.macro else ''}",
        what=what,
    )
    if drawn.macro or drawn.link or drawn.kind not in QUIET:
        yield replace(entry, severity=Severity.ERROR)
    elif at is None or _covers_form(form, at):
        yield entry
    else:
        yield replace(entry, severity=Severity.INFO)


def _comment(form: FormPair, comment: Comment) -> Iterator[Finding]:
    what = wording("recheck")["object"]["comment"]
    entry = form.finding_now(Code.S15, comment.cell, found=comment.text[:60], what=what)
    box = comment.covers
    if comment.always_shown and (box is None or _covers_form(form, box)):
        yield entry
    else:
        yield replace(entry, severity=Severity.INFO)


def _link(form: FormPair, link: Hyperlink) -> Finding:
    what = wording("recheck")["object"]["link"]
    return form.finding_now(
        Code.S15, (link.cells.top, link.cells.left), found=link.target or link.location, what=what
    )


def _covers_form(form: FormPair, area: Range) -> bool:
    """Whether the area lies over a cell that holds anything; the notes at the end are words only."""
    return any(_shows(form, key) for key in area.keys_among(form.sheet.cells))


def _shows(form: FormPair, key: Key) -> bool:
    cell = form.sheet.cells[key]
    issued = form.issued.cells.get(key)
    if issued is not None and issued.style == "note":
        return False
    return cell.value is not None or cell.written is not None or cell.error is not None


def _is_own_button(form: FormPair, drawn: DrawnObject) -> bool:
    """Whether it is a button as issued: its macro and its words, in a form with macros.

    LibreOffice writes each button twice more: as a control without words, and as a shape of no size.
    """
    if not form.returned.has_macros or drawn.link:
        return False
    issued = {_macro(each.macro): each.text for each in form.issued.template.form.objects}
    if drawn.kind is ObjectKind.CONTROL:
        words = issued.get(_macro(drawn.macro))
        return words is not None and drawn.text in ("", words)
    return not drawn.macro and drawn.cells == FIRST_CELL and drawn.text in issued.values()


def _macro(name: str) -> str:
    """The macro without book and module: ``[0]!ZPJ_Recheck``, ``ZpjRecheck.ZPJ_Recheck``."""
    own = name.removeprefix("[0]!")
    return own.removeprefix("ZpjRecheck.") if "!" not in own else own
