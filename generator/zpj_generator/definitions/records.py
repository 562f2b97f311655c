"""Records of a definition as written, before anything is made of them: each value with its place."""

from collections.abc import Mapping
from dataclasses import dataclass

from zpj.model.findings import Finding, Place
from zpj_generator.definitions.definition_columns import DefinitionTable

WrittenValue = str | float | None
"""Text stripped of outer blanks, or a number; ``None`` for what cannot be used and was reported."""


@dataclass(frozen=True, slots=True)
class DefinitionRecord:
    """One row of a sheet or one TOML table.

    ``values`` has what is filled in, by header. ``cells`` has the cell or key of every column the file
    offers, filled or not, so that a missing value has a place too.
    """

    table: DefinitionTable
    file: str
    sheet: str
    code: str
    """项目编号 of the project the record belongs to; empty when it is missing or unusable."""
    values: Mapping[str, WrittenValue]
    cells: Mapping[str, str]

    def place(self, header: str) -> Place:
        """Where the value of ``header`` belongs; the start of the record when the file has no such column."""
        cell = self.cells.get(header) or next(iter(self.cells.values()))
        return Place(self.file, self.code, self.sheet, cell)

    def at(self, field: str) -> Place:
        """The place of the value that fills ``field``."""
        return self.place(self.table.header(field))

    def written(self, field: str) -> WrittenValue:
        """What is written for ``field``; empty where nothing is."""
        return self.values.get(self.table.header(field), "")


@dataclass(frozen=True, slots=True)
class RawDefinition:
    """What a definition file says: its records, and what is wrong with the file as a file."""

    records: tuple[DefinitionRecord, ...]
    problems: tuple[Finding, ...]
