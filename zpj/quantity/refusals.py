"""Why a text is not a quantity, and why two cannot be compared; in words in ``texts/zh/quantity.toml``."""

from enum import StrEnum

from zpj.quantity.quantity import Quantity
from zpj.texts import wording


class Cause(StrEnum):
    """Why a text is not a quantity."""

    NO_NUMBER = "no_number"
    SEVERAL = "several"
    DATE = "date"
    RANK = "rank"
    RANGE = "range"
    LETTERS = "letters"
    MIXED = "mixed"
    CONTRADICTION = "contradiction"
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"

    @property
    def words(self) -> str:
        """The phrase a user reads."""
        return CAUSES[self]


class Mismatch(StrEnum):
    """Why two quantities have no common unit."""

    PERCENT_SIGN = "percent_sign"
    PERCENT_AND_UNIT = "percent_and_unit"
    DIMENSION = "dimension"
    UNIT_MISSING = "unit_missing"

    @property
    def words(self) -> str:
        """The phrase a user reads; words in braces come from the two texts."""
        return MISMATCHES[self]


CAUSES: dict[Cause, str] = {cause: wording("quantity")["cause"][cause] for cause in Cause}
MISMATCHES: dict[Mismatch, str] = {each: wording("quantity")["mismatch"][each] for each in Mismatch}
"""A phrase that the texts lack fails here, on import."""


class NotAQuantity(ValueError):
    """A text that cannot be read as one number. ``str`` of it is the reason, in words."""

    def __init__(self, cause: Cause) -> None:
        self.cause = cause
        super().__init__(cause.words)


class TooLarge(NotAQuantity):
    """A number beyond the bound, to be shown and not to be computed with."""

    def __init__(self, quantity: Quantity) -> None:
        self.quantity = quantity
        super().__init__(Cause.TOO_LARGE)


class UnitMismatch(ValueError):
    """Two quantities that cannot be brought to one unit. ``str`` of it is the reason, in words."""

    def __init__(self, mismatch: Mismatch, **words: str) -> None:
        self.mismatch = mismatch
        super().__init__(mismatch.words.format(**words))
