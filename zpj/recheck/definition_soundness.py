"""Whether a project that a returned file tells of is one a form could have been made for."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from zpj.model.project import Fund, Indicator, Kind, Project
from zpj.quantity import NotAQuantity, read_target
from zpj.rendering.cell_text import MAX_LENGTH
from zpj.scoring.kinds import kind_of

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
    return all(map(_is_typed, ([project], funds, indicators))) and all(map(_is_read, indicators))


def _is_typed(records: Sequence[Any]) -> bool:
    """Column by column: the records of a table have their types in common."""
    if not records:
        return True
    kinds = _KINDS[type(records[0])]
    columns = zip(*map(attrgetter(*kinds), records), strict=True)
    return all(map(_fits, columns, kinds.values()))


def _fits(column: Sequence[Any], kinds: frozenset[type]) -> bool:
    if not kinds.issuperset(map(type, column)):
        return False
    if str in kinds:
        return max(map(len, column)) <= MAX_LENGTH
    return float not in kinds or all(value is None or -LARGEST < value < LARGEST for value in column)


def _kinds(record: type) -> Mapping[str, frozenset[type]]:
    """The types that JSON may give to every field that is no table; a float may be written as an integer."""
    hints = {name: hint for name, hint in get_type_hints(record).items() if name not in _TABLES}
    kinds = {name: frozenset(get_args(hint) or (hint,)) for name, hint in hints.items()}
    return {name: each | {int} if float in each else each for name, each in kinds.items()}


def _is_read(indicator: Indicator) -> bool:
    if kind_of(indicator) is Kind.QUALITATIVE:
        return True
    try:
        read_target(indicator.target)
    except NotAQuantity:
        return False
    return True


_KINDS = {record: _kinds(record) for record in (Project, Fund, Indicator)}
