"""Printed scores become ratios, tiers and deductions that give them again, unless the rule says otherwise."""

import pytest

from zpj.importer.printed_scores import lawful_inputs
from zpj.importer.recognise.typed_form import TableColumn, TypedForm, TypedRow
from zpj.model.findings import Place
from zpj.model.project import Indicator, Kind, Project, Tier
from zpj.rules import load_profile
from zpj.scoring import score_row

PROFILE = load_profile("beijing-2020")
SCORE, ACTUAL = Place(cell="H1"), Place(cell="F1")


def typed(
    target: str, actual: str, points: float, printed: float | None, level2: str = "数量指标", reason: str = ""
) -> TypedRow:
    indicator = Indicator(
        "产出指标", level2, "甲", target, points, actual=actual, reason=reason, printed_score=printed
    )
    return TypedRow(indicator, {TableColumn.SCORE: SCORE, TableColumn.ACTUAL: ACTUAL})


def with_inputs(row: TypedRow) -> tuple[Indicator, list[tuple[str, str]]]:
    form = TypedForm(Project("甲", "甲", 2020), Place(cell="A1"), (row,), None, None, None, ())
    project, findings = lawful_inputs(form, PROFILE)
    (indicator,) = project.indicators
    return indicator, [(found.code, found.place.cell) for found in findings]


@pytest.mark.parametrize(
    ("points", "printed", "tier"),
    [
        (10, 10, Tier.MET),
        (6, 4.8, Tier.MET),
        (15, 11.99, Tier.PARTLY),
        (5, 3, Tier.PARTLY),
        (2.5, 1.49, Tier.MISSED),
        (7, 0, Tier.MISSED),
    ],
)
def test_a_judged_row_gets_the_ratio_and_tier_of_its_printed_score(
    points: float, printed: float, tier: Tier
) -> None:
    for target in ("得到提升", "12月底前"):
        indicator, reported = with_inputs(typed(target, "已完成", points, printed))
        assert (indicator.kind, indicator.tier) == (Kind.QUALITATIVE, tier)
        assert indicator.ratio == pytest.approx(printed / points)
        assert score_row(PROFILE, indicator).score == printed
        assert reported == []


def test_a_numeric_row_printed_below_its_rule_score_gets_a_deduction_and_keeps_its_reason() -> None:
    indicator, reported = with_inputs(typed("≥90%", "89.48%", 10, 8, reason="甲因"))
    assert (indicator.kind, indicator.deduction, indicator.reason) == (Kind.POSITIVE, 1.94, "甲因")
    assert score_row(PROFILE, indicator).score == 8
    assert reported == [("I04", "H1")]


def test_a_numeric_row_printed_by_the_rule_is_left_alone() -> None:
    indicator, reported = with_inputs(typed("129", "114", 3, 2.65))
    assert (indicator.kind, indicator.deduction, reported) == (Kind.POSITIVE, None, [])


def test_the_rule_stands_where_more_was_printed() -> None:
    indicator, reported = with_inputs(typed("300", "2000", 10, 10))
    assert (indicator.deduction, score_row(PROFILE, indicator).score) == (None, 7)
    assert reported == [("I02", "H1")]
    indicator, reported = with_inputs(typed("得到提升", "已完成", 5, 6))
    assert (indicator.ratio, reported) == (1, [("I02", "H1")])


@pytest.mark.parametrize("actual", ["情况良好", "60平方米"])
def test_a_number_answered_with_something_else_becomes_a_judgement(actual: str) -> None:
    indicator, reported = with_inputs(typed("≤30分钟", actual, 5, 4, "时效指标"))
    assert (indicator.kind, indicator.ratio, indicator.tier) == (Kind.QUALITATIVE, 0.8, Tier.MET)
    assert score_row(PROFILE, indicator).score == 4
    assert reported == [("I03", "F1")]


def test_a_cost_is_better_when_lower() -> None:
    indicator, reported = with_inputs(typed("40", "34.62", 10, 8.66, "成本指标"))
    assert (indicator.kind, indicator.deduction) == (Kind.REVERSE, 1.34)
    assert reported == [("I04", "H1")]


def test_nothing_is_made_up_for_a_row_without_a_printed_score() -> None:
    for row in (
        typed("≥90%", "80%", 10, None),
        typed("≥90%", "很好", 10, None),
        typed("提升", "提升", 5, None),
    ):
        indicator, reported = with_inputs(row)
        assert (indicator.deduction, indicator.ratio, indicator.tier, reported) == (None, None, None, [])
