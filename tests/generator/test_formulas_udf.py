"""The same forms wired to ZPJ_SCORE and ZPJ_GRADE of their own VBA: the same results in LibreOffice."""

import re
from types import ModuleType

import pytest

from support.cases import CASE_FORMS
from support.live import Shown
from support.specimens import FILLED, LONG, PROFILE
from zpj.model.project import Project, Wiring
from zpj.vba import form_macros, form_modules
from zpj.xlsx import cell_name, open_workbook
from zpj_generator.layout import lay_out
from zpj_generator.package import render_form

FORMS: dict[str, Project] = {**CASE_FORMS, "filled": FILLED, "long": LONG}
NO_ERROR = 0
Value = str | float | bool | None
Result = tuple[str, Value, Shown]
"""A formula, its stored result, and what LibreOffice shows."""


@pytest.fixture(scope="module")
def results(
    libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, Result]]:
    """By form and cell: the stored result and what LibreOffice calculates, with its error number."""
    folder = tmp_path_factory.mktemp("udf")
    scenarios, stored = [], {}
    for number, (key, project) in enumerate(FORMS.items()):
        path = folder / f"{number}.xlsm"
        path.write_bytes(render_form(project, PROFILE, macros=form_macros(PROFILE, Wiring.UDF)))
        cells = open_workbook(path).sheets[0].cells
        stored[key] = {
            f"自评表!{cell_name(*at)}": cell for at, cell in cells.items() if cell.formula is not None
        }
        scenarios.append(libreoffice.Scenario(path, {}, list(stored[key])))
    shown = libreoffice.fill_and_read(scenarios, timeout=300)
    return {
        key: {at: (str(cell.formula), cell.value, answer[at]) for at, cell in stored[key].items()}
        for key, answer in zip(stored, shown, strict=True)
    }


@pytest.mark.parametrize("key", FORMS)
def test_every_cell_has_the_stored_result(key: str, results: dict[str, dict[str, Result]]) -> None:
    different = {
        at: (formula, value, shown)
        for at, (formula, value, shown) in results[key].items()
        if not same(formula, value, shown)
    }
    assert different == {}


def test_the_functions_really_are_called(results: dict[str, dict[str, Result]]) -> None:
    called = [
        shown
        for cells in results.values()
        for formula, value, shown in cells.values()
        if "ZPJ_" in formula and value != ""
    ]
    assert len(called) > 100
    assert {shown.error for shown in called} == {NO_ERROR}


def test_no_name_of_a_form_is_the_name_of_a_function() -> None:
    """LibreOffice, and Excel, would read =ZPJ_GRADE(H15) as a name with brackets after it."""
    names = {name.name.upper() for name in lay_out(FILLED, PROFILE).names}
    source = "\n".join(module.source for module in form_modules(PROFILE))
    functions = set(re.findall(r"^Public Function (ZPJ_\w+)\(", source, re.MULTILINE))
    assert {"ZPJ_SCORE", "ZPJ_GRADE"} <= functions
    assert names & functions == set()


def same(formula: str, stored: Value, shown: Shown) -> bool:
    """Whether LibreOffice shows the stored result.

    Where a plain formula stays blank, a function may say by an error value what is wrong; LibreOffice shows
    that as a text.
    """
    if stored == "" and "ZPJ_SCORE" in formula and str(shown.value).startswith("Error 20"):
        return True
    if shown.error or isinstance(stored, float) != isinstance(shown.value, float):
        return False
    if isinstance(stored, float) and isinstance(shown.value, float):
        return abs(stored - shown.value) < 1e-9
    # A text is read as its cell shows it, and the grade's has words before it.
    return (stored or "") == str(shown.value or "").removeprefix("等级：")
