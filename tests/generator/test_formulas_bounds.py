"""A number from 1E15 on, typed into a form: no score, no rate, a message that says why; recheck agrees."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from support.forms import numeric, project_of, write_form
from support.live import Scenario
from support.rechecks import recheck_one
from zpj.model.project import DEFAULT_PROFILE, Kind
from zpj.quantity import LARGEST
from zpj.recheck.recheck_file import Issuer
from zpj.rules import load_profile
from zpj.texts import wording

PROFILE = load_profile(DEFAULT_PROFILE)
MOST = float(LARGEST)
READS = ("zpj_score_01", "zpj_score_02", "zpj_execution_rate", "zpj_total")


@pytest.mark.parametrize(
    ("typed", "blank"),
    [
        ({"zpj_actual_01": MOST, "zpj_actual_02": MOST, "zpj_fund0_spent": MOST}, ()),
        ({"zpj_actual_01": MOST + 1}, ("zpj_score_01", "zpj_total")),
        ({"zpj_actual_02": 1e20}, ("zpj_score_02", "zpj_total")),
        ({"zpj_fund0_spent": 1e20}, ("zpj_execution_rate", "zpj_total")),
    ],
    ids=["largest", "positive", "reverse", "money"],
)
def test_a_number_beyond_the_bound_has_no_score_and_is_a_finding(
    typed: dict[str, float], blank: tuple[str, ...], libreoffice: ModuleType, tmp_path: Path
) -> None:
    ceiling = replace(numeric(40), target="≤100", kind=Kind.REVERSE, reason="计划调整")
    form = write_form(tmp_path / "form.xlsx", project_of([numeric(50), ceiling]), PROFILE)
    filled = tmp_path / "filled.xlsx"
    reasons = {"zpj_reason_01": "计划调整"}
    (shown,) = libreoffice.fill_and_read([Scenario(form, typed | reasons, READS, filled)])
    assert {name for name in READS if shown[name].value == ""} == set(blank)
    report = recheck_one(filled, Issuer())
    too_large = wording("quantity")["cause"]["too_large"]
    found = [each for each in report.findings if each.code == "Q02"]
    assert [too_large in each.message for each in found] == [True] * (len(typed) if blank else 0)
    assert {each.code for each in report.findings} & {"F01", "F02", "F05"} == set()
