"""The tables and columns of a definition, read from ``columns.toml``: the one place that knows them."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
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
class Column:
    """One column of a sheet, one key of a TOML table."""

    header: str
    holds: Holds
    width: float
    note: str
    field: str = ""
    key: bool = False
    required: bool = False
    choices: str = ""

    def options(self) -> tuple[str, ...]:
        """The values a cell may take; empty when anything goes."""
        return _CHOICES[self.choices]() if self.choices else ()


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of the workbook; in TOML the top level (项目) or an array of tables."""

    name: str
    columns: tuple[Column, ...]

    def column(self, header: str) -> Column | None:
        """The column called ``header``."""
        return next((column for column in self.columns if column.header == header), None)

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header, left to right."""
        return tuple(column.header for column in self.columns)


CODE = "项目编号"
PROJECT, FUND, INDICATOR = "项目", "资金", "指标"


@cache
def tables() -> Mapping[str, Table]:
    """项目, 资金 and 指标, by name."""
    text = files("zpj_generator.definitions").joinpath("columns.toml").read_text(encoding="utf-8")
    return {row["name"]: Table(row["name"], _columns(row["column"])) for row in tomllib.loads(text)["table"]}


def _columns(rows: list[dict[str, Any]]) -> tuple[Column, ...]:
    return tuple(Column(**{**row, "holds": Holds(row["holds"])}) for row in rows)


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
