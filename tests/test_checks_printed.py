"""Printed scores, totals and grades of forms without formulas: which figure departs, and how."""

from dataclasses import replace

import pytest
from support.specimens import PROFILE

from checker.checks.printed import PrintedForm, Spot, printed_findings
from zpj.findings import Place
from zpj.form import TOTAL_FUND, Fund, Indicator, Kind, Project


def place(spot: Spot, index: int | None) -> Place:
    return Place(cell=spot if index is None else f"{spot}{index}")


def printed(*rows: tuple[str, str, float, float | None], **figures: float | str | None) -> PrintedForm:
    """A form of rows (target, actual, points, printed score), of whose budget 95.22% was spent."""
    indicators = tuple(
        Indicator("产出指标", "数量指标", "数量", target, points, actual=actual, printed_score=score)
        for target, actual, points, score in rows
    )
    project = Project("T-1", "试算", 2020, funds=(Fund(TOTAL_FUND, 600, 600, 571.32),), indicators=indicators)
    return replace(PrintedForm(project, PROFILE, place), **figures)  # type: ignore[arg-type]


def told(form: PrintedForm) -> list[tuple[str, str]]:
    return [(each.code, each.place.cell) for each in printed_findings(form)]


@pytest.mark.parametrize(
    ("target", "actual", "points", "score", "code"),
    [
        ("40万元", "34.62万元", 10, 10, None),
        ("≥40场", "34.62场", 10, 8.66, None),
        ("≥40场", "34.62场", 10, 8.65, None),
        ("≥40场", "34.62场", 10, 8.7, "P04"),
        ("≥40场", "34.62场", 10, 8, "P04"),
        ("≤40场", "50场", 10, 9, "P04"),
        ("100次", "100次", 5, 4, "P06"),
        ("100次", "250次", 5, 4.5, "P06"),
        ("100次", "300次", 5, 4.5, None),
        ("100次", "300次", 5, 5, "P07"),
        ("100次", "700次", 5, 4.5, "P07"),
        ("100次", "100次", 5, 5.5, "P03"),
        ("100次", "100次", 5, None, None),
        ("明显提升", "有所提升", 5, 3, None),
        ("明显提升", "有所提升", 5, 6, "P03"),
        ("100次", "全部完成", 5, 4, None),
    ],
)
def test_a_printed_score_has_the_code_of_its_departure(
    target: str, actual: str, points: float, score: float | None, code: str | None
) -> None:
    kinds = printed((target, actual, points, score))
    if target == "40万元":
        ceiling = replace(kinds.project.indicators[0], kind=Kind.REVERSE)
        kinds = replace(kinds, project=replace(kinds.project, indicators=(ceiling,)))
    assert told(kinds) == ([] if code is None else [(code, f"{Spot.SCORE}0")])


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"rate": 0.9522, "execution": 9.52, "total": 99.52, "grade": "优"}, []),
        ({"rate": 0.95}, []),
        ({"rate": 0.94}, [("B02", Spot.RATE)]),
        ({"execution": 9.5}, [("B03", Spot.EXECUTION)]),
        ({"execution": 9.52, "total": 99.57}, []),
        ({"execution": 9.52, "total": 99.58}, [("T01", Spot.TOTAL)]),
        ({"total": 80}, []),
        ({"total": 89.99, "grade": "优"}, [("T02", Spot.GRADE)]),
        ({"total": 90, "grade": "优"}, []),
        ({"grade": "优"}, []),
    ],
)
def test_rate_total_and_grade_are_held_against_their_parts(
    figures: dict[str, float | str], expected: list[tuple[str, str]]
) -> None:
    assert told(printed(("100次", "100次", 90, 90), **figures)) == expected


def test_a_total_is_not_judged_while_a_score_is_not_printed() -> None:
    rows = [("100次", "100次", 80.0, 80.0), ("明显提升", "有所提升", 10.0, None)]
    assert told(printed(*rows, execution=9.52, total=99.52)) == []
