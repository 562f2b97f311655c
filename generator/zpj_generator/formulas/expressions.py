"""Small pieces of formula text: literals, array constants, choices between messages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from zpj.quantity import LARGEST
from zpj_generator.sheet.row_refs import ROW

F = TypeVar("F")


@dataclass(frozen=True)  # with slots Python cannot make a Case[Facts]
class Case(Generic[F]):
    """One branch of a choice: its condition as a formula and as a test of the same facts, and its text."""

    condition: str
    holds: Callable[[F], bool]
    text: str


class Choice(NamedTuple, Generic[F]):
    """The text of the first case that holds, else ``otherwise``: as a formula, and for given facts."""

    pattern: str
    cases: tuple[Case[F], ...]
    otherwise: str

    def formula(self, row: int) -> str:
        """The nested IF for sheet row ``row``."""
        return on_row(self.pattern, row)

    def result(self, facts: F) -> str:
        """What the formula gives while the cells hold ``facts``."""
        for case in self.cases:
            if case.holds(facts):
                return case.text
        return self.otherwise


@lru_cache(maxsize=4096)  # forms have their formulas in common, row by row
def on_row(pattern: str, row: int) -> str:
    """The formula of ``pattern`` in sheet row ``row``."""
    return pattern.replace(ROW, str(row))


def choice(cases: Sequence[Case[F]], otherwise: str) -> Choice[F]:
    """The choice between ``cases``, the first that holds."""
    pattern = quoted(otherwise)
    for case in reversed(cases):
        pattern = f"IF({case.condition},{quoted(case.text)},{pattern})"
    return Choice(pattern, tuple(cases), otherwise)


def quoted(text: str) -> str:
    """``text`` as a formula literal."""
    return '"' + text.replace('"', '""') + '"'


def number(x: float) -> str:
    """``x`` as a formula literal, without a trailing ``.0``."""
    return repr(int(x)) if x == int(x) else repr(x)


def money_given(budget: str, spent: str) -> str:
    """Whether there are amounts that an execution rate can be made of."""
    numbers = f"ISNUMBER({budget}),ISNUMBER({spent})"
    return f"AND({numbers},{budget}>0,{budget}<={LARGEST},{spent}>=0,{spent}<={LARGEST})"


@lru_cache(maxsize=256)
def array(items: tuple[float | str, ...]) -> str:
    """A row array constant: ``{0,0.1,0.2}``."""
    return "{" + ",".join(quoted(x) if isinstance(x, str) else number(x) for x in items) + "}"


def lookup(value: str, lows: Iterable[float], results: Iterable[float | str]) -> str:
    """The result of the last band whose lower bound is not above ``value``."""
    return f"LOOKUP({value},{array(tuple(lows))},{array(tuple(results))})"
