"""Checks Q, P, R, B and T on our forms: every slip has its one code at its cell, a proper form has none."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import load_workbook

from support.cases import by_id
from support.forms import project_of, write_form
from support.live import Scenario
from support.profiles import own_profile
from support.returned_forms import address, reread, returned
from support.slips import PROPERLY, SLIPS, Slip
from support.specimens import FILLED, LONG, PROFILE, SHORT, wordy
from zpj.model.findings import Finding
from zpj.model.project import FUND_SOURCES, TOTAL_FUND, Fund, Indicator, Kind, Project, Tier
from zpj.recheck.check_tables import RULE_CHECKS
from zpj.recheck.form_pair import FormPair
from zpj.recheck.views.issued_view import issued_view

CODES = {
    "number-missing": ("Q01", "zpj_actual_01"),
    "words-missing": ("Q01", "zpj_actual_04"),
    "words-of-blanks": ("Q01", "zpj_actual_04"),
    "tier-missing": ("Q01", "zpj_tier_04"),
    "ratio-missing": ("Q01", "zpj_ratio_04"),
    "spending-missing": ("Q01", "zpj_fund0_spent"),
    "completion-missing": ("Q01", "zpj_completion"),
    "completion-of-blanks": ("Q01", "zpj_completion"),
    "words-for-a-number": ("Q02", "zpj_actual_01"),
    "number-with-its-unit": ("Q02", "zpj_actual_01"),
    "percentage-as-text": ("Q02", "zpj_actual_03"),
    "negative-number": ("P08", "zpj_actual_05"),
    "number-of-1e+15": ("Q02", "zpj_actual_01"),
    "number-of-1e+20": ("Q02", "zpj_actual_01"),
    "number-of-1e+100": ("Q02", "zpj_actual_01"),
    "number-of-1e+300": ("Q02", "zpj_actual_01"),
    "number-of-1e+308": ("Q02", "zpj_actual_01"),
    "ceiling-of-1e+20": ("Q02", "zpj_actual_05"),
    "percentage-of-1e+20": ("Q02", "zpj_actual_03"),
    "spending-of-1e+15": ("Q02", "zpj_fund0_spent"),
    "spending-of-1e+300": ("Q02", "zpj_fund0_spent"),
    "ratio-below-its-tier": ("P05", "zpj_ratio_04"),
    "ratio-at-the-open-edge": ("P05", "zpj_ratio_04"),
    "ratio-of-95-for-95%": ("P05", "zpj_ratio_04"),
    "ratio-negative": ("P08", "zpj_ratio_04"),
    "ratio-in-words": ("Q02", "zpj_ratio_04"),
    "tier-not-on-the-list": ("P05", "zpj_tier_04"),
    "deduction-in-words": ("Q02", "zpj_deduction_01"),
    "deduction-negative": ("P08", "zpj_deduction_01"),
    "spending-in-words": ("Q02", "zpj_fund0_spent"),
    "spending-negative": ("P08", "zpj_fund0_spent"),
    "95-for-95%": ("Q03", "zpj_actual_08"),
    "shortfall-unexplained": ("R01", "zpj_reason_01"),
    "ceiling-passed-unexplained": ("R01", "zpj_reason_05"),
    "ratio-below-1-unexplained": ("R01", "zpj_reason_04"),
    "shortfall-explained-by-none": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-none-padded": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-slash": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-dash": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-zero": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-zero-as-number": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-omitted": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-blanks": ("R01", "zpj_reason_01"),
    "shortfall-explained-by-same-as-above": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-annex": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-to-be-added": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-not-applicable": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-n-a": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-dots": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-heading": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-no-deviation": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-number": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-one-word": ("R03", "zpj_reason_01"),
    "shortfall-explained-by-nothing-seen": ("R03", "zpj_reason_01"),
    "over-completed-by-200%": ("R02", "zpj_reason_01"),
    "deduction-unexplained": ("R04", "zpj_reason_01"),
    "parts-that-do-not-add-up": ("B01", "zpj_fund0_spent"),
    "spending-above-budget": ("B04", "zpj_fund0_spent"),
    "part-in-words": ("Q02", "zpj_fund1_spent"),
    "shortfall-explained": None,
    "over-completed-by-less": None,
    "over-completion-explained": None,
    "deduction-explained": None,
    "deduction-of-nothing": None,
    "nothing-spent": None,
}
"""What recheck says of each slip, and the input where it says it."""


def findings(form: FormPair) -> Iterator[Finding]:
    view = issued_view(form)
    for check in RULE_CHECKS:
        yield from check(view)


def told(form: FormPair) -> set[tuple[str, str]]:
    """Code and cell of every finding; none may come twice."""
    said = [(each.code, each.place.cell) for each in findings(form)]
    assert len(set(said)) == len(said)
    return set(said)


@by_id("slip", SLIPS)
def test_a_slip_has_one_code_at_its_cell(slip: Slip) -> None:
    form = returned(SHORT, PROFILE, {**PROPERLY, **slip.typed})
    expected = CODES[slip.id]
    assert told(form) == (set() if expected is None else {(expected[0], address(form, expected[1]))})


@pytest.mark.parametrize("saved", ["as-issued", "openpyxl"])
def test_a_form_that_is_filled_properly_has_no_finding(saved: str, tmp_path: Path) -> None:
    path = write_form(tmp_path / "form.xlsx", FILLED, PROFILE)
    if saved == "openpyxl":
        load_workbook(path).save(path)
    assert told(reread(path, FILLED, PROFILE)) == set()


def test_a_form_filled_in_libreoffice_has_no_finding(libreoffice: ModuleType, tmp_path: Path) -> None:
    form, saved = write_form(tmp_path / "form.xlsx", SHORT, PROFILE), tmp_path / "saved.xlsx"
    libreoffice.fill_and_read([Scenario(form, PROPERLY, store=saved)])
    assert told(reread(saved, SHORT, PROFILE)) == set()


@pytest.mark.parametrize("project", [SHORT, LONG, wordy()], ids=["short", "long", "wordy"])
def test_a_blank_form_is_asked_for_its_answers_and_for_nothing_else(project: Project) -> None:
    blank = replace(project, indicators=tuple(replace(each, actual="") for each in project.indicators))
    form = returned(replace(blank, completion=""), PROFILE)
    due = {"zpj_completion", "zpj_fund0_spent"}
    for line in form.rows:
        judged = line.score.kind is Kind.QUALITATIVE
        due |= {f"zpj_{field}_{line.number:02d}" for field in ["actual", *["tier", "ratio"] * judged]}
    assert told(form) == {("Q01", address(form, name)) for name in due}


def test_a_row_without_an_answer_owes_no_reason_for_its_deduction() -> None:
    form = returned(SHORT, PROFILE, {**PROPERLY, "zpj_actual_01": None, "zpj_deduction_01": 1})
    assert told(form) == {("Q01", address(form, "zpj_actual_01"))}


def test_a_tier_with_a_blank_behind_it_is_no_tier_of_the_list() -> None:
    form = returned(SHORT, PROFILE, {**PROPERLY, "zpj_tier_04": "达成 ", "zpj_ratio_04": 0.9})
    assert told(form) == {("P05", address(form, "zpj_tier_04"))}


def test_a_truth_value_is_no_number() -> None:
    form = returned(SHORT, PROFILE, {**PROPERLY, "zpj_actual_01": True})
    assert told(form) == {("Q02", address(form, "zpj_actual_01"))}


def test_a_typed_score_is_left_to_the_formula_checks() -> None:
    form = returned(
        SHORT, PROFILE, {**PROPERLY, "zpj_score_01": 99, "zpj_total": 99, "zpj_total_grade": "差"}
    )
    assert told(form) == set()


def numeric(target: str, actual: str, kind: Kind = Kind.POSITIVE, reason: str = "") -> Indicator:
    return Indicator("产出指标", "数量指标", "覆盖", target, 50, kind, actual, reason=reason)


@pytest.mark.parametrize(
    ("indicator", "codes"),
    [
        (numeric("5万人次", "50000万人次"), {"Q03"}),
        (numeric("5万人次", "0.0005万人次"), {"Q03"}),
        (numeric("≤5亿元", "0.005亿元", Kind.REVERSE), {"Q03"}),
        (numeric("5万人次", "49万人次"), {"R02"}),
        (numeric("5万人次", "0万人次"), {"R01"}),
        (numeric("5万人次", "50000万人次", reason="口径扩大到全国"), set()),
        (numeric("1次", "5000次"), {"R02"}),
        (numeric("0%", "9500%"), {"Q03"}),
        (numeric("50%", "130%"), set()),
    ],
)
def test_a_size_out_of_all_proportion_is_doubted_rather_than_explained(
    indicator: Indicator, codes: set[str]
) -> None:
    form = returned(project_of([indicator]), PROFILE)
    assert {each.code for each in findings(form)} == codes


def shortfalls(*rows: tuple[str, str, str]) -> Project:
    """A project whose rows have these second levels, actual values and reasons."""
    return project_of(
        Indicator("产出指标", level2, "数量", "100次", 10, Kind.POSITIVE, actual, reason=reason)
        for level2, actual, reason in rows
    )


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (shortfalls(("数量", "90次", ""), ("数量", "100次", "停电检修")), {("R05", "zpj_reason_01")}),
        (shortfalls(("数量", "100次", "停电检修"), ("数量", "90次", "")), {("R05", "zpj_reason_02")}),
        (shortfalls(("数量", "90次", ""), ("质量", "100次", "停电检修")), {("R01", "zpj_reason_01")}),
        (shortfalls(("数量", "90次", ""), ("数量", "100次", "无")), {("R01", "zpj_reason_01")}),
        (shortfalls(("数量", "90次", ""), ("数量", "80次", "停电检修")), {("R01", "zpj_reason_01")}),
        (shortfalls(("数量", "90次", "无"), ("数量", "100次", "停电检修")), {("R03", "zpj_reason_01")}),
    ],
    ids=["below", "above", "other-group", "filler", "its-own", "filler-of-its-own"],
)
def test_a_reason_on_the_next_row_is_pointed_at(project: Project, expected: set[tuple[str, str]]) -> None:
    form = returned(project, PROFILE)
    assert told(form) == {(code, address(form, name)) for code, name in expected}


def test_a_budget_left_to_the_filler_must_be_there_and_above_zero() -> None:
    project = project_of([numeric("1次", "1次")], Fund(TOTAL_FUND, spent=80))
    blank, zero = returned(project, PROFILE), returned(project, PROFILE, {"zpj_fund0_budget": 0})
    assert told(blank) == told(zero) == {("B05", address(blank, "zpj_fund0_budget"))}


def test_parts_of_a_budget_are_held_against_it_only_where_the_filler_typed_them() -> None:
    parts = {"zpj_fund1_budget": 95, "zpj_fund2_budget": 15}
    form = returned(project_of([numeric("1次", "1次")]), PROFILE, parts)
    assert told(form) == {("B01", address(form, "zpj_fund0_budget"))}
    locked = tuple(Fund(source, 100, 100, 100 if source == TOTAL_FUND else 0) for source in FUND_SOURCES)
    form = returned(replace(project_of([numeric("1次", "1次")]), funds=locked), PROFILE)
    assert told(form) == {("B01", address(form, "zpj_fund0_spent"))}


def test_scores_outrun_execution_only_where_the_profile_sets_a_limit(tmp_path: Path) -> None:
    (tmp_path / "limit.toml").write_text(
        'extends = "beijing-2020"\nid = "limit"\n[tolerance]\noutrun = 0.3\n', encoding="utf-8"
    )
    limit = own_profile("limit", tmp_path)
    near, far = (project_of([numeric("1次", "1次")], Fund(TOTAL_FUND, 100, 100, spent)) for spent in (70, 69))
    assert told(returned(near, limit)) == told(returned(far, PROFILE)) == set()
    form = returned(far, limit)
    assert told(form) == {("T03", address(form, "zpj_total"))}


def test_a_qualitative_row_scored_in_full_owes_no_reason() -> None:
    row = Indicator("效益指标", "社会效益指标", "知晓", "提升", 30, Kind.QUALITATIVE, "已提升", Tier.MET, 1)
    assert told(returned(project_of([row]), PROFILE)) == set()
