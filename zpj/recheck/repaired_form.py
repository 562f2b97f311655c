"""A returned form made whole: everything locked as it was issued, everything typed into its inputs kept."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from zpj.files import write_whole
from zpj.importer.formats import read_grids
from zpj.model.codes import Code
from zpj.model.errors import NotRepairable, UnreadableFile
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Project, Wiring
from zpj.recheck.answers import read_answers
from zpj.recheck.comparison.stamp_verdict import has_no_stamp
from zpj.recheck.identity import find_form_sheet, issued_project
from zpj.recheck.moved_inputs import Located, locate_inputs
from zpj.recheck.recheck_file import Issuer, recheck_file
from zpj.recheck.returned_file import BLANK, CellView, FileSheet, Returned, read_returned
from zpj.rules import Profile, load_profile
from zpj.texts import wording
from zpj.xlsx import open_workbook
from zpj_generator.layout import FORM_SHEET, FormLayout, lay_out
from zpj_generator.package import Macros, render_layout
from zpj_generator.sheet.cells import Value

RESTORED = ("S", "F")
"""Families of what a repair puts right: structure and locked cells."""


MACRO_ENABLED = ".xlsm"


class Doubt(StrEnum):
    """Why nobody can say what was issued."""

    NO_STAMP = "文件中没有可用的下达印记"
    SEAL = "下达印记与封签不符"
    NO_FORM = "文件中没有自评表"


class Attachment(StrEnum):
    """What a file may hold besides the form, as a phrase for ``{found}``."""

    PICTURES = "图片"
    NOTES = "批注"
    MACROS = "宏"
    EMBEDDED = "嵌入文件"
    SHEET = "工作表“{name}”"


_PARTS = {
    "xl/media/": Attachment.PICTURES,
    "xl/comments": Attachment.NOTES,
    "xl/vbaProject": Attachment.MACROS,
    "xl/embeddings/": Attachment.EMBEDDED,
}


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired form."""

    project: Project
    """As issued, with the answers that were kept."""
    restored: tuple[Finding, ...]
    """What was put back, as the recheck found it: families S and F."""
    lost: tuple[Finding, ...]
    """What the repaired form lacks: answers not found (A01), formulas of inputs (A02), attachments (A03)."""


def repair(
    path: Path, out: Path, issuer: Issuer, *, password: str | None = None, force: bool = False
) -> Repaired:
    """Write to ``out`` the form at ``path`` as it was issued, with the answers it came back with.

    It is sealed only if the issuer's own definitions or key vouch for what it was.

    Raises:
        UnreadableFile: the file cannot be read.
        NotRepairable: A04, nothing says reliably what was issued; A05, it was not issued at all.
        OutputExists: X05, ``out`` is there already and ``force`` is not set.
    """
    returned = _returned(path)
    sheet = find_form_sheet(returned) or _refuse_foreign(returned)
    project = issued_project(returned, issuer.definitions) or _by_name(sheet, issuer.definitions)
    if project is None:
        _refuse(returned, Doubt.NO_STAMP)
    key = _key_for(project, returned, issuer)
    profile = load_profile(project.profile)
    issued = lay_out(project, profile)
    located = locate_inputs(issued, sheet, open_workbook(path).defined_names)
    inputs = {ref: sheet.cells.get(at, BLANK) for ref, at in located.found.items()}
    answers = read_answers(project, issued, replace(sheet, cells=inputs))
    layout = _as_typed(lay_out(project, profile, answers), inputs)
    found = (each for report in recheck_file(path, issuer) for each in report.findings)
    restored = tuple(each for each in found if each.code[0] in RESTORED)
    macros = _macros(returned, profile) if out.suffix.lower() == MACRO_ENABLED else None
    form = render_layout(layout, project, profile, password=password, key=key, macros=macros)
    write_whole(out, form, force=force)
    return Repaired(answers, restored, tuple(_lost(returned, project, located, inputs)))


def _returned(path: Path) -> Returned:
    try:
        return read_returned(path)
    except UnreadableFile as error:
        with suppress(UnreadableFile):
            read_grids(path)
            raise NotRepairable([finding(Code.A05, Place(str(path)))]) from error
        raise


def _refuse_foreign(returned: Returned) -> NoReturn:
    """Refuse a workbook without a form of ours, damaged or from elsewhere."""
    if has_no_stamp(returned):
        raise NotRepairable([finding(Code.A05, Place(returned.file))])
    _refuse(returned, Doubt.NO_FORM)


def _macros(returned: Returned, profile: Profile) -> Macros:
    """The macros of the form as they are issued, whatever came back in their place."""
    from zpj.vba import form_macros

    return form_macros(profile, returned.stamp.wiring if returned.stamp else Wiring.NATIVE)


def _refuse(returned: Returned, doubt: Doubt) -> NoReturn:
    raise NotRepairable([finding(Code.A04, Place(returned.file), found=doubt)])


def _by_name(sheet: FileSheet, definitions: Mapping[str, Project]) -> Project | None:
    """The one project whose name stands on the form; for forms that lost their stamp."""
    texts = {cell.text.strip() for cell in sheet.cells.values()}
    named = [project for project in definitions.values() if project.name in texts]
    return named[0] if len(named) == 1 else None


def _key_for(project: Project, returned: Returned, issuer: Issuer) -> bytes | None:
    """The key to seal with: never over a definition that is known from the returned file alone."""
    stamp = returned.stamp
    if issuer.key is None or stamp is None or project.code in issuer.definitions:
        return issuer.key
    if not stamp.seal:
        return None
    return issuer.key if stamp.is_sealed_by(issuer.key) else _refuse(returned, Doubt.SEAL)


def _as_typed(layout: FormLayout, inputs: Mapping[str, CellView]) -> FormLayout:
    """Inputs to the letter, those too that cannot be read as an answer."""
    rows = (
        row._replace(
            cells=tuple(
                cell._replace(value=_typed(inputs[cell.ref])) if cell.ref in inputs else cell
                for cell in row.cells
            )
        )
        for row in layout.rows
    )
    return replace(layout, rows=tuple(rows))


def _typed(cell: CellView) -> Value:
    if isinstance(cell.value, float | int) and not isinstance(cell.value, bool):
        return cell.value
    return cell.text or None


def _lost(
    returned: Returned, project: Project, located: Located, inputs: Mapping[str, CellView]
) -> Iterator[Finding]:
    place = Place(returned.file, project.code, FORM_SHEET)
    for ref, label in located.missing.items():
        yield finding(Code.A01, replace(place, cell=ref), found=label)
    for ref, cell in inputs.items():
        if cell.formula is not None:
            yield finding(Code.A02, replace(place, cell=ref), found=cell.formula, expected=cell.text)
    for attachment in _attachments(returned):
        yield finding(Code.A03, replace(place, sheet=""), found=attachment)


def _attachments(returned: Returned) -> Iterator[str]:
    ours = set(wording("form")["sheet"].values())
    form = find_form_sheet(returned)
    for sheet in returned.sheets:
        if sheet.name not in ours and sheet is not form and sheet.cells.get("A1", BLANK).text != "zpj":
            yield Attachment.SHEET.format(name=sheet.name)
    for start, attachment in _PARTS.items():
        if any(part.startswith(start) for part in returned.part_names):
            yield attachment
