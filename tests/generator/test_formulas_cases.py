"""The table of cases through the formulas of generated forms, recalculated by LibreOffice."""

from collections.abc import Mapping
from types import ModuleType

import pytest

from support.cases import (
    CASE_FORMS,
    EXECUTION_CASES,
    ROW_CASES,
    ROWS_FORM,
    TOTAL_CASES,
    ExecutionCase,
    RowCase,
    TotalCase,
    by_id,
)
from support.forms import Outcome, recalculated
from zpj.model.project import DEFAULT_PROFILE
from zpj.rules import load_profile
from zpj_generator.definitions import load_projects, samples

PROFILE = load_profile(DEFAULT_PROFILE)
FORMS = {**CASE_FORMS, **{project.code: project for project in load_projects(samples())}}


@pytest.fixture(scope="module")
def outcomes(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Outcome]:
    forms = {key: (project, PROFILE) for key, project in FORMS.items()}
    return recalculated(forms, tmp_path_factory.mktemp("cases"))


@by_id("case", ROW_CASES)
def test_a_row_gets_its_score(case: RowCase, outcomes: Mapping[str, Outcome]) -> None:
    form, name = outcomes[ROWS_FORM], f"zpj_score_{ROW_CASES.index(case) + 1:02d}"
    assert form[name] == ("" if case.score is None else case.score), form.formulas[form.names[name]]


@by_id("case", EXECUTION_CASES)
def test_the_execution_rate_gets_its_score(case: ExecutionCase, outcomes: Mapping[str, Outcome]) -> None:
    form = outcomes[f"execution-{case.id}"]
    assert form["zpj_execution_score"] == ("" if case.score is None else case.score)
    assert form["zpj_total"] == ("" if case.score is None else case.score + 90)


@by_id("case", TOTAL_CASES)
def test_a_form_gets_its_total_and_grade(case: TotalCase, outcomes: Mapping[str, Outcome]) -> None:
    form = outcomes[f"total-{case.id}"]
    assert (form["zpj_total"], form["zpj_total_grade"]) == (case.total, case.grade)


@pytest.mark.parametrize("key", FORMS)
def test_every_stored_result_is_what_libreoffice_calculates(
    key: str, outcomes: Mapping[str, Outcome]
) -> None:
    assert outcomes[key].differences() == []
