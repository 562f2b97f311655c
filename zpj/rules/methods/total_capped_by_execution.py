"""``capped_by_execution``: the sum of all scores, at most execution rate x full marks."""

from zpj.rules.methods.method import Part, TotalMethod, nothing_wrong, only_rule
from zpj.rules.profile import Profile


def _total(profile: Profile, scores: float, rate: float | None) -> float | None:
    return None if rate is None else min(scores, rate * profile.total.points)


METHOD = TotalMethod(
    part=Part.TOTAL,
    name="capped_by_execution",
    total=_total,
    words=only_rule,
    problems=nothing_wrong,
)
