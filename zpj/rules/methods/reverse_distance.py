"""反向 by ``distance``: full points up to the ceiling A, above it (1-(B-A)/A) x 分值 down to 0 at 2A."""

from zpj.rules.methods.method import Explanation, MeasuredRow, Part, RowMethod, nothing_wrong, only_rule
from zpj.rules.profile import Profile
from zpj.rules.written_numbers import amount, points

KEPT, ABOVE = "kept", "above"


def _points(_: Profile, row: MeasuredRow) -> float:
    if row.b <= row.a:
        return row.points
    return max(0.0, 1 - (row.b - row.a) / row.a) * row.points


def _explain(_: Profile, row: MeasuredRow) -> Explanation:
    figures = {"a": amount(row.a), "b": amount(row.b), "points": points(row.points)}
    return Explanation(KEPT if row.b <= row.a else ABOVE, figures)


METHOD: RowMethod[MeasuredRow] = RowMethod(
    part=Part.REVERSE,
    name="distance",
    points=_points,
    explain=_explain,
    cases=(KEPT, ABOVE),
    clause=lambda profile, _: profile.reverse.clause,
    words=only_rule,
    problems=nothing_wrong,
)
