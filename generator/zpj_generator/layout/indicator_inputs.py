"""What is laid over the inputs of the indicator table: data validations and defined names."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from zpj.rules import Profile
from zpj_generator.layout import input_validations
from zpj_generator.layout.placed_indicators import PlacedIndicator
from zpj_generator.sheet.cells import DefinedName, Validation
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.number_formats import unit_words
from zpj_generator.sheet.roles import Role

NUMERIC_ROLES = (Role.ACTUAL, Role.SCORE, Role.REASON, Role.DEDUCTION, Role.EVIDENCE)
JUDGED_ROLES = (*NUMERIC_ROLES, Role.TIER, Role.RATIO)
"""The cells of an indicator that have defined names, such as zpj_actual_01."""


def indicator_validations(
    columns: SheetColumns, profile: Profile, table: Sequence[PlacedIndicator]
) -> Iterator[Validation]:
    """One validation per unit of actual values, and those of tiers, ratios and deductions."""
    actual = columns[Role.ACTUAL]
    by_unit: dict[str, list[tuple[int, int]]] = {}
    percents: list[PlacedIndicator] = []
    for each in table:
        if each.target is not None and each.target.percent:
            percents.append(each)
        elif each.target is not None:
            by_unit.setdefault(unit_words(each.target), []).append((each.first, actual))
    for unit, cells in by_unit.items():
        yield input_validations.quantity(cells, unit)
    if percents:
        highest = max(each.score.a or 0.0 for each in percents)
        yield input_validations.percentage([(each.first, actual) for each in percents], highest)
    judged = [each.first for each in table if each.target is None]
    if judged:
        yield input_validations.tier([(row, columns[Role.TIER]) for row in judged], profile)
        yield input_validations.ratio([(row, columns[Role.RATIO]) for row in judged])
    deductions = [(each.first, columns[Role.DEDUCTION]) for each in table]
    yield input_validations.deduction(deductions, columns.ref(Role.POINTS, table[0].first))


def indicator_names(columns: SheetColumns, table: Sequence[PlacedIndicator]) -> Iterator[DefinedName]:
    """A name per input and score, numbered like the indicators from 01."""
    for number, each in enumerate(table, 1):
        yield from _names(columns, number, each.first, each.target is None)


@lru_cache(maxsize=512)
def _names(columns: SheetColumns, number: int, row: int, judged: bool) -> tuple[DefinedName, ...]:
    roles = JUDGED_ROLES if judged else NUMERIC_ROLES
    return tuple(DefinedName(f"zpj_{role}_{number:02d}", row, columns[role]) for role in roles)
