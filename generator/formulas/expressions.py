"""Small pieces of formula text: literals, array constants, choices."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple


class Case(NamedTuple):
    """One branch of a choice: its condition as a formula, whether that holds now, and the text it gives."""

    condition: str
    holds: bool
    text: str


class Choice(NamedTuple):
    """A nested IF and what it gives now, so that a formula and its stored result come from one list."""

    formula: str
    result: str


def choose(cases: Sequence[Case], otherwise: Choice) -> Choice:
    """The text of the first case that holds, else ``otherwise``."""
    formula, result = otherwise
    for case in reversed(cases):
        formula = f"IF({case.condition},{quoted(case.text)},{formula})"
        result = case.text if case.holds else result
    return Choice(formula, result)


@lru_cache(maxsize=256)
def quoted(text: str) -> str:
    """``text`` as a formula literal."""
    return '"' + text.replace('"', '""') + '"'


def number(x: float) -> str:
    """``x`` as a formula literal, without a trailing ``.0``."""
    return repr(int(x)) if x == int(x) else repr(x)


@lru_cache(maxsize=256)
def array(items: tuple[float | str, ...]) -> str:
    """A row array constant: ``{0,0.1,0.2}``."""
    return "{" + ",".join(quoted(x) if isinstance(x, str) else number(x) for x in items) + "}"


def lookup(value: str, lows: Iterable[float], results: Iterable[float | str]) -> str:
    """The result of the last band whose lower bound is not above ``value``."""
    return f"LOOKUP({value},{array(tuple(lows))},{array(tuple(results))})"
