"""Units that can be converted into one another, by dimension, and the scales before them: 5万人次, 3千万元.

Both are data, in ``units.toml``. Every word that is not there is a counting unit. A factor says how many base
units one unit is, as a fraction, so that conversion is exact.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from zpj.quantity import vocabulary

RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Unit:
    """A convertible unit."""

    name: str
    dimension: str
    factor: Fraction

    @property
    def is_period(self) -> bool:
        """Without a comparator it names a period or a day of the month, not an amount: 有效期1年, 15日."""
        return self.name in vocabulary.UNITS.periods

    @property
    def is_duration(self) -> bool:
        """Whether 内 after it is a comparator: 30分钟内, 3个月内."""
        return self.dimension in vocabulary.UNITS.durations


UNITS = {
    name: Unit(name, dimension, Fraction(factor))
    for dimension, factors in vocabulary.UNITS.factors.items()
    for name, factor in factors.items()
}

SYMBOLS = frozenset(name for name in UNITS if name[0].isascii())
"""Units in Latin letters; other letters glued to a number make it a word, such as 5A."""

_LONGEST_FIRST = sorted(UNITS, key=len, reverse=True)
_UNIT = re.compile("|".join(name + ("(?![A-Za-z0-9])" if name in SYMBOLS else "") for name in _LONGEST_FIRST))


def leading_unit(text: str, start: int = 0) -> Unit | None:
    """The convertible unit that ``text`` begins with at ``start``, the longest there is; ``None`` if none."""
    match = _UNIT.match(text, start)
    return UNITS[match[0]] if match else None


SCALES = {word: Decimal(10) ** power for word, power in vocabulary.UNITS.scales.items()}
PER_MILLE = Decimal("0.001")

_SCALE_WORDS = {scale: word for word, scale in SCALES.items()}


def scale_word(scale: Decimal) -> str:
    """The word of :attr:`Quantity.scale`: 万 of 10000; empty for 1, and for ‰, which is a unit."""
    return _SCALE_WORDS.get(scale, "")
