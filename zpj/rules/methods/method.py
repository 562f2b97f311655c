"""What a scoring method consists of: one frozen dataclass for each kind of part that a rule has.

No field has a default: a method that leaves one out fails when its file is imported.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from zpj.model.project import Kind, Tier
from zpj.rules.profile import Execution, Profile

Sentences: TypeAlias = Mapping[str, Any]
"""The words of one method: its table in ``texts/zh/rules.toml``."""
Words: TypeAlias = Callable[[Profile, Sentences], Iterable[str]]
"""The sentences of ``zpj rules show`` about the method, every number taken from the profile."""
Problems: TypeAlias = Callable[[Profile, Sentences], Iterable[tuple[str, str]]]
"""Key and description of everything in the profile that contradicts the method."""


class Part(StrEnum):
    """The part of a rule that a method fills: a table of the profile."""

    EXECUTION = "execution"
    POSITIVE = "positive"
    REVERSE = "reverse"
    ZERO_TARGET = "zero_target"
    JUDGED = "tier"
    ROUNDING = "rounding"
    TOTAL = "total"


class MeasuredRow(NamedTuple):
    """A 正向 or 反向 row: target A and actual value B in one unit, both at least 0; ``points`` is 分值."""

    kind: Kind
    a: float
    b: float
    points: float

    @property
    def excess(self) -> float | None:
        """偏离度 r = (B-A)/A; ``None`` for A = 0, where over-completion does not exist."""
        return (self.b - self.a) / self.a if self.a else None


class JudgedRow(NamedTuple):
    """A 定性 row: the tier, the ratio inside it, and 分值."""

    tier: Tier
    ratio: float
    points: float


class Explanation(NamedTuple):
    """Which sentence explains a score, and what to fill into it besides ``score``."""

    case: str
    figures: Mapping[str, str]


R = TypeVar("R", MeasuredRow, JudgedRow)


@dataclass(frozen=True, slots=True)
class RowMethod(Generic[R]):
    """A method that scores indicator rows."""

    part: Part
    name: str
    """What a profile calls it, unique within its part."""
    points: Callable[[Profile, R], float]
    """Unrounded points, at least 0 and at most 分值."""
    explain: Callable[[Profile, R], Explanation]
    cases: tuple[str, ...]
    """The cases that its explanations distinguish; each has a sentence in the table ``why``."""
    clause: Callable[[Profile, R], str]
    """The clause that gives the score."""
    words: Words
    problems: Problems


@dataclass(frozen=True, slots=True)
class ExecutionMethod:
    """A method that scores the execution rate."""

    part: Part
    name: str
    share: Callable[[Execution, float], float]
    """The share of full marks that a rate earns."""
    words: Words
    problems: Problems


@dataclass(frozen=True, slots=True)
class RoundingMethod:
    """A method that says which scores are rounded."""

    part: Part
    name: str
    row: Callable[[Profile, float], float]
    """The score of a row, rounded or not."""
    counted: Callable[[Profile, float, float | None], float]
    """What a score that is printed on a form counts for in its total, given the score by rule."""
    words: Words
    problems: Problems


@dataclass(frozen=True, slots=True)
class TotalMethod:
    """A method that makes a total of the sum of all scores."""

    part: Part
    name: str
    total: Callable[[Profile, float, float | None], float | None]
    """The unrounded total of a sum of scores and an execution rate; ``None`` where the rate is missing."""
    words: Words
    problems: Problems


Method: TypeAlias = (
    RowMethod[MeasuredRow] | RowMethod[JudgedRow] | ExecutionMethod | RoundingMethod | TotalMethod
)


def nothing_wrong(_: Profile, __: Sentences) -> tuple[()]:
    """The problems of a method that goes with every profile."""
    return ()


def only_rule(_: Profile, says: Sentences) -> tuple[str]:
    """The words of a method that one sentence without numbers describes."""
    return (says["rule"],)
