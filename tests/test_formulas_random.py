"""Four thousand random rows: Python and LibreOffice agree on every formula cell, not to 0.01 but exactly."""

import random
from collections import Counter
from decimal import Decimal
from types import ModuleType

import pytest
from support.forms import Outcome, project_of, recalculated

from zpj.form import DEFAULT_PROFILE, TOTAL_FUND, Fund, Indicator, Kind, Project, Tier
from zpj.rules import load_profile
from zpj.scoring import score_project

FORMS, ROWS = 8, 500
PROFILE = load_profile(DEFAULT_PROFILE)
REASONS = ("", "", "无", "因连续降雨取消两场")


def random_project(seed: int) -> Project:
    """A form of many rows; the same seed gives the same form."""
    rng = random.Random(seed)  # noqa: S311 - cases, no secrets
    budget = _decimal(rng, 1, 5000, 4)
    fund = Fund(TOTAL_FUND, float(budget), float(budget), float(_actual(rng, budget)))
    return project_of((_indicator(rng) for _ in range(ROWS)), fund)


def _indicator(rng: random.Random) -> Indicator:
    points = _decimal(rng, 1, 50, rng.choice((0, 0, 1, 2)))
    deduction = float(_decimal(rng, 0, 12, 3)) if rng.random() < 0.2 else None
    reason = rng.choice(REASONS)
    kind = rng.choice((Kind.POSITIVE, Kind.POSITIVE, Kind.REVERSE, Kind.QUALITATIVE))
    if kind is Kind.QUALITATIVE:
        tier, ratio = rng.choice((*Tier, None)), rng.choice((None, *(float(_decimal(rng, 0, 1, n)) for n in (1, 2, 5))))
        words = rng.choice(("", "已建立", "已建立"))
        return Indicator("效益指标", "社会效益指标", "定性", "建立健全", float(points), kind, words, tier, ratio, deduction, reason)
    target, actual = _numbers(rng, points)
    percent = "%" if rng.random() < 0.3 else ""
    written = "" if rng.random() < 0.03 else f"{actual:f}{percent}"
    return Indicator(
        "产出指标", "数量指标", "定量", f"{target:f}{percent}", float(points), kind, written, None, None, deduction, reason
    )


def _numbers(rng: random.Random, points: Decimal) -> tuple[Decimal, Decimal]:
    """Target and actual value; every fifth pair makes a score that ends in half a cent."""
    if rng.random() < 0.2:
        unit = rng.choice((Decimal("0.1"), Decimal("0.3"), Decimal(1), Decimal(7), Decimal(10_000)))
        half_cents = Decimal(2 * rng.randrange(int(points * 100)) + 1) / 200
        return unit * points, unit * half_cents
    target = rng.choice(
        (
            _decimal(rng, 0, 12, 0),
            _decimal(rng, 0, 1000, 2),
            _decimal(rng, 0, 10, rng.randint(1, 8)),
            _decimal(rng, 1, 10**12, rng.choice((0, 2))),
            _decimal(rng, 0, 1, 3).scaleb(-rng.randint(3, 6)),
        )
    )
    return target, _actual(rng, target)


def _actual(rng: random.Random, target: Decimal) -> Decimal:
    """Nothing, exactly the target, the edge of an over-completion band, or anything around them."""
    times = rng.choice((*map(Decimal, (0, 1, 3, 4, 6)), *(_decimal(rng, 0, most, 4) for most in (1, 1, 2, 8))))
    return target * times


def _decimal(rng: random.Random, least: int, most: int, places: int) -> Decimal:
    return Decimal(rng.randint(least * 10**places, most * 10**places)).scaleb(-places)


@pytest.fixture(scope="module")
def outcomes(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    forms = {str(seed): (random_project(seed), PROFILE) for seed in range(FORMS)}
    return recalculated(forms, tmp_path_factory.mktemp("random"))


@pytest.mark.parametrize("seed", range(FORMS))
def test_python_and_libreoffice_agree_on_every_cell(seed: int, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[str(seed)].differences() == []


def test_the_random_rows_reach_every_part_of_the_rule() -> None:
    rows = [row for seed in range(FORMS) for row in score_project(PROFILE, random_project(seed)).rows]
    scored = Counter(row.kind for row in rows if row.score is not None)
    bands = Counter(int(row.excess or 0) for row in rows if row.kind is Kind.POSITIVE)
    blank = sum(row.score is None for row in rows)
    assert min(scored[Kind.POSITIVE], scored[Kind.REVERSE]) > 900
    assert min(scored[Kind.QUALITATIVE], bands[2], bands[3], bands[5], blank) > 100
