"""正向 and 反向 indicators: unrounded points for a target A and an actual value B, both >= 0."""

from zpj.rules import Positive, Reverse
from zpj.scoring.bands import band_of


def over_completion(a: float, b: float) -> float | None:
    """偏离度 r = (B-A)/A; ``None`` for A = 0, where over-completion does not exist."""
    return (b - a) / a if a else None


def score_positive(rule: Positive, a: float, b: float, points: float) -> float:
    """min(1, B/A) x points, less what the over-completion band of r takes off; full points for A = 0."""
    excess = over_completion(a, b)
    if excess is None:
        return points
    band = band_of(rule.over_completion, excess)
    return min(1.0, b / a) * points - (band.deduct * points if band else 0.0)


def score_reverse(rule: Reverse, a: float, b: float, points: float) -> float:
    """Full points up to the ceiling A; above it by the profile's method; nothing above a ceiling of 0."""
    if b <= a:
        return points
    if a == 0:
        return 0.0
    if rule.method == "distance":
        return max(0.0, 1 - (b - a) / a) * points
    return a / b * points
