"""Text to number: targets and actual values as people write them, and the two brought to one unit.

``≥90%``, ``5万人次``, ``453.3万元以内``, ``实际支出34.62万元`` are quantities. A text with several numbers,
a date or a period is not: it raises :class:`NotAQuantity` with the reason rather than be guessed at.
"""

from zpj.quantity.bounds import LARGEST, is_within_bounds
from zpj.quantity.comparing import compare
from zpj.quantity.quantity import Quantity
from zpj.quantity.reading import read_actual, read_target
from zpj.quantity.refusals import Cause, Mismatch, NotAQuantity, TooLarge, UnitMismatch
from zpj.quantity.units import scale_word

__all__ = [
    "LARGEST",
    "Cause",
    "Mismatch",
    "NotAQuantity",
    "Quantity",
    "TooLarge",
    "UnitMismatch",
    "compare",
    "is_within_bounds",
    "read_actual",
    "read_target",
    "scale_word",
]
