"""Score formulas of indicator rows: ``zpj.scoring`` written for the cells of one row.

A score is blank while its inputs are missing or are no numbers, never an error and never 0.
"""

from functools import lru_cache

from zpj.model.project import Kind
from zpj.quantity.rounding import EDGE_DIGITS
from zpj.rules import Profile
from zpj_generator.formulas.expressions import lookup, number
from zpj_generator.sheet.row_refs import RowRefs, RowShape


@lru_cache(maxsize=256)
def score_pattern(profile: Profile, kind: Kind, shape: RowShape) -> str:
    """The score formula of rows of this kind and shape, with ROW for the row number."""
    at = shape.at
    if kind is Kind.QUALITATIVE:
        filled = (
            f'AND(TRIM({at.actual})<>"",ISNUMBER({at.ratio}),{at.deduction}>=0,{inside_tier(profile, at)})'
        )
        rule = f"{at.ratio}*{at.points}"
    else:
        filled = f"AND(ISNUMBER({at.actual}),{at.actual}>=0,{at.deduction}>=0)"
        rule = _positive(profile, shape) if kind is Kind.POSITIVE else _reverse(profile, shape)
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


def _positive(profile: Profile, shape: RowShape) -> str:
    at = shape.at
    if shape.zero_target:
        return at.points
    ratio = f"MIN(1,{at.actual}/{at.target})*{at.points}"
    bands = profile.positive.over_completion
    if not bands:
        return ratio
    # B >= 0 makes r >= -1, so the array starts there.
    deduct = lookup(excess(at), [-1, *(band.low for band in bands)], [0, *(band.deduct for band in bands)])
    return f"{ratio}-{deduct}*{at.points}"


def _reverse(profile: Profile, shape: RowShape) -> str:
    at = shape.at
    if shape.zero_target:
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
