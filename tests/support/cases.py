"""The table of scoring cases, ``tests/data/score_cases.toml``, as frozen records."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Protocol

import pytest

from support.forms import numeric, project_of
from zpj.model.project import TOTAL_FUND, Fund, Indicator, Kind, Project, Tier
from zpj.quantity import is_within_bounds

_TABLE = tomllib.loads((Path(__file__).parents[1] / "data/score_cases.toml").read_text(encoding="utf-8"))
_INDICATOR_FIELDS = {field.name for field in fields(Indicator)}


@dataclass(frozen=True, slots=True)
class RowCase:
    """One indicator row, the score it must get (``None``: stays blank), and the clause that says so."""

    id: str
    clause: str
    indicator: Indicator
    score: float | None


@dataclass(frozen=True, slots=True)
class ExecutionCase:
    """One 年度资金总额 row and the score of its execution rate."""

    id: str
    fund: Fund
    score: float | None

    @property
    def of_functions(self) -> float | str:
        """What =ZPJ_EXEC gives: like a form, but an error value where one of two amounts is no amount."""
        if self.score is not None:
            return self.score
        amounts = [amount for amount in (self.fund.budget, self.fund.spent) if amount is not None]
        if len(amounts) < 2:
            return ""
        return "#VALUE!" if not is_within_bounds(*amounts) else "#NUM!" if min(amounts) < 0 else ""


@dataclass(frozen=True, slots=True)
class TotalCase:
    """A form that lacks nothing but ``deduction``, its total and its grade."""

    id: str
    deduction: float
    total: float
    grade: str


@dataclass(frozen=True, slots=True)
class GradeCase:
    """A total before it is rounded, and its grade."""

    id: str
    total: float
    grade: str


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def by_id(argument: str, cases: tuple[_HasId, ...]) -> pytest.MarkDecorator:
    """The test once per case, named after it."""
    return pytest.mark.parametrize(argument, cases, ids=[case.id for case in cases])


def _row_case(kind: Kind, clause: str, case: dict[str, Any]) -> RowCase:
    known = {key: value for key, value in case.items() if key in _INDICATOR_FIELDS}
    tier = Tier(case["tier"]) if "tier" in case else None
    indicator = Indicator("产出指标", "数量指标", case["id"], kind=kind, **(known | {"tier": tier}))
    return RowCase(case["id"], clause, indicator, case.get("score"))


ROW_CASES = tuple(
    _row_case(Kind(group["kind"]), group["clause"], case)
    for group in _TABLE["clause"]
    for case in group["cases"]
)
EXECUTION_CASES = tuple(
    ExecutionCase(
        case["id"], Fund(TOTAL_FUND, budget=case.get("budget"), spent=case.get("spent")), case.get("score")
    )
    for case in _TABLE["execution"]["cases"]
)
TOTAL_CASES = tuple(TotalCase(**case) for case in _TABLE["total"]["cases"])
GRADE_CASES = tuple(GradeCase(**case) for case in _TABLE["grade"]["cases"])

ROWS_FORM = "rows"
CASE_FORMS: dict[str, Project] = {
    ROWS_FORM: project_of(case.indicator for case in ROW_CASES),
    **{f"execution-{case.id}": project_of([numeric(90)], case.fund) for case in EXECUTION_CASES},
    **{
        f"total-{case.id}": project_of([numeric(50, deduction=case.deduction), numeric(40)])
        for case in TOTAL_CASES
    },
}
"""The forms that hold the cases: all rows in one, and one each for the others."""
