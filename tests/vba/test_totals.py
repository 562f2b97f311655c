"""The total that the macros of a form recompute, by every method of a total: the one of Python."""

from dataclasses import replace
from pathlib import Path

import pytest

from support.forms import numeric, project_of
from support.macros import in_interpreter
from support.profiles import own_profile
from zpj.model.project import TOTAL_FUND, Fund
from zpj.scoring import score_project
from zpj.vba import form_macros
from zpj.xlsx import open_workbook
from zpj_generator.package import render_form

THIRD = replace(numeric(10, actual="1"), target="3", reason="计划调整")
PROJECT = project_of([THIRD, THIRD, numeric(70)], Fund(TOTAL_FUND, 100, 100, 74.5))
"""3.3333... twice, 70 points, and 7.45 for three quarters of the money."""


@pytest.mark.parametrize(
    ("profile_id", "total"), [("beijing-2020", 84.11), ("rounded-total", 84.12), ("capped-total", 74.5)]
)
def test_a_typed_total_is_held_against_the_method_of_the_profile(
    profile_id: str, total: float, tmp_path: Path
) -> None:
    profile = own_profile(profile_id)
    assert score_project(profile, PROJECT).total == total
    path = tmp_path / "form.xlsm"
    path.write_bytes(render_form(PROJECT, profile, macros=form_macros(profile)))
    cell = open_workbook(path).defined_names["zpj_total"].rpartition("!")[2].replace("$", "")
    with in_interpreter(path) as book:
        book.put({cell: 99.0})
        book.press("ZPJ_Recheck")
        (*_, row) = book.results()
    assert row[:2] == ["F01", cell]
    assert (float(row[3]), float(row[4])) == pytest.approx((total, 99 - total))
