"""What :mod:`zpj.quantity` knows, as tables to render the VBA modules with.

They are what its own modules go by: a second list would soon differ.
"""

from collections.abc import Mapping
from functools import cache
from itertools import groupby
from math import log10
from operator import attrgetter
from typing import Any

from zpj.quantity import bounds, comparators, dates, reading, suffix, tokens, units
from zpj.quantity.comparing import LONGEST_NAME, PLAUSIBLE
from zpj.quantity.normalise import FULL_WIDTH
from zpj.quantity.quantity import CEILINGS, FLOORS
from zpj.quantity.refusals import CAUSES, MISMATCHES
from zpj.quantity.units import PER_MILLE, SCALES
from zpj.quantity.vocabulary import AMOUNT, COMPARATOR, RANK, SUFFIX
from zpj.vba.compiled_patterns import operations, programs, require_programs

PATTERNS = {
    "CLAUSE_END": comparators.CLAUSE_END,
    "COMPARATOR_BEFORE": comparators.BEFORE,
    "COMPARATOR_AFTER": comparators.AFTER,
    "DATE": dates.DATE,
    "YEAR": dates.YEAR,
    "SUFFIX_HEAD": suffix.HEAD,
    "SUFFIX_RUN": suffix.RUN,
    "TOKEN": tokens.TOKEN,
    "MINUS": tokens.MINUS,
    "RANGE": reading.RANGE,
    "RANK_AFTER": reading.RANK_AFTER,
}
"""The patterns that the modules use, by the names they give them."""
CHARACTER_SETS = {"BLANK": str.isspace, "DIGIT": suffix.is_digit}


@cache
def quantity_tables() -> Mapping[str, Any]:
    """The names the templates of the quantity modules use.

    Raises:
        LookupError: the compiled patterns are out of date.
    """
    require_programs([*PATTERNS, *CHARACTER_SETS])
    return {
        "programs": programs(),
        "reasons": {cause.name: words for cause, words in CAUSES.items()},
        "mismatches": {mismatch.name: words for mismatch, words in MISMATCHES.items()},
        "symbols": comparators.SYMBOLS,
        "floors": "".join(sorted(FLOORS)),
        "ceilings": "".join(sorted(CEILINGS)),
        "scales": {word: scale.adjusted() for word, scale in SCALES.items()},
        "per_mille": PER_MILLE.adjusted(),
        "units": {
            dimension: tuple(names)
            for dimension, names in groupby(units.UNITS.values(), attrgetter("dimension"))
        },
        "longest_unit": max(map(len, units.UNITS)),
        "ratio": units.RATIO,
        "amounts": AMOUNT,
        "ranks": RANK,
        "suffixes": SUFFIX,
        "comparators": COMPARATOR,
        "closing": suffix.CLOSING,
        "widest_power": round(log10(reading.WIDEST_RANGE)),
        "longest_number": bounds.LONGEST_NUMBER,
        "largest": bounds.LARGEST,
        "minus": "−",
        "shortest_run": suffix.SHORT,
        "plausible": PLAUSIBLE,
        "longest_name": LONGEST_NAME,
        "full_width": _full_width(),
        "op": operations(),
    }


def _full_width() -> Mapping[str, int]:
    """First and last full-width character, how far they are from the half-width ones, and the blank."""
    shifted = [full for full, half in FULL_WIDTH.items() if isinstance(half, int)]
    (blank,) = FULL_WIDTH.keys() - shifted
    return {
        "first": shifted[0],
        "last": shifted[-1],
        "offset": shifted[0] - int(FULL_WIDTH[shifted[0]]),
        "blank": blank,
    }
