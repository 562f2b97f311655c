"""Finding the band a number lies in, as a spreadsheet LOOKUP does."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from zpj.quantity.rounding import on_edge_grid


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
