"""Score formulas of indicator rows: ``zpj.scoring`` written for the cells of one row.

A score is blank while its inputs are missing or are no numbers, never an error and never 0.
"""

from functools import lru_cache

from zpj.model.project import Kind
from zpj.quantity import LARGEST
from zpj.quantity.rounding import EDGE_DIGITS
from zpj.rules import Profile
from zpj.rules.methods import JUDGED, Part, measured_method
from zpj_generator.formulas.expressions import number
from zpj_generator.formulas.method_formulas import ROUNDING, ROW
from zpj_generator.sheet.row_refs import RowRefs, RowShape


@lru_cache(maxsize=256)
def score_pattern(profile: Profile, kind: Kind, shape: RowShape) -> str:
    """The score formula of rows of this kind and shape, with ROW for the row number."""
    at = shape.at
    if kind is Kind.QUALITATIVE:
        part, name = JUDGED.part, JUDGED.name
        filled = (
            f'AND(TRIM({at.actual})<>"",ISNUMBER({at.ratio}),{at.deduction}>=0,{inside_tier(profile, at)})'
        )
    else:
        method = measured_method(profile, kind, zero_target=shape.zero_target)
        part, name = method.part, method.name
        filled = f"AND(ISNUMBER({at.actual}),{at.actual}>=0,{at.actual}<={LARGEST},{at.deduction}>=0)"
    rule = ROW[part, name](profile, kind, at)
    score = _rounded(profile, f"MAX(0,{_rounded(profile, rule)}-{at.deduction})")
    return f'IFERROR(IF({filled},{score},""),"")'


def inside_tier(profile: Profile, at: RowRefs) -> str:
    """Whether the ratio lies in the band of the chosen tier."""
    ratio = f"ROUND({at.ratio},{EDGE_DIGITS})"
    bands = (
        f'AND({at.tier}="{band.tier}",{ratio}>={number(band.low)},'
        f"{ratio}{'<=' if band.high == 1 else '<'}{number(band.high)})"
        for band in profile.tiers
    )
    return f"OR({','.join(bands)})"


def _rounded(profile: Profile, score: str) -> str:
    return ROUNDING[Part.ROUNDING, profile.rounding.of](profile, score)
