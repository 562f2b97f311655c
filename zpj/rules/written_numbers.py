"""Numbers as the sentences about rules write them."""


def points(value: float) -> str:
    """Points without zeros at their end: 10, 2.5."""
    return f"{value:g}"


def percent(share: float) -> str:
    """A share as a percentage: 197.4%."""
    return f"{share * 100:.10g}%"


def amount(value: float) -> str:
    """A target or an actual value, to ten digits."""
    return f"{value:.10g}"
