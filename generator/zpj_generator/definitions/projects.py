"""Rows as written into projects, each value still knowing the row it came from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import nan
from typing import Any

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import Fund, Indicator, Project
from zpj_generator.definitions.definition_columns import CODE, FUND, INDICATOR, PROJECT, Column, Holds
from zpj_generator.definitions.records import Row, Written
from zpj_generator.definitions.written_values import convert


@dataclass(frozen=True, slots=True)
class SourcedProject:
    """A project with the rows it came from.

    Where a required value is missing or unusable, which was reported, the project has an empty text,
    year 0 or NaN points: what can be checked about the rest still is.
    """

    project: Project
    row: Row
    funds: tuple[Row, ...]
    """The row of each of the project's funds, in their order."""
    indicators: tuple[Row, ...]
    """The row of each of the project's indicators, in their order."""

    def fund_rows(self) -> Iterator[tuple[Row, Fund]]:
        """Each fund with its row."""
        return zip(self.funds, self.project.funds, strict=True)

    def indicator_rows(self) -> Iterator[tuple[Row, Indicator]]:
        """Each indicator with its row."""
        return zip(self.indicators, self.project.indicators, strict=True)


@dataclass(frozen=True, slots=True)
class Definitions:
    """The projects of one definition file, in its order, and everything wrong with how it is written."""

    projects: tuple[SourcedProject, ...]
    problems: tuple[Finding, ...]


def build(written: Written) -> Definitions:
    """The projects that ``written`` describes. A file that lacks a sheet or column has none to speak of."""
    problems = list(written.problems)
    parts: _Parts = defaultdict(list)
    for row in written.rows:
        parts[row.table.name, row.code].append((row, _fields(row, problems)))
    if any(problem.code == Code.D01 for problem in written.problems):
        return Definitions((), tuple(problems))
    tops = [row for row in written.rows if row.table.name == PROJECT]
    problems += _orphans(written.rows, {row.code for row in tops})
    return Definitions(tuple(_projects(parts)), tuple(problems))


_Fields = dict[str, Any]
_Parts = Mapping[tuple[str, str], list[tuple[Row, _Fields]]]


def _projects(parts: _Parts) -> Iterator[SourcedProject]:
    for (table, code), tops in parts.items():
        for row, fields in tops if table == PROJECT else ():
            funds, indicators = parts.get((FUND, code), ()), parts.get((INDICATOR, code), ())
            project = Project(
                **fields,
                funds=tuple(Fund(**fund) for _, fund in funds),
                indicators=tuple(Indicator(**indicator) for _, indicator in indicators),
            )
            yield SourcedProject(
                project, row, tuple(row for row, _ in funds), tuple(row for row, _ in indicators)
            )


def _orphans(rows: Iterable[Row], codes: set[str]) -> Iterator[Finding]:
    for row in rows:
        if row.code and row.code not in codes:
            yield finding(Code.D09, row.place(CODE), found=row.code)


def _fields(row: Row, problems: list[Finding]) -> _Fields:
    """What the row gives a Project, Fund or Indicator, by field; what it leaves out keeps its default."""
    values = {column.field: _value(row, column, problems) for column in row.table.columns}
    return {field: value for field, value in values.items() if field and value is not None}


def _value(row: Row, column: Column, problems: list[Finding]) -> Any:
    placeholder = _PLACEHOLDERS[column.holds] if column.required else None
    written = row.values.get(column.header, "")
    if written is None:
        return placeholder
    if written == "":
        if column.required and column.header in row.cells:
            problems.append(finding(Code.D02, row.place(column.header), expected=column.header))
        return placeholder
    value = convert(row, column, written)
    if isinstance(value, Finding):
        problems.append(value)
        return placeholder
    return value


_PLACEHOLDERS = {Holds.TEXT: "", Holds.NUMBER: nan, Holds.RATIO: nan, Holds.YEAR: 0}
