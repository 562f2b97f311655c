"""Contestants timed side by side: one turn each per round, so that a slow moment of the machine hits all."""

import gc
from collections.abc import Callable, Iterable, Sequence
from statistics import median
from time import process_time
from typing import Any, Generic, NamedTuple, TypeVar

Case = TypeVar("Case")


class Contestant(NamedTuple, Generic[Case]):
    """Something to be timed: ``run`` on what ``prepare`` makes of a case, off the clock."""

    name: str
    prepare: Callable[[Case], Any]
    run: Callable[[Any], object]


def medians(contestants: Sequence[Contestant[Case]], cases: Iterable[Case]) -> dict[str, float]:
    """The median processor time of each contestant in milliseconds, one round per case.

    The first case warms up. Processor time, because others may be using the machine.
    """
    # What was imported stays; collecting garbage before every turn need not look at it again.
    gc.collect()
    gc.freeze()
    rounds = [[_time(contestant, case) for contestant in contestants] for case in cases]
    columns = zip(*rounds[1:], strict=True)
    return {contestant.name: median(times) for contestant, times in zip(contestants, columns, strict=True)}


def _time(contestant: Contestant[Case], case: Case) -> float:
    prepared = contestant.prepare(case)
    # Nobody pays for the garbage of the one before.
    gc.collect()
    start = process_time()
    contestant.run(prepared)
    return (process_time() - start) * 1000
