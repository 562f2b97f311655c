"""Numbers beyond any form: an error at their cells, whatever results are stored, and alike in the macros."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from support.rechecks import recheck_one
from support.returned_forms import address, returned
from support.specimens import FILLED, PROFILE
from support.tampering import Edit, forge_result, tampered, type_over, write_cell
from support.vba_functions import in_interpreter
from zpj.model.project import Indicator, Kind
from zpj.recheck.recheck_file import Issuer
from zpj.scoring import score_row
from zpj_generator.package import render_form

BEYOND = (1e15, 1.5e15, 1e16, 1e20, 1e100, 1e300, 1e308, 1.7976931348623157e308, -1e15, -1e20, -1e308)
INPUTS = {
    "zpj_actual_01": {"Q02", "P08"},
    "zpj_actual_05": {"Q02", "Q06", "P08"},
    "zpj_deduction_01": {"Q02", "Q06", "P08"},
    "zpj_ratio_06": {"Q02", "Q06", "P05", "P08"},
    "zpj_fund0_spent": {"Q02", "P08"},
    "zpj_fund1_spent": {"Q02", "P08"},
}
"""The codes that may stand at such a number."""
FORM = returned(FILLED, PROFILE)


def errors_at(folder: Path, ref: str, *edits: Edit) -> set[str]:
    form = folder / "form.xlsx"
    form.write_bytes(render_form(FILLED, PROFILE, key=b"k"))
    report = recheck_one(tampered(form, folder / "copy.xlsx", *edits), Issuer(key=b"k"))
    return {e.code for e in report.findings if e.place.cell == ref and e.severity == "error"}


@pytest.mark.parametrize(("name", "number"), [*product(INPUTS, BEYOND)])
def test_a_number_beyond_any_form_is_an_error_at_its_cell(name: str, number: float, tmp_path: Path) -> None:
    ref = address(FORM, name)
    codes = errors_at(tmp_path, ref, type_over(ref, number))
    assert codes
    assert codes <= INPUTS[name]


@pytest.mark.parametrize("number", BEYOND)
def test_results_that_are_stored_beside_it_make_no_difference(number: float, tmp_path: Path) -> None:
    ref = address(FORM, "zpj_actual_01")
    forged = [forge_result(address(FORM, name), "") for name in ("zpj_score_01", "zpj_total")]
    assert errors_at(tmp_path, ref, type_over(ref, number), *forged)


@pytest.mark.parametrize("typed", ["1E20", "9999999999*9999999999", "10^20", "-1E300", "0+1E15"])
def test_arithmetic_in_an_input_is_held_against_the_same_bound(typed: str, tmp_path: Path) -> None:
    ref = address(FORM, "zpj_actual_01")
    assert errors_at(tmp_path, ref, write_cell(ref, f"<f>{typed}</f><v>1</v>"))


@pytest.mark.parametrize("number", BEYOND)
def test_the_macros_refuse_what_the_rule_refuses(number: float) -> None:
    called = in_interpreter(PROFILE)
    row = Indicator("产出指标", "数量", "甲", "100次", 10, Kind.POSITIVE, f"{number:.0f}次")
    result: Any = called(("ZPJ_SCORE", [100, number, 10, "正向"]))
    assert score_row(PROFILE, row).score is None
    assert isinstance(result, str)
    assert result.startswith("#")
