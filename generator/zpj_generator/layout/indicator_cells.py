"""The cells of one indicator: what was defined, what is filled in, and what is worked out from both."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from zpj.rules import Profile
from zpj_generator.formulas.expressions import on_row
from zpj_generator.formulas.row_message import Facts, row_check
from zpj_generator.formulas.score_formulas import score_pattern
from zpj_generator.layout.placed_indicators import PlacedIndicator
from zpj_generator.sheet.cells import Cell, SheetRow, Value
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.number_formats import actual_format
from zpj_generator.sheet.roles import INDICATOR_ROLES, Role

Content = tuple[str, Value, str | None, str | None]
"""Style, value or stored result, formula and number format of a cell. A plain tuple, because a form makes
four hundred of them."""

NO_LABEL: Content = ("frame", None, None, None)
NOT_JUDGED: Content = ("aid_off", None, None, None)


def indicator_row(
    columns: SheetColumns, profile: Profile, placed: PlacedIndicator, level1: str | None, level2: str | None
) -> SheetRow:
    """The first sheet row of an indicator; its levels are written where they begin."""
    row, indicator = placed.first, placed.indicator
    tier, ratio = _tier_and_ratio(placed)
    # In the order of INDICATOR_ROLES.
    contents = (
        NO_LABEL,
        ("label", level1, None, None),
        ("value", level2, None, None),
        ("value", indicator.level3, None, None),
        _target(placed),
        _actual(placed),
        ("points", indicator.points, None, None),
        _score(profile, placed),
        ("text_input", indicator.reason or None, None, None),
        ("aid_value", placed.score.kind.value, None, None),
        tier,
        ratio,
        ("aid_number_input", indicator.deduction, None, None),
        _message(profile, placed),
        ("aid_text_input", indicator.evidence or None, None, None),
    )
    return SheetRow(row, placed.heights[0], tuple(_cells(columns, row, contents)))


def _cells(columns: SheetColumns, row: int, contents: Sequence[Content]) -> Iterator[Cell]:
    for column, index, role in _order(columns):
        content = contents[index]
        if content[1] is None and content[3] is None:
            yield _empty(row, column, content[0], role)
        else:
            yield Cell(row, column, *content, role)


@lru_cache(maxsize=4096)  # the same in every form; fewer new cells, fewer collections of garbage
def _empty(row: int, column: int, style: str, role: Role) -> Cell:
    return Cell(row, column, style, role=role)


@cache
def _order(columns: SheetColumns) -> tuple[tuple[int, int, Role], ...]:
    """Column, number among INDICATOR_ROLES and role of the cells of a row, left to right."""
    return tuple(sorted((columns[role], index, role) for index, role in enumerate(INDICATOR_ROLES)))


def _target(placed: PlacedIndicator) -> Content:
    if placed.format is None:
        return "value", placed.indicator.target, None, None
    return "target", placed.score.a, None, placed.format


def _actual(placed: PlacedIndicator) -> Content:
    written = placed.indicator.actual or None
    if placed.target is None:
        return "text_input", written, None, None
    value = written if placed.score.b is None else placed.score.b
    return "number_input", value, None, actual_format(placed.target)


def _score(profile: Profile, placed: PlacedIndicator) -> Content:
    score = placed.score
    formula = on_row(score_pattern(profile, score.kind, placed.shape), placed.first)
    return "score", "" if score.score is None else score.score, formula, None


def _tier_and_ratio(placed: PlacedIndicator) -> tuple[Content, Content]:
    if placed.target is not None:
        return NOT_JUDGED, NOT_JUDGED
    tier = placed.score.tier
    ratio = ("aid_ratio_input", placed.indicator.ratio, None, None)
    return ("aid_input", None if tier is None else tier.value, None, None), ratio


def _message(profile: Profile, placed: PlacedIndicator) -> Content:
    check = row_check(profile, placed.score.kind, placed.shape)
    result = check.result(Facts(placed.indicator, placed.score))
    return "check", result, check.formula(placed.first), None
