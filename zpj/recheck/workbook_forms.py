"""The forms of one workbook: one as issued; several where somebody put forms together.

Each form is then seen by itself: its form sheet, its hidden sheet, its names, and whatever is nobody's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from zpj.model.project import Project
from zpj.recheck.comparison.sheets import INSTRUCTIONS_SHEET
from zpj.recheck.identity import looks_like_form, stamped_project
from zpj.recheck.returned_file import HiddenSheet, Returned
from zpj.xlsx import Workbook
from zpj.xlsx.model.book import DefinedName
from zpj.xlsx.model.sheet import Sheet


def forms_in(returned: Returned) -> tuple[Returned, ...]:
    """Every form of the workbook by itself; the workbook as it is unless there are several, each whole.

    Forms are told apart by their projects. A second stamp without a form of its own, or of the same project,
    makes no second form: it is a finding about the first.
    """
    projects = [(hidden, stamped_project(hidden.stamp)) for hidden in returned.hidden if hidden.stamp]
    stamped = [(hidden, project) for hidden, project in projects if project is not None]
    codes = {project.code for _, project in stamped}
    if len(stamped) < 2 or len(codes) < len(returned.hidden):
        return (returned,)
    sheets = _form_sheets(returned.book, stamped)
    if len(sheets) < len(stamped):
        return (returned,)
    return tuple(_alone(returned, hidden, project, sheets) for hidden, project in stamped)


def _form_sheets(book: Workbook, stamped: list[tuple[HiddenSheet, Project]]) -> Mapping[str, Sheet]:
    """The form sheet of each project, by its code."""
    found: dict[str, Sheet] = {}
    for sheet in filter(looks_like_form, book.sheets):
        texts = {cell.text for cell in sheet.cells.values()}
        likeness = {
            project.code: sum(each.level3 in texts for each in project.indicators)
            for _, project in stamped
            if project.code not in found and project.name in texts
        }
        if likeness:
            found[max(likeness, key=likeness.__getitem__)] = sheet
    return found


def _alone(
    returned: Returned, hidden: HiddenSheet, project: Project, sheets: Mapping[str, Sheet]
) -> Returned:
    book, own = returned.book, sheets[project.code]
    others = {sheet.name for code, sheet in sheets.items() if code != project.code}
    others |= {each.sheet.name for each in returned.hidden if each is not hidden}
    # Copies of 填报说明 came along with the forms; what is on them says nothing of any one form.
    others |= {sheet.name for sheet in book.sheets if _is_copied_instructions(sheet)}
    kept = tuple(sheet for sheet in book.sheets if sheet.name not in others)
    shown = min(book.active_sheet, len(book.sheets) - 1)
    active = next((at for at, sheet in enumerate(kept) if sheet is book.sheets[shown]), kept.index(own))
    alone = replace(
        book,
        sheets=kept,
        names=tuple(_names(book.names, own.name, others)),
        windows=tuple(replace(window, active=active) for window in book.windows),
    )
    return Returned(returned.file, alone, (hidden,))


def _names(names: tuple[DefinedName, ...], own: str, others: set[str]) -> Iterator[DefinedName]:
    """The names of one form: a copied sheet has them for itself, the first one for the whole workbook."""
    for name in names:
        target = name.formula.rpartition("!")[0].strip("'").replace("''", "'")
        if name.sheet not in others and target not in others:
            # The print area belongs to a sheet in any form.
            is_copied = name.sheet == own == target and not name.name.startswith("_xlnm.")
            yield replace(name, sheet="") if is_copied else name


def _is_copied_instructions(sheet: Sheet) -> bool:
    return sheet.name != INSTRUCTIONS_SHEET and sheet.name.startswith(INSTRUCTIONS_SHEET)
