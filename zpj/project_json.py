"""A project as JSON: how a form carries its own definition."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

from zpj.form import Fund, Indicator, Project

_PARTS = ("funds", "indicators")
_PLAIN = tuple(field.name for field in fields(Project) if field.name not in _PARTS)
_FUND = tuple(field.name for field in fields(Fund))
_INDICATOR = tuple(field.name for field in fields(Indicator))


def project_to_json(project: Project) -> str:
    """One line of JSON; the same project gives the same text.

    Funds and indicators are tables: ``{"fields": [...], "rows": [[...], ...]}``.
    """
    told = {name: getattr(project, name) for name in _PLAIN}
    told["funds"] = _table(_FUND, _FUND_ROW, project.funds)
    told["indicators"] = _table(_INDICATOR, _INDICATOR_ROW, project.indicators)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


_FUND_ROW: Callable[[Fund], Any] = attrgetter(*_FUND)
_INDICATOR_ROW: Callable[[Indicator], Any] = attrgetter(*_INDICATOR)


def _table(
    names: tuple[str, ...], row: Callable[[Any], Any], items: Iterable[Fund | Indicator]
) -> Mapping[str, Any]:
    return {"fields": names, "rows": [row(item) for item in items]}
