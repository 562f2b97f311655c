"""Returned forms in memory: a form as it was issued, with cells typed over as a filler or a cheat would."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from support.forms import FORM_SHEET, write_form
from support.live import Typed
from zpj.model.project import Project
from zpj.recheck.form_pair import FormPair, pair_up
from zpj.recheck.returned_file import BLANK, read_returned
from zpj.rules import Profile
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.references import parse_cell


def returned(project: Project, profile: Profile, typed: Mapping[str, Typed | bool] | None = None) -> FormPair:
    """The form of ``project`` with ``typed`` in its cells, named by address or as zpj_actual_01.

    Nothing is calculated: stored results stay what they were issued with.
    """
    with TemporaryDirectory(prefix="zpj-form-") as folder:
        return reread(write_form(Path(folder, "form.xlsx"), project, profile), project, profile, typed)


def reread(
    path: Path, project: Project, profile: Profile, typed: Mapping[str, Typed | bool] | None = None
) -> FormPair:
    """The same of the form of ``project`` that lies at ``path``."""
    form = read_returned(path)
    sheet = next(each for each in form.book.sheets if each.name == FORM_SHEET)
    issued = pair_up(form, sheet, project, profile)
    cells = dict(sheet.cells)
    for name, value in (typed or {}).items():
        key = issued.issued.names.get(name) or parse_cell(name)
        number = float(value) if isinstance(value, int) and not isinstance(value, bool) else value
        cells[key] = Cell(number, format=cells.get(key, BLANK).format)
    return pair_up(form, replace(sheet, cells=cells), project, profile)


def address(form: FormPair, name: str) -> str:
    """The address of the cell with this defined name."""
    return form.ref(form.named(name))
