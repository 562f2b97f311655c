"""What :mod:`zpj.quantity` knows, as tables to render the VBA modules with.

They are what its own modules go by, underscore or not: a second list would soon differ.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import log10
from operator import attrgetter
from typing import Any

from zpj.quantity import comparators, dates, reading, suffix, tokens, units
from zpj.quantity.comparing import LONGEST_NAME, PLAUSIBLE
from zpj.quantity.normalise import FULL_WIDTH
from zpj.quantity.quantity import CEILINGS, FLOORS
from zpj.quantity.refusals import Mismatch, Reason
from zpj.quantity.scales import PER_MILLE, SCALES
from zpj.vba import pattern_compiler

_PATTERNS = {
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
_CHARACTERS = {"BLANK": str.isspace, "DIGIT": suffix.is_digit}


@dataclass(frozen=True, slots=True)
class Program:
    """A compiled pattern: where it starts among all programs, its instructions, its groups by name."""

    name: str
    start: int
    code: tuple[int, ...]
    groups: Mapping[str, int]


@cache
def programs() -> tuple[Program, ...]:
    """Every pattern, one behind the other."""
    return tuple(_programs())


def _programs() -> Iterator[Program]:
    start = 0
    for name, pattern in _PATTERNS.items():
        code = pattern_compiler.program(pattern, start)
        groups = {f"{name}_{group}".upper(): number for group, number in pattern.groupindex.items()}
        yield Program(name, start, tuple(code), groups)
        start += len(code)
    for name, belongs in _CHARACTERS.items():
        code = pattern_compiler.one_of(filter(belongs, pattern_compiler.characters()))
        yield Program(name, start, tuple(code), {})
        start += len(code)


@cache
def quantity_tables() -> Mapping[str, Any]:
    """The names the templates of the quantity modules use."""
    return {
        "programs": programs(),
        "reasons": Reason,
        "mismatches": Mismatch,
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
        "nothing": sorted(reading.NOTHING),
        "punctuation": reading.PUNCTUATION,
        "odd_before": "".join(reading.ODD_BEFORE),
        "no_rank": "".join(reading.NO_RANK),
        "widest_power": round(log10(reading.WIDEST_RANGE)),
        "longest_number": tokens.LONGEST,
        "beyond": f"1E+{tokens.LARGEST_POWER + 1}",
        "minus": "−",
        "shortest_run": suffix.SHORT,
        "plausible": PLAUSIBLE,
        "longest_name": LONGEST_NAME,
        "full_width": _full_width(),
        "op": pattern_compiler,
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
