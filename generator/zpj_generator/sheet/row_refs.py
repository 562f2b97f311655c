"""The cells that a formula of one indicator row refers to."""

from functools import cache
from typing import NamedTuple

from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role

ROW = "§"
"""The place of the row number in the pattern of a formula that every row has."""


class RowRefs(NamedTuple):
    """The cells of an indicator row, with :data:`ROW` for its number. Fields are named as their roles.

    ``target`` is a literal number where the target cell holds words.
    """

    target: str
    actual: str
    points: str
    score: str
    reason: str
    tier: str
    ratio: str
    deduction: str


@cache
def row_refs(columns: SheetColumns) -> RowRefs:
    """The cells of an indicator row where ``columns`` put them."""
    return RowRefs(**{field: f"{columns.letters(Role(field))}{ROW}" for field in RowRefs._fields})


class RowShape(NamedTuple):
    """What decides the formulas of a row, apart from its number: rows of one shape share their patterns."""

    at: RowRefs
    zero_target: bool = False
    percent: bool = False
