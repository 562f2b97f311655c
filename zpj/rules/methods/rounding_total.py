"""``total``: rows keep all their decimals, only the total is rounded."""

from zpj.quantity.rounding import round_half_up
from zpj.rules.methods.method import Part, RoundingMethod, nothing_wrong, only_rule
from zpj.rules.profile import Profile


def _counted(profile: Profile, printed: float, by_rule: float | None) -> float:
    """The score by rule where the printed one is what is left of it after rounding."""
    if by_rule is None:
        return printed
    decimals = profile.rounding.decimals
    return by_rule if round_half_up(printed, decimals) == round_half_up(by_rule, decimals) else printed


METHOD = RoundingMethod(
    part=Part.ROUNDING,
    name="total",
    row=lambda _, score: score,
    counted=_counted,
    words=only_rule,
    problems=nothing_wrong,
)
