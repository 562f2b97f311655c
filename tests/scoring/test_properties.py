"""What holds for every score, whatever somebody typed."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from support.forms import numeric
from zpj.model.project import DEFAULT_PROFILE, Indicator, Kind, Tier
from zpj.rules import load_profile
from zpj.scoring import score_row

PROFILE = load_profile(DEFAULT_PROFILE)
POINTS = st.decimals(min_value=0, max_value=100, places=2).map(float)
AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=3)
ANYTHING = st.one_of(st.text(max_size=30), AMOUNTS.map(str), AMOUNTS.map(lambda amount: f"≥{amount}%"))
MAYBE = st.none() | st.floats(-1, 200, allow_nan=False)


def scored(kind: Kind, target: Decimal, actual: Decimal) -> float:
    score = score_row(PROFILE, replace(numeric(10, actual=str(actual)), target=str(target), kind=kind)).score
    assert score is not None
    return score


@settings(deadline=None)
@given(
    st.sampled_from([*Kind, None]), ANYTHING, ANYTHING, POINTS, st.sampled_from([*Tier, None]), MAYBE, MAYBE
)
def test_whatever_is_typed_gives_a_score_within_its_points_or_none_at_all(
    kind: Kind | None,
    target: str,
    actual: str,
    points: float,
    tier: Tier | None,
    ratio: float | None,
    deduction: float | None,
) -> None:
    row = score_row(
        PROFILE, Indicator("产出指标", "数量指标", "甲", target, points, kind, actual, tier, ratio, deduction)
    )
    assert row.score is None or 0 <= row.score <= (row.rule or 0) <= points
    assert row.obstacle is None or row.score is None


@settings(deadline=None)
@given(AMOUNTS.filter(bool), AMOUNTS, AMOUNTS)
def test_doing_more_of_a_good_thing_never_costs_points_below_200_percent(
    target: Decimal, one: Decimal, other: Decimal
) -> None:
    less, more = sorted((one, other))
    assume(more < 3 * target)
    assert scored(Kind.POSITIVE, target, less) <= scored(Kind.POSITIVE, target, more)


@settings(deadline=None)
@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_more_of_a_bad_thing_never_earns_points(target: Decimal, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    assert scored(Kind.REVERSE, target, less) >= scored(Kind.REVERSE, target, more)
