"""Writing a project as TOML, so that ``tomllib`` reads the same project back."""

import re
from collections.abc import Iterator
from pathlib import Path

from zpj.files import write_whole
from zpj.model.project import Fund, Indicator, Project
from zpj_generator.definitions.definition_columns import FUND, INDICATOR, PROJECT, DefinitionTable

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def write_toml(project: Project, path: Path, *, force: bool = False) -> None:
    """Write ``project`` as a TOML definition. What is not given is left out.

    Raises:
        OutputExists: X05, there is a file already and ``force`` is not set.
    """
    write_whole(path, "\n".join(_lines(project)).encode(), force=force)


def _lines(project: Project) -> Iterator[str]:
    yield from _table(PROJECT, project)
    for table, items in ((FUND, project.funds), (INDICATOR, project.indicators)):
        for item in items:
            yield f"[[{_string(table.name)}]]"
            yield from _table(table, item)


def _table(table: DefinitionTable, item: Project | Fund | Indicator) -> Iterator[str]:
    for column in table.columns:
        value = None if column.key else getattr(item, column.field)
        if value is not None and value != "":
            yield f"{_string(column.header)} = {_string(value) if isinstance(value, str) else _number(value)}"
    yield ""


def _string(text: str) -> str:
    return f'"{_SPECIAL.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    return _SHORT.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _number(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)
