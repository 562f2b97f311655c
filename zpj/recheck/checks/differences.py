"""When two figures differ: by more than a tolerance, which binary fractions must not decide."""

from zpj.quantity.rounding import on_edge_grid


def differ(found: float, expected: float, tolerance: float) -> bool:
    """Whether two figures are further apart than ``tolerance``."""
    return on_edge_grid(abs(found - expected)) > tolerance
