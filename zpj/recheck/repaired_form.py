"""A returned form made whole: everything locked as it was issued, everything typed into its inputs kept."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from zpj.files import write_whole
from zpj.importer import read_grids
from zpj.keys.stamp_signature import SealVerdict
from zpj.model.codes import Code
from zpj.model.errors import NotRepairable, UnreadableFile
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Project, Wiring
from zpj.recheck.answers import read_answers
from zpj.recheck.identity import Identity, identify
from zpj.recheck.issued_form import IssuedForm, Key, issue
from zpj.recheck.issuer import Issuer
from zpj.recheck.moved_cells import Moves, find_moves
from zpj.recheck.recheck_file import recheck_file
from zpj.recheck.returned_file import BLANK, Returned, read_returned
from zpj.rules import Profile, load_profile
from zpj.texts import wording
from zpj.texts.punctuation import labelled
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.model.sheet import Sheet
from zpj.xlsx.references import cell_name
from zpj_generator.layout import FORM_SHEET, FormLayout, lay_out
from zpj_generator.layout.form_section import INPUT
from zpj_generator.package import Macros, render_layout
from zpj_generator.sheet.cells import Cell as IssuedCell
from zpj_generator.sheet.cells import Value

RESTORED = ("S", "F")
"""Families of what a repair puts right: structure and locked cells."""
MACRO_ENABLED = ".xlsm"
ATTACHMENTS = {
    "xl/media/": "pictures",
    "xl/comments": "notes",
    "xl/vbaProject": "macros",
    "xl/embeddings/": "embedded",
}
"""What a file may hold besides the form, by the beginning of a part's name; the keys of the texts."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired form."""

    project: Project
    """As issued, with the answers that were kept."""
    restored: tuple[Finding, ...]
    """What was put back, as the recheck found it: families S and F."""
    lost: tuple[Finding, ...]
    """What the repaired form lacks: answers not found (A01), formulas of inputs (A02), attachments (A03)."""


@dataclass(frozen=True, slots=True)
class _Inputs:
    """The inputs of an issued form as they came back."""

    found: Mapping[Key, Cell]
    missing: tuple[IssuedCell, ...]
    """Those whose row or column is gone."""


def repair(
    path: Path, out: Path, issuer: Issuer, *, password: str | None = None, force: bool = False
) -> Repaired:
    """Write to ``out`` the form at ``path`` as it was issued, with the answers it came back with.

    It is signed only if the issuer's own definitions or a good signature vouch for what it was.

    Raises:
        UnreadableFile: the file cannot be read.
        NotRepairable: A04, nothing says reliably what was issued; A05, it was not issued at all.
        OutputExists: X05, ``out`` is there already and ``force`` is not set.
    """
    returned = _returned(path)
    identity = identify(returned, issuer)
    sheet = identity.sheet or _refuse_foreign(returned)
    project = identity.project
    if project is None:
        _refuse(returned, "no_stamp")
    key = _key_for(project, returned, identity, issuer)
    profile = load_profile(project.profile)
    issued = issue(project, profile, Wiring.NATIVE, has_macros=False)
    moves = find_moves(issued, sheet)
    inputs = _inputs(issued, moves, sheet)
    answers = read_answers(issued, moves, sheet)
    layout = _as_typed(lay_out(project, profile, answers), issued, inputs.found)
    found = (each for report in recheck_file(path, issuer) for each in report.findings)
    restored = tuple(each for each in found if each.code[0] in RESTORED)
    macros = _macros(returned, profile) if out.suffix.lower() == MACRO_ENABLED else None
    form = render_layout(layout, project, profile, password=password, key=key, macros=macros)
    write_whole(out, form, force=force)
    return Repaired(answers, restored, tuple(_lost(returned, identity, issued, inputs)))


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
    if not returned.hidden:
        raise NotRepairable([finding(Code.A05, Place(returned.file))])
    _refuse(returned, "no_form")


