"""Rows as written into projects, each value still knowing the row it came from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import nan
from typing import Any

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import Fund, Indicator, Project
from zpj_generator.definitions.definition_columns import (
    CODE,
    FUND,
    INDICATOR,
    PROJECT,
    DefinitionColumn,
    Holds,
)
from zpj_generator.definitions.records import DefinitionRecord, RawDefinition
from zpj_generator.definitions.written_values import convert


@dataclass(frozen=True, slots=True)
class SourcedProject:
    """A project with the records it came from.

    Where a required value is missing or unusable, which was reported, the project has an empty text,
    year 0 or NaN points: what can be checked about the rest still is.
    """

    project: Project
    record: DefinitionRecord
    funds: tuple[DefinitionRecord, ...]
    """The record of each of the project's funds, in their order."""
    indicators: tuple[DefinitionRecord, ...]
    """The record of each of the project's indicators, in their order."""

    def each_fund(self) -> Iterator[tuple[DefinitionRecord, Fund]]:
        """Each fund with its record."""
        return zip(self.funds, self.project.funds, strict=True)

    def each_indicator(self) -> Iterator[tuple[DefinitionRecord, Indicator]]:
        """Each indicator with its record."""
        return zip(self.indicators, self.project.indicators, strict=True)


@dataclass(frozen=True, slots=True)
class Definitions:
    """The projects of one definition file, in its order, and everything wrong with how it is written."""

    projects: tuple[SourcedProject, ...]
    problems: tuple[Finding, ...]


def build(raw: RawDefinition) -> Definitions:
    """The projects that ``raw`` describes; none where the file lacks a sheet or a column."""
    problems = list(raw.problems)
    parts: _Parts = defaultdict(list)
    for record in raw.records:
        parts[record.table.name, record.code].append((record, _fields(record, problems)))
    if any(problem.code == Code.D01 for problem in raw.problems):
        return Definitions((), tuple(problems))
    problems += _orphans(raw.records, {record.code for record in raw.records if record.table is PROJECT})
    return Definitions(tuple(_projects(parts)), tuple(problems))


_Fields = dict[str, Any]
_Parts = Mapping[tuple[str, str], list[tuple[DefinitionRecord, _Fields]]]


def _projects(parts: _Parts) -> Iterator[SourcedProject]:
    for (table, code), tops in parts.items():
        for record, fields in tops if table == PROJECT.name else ():
            funds, indicators = parts.get((FUND.name, code), ()), parts.get((INDICATOR.name, code), ())
            project = Project(
                **fields,
                funds=tuple(Fund(**fund) for _, fund in funds),
                indicators=tuple(Indicator(**indicator) for _, indicator in indicators),
            )
            yield SourcedProject(
                project, record, tuple(each for each, _ in funds), tuple(each for each, _ in indicators)
            )


def _orphans(records: Iterable[DefinitionRecord], codes: set[str]) -> Iterator[Finding]:
    for record in records:
        if record.code and record.code not in codes:
            yield finding(Code.D09, record.place(CODE), found=record.code)


def _fields(record: DefinitionRecord, problems: list[Finding]) -> _Fields:
    """What the record gives a Project, Fund or Indicator, by field; what it leaves out keeps its default."""
    values = [(column, _value(record, column, problems)) for column in record.table.columns]
    return {column.field: value for column, value in values if value is not None and not column.key}


def _value(record: DefinitionRecord, column: DefinitionColumn, problems: list[Finding]) -> Any:
    placeholder = _PLACEHOLDERS[column.holds] if column.required else None
    written = record.values.get(column.header, "")
    if written is None:
        return placeholder
    if written == "":
        if column.required and column.header in record.cells:
            problems.append(finding(Code.D02, record.place(column.header), expected=column.header))
        return placeholder
    value = convert(record, column, written)
    if isinstance(value, Finding):
        problems.append(value)
        return placeholder
    return value


_PLACEHOLDERS = {Holds.TEXT: "", Holds.NUMBER: nan, Holds.RATIO: nan, Holds.YEAR: 0}
