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

from vba import patterns
from zpj.quantity import comparators, dates, read, suffix, tokens, units
from zpj.quantity.compare import LONGEST_NAME, PLAUSIBLE
from zpj.quantity.model import CEILINGS, FLOORS
from zpj.quantity.normalise import FULL_WIDTH
from zpj.quantity.reasons import Mismatch, Reason
from zpj.quantity.scales import PER_MILLE, SCALES

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
    "RANGE": read.RANGE,
    "RANK_AFTER": read.RANK_AFTER,
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
        code = patterns.program(pattern, start)
        groups = {f"{name}_{group}".upper(): number for group, number in pattern.groupindex.items()}
        yield Program(name, start, tuple(code), groups)
        start += len(code)
    for name, belongs in _CHARACTERS.items():
        code = patterns.one_of(filter(belongs, patterns.characters()))
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
        "nothing": sorted(read.NOTHING),
        "punctuation": read.PUNCTUATION,
        "odd_before": "".join(read.ODD_BEFORE),
        "no_rank": "".join(read.NO_RANK),
        "widest_power": round(log10(read.WIDEST_RANGE)),
        "longest_number": tokens.LONGEST,
        "beyond": f"1E+{tokens.LARGEST_POWER + 1}",
        "minus": "−",
        "shortest_run": suffix.SHORT,
        "plausible": PLAUSIBLE,
        "longest_name": LONGEST_NAME,
        "full_width": _full_width(),
        "op": patterns,
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
