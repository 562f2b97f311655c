"""Two quantities brought to one unit, exactly: fractions throughout, one float at the end."""

from fractions import Fraction

from zpj.quantity.quantity import Quantity
from zpj.quantity.refusals import Mismatch, UnitMismatch
from zpj.quantity.units import RATIO, leading_unit

_COUNTING = "counting"
PLAUSIBLE = 10
"""B/A between a tenth and ten speaks for a reading of a number without unit."""
LONGEST_NAME = 12


def compare(target: Quantity, actual: Quantity) -> tuple[float, float]:
    """A and B in the target's own written unit, percentages as fractions.

    5万人次 and 19749人次 are (5.0, 1.9749). Counting words are not looked at: 1600场次 and 24445场活动
    compare. A side without unit takes the other's.
    Raises :class:`UnitMismatch` when there is no common unit, or when a bare number may mean two things.
    """
    if (target.scale, target.unit, target.percent) == (actual.scale, actual.unit, actual.percent):
        return target.value, actual.value
    size, actual_size = _sizes(target, actual)
    written = Fraction(1) if target.percent else size
    return target.value, float(Fraction(actual.number) * actual_size / written)


def _sizes(target: Quantity, actual: Quantity) -> tuple[Fraction, Fraction]:
    """How much one written unit of either side is, in a base unit that both share."""
    if actual.is_bare:
        return _size(target), _bare_size(actual, target, most=PLAUSIBLE * target.value)
    if target.is_bare:
        return _bare_size(target, actual, most=1), _size(actual)
    _require_common_dimension(target, actual)
    unit = _unit_factor(target) or _unit_factor(actual) or Fraction(1)
    return _size(target, unit), _size(actual, unit)


def _size(quantity: Quantity, unit: Fraction = Fraction(1)) -> Fraction:
    """One written unit in base units; ``unit`` stands in where the text names a scale only, as in 50万."""
    if quantity.percent:
        return Fraction(1, 100)
    return Fraction(quantity.scale) * (_unit_factor(quantity) or unit)


def _unit_factor(quantity: Quantity) -> Fraction | None:
    """Base units in one unit, without the scale; ``None`` where no unit is written."""
    if not quantity.unit:
        return None
    known = leading_unit(quantity.unit)
    return known.factor if known else Fraction(1)


def _bare_size(bare: Quantity, other: Quantity, most: float) -> Fraction:
    """What one of ``bare`` is, told by ``other``; against a percentage a fraction up to 1 or below ``most``.

    Next to 453.3万元 a bare number is 万元 or 元: the reading that makes the two alike, if only one does.
    """
    if other.percent:
        if bare.number > 1 and bare.value >= most:
            raise UnitMismatch(Mismatch.PERCENT_SIGN, bare=bare.digits)
        return Fraction(1)
    scaled = _size(other)
    if other.scale == 1 or not bare.number or not other.number:
        return scaled
    known = Fraction(other.number) * scaled
    readings = (scaled / Fraction(other.scale), scaled)
    plausible = [size for size in readings if _close(Fraction(bare.number) * size / known)]
    if len(plausible) != 1:
        raise UnitMismatch(Mismatch.UNIT_MISSING, bare=bare.digits)
    return plausible[0]


def _close(ratio: Fraction) -> bool:
    return Fraction(1, PLAUSIBLE) <= ratio <= PLAUSIBLE


def _require_common_dimension(target: Quantity, actual: Quantity) -> None:
    dimensions = _dimension(target), _dimension(actual)
    if dimensions[0] == dimensions[1]:
        return
    if RATIO in dimensions:
        raise UnitMismatch(Mismatch.PERCENT_AND_UNIT)
    if "" not in dimensions:
        units = {"target": target.unit[:LONGEST_NAME], "actual": actual.unit[:LONGEST_NAME]}
        raise UnitMismatch(Mismatch.DIMENSION, **units)


def _dimension(quantity: Quantity) -> str:
    """The dimension a quantity is measured in; empty when only a scale is written."""
    if quantity.percent:
        return RATIO
    known = leading_unit(quantity.unit)
    return known.dimension if known else _COUNTING if quantity.unit else ""
