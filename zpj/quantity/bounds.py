"""How large a number may be, and how long a text: one bound for targets, actual values and money.

Python, formulas and VBA refuse the same numbers, so none of them computes with one that another refuses.
"""

LARGEST = 1e15
"""Every number stays below it, whatever its sign: a spreadsheet keeps 15 digits of a number, and from here on
not every whole number has its own."""
LONGEST_NUMBER = 28
"""Characters: what Decimal and a report can carry; a double has 17 digits."""
LONGEST_TEXT = 32_767
"""Characters: what a cell can hold."""


def is_within_bounds(*numbers: float) -> bool:
    """Whether all ``numbers`` are small enough to compute with."""
    return all(abs(number) < LARGEST for number in numbers)
