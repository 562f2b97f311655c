"""How large a number may be, and how long a text: one bound for targets, actual values and money.

Python, formulas and VBA refuse the same numbers, so none of them computes with one that another refuses.
"""

LARGEST = 999_999_999_999_999
"""The largest number there is, with either sign. A spreadsheet keeps 15 digits of a number: beyond, not every
whole number has its own. Programs write a number of 15 digits in a formula in one way, 1E+15 in several."""
LONGEST_NUMBER = 28
"""Characters: what Decimal and a report can carry; a double has 17 digits."""
LONGEST_TEXT = 32_767
"""Characters: what a cell can hold."""


def is_within_bounds(*numbers: float) -> bool:
    """Whether all ``numbers`` are small enough to compute with."""
    return all(abs(number) <= LARGEST for number in numbers)
