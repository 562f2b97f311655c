"""The total of a typed form by the method of its profile: clean when right, T01 when wrong."""

from pathlib import Path

import pytest

from support.profiles import own_profile
from support.typed_form import REASON, Edit, by_the_rule, write_typed
from zpj.recheck.report import FormReport, Origin
from zpj.recheck.typed_forms import recheck_typed

SHORTFALLS: tuple[Edit, ...] = (
    ("甲数", "年度指标值(A)", 7),
    ("甲数", "全年实际值(B)", 5),
    ("甲数", "得分", 21.43),
    ("甲数", REASON, "场地改造"),
    ("乙数", "年度指标值(A)", "≥30人次"),
    ("乙数", "得分", 8.33),
    ("乙数", REASON, "报名人数不足"),
    ("甲满意度", "全年实际值(B)", "85%"),
    ("甲满意度", "得分", 9.44),
    ("甲满意度", REASON, "等候过久"),
)
"""Rows of 21.4285..., 8.3333... and 9.4444...: printed 82.20 in all, unrounded 82.2063... points."""


def recheck(folder: Path, profile_id: str, total: float, *edits: Edit) -> FormReport:
    path = write_typed(folder / "form.xlsx", by_the_rule(*edits, ("总分:", "得分", total)))
    (report,) = recheck_typed(path, own_profile(profile_id), Origin.WORKBOOK)
    return report


def codes(report: FormReport) -> set[str]:
    return {found.code for found in report.findings} - {"S01"}


@pytest.mark.parametrize(
    ("profile_id", "total", "wrong"),
    [
        ("beijing-2020", 93, False),
        ("beijing-2020", 90, True),
        ("capped-total", 90, False),
        ("capped-total", 90.05, False),
        ("capped-total", 90.06, True),
        ("capped-total", 93, True),
        ("capped-total", 89.94, True),
    ],
)
def test_a_total_that_may_not_outrun_the_money_is_the_money_s_share(
    profile_id: str, total: float, wrong: bool, tmp_path: Path
) -> None:
    """All rows by the rule make 93 points; 90% of the money was spent."""
    report = recheck(tmp_path, profile_id, total)
    assert codes(report) == ({"T01"} if wrong else set())
    assert (report.total, report.grade) == ((90, "优") if profile_id == "capped-total" else (93, "优"))


@pytest.mark.parametrize(
    ("profile_id", "total", "wrong"),
    [
        ("beijing-2020", 82.2, False),
        ("beijing-2020", 82.26, True),
        ("rounded-total", 82.21, False),
        ("rounded-total", 82.26, False),
        ("rounded-total", 82.27, True),
        ("rounded-total", 82.15, True),
    ],
)
def test_where_the_total_alone_is_rounded_rows_count_with_all_their_decimals(
    profile_id: str, total: float, wrong: bool, tmp_path: Path
) -> None:
    report = recheck(tmp_path, profile_id, total, *SHORTFALLS)
    assert codes(report) == ({"T01"} if wrong else set())
    assert report.total == (82.21 if profile_id == "rounded-total" else 82.2)
