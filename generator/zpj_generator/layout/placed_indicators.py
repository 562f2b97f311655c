"""Indicators in their places on the sheet: each with its score, its target as a quantity, and its rows."""

from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from zpj.model.project import Indicator, Kind, Project
from zpj.quantity import Quantity, read_target
from zpj.scoring import ProjectScore, RowScore
from zpj_generator.formulas.expressions import number
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.number_formats import target_format
from zpj_generator.sheet.roles import Role
from zpj_generator.sheet.row_refs import RowShape, row_refs
from zpj_generator.sheet.text_heights import row_heights

LEAST_HEIGHT = 30.0


class PlacedIndicator(NamedTuple):
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


def place_indicators(
    columns: SheetColumns, project: Project, answers: Project, score: ProjectScore, row: int
) -> Iterator[PlacedIndicator]:
    """The indicators of ``answers`` from sheet row ``row`` on, each on as many rows as ``project`` needs."""
    room, widths = columns.width(Role.TARGET), _widths(columns)
    for issued, indicator, row_score in zip(project.indicators, answers.indicators, score.rows, strict=True):
        target = None if row_score.kind is Kind.QUALITATIVE else read_target(indicator.target)
        shown = None if target is None else target_format(target, room)
        shape = _shape(columns, target, shown, row_score)
        heights = row_heights(_texts(issued, widths), least=LEAST_HEIGHT)
        if indicator is not issued:
            heights = row_heights(_texts(indicator, widths), least=LEAST_HEIGHT, count=len(heights))
        last = row + len(heights) - 1
        yield PlacedIndicator(indicator, row_score, target, shown, shape, row, last, heights)
        row = last + 1


def _shape(columns: SheetColumns, target: Quantity | None, shown: str | None, score: RowScore) -> RowShape:
    at = row_refs(columns)
    if target is None or score.a is None:
        return RowShape(at)
    if shown is None:
        at = at._replace(target=number(score.a))
    return RowShape(at, zero_target=score.a == 0, percent=target.percent)


WRAPPED = (Role.LEVEL2, Role.LEVEL3, Role.TARGET, Role.ACTUAL, Role.REASON, Role.EVIDENCE)
"""The texts that may need several lines; the fields of :class:`Indicator` are named so."""
_wrapped = attrgetter(*WRAPPED)


def _texts(indicator: Indicator, widths: tuple[float, ...]) -> Iterator[tuple[str, float]]:
    return zip(_wrapped(indicator), widths, strict=True)


@cache
def _widths(columns: SheetColumns) -> tuple[float, ...]:
    return tuple(map(columns.width, WRAPPED))
