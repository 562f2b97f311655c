"""The formula of every scoring method: one entry each; importing this module fails while any is missing."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from zpj.model.project import Kind
from zpj.quantity.rounding import EDGE_DIGITS
from zpj.rules import Profile
from zpj.rules.methods import METHODS, Part, require_writings
from zpj_generator.formulas.expressions import lookup, number
from zpj_generator.sheet.row_refs import RowRefs

RowFormula: TypeAlias = Callable[[Profile, Kind, RowRefs], str]
"""Unrounded points of a row, its inputs given."""
ExecutionFormula: TypeAlias = Callable[[Profile, str, str], str]
"""Rounded points of an execution rate, from the cells of the rate and of full marks."""
RoundingFormula: TypeAlias = Callable[[Profile, str], str]
"""The score of a row, rounded or not."""
TotalFormula: TypeAlias = Callable[[Profile, str, str], str]
"""The unrounded total, from the sum of all scores and the cell of the execution rate."""


def excess(at: RowRefs) -> str:
    """偏离度, as precise as it is when it meets the edge of a band."""
    return f"ROUND(({at.actual}-{at.target})/{at.target},{EDGE_DIGITS})"


def _positive_ratio(profile: Profile, _: Kind, at: RowRefs) -> str:
    ratio = f"MIN(1,{at.actual}/{at.target})*{at.points}"
    bands = profile.positive.over_completion
    if not bands:
        return ratio
    # B >= 0 makes r >= -1, so the array starts there.
    deduct = lookup(excess(at), [-1, *(band.low for band in bands)], [0, *(band.deduct for band in bands)])
    return f"{ratio}-{deduct}*{at.points}"


def _reverse_inverse(_: Profile, __: Kind, at: RowRefs) -> str:
    return _up_to_ceiling(at, f"{at.target}/{at.actual}*{at.points}")


def _reverse_distance(_: Profile, __: Kind, at: RowRefs) -> str:
    return _up_to_ceiling(at, f"MAX(0,1-({at.actual}-{at.target})/{at.target})*{at.points}")


def _met_or_nothing(_: Profile, kind: Kind, at: RowRefs) -> str:
    return _up_to_ceiling(at, "0") if kind is Kind.REVERSE else at.points


def _judged_ratio(_: Profile, __: Kind, at: RowRefs) -> str:
    return f"{at.ratio}*{at.points}"


def _up_to_ceiling(at: RowRefs, above: str) -> str:
    return f"IF({at.actual}<={at.target},{at.points},{above})"


def _execution_ratio(profile: Profile, rate: str, points: str) -> str:
    return f"ROUND(MIN(1,{rate})*{points},{profile.rounding.decimals})"


def _execution_steps(profile: Profile, rate: str, _: str) -> str:
    steps = profile.execution.steps
    return lookup(
        f"ROUND({rate},{EDGE_DIGITS})", [step.low for step in steps], [step.points for step in steps]
    )


def _rounded(profile: Profile, score: str) -> str:
    return f"ROUND({score},{profile.rounding.decimals})"


def _capped(profile: Profile, scores: str, rate: str) -> str:
    return f"MIN({scores},{rate}*{number(profile.total.points)})"


ROW: Mapping[tuple[Part, str], RowFormula] = {
    (Part.POSITIVE, "ratio"): _positive_ratio,
    (Part.REVERSE, "inverse"): _reverse_inverse,
    (Part.REVERSE, "distance"): _reverse_distance,
    (Part.ZERO_TARGET, "met_or_nothing"): _met_or_nothing,
    (Part.JUDGED, "ratio"): _judged_ratio,
}
EXECUTION: Mapping[tuple[Part, str], ExecutionFormula] = {
    (Part.EXECUTION, "ratio"): _execution_ratio,
    (Part.EXECUTION, "steps"): _execution_steps,
}
ROUNDING: Mapping[tuple[Part, str], RoundingFormula] = {
    (Part.ROUNDING, "rows"): _rounded,
    (Part.ROUNDING, "total"): lambda _, score: score,
}
TOTAL: Mapping[tuple[Part, str], TotalFormula] = {
    (Part.TOTAL, "sum"): lambda _, scores, __: scores,
    (Part.TOTAL, "capped_by_execution"): _capped,
}

require_writings("formula", [*ROW, *EXECUTION, *ROUNDING, *TOTAL], METHODS)
