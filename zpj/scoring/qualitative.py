"""定性 indicators: the filler judges a ratio inside a tier."""


def score_qualitative(ratio: float, points: float) -> float:
    """ratio x points, unrounded."""
    return ratio * points