def _macros(returned: Returned, profile: Profile) -> Macros:
    """The macros of the form as they are issued, whatever came back in their place."""
    from zpj.vba import form_macros

    return form_macros(profile, returned.stamp.wiring if returned.stamp else Wiring.NATIVE)


def _refuse(returned: Returned, why: str) -> NoReturn:
    words = wording("recheck")["repair"]
    raise NotRepairable([finding(Code.A04, Place(returned.file), found=words[why])])


def _key_for(project: Project, returned: Returned, identity: Identity, issuer: Issuer) -> bytes | None:
    """The key to sign with: never over a definition that is known from the returned file alone."""
    if issuer.key is None or returned.stamp is None or issuer.definitions.get(project.code) == project:
        return issuer.key
    if identity.seal is SealVerdict.UNSIGNED:
        return None
    return issuer.key if identity.seal is SealVerdict.VALID else _refuse(returned, "seal")


def _inputs(issued: IssuedForm, moves: Moves, sheet: Sheet) -> _Inputs:
    found: dict[Key, Cell] = {}
    missing: list[IssuedCell] = []
    named = set(issued.names.values())
    for cell in issued.inputs:
        key = cell.row, cell.column
        at = None if moves.is_lost else moves.now(key)
        if key not in named:
            continue
        if at is None:
            missing.append(cell)
        else:
            found[key] = sheet.cells.get(at, BLANK)
    return _Inputs(found, tuple(missing))


def _as_typed(layout: FormLayout, issued: IssuedForm, inputs: Mapping[Key, Cell]) -> FormLayout:
    """Inputs to the letter, those too that cannot be read as an answer.

    Answers make rows higher and so may move cells; the defined names say which input is which.
    """
    now = {(name.row, name.column): issued.names[name.name] for name in layout.names}
    rows = (
        row._replace(
            cells=tuple(
                _kept(cell, inputs.get(now.get((cell.row, cell.column), (0, 0)))) for cell in row.cells
            )
        )
        for row in layout.rows
    )
    return replace(layout, rows=tuple(rows))


def _kept(cell: IssuedCell, answer: Cell | None) -> IssuedCell:
    if answer is None or not cell.style.endswith(INPUT):
        return cell
    return cell._replace(value=_typed(answer))


def _typed(cell: Cell) -> Value:
    if isinstance(cell.value, float | int) and not isinstance(cell.value, bool):
        return cell.value
    return cell.text or None


def _lost(returned: Returned, identity: Identity, issued: IssuedForm, inputs: _Inputs) -> Iterator[Finding]:
    place = Place(returned.file, issued.project.code, FORM_SHEET)
    for cell in inputs.missing:
        yield finding(Code.A01, replace(place, cell=cell.ref), found=_label(issued, cell))
    for key, answer in inputs.found.items():
        if answer.formula is not None:
            at = cell_name(*key)
            yield finding(Code.A02, replace(place, cell=at), found=answer.formula, expected=answer.text)
    for attachment in _attachments(returned, identity):
        yield finding(Code.A03, replace(place, sheet=""), found=attachment)


def _label(issued: IssuedForm, cell: IssuedCell) -> str:
    """What to call an input: the words of its row and of its column."""
    columns = range(cell.column - 1, 0, -1)
    beside = (issued.cells.get((cell.row, column)) for column in columns)
    row = next((str(each.value) for each in beside if each and each.formula is None and _is_words(each)), "")
    labels = wording("form")["label"]
    return labelled(row, labels.get(cell.role.value if cell.role else "", ""))


def _is_words(cell: IssuedCell) -> bool:
    return isinstance(cell.value, str) and cell.style in ("value", "label")


def _attachments(returned: Returned, identity: Identity) -> Iterator[str]:
    words = wording("recheck")["attachment"]
    ours = {*wording("form")["sheet"].values(), *(entry.sheet.name for entry in returned.hidden)}
    for sheet in returned.book.sheets:
        if sheet.name not in ours and sheet is not identity.sheet:
            yield words["sheet"].format(name=sheet.name)
    for start, kind in ATTACHMENTS.items():
        if any(name.startswith(start) for name in returned.book.part_names):
            yield words[kind]
