"""A second calculation engine over the same formulas: nothing depends on the habits of one program.

IronCalc computes every function the forms use: scores and totals, and the messages and counts as well.
"""

import re
import zipfile
from functools import partial
from pathlib import Path

import ironcalc
import pytest
from openpyxl.utils.cell import coordinate_to_tuple

from support.alternative_cases import CASES, Case
from support.cases import CASE_FORMS, by_id
from support.forms import FORM_SHEET, Outcome, Result, outcome, write_form
from support.profiles import own_profile
from support.random_forms import random_project
from support.reasons import reason_forms
from zpj.model.project import DEFAULT_PROFILE, Project
from zpj.rules import Profile, load_profile
from zpj_generator.definitions import load_projects, samples

PROFILE = load_profile(DEFAULT_PROFILE)
FORMS = {
    **CASE_FORMS,
    **{project.code: project for project in load_projects(samples())},
    "random": random_project(0),
    **reason_forms(),
}


def calculated(project: Project, folder: Path, profile: Profile = PROFILE) -> Outcome:
    """The form of ``project`` as IronCalc calculates it from a copy whose stored results are all wrong."""
    form = write_form(folder / "form.xlsx", project, profile)
    forged = folder / "forged.xlsx"
    with zipfile.ZipFile(form) as genuine, zipfile.ZipFile(forged, "w") as copy:
        for name in genuine.namelist():
            part = genuine.read(name).decode()
            copy.writestr(name, re.sub("</f><v>[^<]*</v>", "</f><v>77</v>", part))
    model = ironcalc.load_from_xlsx(str(forged), "en", "UTC")
    model.evaluate()
    return outcome(form, partial(_result, model))


def _result(model: ironcalc.Model, cell: str) -> Result:
    value = model.get_cell_value(0, *coordinate_to_tuple(cell.removeprefix(f"{FORM_SHEET}!")))
    return "" if value is None else value


@pytest.mark.parametrize("key", FORMS)
def test_every_stored_result_is_what_ironcalc_calculates(key: str, tmp_path: Path) -> None:
    assert calculated(FORMS[key], tmp_path).differences() == []


@by_id("case", CASES)
def test_every_method_of_other_rules_calculates_alike(case: Case, tmp_path: Path) -> None:
    form = calculated(case.project, tmp_path, own_profile(case.profile))
    assert (form["zpj_total"], form["zpj_total_grade"]) == (case.total or "", case.grade or "")
    assert form.differences() == []
