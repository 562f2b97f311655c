"""Columns are a plan that can be another one: more than 26 of them, and the same form all the same."""

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from support.forms import FORM_SHEET
from support.specimens import FILLED, PROFILE, wordy
from zpj.model.project import Project, Wiring
from zpj.xlsx import open_workbook
from zpj_generator.layout import lay_out
from zpj_generator.package import render_layout
from zpj_generator.sheet.columns import OFFICIAL, SheetColumns, Span
from zpj_generator.sheet.roles import AID_ROLES, INDICATOR_ROLES, Role
from zpj_generator.wiring import wired

FARTHER = 30
"""Columns by which the aids are moved to the right: the first is AN."""


def far_aids() -> SheetColumns:
    """The official form with its aids beyond column Z."""
    spans = {
        role: span if span.first <= OFFICIAL.printed else Span(span.first + FARTHER, span.last + FARTHER)
        for role, span in OFFICIAL.spans.items()
    }
    printed, aids = OFFICIAL.widths[: OFFICIAL.printed], OFFICIAL.widths[OFFICIAL.printed :]
    return SheetColumns((*printed, *[8.0] * FARTHER, *aids), OFFICIAL.printed, spans)


def test_every_role_of_the_official_form_has_its_column() -> None:
    letters = {role: OFFICIAL.letters(role) for role in INDICATOR_ROLES}
    assert "".join(letters.values()) == "ABCDEFGHIJKLMNO"
    assert [OFFICIAL[role] for role in AID_ROLES] == [10, 11, 12, 13, 14, 15]
    assert {OFFICIAL[role] for role in Role} == set(range(1, 16))


def test_a_plan_without_a_place_for_a_role_is_refused() -> None:
    spans = {role: span for role, span in OFFICIAL.spans.items() if role is not Role.CHECK}
    with pytest.raises(ValueError, match="check"):
        replace(OFFICIAL, spans=spans)


def test_the_cells_of_every_row_are_written_left_to_right() -> None:
    for columns in (OFFICIAL, far_aids()):
        for row in lay_out(wordy(), PROFILE, columns=columns).rows:
            places = [cell.column for cell in row.cells]
            assert places == sorted(set(places)), row.number
            assert {cell.row for cell in row.cells} == {row.number}


@pytest.mark.parametrize("project", [FILLED, wordy()], ids=lambda each: each.code)
def test_other_columns_hold_the_same_form(project: Project) -> None:
    near, far = lay_out(project, PROFILE), lay_out(project, PROFILE, columns=far_aids())
    assert [[(cell.role, cell.style, cell.value) for cell in row.cells] for row in near.rows] == [
        [(cell.role, cell.style, cell.value) for cell in row.cells] for row in far.rows
    ]
    moved = {name.name: name.column - FARTHER * (name.column > OFFICIAL.printed) for name in far.names}
    assert moved == {name.name: name.column for name in near.names}


@pytest.mark.parametrize("wiring", list(Wiring))
def test_no_formula_still_points_to_where_the_aids_were(wiring: Wiring) -> None:
    layout = wired(lay_out(FILLED, PROFILE, columns=far_aids()), PROFILE, wiring)
    filled = {cell.ref for row in layout.rows for cell in row.cells if cell.column > OFFICIAL.printed}
    assert "AN2" in filled
    for cell in (cell for row in layout.rows for cell in row.cells if cell.formula):
        assert not re.search(r"\b[J-O][0-9]", str(cell.formula)), cell


def test_a_spreadsheet_calculates_the_far_columns_too(libreoffice: ModuleType, tmp_path: Path) -> None:
    layout = lay_out(FILLED, PROFILE, columns=far_aids())
    form = tmp_path / "far.xlsx"
    form.write_bytes(render_layout(layout, FILLED, PROFILE, password=None, key=None))
    (copy,) = libreoffice.recalculate([form], tmp_path / "recalculated")
    sheet = next(sheet for sheet in open_workbook(copy).sheets if sheet.name == FORM_SHEET)
    formulas = [cell for row in layout.rows for cell in row.cells if cell.formula]
    shown = {cell.ref: sheet.cells[cell.row, cell.column].value for cell in formulas}
    assert {ref: "" if value is None else value for ref, value in shown.items()} == {
        cell.ref: pytest.approx(cell.value, rel=1e-14) if isinstance(cell.value, float) else cell.value
        for cell in formulas
    }
