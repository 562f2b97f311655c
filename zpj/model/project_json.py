"""A project as JSON: how a form carries its own definition."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

from zpj.model.project import Fund, Indicator, Kind, Project, Tier

_TABLES = ("funds", "indicators")
_PLAIN = tuple(field.name for field in fields(Project) if field.name not in _TABLES)
_FUND = tuple(field.name for field in fields(Fund))
_INDICATOR = tuple(field.name for field in fields(Indicator))
_FUND_ROW: Callable[[Fund], Any] = attrgetter(*_FUND)
_INDICATOR_ROW: Callable[[Indicator], Any] = attrgetter(*_INDICATOR)


def project_to_json(project: Project) -> str:
    """One line of JSON in ASCII; the same project gives the same text.

    Funds and indicators are tables: ``{"fields": [...], "rows": [[...], ...]}``.
    """
    told = {name: getattr(project, name) for name in _PLAIN}
    told["funds"] = _table(_FUND, _FUND_ROW, project.funds)
    told["indicators"] = _table(_INDICATOR, _INDICATOR_ROW, project.indicators)
    return json.dumps(told, separators=(",", ":"))


def project_from_json(text: str) -> Project:
    """The project that :func:`project_to_json` wrote down.

    Raises:
        ValueError: the text is no such JSON.
    """
    try:
        told = json.loads(text)
        plain = {name: told[name] for name in _PLAIN}
        funds = tuple(Fund(**row) for row in _rows(told["funds"]))
        indicators = tuple(map(_indicator, _rows(told["indicators"])))
        return Project(**plain, funds=funds, indicators=indicators)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _table(
    names: tuple[str, ...], row: Callable[[Any], Any], items: Iterable[Fund | Indicator]
) -> Mapping[str, Any]:
    return {"fields": names, "rows": [row(item) for item in items]}


def _rows(table: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [dict(zip(table["fields"], row, strict=True)) for row in table["rows"]]


def _indicator(row: dict[str, Any]) -> Indicator:
    kind, tier = row["kind"], row["tier"]
    row["kind"], row["tier"] = kind and Kind(kind), tier and Tier(tier)
    return Indicator(**row)
