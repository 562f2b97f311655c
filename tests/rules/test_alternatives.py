"""What other years and regions do otherwise, through Python and through LibreOffice alike."""

from types import ModuleType

import pytest

from support.alternative_cases import CASES, Case
from support.cases import by_id
from support.forms import Outcome, recalculated
from support.profiles import own_profile
from zpj.scoring import score_project


@pytest.fixture(scope="module")
def outcomes(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    forms = {case.id: (case.project, own_profile(case.profile)) for case in CASES}
    return recalculated(forms, tmp_path_factory.mktemp("alternatives"))


@by_id("case", CASES)
def test_python_follows_the_profile(case: Case) -> None:
    result = score_project(own_profile(case.profile), case.project)
    assert (result.execution, *(row.score for row in result.rows)) == pytest.approx(case.scores, abs=1e-12)
    assert (result.total, result.grade) == (case.total, case.grade)


@by_id("case", CASES)
def test_the_formulas_follow_the_profile(case: Case, outcomes: dict[str, Outcome]) -> None:
    form = outcomes[case.id]
    assert (form["zpj_total"], form["zpj_total_grade"]) == (case.total or "", case.grade or "")
    assert form.differences() == []


def test_a_reason_is_due_where_the_profile_says_so(outcomes: dict[str, Outcome]) -> None:
    form = outcomes["no-over-completion"]
    message = form.recalculated[form.names["zpj_score_02"].replace("H", "N")]
    assert str(message).startswith("请说明")
