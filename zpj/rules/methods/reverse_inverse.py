"""反向 by ``inverse``: full points up to the ceiling A, above it A/B x 分值."""

from zpj.rules.methods.method import Explanation, MeasuredRow, Part, RowMethod, nothing_wrong, only_rule
from zpj.rules.profile import Profile
from zpj.rules.written_numbers import amount, points

KEPT, ABOVE = "kept", "above"


def _points(_: Profile, row: MeasuredRow) -> float:
    return row.points if row.b <= row.a else row.a / row.b * row.points


def _explain(_: Profile, row: MeasuredRow) -> Explanation:
    figures = {"a": amount(row.a), "b": amount(row.b), "points": points(row.points)}
    return Explanation(KEPT if row.b <= row.a else ABOVE, figures)


METHOD: RowMethod[MeasuredRow] = RowMethod(
    part=Part.REVERSE,
    name="inverse",
    points=_points,
    explain=_explain,
    cases=(KEPT, ABOVE),
    clause=lambda profile, _: profile.reverse.clause,
    words=only_rule,
    problems=nothing_wrong,
)
