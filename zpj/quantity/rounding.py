"""The one rounding function: half up, in decimal, as Excel and LibreOffice round.

A double is first brought to 15 significant digits, which is what a spreadsheet shows and rounds: 8.655 is
stored as 8.65499999999999936 and still rounds to 8.66. Python's own ``round`` is half-even on the binary
value and differs on 3.3% of the scores that were measured.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

_WIDE = Context(prec=400)
"""Digits enough for any double: a filler may type 1e300 into a cell."""


_SMALL, _TIE = 1e11, 1e-3
"""Below so many units of the last decimal, 15 digits move a number by less than the second part of one."""


def round_half_up(x: float, digits: int = 2) -> float:
    """``x`` rounded to ``digits`` decimals as the spreadsheet function ROUND does it."""
    units = abs(x) * 10**digits
    if units < _SMALL and abs(units % 1 - 0.5) > _TIE:
        # Every way of rounding agrees where no tie is near, and Python's own is the quickest.
        return round(x, digits)
    return float(Decimal(f"{x:.15g}").quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _WIDE))


EDGE_DIGITS = 10


def on_edge_grid(x: float) -> float:
    """``x`` as precise as rates and ratios are when they meet the edge of a band: (2.7-0.9)/0.9 is 2."""
    return round_half_up(x, EDGE_DIGITS)
