"""A = 0 by ``met_or_nothing``: 正向 always full; 反向 full at B = 0, else nothing."""

from zpj.model.project import Kind
from zpj.rules.methods.method import Explanation, MeasuredRow, Part, RowMethod, nothing_wrong, only_rule
from zpj.rules.profile import Profile
from zpj.rules.written_numbers import amount

FLOOR, KEPT, BROKEN = "floor", "kept", "broken"


def _points(_: Profile, row: MeasuredRow) -> float:
    return 0.0 if _case(row) == BROKEN else row.points


def _explain(_: Profile, row: MeasuredRow) -> Explanation:
    return Explanation(_case(row), {"a": amount(row.a), "b": amount(row.b)})


def _case(row: MeasuredRow) -> str:
    if row.kind is not Kind.REVERSE:
        return FLOOR
    return KEPT if row.b <= row.a else BROKEN


METHOD: RowMethod[MeasuredRow] = RowMethod(
    part=Part.ZERO_TARGET,
    name="met_or_nothing",
    points=_points,
    explain=_explain,
    cases=(FLOOR, KEPT, BROKEN),
    clause=lambda profile, _: profile.zero_target.clause,
    words=only_rule,
    problems=nothing_wrong,
)
