"""The tables of cases through the functions Excel calls, asked as xlwings' COM server asks them."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

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
from support.excel_host import ask
from support.udf_cases import UDF_CASES, UdfCase
from zpj.model.project import Kind
from zpj_udfs.function_errors import ERRORS

BLANK = ""
MISSING = {"missing": True}
OPTIONAL = {"ZPJ_SCORE": 6, "ZPJ_WHY": 6, "ZPJ_GRADE": 2, "ZPJ_EXEC": 4}
"""How many arguments VBA sends: those left out in the cell as missing ones."""

REFUSED_CASES = tuple(
    case
    for case in UDF_CASES
    if case.function == "ZPJ_SCORE"
    and isinstance(case.result, str)
    and case.result in ERRORS
    and not any(isinstance(argument, list) for argument in case.arguments)
)

# A function knows the ratio only: what the form says by the tier and the words beside it is not its business.
SCORED_CASES = tuple(
    case
    for case in ROW_CASES
    if case.indicator.kind is not Kind.QUALITATIVE
    or case.score is not None
    or not 0 <= (case.indicator.ratio or -1) <= 1
)


def cell(text: str) -> float | str:
    """What Excel makes of ``text`` when it is typed into a cell."""
    try:
        return float(text)
    except ValueError:
        return text


def arguments(case: RowCase) -> list[Any]:
    row = case.indicator
    b = row.ratio if row.kind is Kind.QUALITATIVE else row.actual
    return [row.target, b, row.points, row.kind, row.deduction, None]


def calls() -> Iterator[tuple[str, str, list[Any]]]:
    """Key, function and arguments of everything that is asked."""
    for case in UDF_CASES:
        left_out = OPTIONAL.get(case.function, 0) - len(case.arguments)
        yield f"udf-{case.id}", case.function, [*case.arguments, *[MISSING] * left_out]
        if case in REFUSED_CASES:
            yield f"reason-{case.id}", "ZPJ_WHY", [*case.arguments, *[MISSING] * left_out]
    for row in SCORED_CASES:
        words = arguments(row)
        yield f"text-{row.id}", "ZPJ_SCORE", words
        yield f"cell-{row.id}", "ZPJ_SCORE", [cell(a) if isinstance(a, str) else a for a in words]
        yield f"why-{row.id}", "ZPJ_WHY", words
    for fund in EXECUTION_CASES:
        yield f"execution-{fund.id}", "ZPJ_EXEC", [fund.fund.budget, fund.fund.spent, 10, MISSING]
    for total in (*TOTAL_CASES, *GRADE_CASES):
        yield f"grade-{total.id}", "ZPJ_GRADE", [total.total, MISSING]


@pytest.fixture(scope="module")
def answers() -> Mapping[str, Any]:
    asked = list(calls())
    assert len({key for key, _, _ in asked}) == len(asked)
    answered = ask([(name, given) for _, name, given in asked]).answers
    return dict(zip((key for key, _, _ in asked), answered, strict=True))


def plain(result: Any) -> Any:
    """A table of one row as xlwings hands it to VBA: the row alone."""
    return result[0] if isinstance(result, list) and len(result) == 1 else result


@by_id("case", UDF_CASES)
def test_a_call_gives_what_the_table_says(case: UdfCase, answers: Mapping[str, Any]) -> None:
    assert answers[f"udf-{case.id}"] == plain(case.result)


@by_id("case", REFUSED_CASES)
def test_an_error_value_has_its_reason_in_words(case: UdfCase, answers: Mapping[str, Any]) -> None:
    words = answers[f"reason-{case.id}"]
    assert words not in {*ERRORS, BLANK}
    assert any("一" <= letter <= "鿿" for letter in words)


@by_id("case", SCORED_CASES)
def test_a_row_gets_its_score_as_text_and_as_typed(case: RowCase, answers: Mapping[str, Any]) -> None:
    for way in ("text", "cell"):
        answer = answers[f"{way}-{case.id}"]
        if case.score is not None:
            assert answer == case.score, way
        else:
            filled = arguments(case)[1] not in (None, "")
            assert answer in ERRORS if filled else answer == BLANK, way


@by_id("case", SCORED_CASES)
def test_a_score_is_explained_by_its_clause_and_an_error_by_words(
    case: RowCase, answers: Mapping[str, Any]
) -> None:
    words = answers[f"why-{case.id}"]
    assert (case.clause in words) == (case.score is not None)
    assert words not in {*ERRORS, BLANK}


@by_id("case", EXECUTION_CASES)
def test_the_execution_rate_gets_its_score(case: ExecutionCase, answers: Mapping[str, Any]) -> None:
    assert answers[f"execution-{case.id}"] == case.of_functions


@by_id("case", (*TOTAL_CASES, *GRADE_CASES))
def test_a_total_gets_its_grade(case: TotalCase | GradeCase, answers: Mapping[str, Any]) -> None:
    assert answers[f"grade-{case.id}"] == case.grade
