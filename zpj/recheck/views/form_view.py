"""A returned form as the checks of rules see it, wherever it comes from.

What a form does not have is ``None`` or empty here: an issued form prints no score, because its formulas
compute them, and a typed form has no tiers. A check is silent about what is not there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from zpj.importer import PrintedFigure, PrintedWord
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import TOTAL_FUND, Indicator, Kind, Project
from zpj.rules import Profile
from zpj.scoring import RowScore
from zpj.texts import wording
from zpj.texts.punctuation import labelled


class Field(StrEnum):
    """What a figure or an answer of a form is; the values are the keys of the form's labels."""

    INITIAL = "initial"
    BUDGET = "budget"
    SPENT = "spent"
    RATE = "rate"
    TARGET = "target"
    ACTUAL = "actual"
    POINTS = "points"
    SCORE = "score"
    REASON = "reason"
    TIER = "tier"
    RATIO = "ratio"
    DEDUCTION = "deduction"
    EVIDENCE = "evidence"
    COMPLETION = "completion"
    TOTAL = "total"

    @property
    def label(self) -> str:
        """What the form calls it."""
        return str(wording("form")["label"][self.value])

    def of(self, owner: str) -> str:
        """What to call it in a message: with the indicator or the fund it belongs to, where there is one."""
        return labelled(owner, self.label) if owner else self.label


AMOUNTS = (Field.INITIAL, Field.BUDGET, Field.SPENT)
"""The columns of the 项目资金 block."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Something that is filled in: what a complete form must have, and what must be a number."""

    place: Place
    what: str
    """What to call it, in the words of the form."""
    text: str
    """As it is read; empty where nothing is visible."""
    number: float | None = None
    is_required: bool = False
    unreadable: str = ""
    """Why a text is not the number that belongs here; empty where it is one, or none is wanted."""


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator row."""

    indicator: Indicator
    """As answered."""
    score: RowScore
    """By rule."""
    place: Callable[[Field], Place]
    """Where a field of the row stands."""
    printed: float | None = None
    """The score the form prints; ``None`` where a formula computes it."""
    tier: str = ""
    """完成档次 to the letter, also one that is none of the list."""
    doubt: str = ""
    """Why the size of the answer speaks for a slip; such a score is not judged."""
    is_settled: bool = True
    """Whether the score is that of answers without a fault, so that a reason would explain it."""

    @property
    def shown(self) -> float | None:
        """The score the form shows: printed, or by its formula."""
        return self.score.score if self.printed is None else self.printed

    @property
    def recomputed(self) -> float | None:
        """The score by rule; of a 定性 row that prints one the printed one, which is somebody's judgement."""
        if self.printed is None:
            return self.score.score
        if self.score.kind is not Kind.QUALITATIVE:
            return self.score.rule
        return min(max(self.printed, 0.0), self.indicator.points)

    def finding(
        self, code: Code, field: Field, *, found: object = "", expected: object = "", **words: object
    ) -> Finding:
        """A finding on this row, in ``field``."""
        name = self.indicator.level3
        return finding(code, self.place(field), found=found, expected=expected, indicator=name, **words)

    def what(self, field: Field) -> str:
        """What to call ``field`` of this row."""
        return field.of(self.indicator.level3)


@dataclass(frozen=True, slots=True, eq=False)
class FormView:
    """One returned form. Equal to itself only, so that what is found out about it can be remembered."""

    profile: Profile
    project: Project
    """With what was filled in."""
    whole: Place
    """The place of findings about the form as a whole."""
    lines: tuple[Line, ...]
    answers: tuple[Answer, ...]
    amount_place: Callable[[str, Field], Place]
    """Where an amount of a 资金来源 stands."""
    summed: tuple[Field, ...] = AMOUNTS
    """The amounts whose parts the filler had a say in."""
    total_shown: PrintedFigure | None = None
    """The total the form shows: printed, or by its formulas."""
    points_are_typed: bool = False
    """Whether somebody typed the points, which are locked on an issued form."""
    points: PrintedFigure | None = None
    rate: PrintedFigure | None = None
    execution: PrintedFigure | None = None
    total: PrintedFigure | None = None
    grade: PrintedWord | None = None

    @property
    def indicators(self) -> list[Indicator]:
        """The indicators as answered."""
        return [line.indicator for line in self.lines]

    def money(self, field: Field) -> Place:
        """Where ``field`` of the 年度资金总额 row stands."""
        return self.amount_place(TOTAL_FUND, field)
