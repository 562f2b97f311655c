"""Checks of a form without formulas: its printed scores, total and grade against the rule and each other.

On a form of ours a typed figure is F01 and a wrong result F05; these codes are for forms from elsewhere.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from generator.definitions.values import plain
from zpj.findings import Finding, Place, finding
from zpj.form import TOTAL_FUND, Indicator, Project
from zpj.rounding import on_edge_grid, round_half_up
from zpj.rules import Profile
from zpj.scoring import RowScore, execution_rate, grade, score_execution, score_row
from zpj.scoring.bands import band_of

RATE_TOLERANCE = 0.005
"""How far a printed rate may be off: people print whole per cents."""


class Spot(StrEnum):
    """The printed figures that are held against the rule."""

    SCORE = "得分"
    RATE = "执行率"
    EXECUTION = "预算执行率得分"
    TOTAL = "总分"
    GRADE = "等级"


PlaceOf = Callable[[Spot, int | None], Place]
"""Where a figure stands: of the indicator with that index, or of the whole form (``None``)."""


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form as somebody typed it; a figure that is not printed is ``None``."""

    project: Project
    """Indicators with their ``printed_score``; nothing settled, nothing deducted."""
    profile: Profile
    place: PlaceOf
    rate: float | None = None
    execution: float | None = None
    """The printed score of the execution rate."""
    total: float | None = None
    grade: str | None = None


def printed_findings(form: PrintedForm) -> tuple[Finding, ...]:
    """Every printed figure of ``form`` that is not what it should be."""
    return tuple(chain.from_iterable(check(form) for check in PRINTED_CHECKS))


def p03_above_points(form: PrintedForm) -> Iterator[Finding]:
    """More points than there are."""
    for index, indicator, _ in _departed(form, "P03"):
        found, expected = plain(indicator.printed_score or 0.0), plain(indicator.points)
        yield finding("P03", form.place(Spot.SCORE, index), found=found, expected=expected)


def p04_not_by_the_rule(form: PrintedForm) -> Iterator[Finding]:
    """A score that differs from the rule in no way P03, P06 and P07 name."""
    yield from _misjudged(form, "P04")


def p06_marked_down(form: PrintedForm) -> Iterator[Finding]:
    """The target is met, and yet points were taken off."""
    yield from _misjudged(form, "P06")


def p07_over_completion(form: PrintedForm) -> Iterator[Finding]:
    """Over-completion that was not deducted, or in the wrong band."""
    for index, indicator, row in _departed(form, "P07"):
        yield _score_finding(form, "P07", index, indicator, row, excess=f"{(row.excess or 0.0) * 100:.10g}%")


def b02_rate(form: PrintedForm) -> Iterator[Finding]:
    """An execution rate that is not spent by budget."""
    fund = form.project.fund(TOTAL_FUND)
    rate = execution_rate(fund.budget, fund.spent)
    if form.rate is not None and rate is not None and _differ(form.rate, rate, RATE_TOLERANCE):
        place = form.place(Spot.RATE, None)
        yield finding("B02", place, found=f"{form.rate:.2%}", expected=f"{rate:.2%}")


def b03_execution_score(form: PrintedForm) -> Iterator[Finding]:
    """An execution score that is not the one of the rate."""
    fund, tolerance = form.project.fund(TOTAL_FUND), form.profile.tolerance.row
    score = score_execution(form.profile, fund.budget, fund.spent)
    if form.execution is not None and score is not None and _differ(form.execution, score, tolerance):
        place = form.place(Spot.EXECUTION, None)
        yield finding("B03", place, found=plain(form.execution), expected=plain(score))


def t01_total(form: PrintedForm) -> Iterator[Finding]:
    """A total that is not the sum of the printed scores, where all of them are printed."""
    scores = [indicator.printed_score for indicator in form.project.indicators]
    known = [score for score in (form.execution, *scores) if score is not None]
    if form.total is None or len(known) <= len(scores):
        return
    parts = round_half_up(sum(known))
    if _differ(form.total, parts, form.profile.tolerance.total):
        place = form.place(Spot.TOTAL, None)
        yield finding("T01", place, found=plain(form.total), expected=plain(parts))


def t02_grade(form: PrintedForm) -> Iterator[Finding]:
    """A grade that is not the one of the printed total."""
    if form.total is None or form.grade is None:
        return
    expected = grade(form.profile, form.total)
    if form.grade != expected:
        yield finding("T02", form.place(Spot.GRADE, None), found=form.grade, expected=expected)


def departure(profile: Profile, indicator: Indicator, row: RowScore) -> str | None:
    """The one code for how a printed score departs from ``row``, the score by rule.

    ``None`` within the tolerance, and below the points where no rule applies: 定性 is judgement.
    """
    printed, tolerance = indicator.printed_score, profile.tolerance.row
    if printed is None:
        return None
    if printed > indicator.points and _differ(printed, indicator.points, tolerance):
        return "P03"
    if row.rule is None or not _differ(printed, row.rule, tolerance):
        return None
    if row.excess is not None and band_of(profile.positive.over_completion, row.excess):
        return "P07"
    return "P06" if printed < row.rule == indicator.points else "P04"


def _departed(form: PrintedForm, code: str) -> Iterator[tuple[int, Indicator, RowScore]]:
    for index, indicator in enumerate(form.project.indicators):
        row = score_row(form.profile, indicator)
        if departure(form.profile, indicator, row) == code:
            yield index, indicator, row


def _misjudged(form: PrintedForm, code: str) -> Iterator[Finding]:
    for index, indicator, row in _departed(form, code):
        yield _score_finding(form, code, index, indicator, row)


def _score_finding(
    form: PrintedForm, code: str, index: int, indicator: Indicator, row: RowScore, **words: str
) -> Finding:
    found, expected = plain(indicator.printed_score or 0.0), plain(row.rule or 0.0)
    place = form.place(Spot.SCORE, index)
    return finding(code, place, found=found, expected=expected, indicator=indicator.level3, **words)


def _differ(printed: float, computed: float, tolerance: float) -> bool:
    """Whether two figures are further apart than ``tolerance``, which binary fractions must not decide."""
    return on_edge_grid(abs(printed - computed)) > tolerance


PRINTED_CHECKS = (
    p03_above_points,
    p04_not_by_the_rule,
    p06_marked_down,
    p07_over_completion,
    b02_rate,
    b03_execution_score,
    t01_total,
    t02_grade,
)
