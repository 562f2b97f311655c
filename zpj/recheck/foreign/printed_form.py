"""A form from elsewhere as its checks see it: what is printed on each row, and its score by rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from zpj.importer import TableColumn, TypedForm, TypedRow, is_nothing
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import TOTAL_FUND, Indicator, Kind
from zpj.quantity.rounding import on_edge_grid
from zpj.recheck.checks.quantities import Doubt, size_doubt
from zpj.rules import Profile
from zpj.scoring import RowScore, score_row
from zpj.texts import wording


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """An indicator with its ``printed_score``; nothing settled, nothing deducted."""

    row: TypedRow
    score: RowScore
    """By rule; without points where the row is 定性 or its answer is none."""
    doubt: Doubt | None
    """Why the size of its answer speaks for a slip; such a score is not judged."""

    @property
    def indicator(self) -> Indicator:
        """The indicator as printed."""
        return self.row.indicator

    @property
    def printed(self) -> float | None:
        """The printed score."""
        return self.row.indicator.printed_score

    @property
    def is_answered(self) -> bool:
        """Whether there is an actual value, be it a wrong one."""
        return not is_nothing(self.row.indicator.actual)

    @property
    def recomputed(self) -> float | None:
        """The score by rule; of a 定性 row the printed one, which is somebody's judgement."""
        if self.score.kind is not Kind.QUALITATIVE or self.printed is None:
            return self.score.rule
        return min(max(self.printed, 0.0), self.indicator.points)

    def finding(
        self, code: Code, column: TableColumn, *, found: object = "", expected: object = "", **words: object
    ) -> Finding:
        """A finding on this row, in ``column``."""
        place, name = self.row.place(column), self.indicator.level3
        return finding(code, place, found=found, expected=expected, indicator=name, **words)

    def what(self, label: str) -> str:
        """What to call a cell of this row, by the key of its label on our form."""
        return f"{self.indicator.level3}：{wording('form')['label'][label]}"


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form as somebody typed it, held against ``profile``."""

    typed: TypedForm
    profile: Profile
    lines: tuple[PrintedLine, ...]
    calculated: bool
    """Whether every formula has its result; figures without one are unknown rather than missing."""

    def amount(self, column: str) -> Place:
        """Where ``column`` of the 年度资金总额 row stands; the row or the form where nothing is written."""
        places = self.typed.amounts
        in_row = (place for (source, _), place in places.items() if source == TOTAL_FUND)
        return places.get((TOTAL_FUND, column)) or next(in_row, self.typed.place)

    def differ(self, printed: float, computed: float) -> bool:
        """Whether two scores are further apart than the profile tolerates."""
        return differ(printed, computed, self.profile.tolerance.row)


def make_printed(typed: TypedForm, profile: Profile, *, calculated: bool) -> PrintedForm:
    """``typed`` with every row scored by ``profile``."""
    return PrintedForm(typed, profile, tuple(_lines(typed, profile)), calculated)


def differ(printed: float, computed: float, tolerance: float) -> bool:
    """Whether two figures are further apart than ``tolerance``, which binary fractions must not decide."""
    return on_edge_grid(abs(printed - computed)) > tolerance


def _lines(typed: TypedForm, profile: Profile) -> Iterator[PrintedLine]:
    for row in typed.rows:
        line = PrintedLine(row, score_row(profile, row.indicator), None)
        yield PrintedLine(row, line.score, size_doubt(profile, line))
