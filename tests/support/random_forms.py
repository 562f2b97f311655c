"""Random forms, the same for the same seed: awkward decimals, huge and tiny values, edges and half cents."""

import random
from decimal import Decimal

from support.forms import project_of
from zpj.model.project import TOTAL_FUND, Fund, Indicator, Kind, Project, Tier

FORMS, ROWS = 8, 400
_REASONS = ("", "", "无", "因连续降雨取消两场")


def random_project(seed: int) -> Project:
    """A form of ``ROWS`` indicators."""
    rng = random.Random(seed)  # noqa: S311 - cases, no secrets
    budget = _decimal(rng, 1, 5000, 4)
    fund = Fund(TOTAL_FUND, float(budget), float(budget), float(_actual(rng, budget)))
    return project_of((_indicator(rng) for _ in range(ROWS)), fund)


def _indicator(rng: random.Random) -> Indicator:
    points = _decimal(rng, 1, 50, rng.choice((0, 0, 1, 2)))
    deduction = float(_decimal(rng, 0, 12, 3)) if rng.random() < 0.2 else None
    reason = rng.choice(_REASONS)
    kind = rng.choice((Kind.POSITIVE, Kind.POSITIVE, Kind.REVERSE, Kind.QUALITATIVE))
    if kind is Kind.QUALITATIVE:
        tier = rng.choice((*Tier, None))
        ratio = rng.choice((None, *(float(_decimal(rng, 0, 1, places)) for places in (1, 2, 5))))
        words = rng.choice(("", "已建立", "已建立"))
        judged = (float(points), kind, words, tier, ratio, deduction, reason)
        return Indicator("效益指标", "社会效益指标", "定性", "建立健全", *judged)
    target, actual = _numbers(rng, points)
    percent = "%" if rng.random() < 0.3 else ""
    written = "" if rng.random() < 0.03 else f"{actual:f}{percent}"
    counted = (float(points), kind, written, None, None, deduction, reason)
    return Indicator("产出指标", "数量指标", "定量", f"{target:f}{percent}", *counted)


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
    anything = (_decimal(rng, 0, most, 4) for most in (1, 1, 2, 8))
    return target * rng.choice((*map(Decimal, (0, 1, 3, 4, 6)), *anything))


def _decimal(rng: random.Random, least: int, most: int, places: int) -> Decimal:
    return Decimal(rng.randint(least * 10**places, most * 10**places)).scaleb(-places)
