"""The override ledger: what was typed over a formula, and what that does to total and grade."""

from dataclasses import replace

import pytest

from support.returned_forms import returned
from support.slips import PROPERLY
from support.specimens import FILLED, PROFILE, SHORT
from zpj.model.codes import Code
from zpj.model.findings import Finding, Severity
from zpj.recheck.form_pair import FormPair
from zpj.recheck.override_ledger import override_ledger, shown_result
from zpj.recheck.report import Override
from zpj.xlsx.model.cell import Cell


def found(form: FormPair, name: str, code: str) -> Finding:
    return Finding(Code(code), Severity.ERROR, form.place(form.named(name)), "", "", "")


def ledger(form: FormPair, **codes: str) -> dict[str, Override]:
    """The entries by cell, for findings of these codes at the cells of these names."""
    findings = [found(form, name, code) for name, code in codes.items()]
    return {each.cell: each for each in override_ledger(form, findings)}


def with_formula(form: FormPair, name: str, formula: str, value: float | None) -> FormPair:
    """``form`` with a formula and its stored result in the cell of that name."""
    sheet = replace(form.sheet, cells={**form.sheet.cells, form.named(name): Cell(value, written=formula)})
    return replace(form, sheet=sheet)


def test_a_typed_score_shows_what_it_gains_and_what_the_form_makes_of_it() -> None:
    form = returned(FILLED, PROFILE, {"zpj_score_08": 6.0, "zpj_total": 95.0})
    (entry,) = ledger(form, zpj_score_08="F01").values()
    assert (entry.found, entry.expected, entry.difference) == ("6.00", "5.58", 0.42)
    assert FILLED.indicators[7].level3 in entry.label
    assert (entry.total, entry.total_found) == (form.score.total, 95)
    assert (entry.grade, entry.grade_found) == (form.score.grade, form.score.grade)


def test_a_typed_grade_gains_no_points_and_stands_beside_the_right_one() -> None:
    form = returned(FILLED, PROFILE, {"zpj_total_grade": "差"})
    (entry,) = ledger(form, zpj_total_grade="F01").values()
    assert (entry.found, entry.expected, entry.difference) == ("差", form.score.grade, None)
    assert (entry.grade_found, entry.grade) == ("差", form.score.grade)


def test_every_computed_figure_has_a_label_of_its_own() -> None:
    form = returned(FILLED, PROFILE)
    names = [
        "zpj_execution_rate",
        "zpj_execution_score",
        "zpj_score_01",
        "zpj_total",
        "zpj_total_grade",
        "zpj_pending",
    ]
    entries = ledger(form, **dict.fromkeys(names, "F03"))
    assert len({each.label for each in entries.values()}) == len(names)
    assert all(each.label for each in entries.values())


def test_a_score_as_text_counts_for_nothing() -> None:
    form = returned(FILLED, PROFILE, {"zpj_score_08": "6", "zpj_total": ""})
    (entry,) = ledger(form, zpj_score_08="F01").values()
    assert (entry.found, entry.difference, entry.total_found) == ("6", None, None)


def test_a_file_without_stored_results_shows_what_its_formulas_would_give() -> None:
    form = returned(FILLED, PROFILE, {"zpj_score_08": 6.0})
    for name in ("zpj_total", "zpj_total_grade", "zpj_score_01", "zpj_execution_rate", "zpj_execution_score"):
        form = with_formula(form, name, "=1", None)
    (entry,) = ledger(form, zpj_score_08="F01").values()
    assert entry.total is not None
    assert entry.total_found == pytest.approx(entry.total + 0.42)
    assert entry.grade_found == entry.grade
    assert shown_result(form, [found(form, "zpj_score_01", "F02")]) == (None, None)


def test_an_unfinished_form_has_no_total_to_compare_with() -> None:
    form = returned(SHORT, PROFILE, {**PROPERLY, "zpj_actual_01": None, "zpj_score_02": 5.0, "zpj_total": ""})
    (entry,) = ledger(form, zpj_score_02="F01").values()
    assert (entry.total, entry.total_found, entry.grade) == (None, None, None)


def test_only_formulas_typed_over_edited_or_deleted_are_entered() -> None:
    form = returned(FILLED, PROFILE)
    assert ledger(form, zpj_score_01="F05", zpj_score_02="F04", zpj_actual_01="Q01") == {}
