"""The tables and columns of a definition, read from ``columns.toml``: the one place that knows them."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from zpj.model.project import FUND_SOURCES, Kind, Tier
from zpj.rules import load_profile, profile_ids


class Holds(StrEnum):
    """What a column is filled with."""

    TEXT = "text"
    NUMBER = "number"
    RATIO = "ratio"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DefinitionColumn:
    """One column of a sheet, one key of a TOML table."""

    header: str
    holds: Holds
    width: float
    note: str
    field: str
    key: bool = False
    required: bool = False
    choices: str = ""

    def options(self) -> tuple[str, ...]:
        """The values a cell may take; empty when anything goes."""
        return _CHOICES[self.choices]() if self.choices else ()


@dataclass(frozen=True, slots=True)
class DefinitionTable:
    """One sheet of the workbook; in TOML the top level (the project) or an array of tables."""

    name: str
    columns: tuple[DefinitionColumn, ...]

    def column(self, header: str) -> DefinitionColumn | None:
        """The column called ``header``."""
        return next((column for column in self.columns if column.header == header), None)

    def header(self, field: str) -> str:
        """What the column that fills ``field`` is called.

        Raises:
            KeyError: no column fills it: a bug here, never the user's.
        """
        for column in self.columns:
            if column.field == field:
                return column.header
        raise KeyError(field)

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header, left to right."""
        return tuple(column.header for column in self.columns)


_DOCUMENT = tomllib.loads(
    files("zpj_generator.definitions").joinpath("columns.toml").read_text(encoding="utf-8")
)


def _tables() -> Iterator[DefinitionTable]:
    for table in _DOCUMENT["table"]:
        yield DefinitionTable(table["name"], tuple(map(_column, table["column"])))


def _column(row: Mapping[str, Any]) -> DefinitionColumn:
    fields: dict[str, Any] = {**row, "holds": Holds(row["holds"])}
    return DefinitionColumn(**fields)


def _blocks() -> tuple[str, ...]:
    names = (block.name for profile in profile_ids() for block in load_profile(profile).blocks)
    return tuple(dict.fromkeys(names))


_CHOICES: Mapping[str, Callable[[], tuple[str, ...]]] = {
    "kinds": lambda: tuple(Kind),
    "tiers": lambda: tuple(Tier),
    "funds": lambda: FUND_SOURCES,
    "profiles": profile_ids,
    "blocks": _blocks,
}

TABLES = PROJECT, FUND, INDICATOR = tuple(_tables())
"""The tables in the order of ``columns.toml``."""
CODE = PROJECT.header("code")
"""The column that joins the tables."""
FUND_PREFIX: str = _DOCUMENT["fund_prefix"]
"""What the name of a fund may begin with."""
