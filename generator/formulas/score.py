"""Score formulas of indicator rows: ``zpj.scoring`` written for the cells of one row.

A score is blank while its inputs are missing or are no numbers, never an error and never 0.
"""

from typing import NamedTuple

from generator.formulas.expressions import lookup, number
from generator.layout import columns
from zpj.form import Kind
from zpj.rounding import EDGE_DIGITS
from zpj.rules import Profile


class RowRefs(NamedTuple):
    """The cells of one indicator row. ``target`` is a literal number where the target cell holds words."""

    target: str
    actual: str
    points: str
    score: str
    reason: str
    tier: str
    ratio: str
    deduction: str


def row_refs(row: int, target: str | None = None) -> RowRefs:
    """The references of sheet row ``row``."""
    return RowRefs(
        target or f"{columns.TARGET}{row}",
        f"{columns.ACTUAL}{row}",
        f"{columns.POINTS}{row}",
        f"{columns.SCORE}{row}",
        f"{columns.REASON}{row}",
        f"{columns.TIER}{row}",
        f"{columns.RATIO}{row}",
        f"{columns.DEDUCTION}{row}",
    )


def score_formula(profile: Profile, kind: Kind, at: RowRefs, a: float | None) -> str:
    """The score of a row whose target is ``a`` (``None`` for 定性)."""
    if kind is Kind.QUALITATIVE:
        filled = f'AND({at.actual}<>"",ISNUMBER({at.ratio}),{at.deduction}>=0,{inside_tier(profile, at)})'
        rule = f"{at.ratio}*{at.points}"
    else:
        filled = f"AND(ISNUMBER({at.actual}),{at.actual}>=0,{at.deduction}>=0)"
        rule = _positive(profile, at, a) if kind is Kind.POSITIVE else _reverse(profile, at, a)
    score = _rounded(profile, f"MAX(0,{_rounded(profile, rule)}-{at.deduction})")
    return f'IFERROR(IF({filled},{score},""),"")'


def excess(at: RowRefs) -> str:
    """偏离度, as precise as it is when it meets the edge of a band."""
    return f"ROUND(({at.actual}-{at.target})/{at.target},{EDGE_DIGITS})"


def inside_tier(profile: Profile, at: RowRefs) -> str:
    """Whether the ratio lies in the band of the chosen tier."""
    ratio = f"ROUND({at.ratio},{EDGE_DIGITS})"
    bands = (
        f'AND({at.tier}="{band.tier}",{ratio}>={number(band.low)},'
        f"{ratio}{'<=' if band.high == 1 else '<'}{number(band.high)})"
        for band in profile.tiers
    )
    return f"OR({','.join(bands)})"


def _positive(profile: Profile, at: RowRefs, a: float | None) -> str:
    if not a:
        return at.points
    ratio = f"MIN(1,{at.actual}/{at.target})*{at.points}"
    bands = profile.positive.over_completion
    if not bands:
        return ratio
    # B >= 0 makes r >= -1, so the array starts there.
    deduct = lookup(excess(at), [-1, *(band.low for band in bands)], [0, *(band.deduct for band in bands)])
    return f"{ratio}-{deduct}*{at.points}"


def _reverse(profile: Profile, at: RowRefs, a: float | None) -> str:
    if not a:
        above = "0"
    elif profile.reverse.method == "distance":
        above = f"MAX(0,1-({at.actual}-{at.target})/{at.target})*{at.points}"
    else:
        above = f"{at.target}/{at.actual}*{at.points}"
    return f"IF({at.actual}<={at.target},{at.points},{above})"


def _rounded(profile: Profile, expression: str) -> str:
    if profile.rounding.of == "rows":
        return f"ROUND({expression},{profile.rounding.decimals})"
    return expression
