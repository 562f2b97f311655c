"""The quantity: one number with its comparator and unit, and the words around it."""

from decimal import Decimal
from typing import NamedTuple

ONE = Decimal(1)
HUNDREDTH = Decimal("0.01")

FLOORS = frozenset("≥>")
CEILINGS = frozenset("≤<")


class Quantity(NamedTuple):
    """A number as somebody wrote it.

    ``before + digits + after`` is the whole text, half-width and stripped.
    """

    number: Decimal
    """As written: 90 of ``90%``, 453.3 of ``453.3万元``, 9 of ``9-12场``."""
    upper: Decimal | None = None
    """The upper end of a range."""
    percent: bool = False
    """The number counts hundredths. ``‰`` does not: it is a unit, with the scale 0.001."""
    scale: Decimal = ONE
    """What stands between number and unit: 10000 for 万."""
    unit: str = ""
    """人次, 元, 元/人/天, 平方米; empty for percentages and bare numbers."""
    comparator: str = ""
    """One of ``≥ > ≤ < =``, or empty; words such as 不低于 and 以内 are turned into these."""
    before: str = ""
    digits: str = ""
    """The number itself, separators included; for a range from the first number to the second."""
    after: str = ""

    @property
    def value(self) -> float:
        """The number in the unit it is written in, a percentage as a fraction: 0.9, 453.3."""
        return float(self.number * HUNDREDTH if self.percent else self.number)

    @property
    def amount(self) -> float:
        """The number in the unit itself, scale included: 0.9 of ≥90%, 50000 of 5万人次, 0.005 of 5‰."""
        return float(self.number * (HUNDREDTH if self.percent else self.scale))

    @property
    def is_ceiling(self) -> bool:
        """Whether less is better by the words of the text itself: ≤, 不超过, 以内, 控制在, 低于."""
        return self.comparator in CEILINGS

    @property
    def is_floor(self) -> bool:
        """Whether more is better by the words of the text itself: ≥, 不低于, 以上, 超过."""
        return self.comparator in FLOORS

    @property
    def is_bare(self) -> bool:
        """Nothing but a number: its unit and scale are to be taken from what it is compared with."""
        return not (self.percent or self.unit) and self.scale == ONE

    def as_ceiling(self) -> "Quantity":
        """The same target read as an upper limit: of a range the upper end counts."""
        return self if self.upper is None else self._replace(number=self.upper, upper=None)
