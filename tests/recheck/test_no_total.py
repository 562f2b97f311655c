"""T04, the safety net: a form whose total cannot be computed is never clean, whatever kept it from one."""

from pathlib import Path

import pytest

from support.forms import write_form
from support.rechecks import recheck_one
from support.specimens import FILLED, PROFILE
from support.tampering import tampered, type_over
from zpj.recheck import issued_report
from zpj.recheck.issuer import Issuer


def test_without_a_total_a_form_is_not_clean_even_where_no_check_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every check that would say why is taken away: that is what a check nobody thought of looks like."""
    monkeypatch.setattr(issued_report, "FACETS", ())
    monkeypatch.setattr(issued_report, "RULE_CHECKS", ())
    form = write_form(tmp_path / "form.xlsx", FILLED, PROFILE)
    assert [each.code for each in recheck_one(form, Issuer()).findings if each.code == "T04"] == []
    unfilled = tampered(form, tmp_path / "copy.xlsx", type_over("F14", None))
    assert [(each.code, each.place.cell) for each in recheck_one(unfilled, Issuer()).findings] == [
        ("T04", "H26")
    ]
