"""The table of cases through ``zpj.scoring``."""

from support.cases import (
    EXECUTION_CASES,
    GRADE_CASES,
    ROW_CASES,
    TOTAL_CASES,
    ExecutionCase,
    GradeCase,
    RowCase,
    TotalCase,
    by_id,
)
from support.forms import numeric, project_of
from zpj.model.project import DEFAULT_PROFILE
from zpj.rules import load_profile
from zpj.scoring import explain, grade, score_execution, score_project, score_row

PROFILE = load_profile(DEFAULT_PROFILE)


@by_id("case", ROW_CASES)
def test_a_row_gets_its_score(case: RowCase) -> None:
    assert score_row(PROFILE, case.indicator).score == case.score


@by_id("case", ROW_CASES)
def test_a_score_is_explained_by_its_clause_and_a_missing_one_by_none(case: RowCase) -> None:
    words = explain(PROFILE, case.indicator, score_row(PROFILE, case.indicator))
    assert (case.clause in words) == (case.score is not None)
    assert case.score is None or f"{case.score:.2f}" in words


@by_id("case", EXECUTION_CASES)
def test_the_execution_rate_gets_its_score(case: ExecutionCase) -> None:
    assert score_execution(PROFILE, case.fund.budget, case.fund.spent) == case.score


@by_id("case", TOTAL_CASES)
def test_a_form_gets_its_total_and_grade(case: TotalCase) -> None:
    result = score_project(PROFILE, project_of([numeric(50, deduction=case.deduction), numeric(40)]))
    assert (result.total, result.grade) == (case.total, case.grade)


@by_id("case", GRADE_CASES)
def test_the_total_is_graded_as_it_is_shown(case: GradeCase) -> None:
    assert grade(PROFILE, case.total) == case.grade


def test_there_is_no_total_while_a_row_or_the_execution_rate_is_missing() -> None:
    unfilled = score_project(PROFILE, project_of([numeric(50), numeric(40, actual="")]))
    assert (unfilled.execution, unfilled.total, unfilled.grade) == (10, None, None)
    unspent = score_project(PROFILE, project_of([numeric(90)], EXECUTION_CASES[-1].fund))
    assert ([row.score for row in unspent.rows], unspent.total, unspent.grade) == ([90], None, None)
