"""Rows of a definition as written, before anything is made of them: each value with its place."""

from collections.abc import Mapping
from dataclasses import dataclass

from zpj.model.findings import Finding, Place
from zpj_generator.definitions.definition_columns import Table


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet or one TOML table.

    ``values`` has what is filled in, by header: text stripped of outer blanks (so it may be empty), or a
    number; ``None`` where something stands that cannot be used and was reported. ``cells`` has the cell or
    key of every column the file offers, filled or not, so that a missing value has a place too.
    """

    table: Table
    file: str
    sheet: str
    code: str
    """项目编号 of the project the row belongs to; empty when it is missing or unusable."""
    values: Mapping[str, str | float | None]
    cells: Mapping[str, str]

    def place(self, header: str) -> Place:
        """Where the value of ``header`` stands or should stand; the row's beginning when it has no column."""
        cell = self.cells.get(header) or next(iter(self.cells.values()))
        return Place(self.file, self.code, self.sheet, cell)


@dataclass(frozen=True, slots=True)
class Written:
    """What a definition file says: its rows, and what is wrong with the file as a file."""

    rows: tuple[Row, ...]
    problems: tuple[Finding, ...]
