"""A project as JSON: how a form carries its own definition."""

import json
from dataclasses import fields
from typing import Any

from zpj.form import Fund, Indicator, Project


def project_to_json(project: Project) -> str:
    """One line of JSON; what has its default value is left out. The same project gives the same text."""
    return json.dumps(_told(project), ensure_ascii=False, separators=(",", ":"))


_FIELDS = {kind: tuple((f.name, f.default) for f in fields(kind)) for kind in (Project, Fund, Indicator)}


def _told(item: Any) -> Any:
    if isinstance(item, tuple):
        return [_told(part) for part in item]
    names = _FIELDS.get(type(item))
    if names is None:
        return item
    return {name: _told(value) for name, default in names if (value := getattr(item, name)) != default}
