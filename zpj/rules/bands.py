"""Bands of a profile: the one a number lies in, found as a spreadsheet LOOKUP does, and what may be wrong."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from zpj.quantity.rounding import on_edge_grid
from zpj.texts import wording


class HasLow(Protocol):
    """Anything with a lower bound."""

    @property
    def low(self) -> float:
        """The inclusive lower bound."""
        ...


B = TypeVar("B", bound=HasLow)


def band_of(bands: Sequence[B], x: float) -> B | None:
    """The last band whose ``low`` is not above ``x``; ``None`` below the first. ``bands`` ascend."""
    if not bands or x < bands[0].low - 1:  # most are far below, and need no rounding to be so
        return None
    index = bisect_right(bands, on_edge_grid(x), key=lambda band: band.low)
    return bands[index - 1] if index else None


def lookup_problems(
    key: str, lows: Sequence[float], *, starts_at_zero: bool = False
) -> Iterator[tuple[str, str]]:
    """What a spreadsheet LOOKUP could not search: bands that begin alike, a first one that is not at 0."""
    says = wording("rules")["problem"]
    if list(lows) != sorted(set(lows)):
        yield key, says["same_low"]
    if starts_at_zero and (not lows or lows[0] != 0):
        yield key, says["not_from_zero"]
