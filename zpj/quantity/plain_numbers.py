"""Numbers as a person writes them, in findings and reports."""


def plain(number: float) -> str:
    """``number`` to 15 significant digits: 5 rather than 5.0."""
    return f"{number:.15g}"


def plain_percent(ratio: float) -> str:
    """``ratio`` as a percentage: 0.85 is 85%."""
    return f"{plain(ratio * 100)}%"
