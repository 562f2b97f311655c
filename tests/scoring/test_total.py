"""The one place that adds up a total: every method, what is missing, and when a figure differs."""

import pytest

from support.profiles import own_profile
from zpj.model.project import DEFAULT_PROFILE
from zpj.rules import load_profile
from zpj.scoring import FormTotal, Scored, counted, differs, execution_rate, form_total

PROFILE = load_profile(DEFAULT_PROFILE)


def test_a_total_is_the_sum_of_its_scores_with_its_grade() -> None:
    assert form_total(PROFILE, 9.5, [50, 30, 0.495], 0.95) == FormTotal(90.0, "优")
    assert form_total(PROFILE, 9.5, [50, 30, 0.494], 0.95) == FormTotal(89.99, "良")


def test_a_capped_total_is_at_most_the_share_of_the_money() -> None:
    capped = own_profile("capped-total")
    assert form_total(capped, 6, [90], 0.6) == FormTotal(60.0, "中")
    assert form_total(capped, 6, [40], 0.6) == FormTotal(46.0, "差")
    assert form_total(capped, 6, [90], None) is None


def test_there_is_no_total_while_a_score_is_missing() -> None:
    assert form_total(PROFILE, None, [90], 1.0) is None
    assert form_total(PROFILE, 10, [50, None], 1.0) is None
    assert form_total(PROFILE, 10, [90], None) == FormTotal(100.0, "优")


def test_thirty_rows_count_with_the_decimals_they_are_not_printed_with() -> None:
    by_rule = [10 / 3] * 30
    for profile, total in ((PROFILE, 99.9), (own_profile("rounded-total"), 100.0)):
        rows = [counted(profile, 3.33, exact) for exact in by_rule]
        result = form_total(profile, 0, rows, 1.0)
        assert result is not None
        assert result.total == total


def test_a_printed_score_that_is_not_the_rule_s_counts_as_printed() -> None:
    rounded = own_profile("rounded-total")
    assert counted(rounded, 3.0, 10 / 3) == 3.0
    assert counted(rounded, 3.33, None) == 3.33


@pytest.mark.parametrize(
    ("what", "found", "wrong"),
    [
        (Scored.ROW, 8.67, False),
        (Scored.ROW, 8.68, True),
        (Scored.TOTAL, 8.71, False),
        (Scored.TOTAL, 8.72, True),
        (Scored.COPIED, 8.66, False),
        (Scored.COPIED, 8.67, True),
    ],
)
def test_a_figure_differs_by_more_than_the_profile_tolerates(what: Scored, found: float, wrong: bool) -> None:
    assert differs(PROFILE, found, 8.66, what) is wrong
    assert differs(PROFILE, 8.66, found, what) is wrong


def test_binary_noise_is_no_difference() -> None:
    assert not differs(PROFILE, 0.1 + 0.2, 0.3, Scored.COPIED)


def test_amounts_from_the_bound_on_make_no_rate() -> None:
    assert execution_rate(999_999_999_999_999, 1) is not None
    assert execution_rate(1e15, 1) is None
    assert execution_rate(100, 1e20) is None
