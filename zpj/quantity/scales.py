"""The scales that stand between a number and its unit: 5万人次, 3千万元, 2万亿."""

from decimal import Decimal

_POWERS = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}

SCALES = {word: Decimal(10) ** power for word, power in _POWERS.items()}
PER_MILLE = Decimal("0.001")

_WORDS = {scale: word for word, scale in SCALES.items()}


def scale_word(scale: Decimal) -> str:
    """The word of :attr:`Quantity.scale`: 万 of 10000; empty for 1, and for ‰, which is a unit."""
    return _WORDS.get(scale, "")
