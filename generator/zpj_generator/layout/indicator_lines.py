"""Indicators as lines of the table: each with its score, its target as a quantity, and its place."""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from zpj.model.project import Indicator, Kind, Project
from zpj.quantity import Quantity, read_target
from zpj.scoring import ProjectScore, RowScore
from zpj_generator.formulas.expressions import number
from zpj_generator.sheet import columns
from zpj_generator.sheet.number_formats import target_format
from zpj_generator.sheet.row_refs import RowRefs, RowShape
from zpj_generator.sheet.text_heights import row_heights

LEAST_HEIGHT = 30.0
NUMERIC = RowRefs()
JUDGED = RowShape(NUMERIC)


class Line(NamedTuple):
    """One indicator with everything its rows show: score, target as a quantity, place on the sheet."""

    indicator: Indicator
    score: RowScore
    target: Quantity | None
    """``None`` for 定性"""
    format: str | None
    """The number format that carries the target's words; ``None`` where the target cell holds text."""
    shape: RowShape
    first: int
    last: int
    heights: tuple[float, ...]


def lay_lines(project: Project, answers: Project, score: ProjectScore, row: int) -> Iterator[Line]:
    """The lines of the table, the first on sheet row ``row``; their indicators are those of ``answers``."""
    for issued, indicator, row_score in zip(project.indicators, answers.indicators, score.rows, strict=True):
        target = None if row_score.kind is Kind.QUALITATIVE else read_target(indicator.target)
        shown = None if target is None else target_format(target, columns.WIDTHS[columns.TARGET])
        shape = _shape(target, shown, row_score)
        heights = row_heights(_texts(issued), least=LEAST_HEIGHT)
        if indicator is not issued:
            heights = row_heights(_texts(indicator), least=LEAST_HEIGHT, count=len(heights))
        last = row + len(heights) - 1
        yield Line(indicator, row_score, target, shown, shape, row, last, heights)
        row = last + 1


def _shape(target: Quantity | None, shown: str | None, score: RowScore) -> RowShape:
    if target is None or score.a is None:
        return JUDGED
    at = NUMERIC if shown is not None else RowRefs(target=number(score.a))
    return RowShape(at, zero_target=score.a == 0, percent=target.percent)


def _texts(indicator: Indicator) -> Iterator[tuple[str, float]]:
    return zip(_WRAPPED(indicator), _WIDTHS, strict=True)


_WRAPPED = attrgetter("level2", "level3", "target", "actual", "reason", "evidence")
_WIDTHS = tuple(
    columns.WIDTHS[column]
    for column in (
        columns.LEVEL2,
        columns.LEVEL3,
        columns.TARGET,
        columns.ACTUAL,
        columns.REASON,
        columns.EVIDENCE,
    )
)
