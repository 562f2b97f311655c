"""Numbers as a person writes them, in findings and reports."""


def plain(number: float) -> str:
    """``number`` to 15 significant digits: 5 rather than 5.0."""
    return f"{number:.15g}"
