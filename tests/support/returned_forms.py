"""Returned forms in memory: a form as it was issued, with cells typed over as a filler or a cheat would."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from support.forms import FORM_SHEET, write_form
from support.live import Typed
from zpj.model.project import Project
from zpj.recheck.context import Context, make_context
from zpj.recheck.returned_file import BLANK, read_returned
from zpj.rules import Profile
from zpj.xlsx import Cell


def returned(project: Project, profile: Profile, typed: Mapping[str, Typed | bool] | None = None) -> Context:
    """The form of ``project`` with ``typed`` in its cells, named by address or as zpj_actual_01.

    Nothing is calculated: stored results stay what they were issued with.
    """
    with TemporaryDirectory(prefix="zpj-form-") as folder:
        return reread(write_form(Path(folder, "form.xlsx"), project, profile), project, profile, typed)


def reread(
    path: Path, project: Project, profile: Profile, typed: Mapping[str, Typed | bool] | None = None
) -> Context:
    """The same of the form of ``project`` that lies at ``path``."""
    form = read_returned(path)
    sheet = next(each for each in form.sheets if each.name == FORM_SHEET)
    issued = make_context(form, sheet, project, profile)
    named = {each.name: each.ref for each in issued.layout.names}
    cells = dict(sheet.cells)
    for name, value in (typed or {}).items():
        ref = named.get(name, name)
        number = float(value) if isinstance(value, int) and not isinstance(value, bool) else value
        cells[ref] = Cell(number, style=cells.get(ref, BLANK).style)
    return make_context(form, replace(sheet, cells=cells), project, profile)
