"""Sheets of the workbook: renamed or gone (S04), hidden (S07), added (S18); what stands on 填报说明 (F04)."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, Severity, finding
from zpj.recheck.form_pair import FormPair
from zpj.recheck.returned_file import BLANK
from zpj.recheck.same_text import same_text
from zpj.texts import wording
from zpj.xlsx.model.sheet import Sheet
from zpj.xlsx.references import cell_name
from zpj_generator.layout import FORM_SHEET, REGISTRY_SHEET

FEW = 5
"""Cells that tell a sheet."""
INSTRUCTIONS_SHEET: str = wording("form")["sheet"]["instructions"]


def s04_sheets(form: FormPair) -> Iterator[Finding]:
    """A form sheet that was renamed, and sheets of ours that are gone."""
    words = wording("recheck")["sheet"]
    if form.sheet.name != FORM_SHEET:
        yield form.finding(Code.S04, found=words["renamed"].format(name=form.sheet.name), expected=FORM_SHEET)
    names = {sheet.name for sheet in form.returned.book.sheets}
    for name in (INSTRUCTIONS_SHEET, REGISTRY_SHEET):
        if name not in names:
            yield finding(Code.S04, _place(form, name), found=words["gone"].format(name=name), expected=name)


def s07_hidden_sheets(form: FormPair) -> Iterator[Finding]:
    """A hidden sheet that a person should see."""
    words = wording("recheck")["sheet"]
    for sheet in form.returned.book.sheets:
        if sheet.name in (form.sheet.name, INSTRUCTIONS_SHEET) and sheet.state != "visible":
            yield finding(Code.S07, _place(form, sheet.name), found=words["hidden"].format(name=sheet.name))


def s18_added_sheets(form: FormPair) -> Iterator[Finding]:
    """A sheet that was not issued: an error where it may pass for the form, else a hint.

    One that stands before the form is what is shown first; one whose name or content looks like the form's
    can be taken for it.
    """
    words, before = wording("recheck")["sheet"], True
    ours = {INSTRUCTIONS_SHEET, *(entry.sheet.name for entry in form.returned.hidden)}
    for number, sheet in enumerate(form.returned.book.sheets):
        if sheet is form.sheet:
            before = False
            continue
        if sheet.name in ours or _is_instructions(form, sheet):
            continue
        is_shown = number == form.returned.book.active_sheet
        entry = finding(
            Code.S18, _place(form, sheet.name), found=sheet.name, what=_why(words, sheet, before, is_shown)
        )
        passes = before or is_shown or _looks_alike(sheet) or sheet.kind != "worksheet"
        yield entry if passes else replace(entry, severity=Severity.INFO)


def f04_instructions(form: FormPair) -> Iterator[Finding]:
    """Words of 填报说明 that were changed or added; they tell the filler what to do."""
    sheet = next((each for each in form.returned.book.sheets if each.name == INSTRUCTIONS_SHEET), None)
    issued = form.issued.template.instructions
    if sheet is None or form.is_former or not _is_current(form):
        return
    for key in sorted({*issued.cells, *sheet.cells}):
        meant, found = issued.cells.get(key, BLANK).text, sheet.cells.get(key, BLANK)
        if found.formula is not None or not same_text(found.text, meant):
            place = replace(_place(form, sheet.name), cell=cell_name(*key))
            what = wording("recheck")["facet"]["instructions"]
            entry = finding(
                Code.F04, place, found=found.formula or found.text[:60], expected=meant[:60], what=what
            )
            yield replace(entry, severity=Severity.WARNING)
            return


def _is_instructions(form: FormPair, sheet: Sheet) -> bool:
    """Whether this is 填报说明 under another name, which S04 reports."""
    issued = form.issued.template.instructions.cells
    return bool(sheet.cells) and all(
        sheet.cells.get(key, BLANK).text == cell.text for key, cell in list(issued.items())[:FEW]
    )


def _is_current(form: FormPair) -> bool:
    stamp = form.returned.stamp
    return stamp is not None and stamp.profile_version == form.profile.version


def _place(form: FormPair, sheet: str) -> Place:
    return Place(form.returned.file, form.project.code, sheet)


def _why(words: dict[str, str], sheet: Sheet, before: bool, is_shown: bool) -> str:
    if _looks_alike(sheet):
        return words["alike"]
    return words["before"] if before or is_shown else ""


def _looks_alike(sheet: Sheet) -> bool:
    """Whether the sheet's name or content can be taken for the form's."""
    name = _plain(sheet.name)
    if name.startswith(_plain(FORM_SHEET)) or _plain(REGISTRY_SHEET) == name:
        return True
    title: str = wording("form")["label"]["title"]
    return any(cell.value == title for cell in sheet.cells.values())


def _plain(name: str) -> str:
    """A name without what nobody sees in it: width, blanks, marks, case."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in text if sign.isalnum() or sign == "_")
