"""The columns of the form sheet: the one place that knows their letters and widths.

A to I are the official printed form, J to O the aids beside it, outside the print area.
"""

from functools import cache

LABEL = "A"
LEVEL1 = "B"
LEVEL2 = "C"
LEVEL3 = "D"
TARGET = "E"
ACTUAL = "F"
POINTS = "G"
SCORE = "H"
REASON = "I"
KIND = "J"
TIER = "K"
RATIO = "L"
DEDUCTION = "M"
CHECK = "N"
EVIDENCE = "O"

INITIAL = LEVEL3
BUDGET = TARGET
SPENT = ACTUAL
FUND_POINTS = POINTS
RATE = SCORE
FUND_SCORE = REASON
"""The 项目资金 block uses the same columns for other things."""

PRINTED = "ABCDEFGHI"
AIDS = "JKLMNO"

WIDTHS = {
    LABEL: 5.0,
    LEVEL1: 9.0,
    LEVEL2: 10.0,
    LEVEL3: 19.0,
    TARGET: 17.0,
    ACTUAL: 22.0,
    POINTS: 7.5,
    SCORE: 8.5,
    REASON: 21.0,
    KIND: 7.0,
    TIER: 11.0,
    RATIO: 10.0,
    DEDUCTION: 10.0,
    CHECK: 44.0,
    EVIDENCE: 24.0,
}
"""Widths in characters of the default font, as a workbook stores them."""


@cache
def span_width(first: str, last: str) -> float:
    """The width of the cells ``first`` to ``last`` of one row, merged."""
    return sum(width for column, width in WIDTHS.items() if first <= column <= last)
