"""``rows``: the score of every row is rounded."""

from zpj.quantity.rounding import round_half_up
from zpj.rules.methods.method import Part, RoundingMethod, nothing_wrong, only_rule

METHOD = RoundingMethod(
    part=Part.ROUNDING,
    name="rows",
    row=lambda profile, score: round_half_up(score, profile.rounding.decimals),
    counted=lambda _, printed, __: printed,
    words=only_rule,
    problems=nothing_wrong,
)
