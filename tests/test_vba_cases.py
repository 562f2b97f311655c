"""The tables of cases through the VBA functions: in cells in LibreOffice, and in pyOpenVBA's interpreter."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from support.cases import EXECUTION_CASES, GRADE_CASES, ROW_CASES, RowCase, by_id
from support.profiles import own_profile
from support.random_forms import random_project
from support.udf_cases import UDF_CASES, UdfCase
from support.vba_functions import Call, in_cells, in_interpreter

from zpj.form import DEFAULT_PROFILE, Indicator, Kind
from zpj.kinds import infer_kind
from zpj.rules import Profile, load_profile
from zpj.scoring import execution_rate, explain, grade, score_execution, score_row

PROFILE = load_profile(DEFAULT_PROFILE)
CENT = 0.01
RANDOM_ROWS = 300
PROFILES = ("execution-steps", "other-numbers", "rounded-total")

# A function knows the ratio only: what the form says by the tier and the words beside it is not its business.
SCORED_CASES = tuple(
    case for case in ROW_CASES if case.indicator.kind is not Kind.QUALITATIVE or case.score is not None
)


def row_call(name: str, row: Indicator) -> Call:
    given = row.ratio if row.kind is Kind.QUALITATIVE else row.actual
    return name, [row.target, _cell(given), row.points, row.kind or "", _cell(row.deduction)]


def _cell(value: Any) -> Any:
    return "" if value is None else value


def blank_or(value: float | None) -> float | str:
    return "" if value is None else value


def table_calls() -> Iterator[tuple[str, Call, Any]]:
    """Every case of both tables: its id, its call, what must come of it."""
    yield from ((case.id, (case.function, case.arguments), case.result) for case in UDF_CASES)
    for case in SCORED_CASES:
        yield f"row-{case.id}", row_call("ZPJ_SCORE", case.indicator), _expected(case)
    for each in EXECUTION_CASES:
        budget, spent = each.fund.budget, each.fund.spent
        negative = min(budget or 0, spent or 0) < 0 and None not in (budget, spent)
        result = "#NUM!" if negative else blank_or(each.score)
        yield f"execution-{each.id}", ("ZPJ_EXEC", [_cell(budget), _cell(spent), PROFILE.execution.points]), result
    yield from ((f"grade-{each.id}", ("ZPJ_GRADE", [each.total]), each.grade) for each in GRADE_CASES)


def _expected(case: RowCase) -> float | str:
    obstacle = score_row(PROFILE, case.indicator).obstacle
    if obstacle is None:
        return blank_or(case.score)
    return "#NUM!" if obstacle.code in ("P05", "P08") else "#VALUE!"


CALLS = {id_: (call, result) for id_, call, result in table_calls()}


@pytest.fixture(scope="module")
def in_office(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    results = in_cells(PROFILE, [call for call, _ in CALLS.values()], tmp_path_factory.mktemp("cells"))
    return dict(zip(CALLS, results, strict=True))


@pytest.fixture(scope="module")
def interpreted() -> Callable[[Call], Any]:
    return in_interpreter(PROFILE)


@pytest.mark.parametrize("id_", CALLS)
def test_a_case_in_a_cell_of_libreoffice(id_: str, in_office: dict[str, Any]) -> None:
    assert same(in_office[id_], CALLS[id_][1]), CALLS[id_]


@pytest.mark.parametrize("id_", CALLS)
def test_a_case_in_the_interpreter(id_: str, interpreted: Callable[[Call], Any]) -> None:
    assert same(interpreted(CALLS[id_][0]), CALLS[id_][1]), CALLS[id_]


def same(shown: Any, expected: Any) -> bool:
    """The same text, blank, error; numbers never a cent apart; tables cell by cell."""
    if isinstance(expected, list):
        return isinstance(shown, list) and [len(row) for row in shown] == [len(row) for row in expected] and all(
            same(*cells) for rows in zip(shown, expected, strict=True) for cells in zip(*rows, strict=True)
        )
    if isinstance(expected, str) or isinstance(shown, str | list):
        return bool(shown == expected)
    return abs(shown - expected) < CENT / 100
