"""Reading a TOML definition into records: a project on top, then arrays of its funds and its indicators."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from math import inf
from pathlib import Path
from typing import Any, cast

from zpj.files import read_toml
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.texts import wording
from zpj.texts.punctuation import listed
from zpj_generator.definitions.definition_columns import (
    CODE,
    FUND,
    INDICATOR,
    PROJECT,
    DefinitionColumn,
    DefinitionTable,
    Holds,
)
from zpj_generator.definitions.records import DefinitionRecord, RawDefinition, WrittenValue

LONGEST_SHOWN = 20


def read_toml_definition(path: Path) -> RawDefinition:
    """The records of a TOML definition.

    Raises:
        UnreadableFile: X01, X04, D10: the file cannot be opened, is too large or is no TOML.
    """
    reader = _DocumentReader(str(path), read_toml(path))
    return RawDefinition(tuple(reader.records()), tuple(reader.problems))


class _DocumentReader:
    """One TOML document; ``problems`` grows while its records are read."""

    def __init__(self, file: str, document: Mapping[str, object]) -> None:
        self.file = file
        self.document = document
        self.problems: list[Finding] = []
        self.words: Mapping[str, str] = wording("definitions")["what"]
        code = document.get(CODE)
        self.code = code.strip() if isinstance(code, str) else ""

    def records(self) -> Iterator[DefinitionRecord]:
        arrays = (FUND.name, INDICATOR.name)
        top = {key: value for key, value in self.document.items() if key not in arrays}
        yield self._record(PROJECT, top, "")
        for table in (FUND, INDICATOR):
            for index, item in enumerate(self._items(table.name), 1):
                yield self._record(table, item, f"{table.name}[{index}].")

    def _items(self, name: str) -> list[Mapping[str, object]]:
        items: Any = self.document.get(name, [])
        if isinstance(items, list) and all(
            isinstance(item, Mapping) for item in cast("Iterable[Any]", items)
        ):
            return cast("list[Mapping[str, object]]", items)
        self._report(Code.D10, name, found=self.words["array"].format(name=name))
        return []

    def _record(self, table: DefinitionTable, item: Mapping[str, object], prefix: str) -> DefinitionRecord:
        columns = {column.header: column for column in table.columns if not column.key}
        for key in (key for key in item if key not in columns):
            expected = listed(columns)
            self._report(Code.D08, prefix + key, what=self.words["key"], found=key, expected=expected)
        values = {
            header: self._value(column, prefix + header, item[header])
            for header, column in columns.items()
            if header in item
        }
        places = {header: prefix + header for header in columns}
        return DefinitionRecord(table, self.file, "", self.code, values, places)

    def _value(self, column: DefinitionColumn, key: str, value: object) -> WrittenValue:
        if isinstance(value, str):
            return value.strip()
        if column.holds is Holds.TEXT:
            self._report(Code.D12, key, what=column.header, found=self._shown(value))
        elif isinstance(value, int | float) and not isinstance(value, bool):
            return float(value) if abs(value) <= sys.float_info.max else inf
        else:
            number = self.words["number"]
            self._report(Code.D07, key, what=column.header, found=self._shown(value), expected=number)
        return None

    def _shown(self, value: object) -> str:
        """As much of ``value`` as a sentence takes. Python spells out no integer of thousands of digits."""
        try:
            return str(value)[:LONGEST_SHOWN]
        except ValueError:
            return self.words["huge"]

    def _report(self, code: Code, key: str, **words: object) -> None:
        self.problems.append(finding(code, Place(self.file, self.code, cell=key), **words))
