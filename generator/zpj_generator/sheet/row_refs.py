"""The cells a formula of one indicator row refers to."""

from typing import NamedTuple

from zpj_generator.sheet import columns

ROW = "§"
"""Stands for the row number in the pattern of a formula that every row has."""


class RowRefs(NamedTuple):
    """The cells of an indicator row, with :data:`ROW` for its number.

    ``target`` is a literal number where the target cell holds words.
    """

    target: str = f"{columns.TARGET}{ROW}"
    actual: str = f"{columns.ACTUAL}{ROW}"
    points: str = f"{columns.POINTS}{ROW}"
    score: str = f"{columns.SCORE}{ROW}"
    reason: str = f"{columns.REASON}{ROW}"
    tier: str = f"{columns.TIER}{ROW}"
    ratio: str = f"{columns.RATIO}{ROW}"
    deduction: str = f"{columns.DEDUCTION}{ROW}"


class RowShape(NamedTuple):
    """What decides the formulas of a row, apart from its number: rows of one shape share their patterns."""

    at: RowRefs
    zero_target: bool = False
    percent: bool = False
