"""Whether a project that a returned file tells of is one a form could have been made for."""

from collections.abc import Mapping
from math import isfinite
from types import NoneType
from typing import Any, get_args, get_type_hints

from templates.cell_text import MAX_LENGTH
from zpj.form import Fund, Indicator, Kind, Project
from zpj.kinds import kind_of
from zpj.quantity import NotAQuantity, read_target

_TABLES = ("funds", "indicators")
LARGEST = 1e12
"""No amount in 万元 and no points come near it."""
MOST_ROWS = 500
"""Indicators, or funds: far more than a form has, few enough to lay out at once."""


def is_sound(project: Project) -> bool:
    """Whether every field is of its type and size, there are indicators, and numeric targets can be read.

    A definition without a verified seal may hold anything; what is not sound is never laid out.
    """
    funds, indicators = project.funds, project.indicators
    if not 0 < len(indicators) <= MOST_ROWS or len(funds) > MOST_ROWS:
        return False
    return all(map(_is_typed, (project, *funds, *indicators))) and all(map(_is_read, indicators))


def _is_typed(record: Any) -> bool:
    return all(_fits(getattr(record, name), kinds) for name, kinds in _KINDS[type(record)].items())


def _kinds(record: type) -> Mapping[str, tuple[type, ...]]:
    """The types of every field that is no table."""
    hints = {name: hint for name, hint in get_type_hints(record).items() if name not in _TABLES}
    return {name: get_args(hint) or (hint,) for name, hint in hints.items()}


def _fits(value: object, kinds: tuple[type, ...]) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, int | float) and float in kinds:
        return isfinite(value) and abs(value) < LARGEST
    if isinstance(value, str) and len(value) > MAX_LENGTH:
        return False
    return isinstance(value, kinds) if value is not None else NoneType in kinds


def _is_read(indicator: Indicator) -> bool:
    if kind_of(indicator) is Kind.QUALITATIVE:
        return True
    try:
        read_target(indicator.target)
    except NotAQuantity:
        return False
    return True


_KINDS = {record: _kinds(record) for record in (Project, Fund, Indicator)}
