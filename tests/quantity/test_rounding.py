"""Rounding half up in decimal, of 15 significant digits: what the quick way gives is what the rule gives."""

import math
import random
import struct
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal

import pytest

from zpj.quantity.rounding import round_half_up

COUNT = 20_000
WIDE = Context(prec=400)


def by_the_rule(x: float, digits: int) -> float:
    return float(Decimal(f"{x:.15g}").quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, WIDE))


def doubles(digits: int) -> Iterator[float]:
    """Of every size, and as near to a tie as a double can be."""
    rng = random.Random(digits)  # noqa: S311 - cases, no secrets
    for _ in range(COUNT):
        tie = (rng.randrange(-(10**7), 10**7) + 0.5) / 10**digits
        yield math.nextafter(tie, rng.choice([-math.inf, tie, math.inf]))
        yield tie + rng.choice([-1, 1]) * 10.0 ** rng.uniform(-14, -1) / 10**digits
        yield rng.uniform(-1, 1) * 10.0 ** rng.uniform(-12, 14)
        yield rng.randrange(-(10**6), 10**6) / rng.randrange(1, 1000)
        (anything,) = struct.unpack("d", rng.randbytes(8))
        if abs(anything) < 1e290:
            yield anything


@pytest.mark.parametrize("digits", [0, 2, 10])
def test_every_double_is_rounded_by_the_rule(digits: int) -> None:
    wrong = [x for x in doubles(digits) if round_half_up(x, digits) != by_the_rule(x, digits)]
    assert wrong == []
