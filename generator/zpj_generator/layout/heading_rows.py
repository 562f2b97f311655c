"""The top of the form: title, year, project and people."""

from functools import cache, lru_cache

from zpj.model.project import Project
from zpj.texts import wording
from zpj.xlsx.references import Range
from zpj_generator.layout.form_section import (
    FormSection,
    across,
    cell_of,
    defined_name,
    input_or_constant,
    merged,
    printed_row,
)
from zpj_generator.sheet.cells import Cell, DefinedName, SheetRow
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role
from zpj_generator.sheet.text_heights import Text, row_heights

TITLE_ROW, YEAR_ROW, NAME_ROW, DEPARTMENT_ROW, LEADER_ROW = 1, 2, 3, 4, 5
TITLE_HEIGHT, YEAR_HEIGHT, LEAST_HEIGHT = 30.0, 18.0, 24.0
PAIRS = {DEPARTMENT_ROW: (Role.DEPARTMENT, Role.UNIT), LEADER_ROW: (Role.LEADER, Role.PHONE)}
"""Two fields of the project side by side, by their row."""


def lay_heading(columns: SheetColumns, project: Project, answers: Project) -> FormSection:
    """Rows 1 to 5."""
    rows = (
        *_title_rows(columns, project.year),
        _name_row(columns, project),
        *(_pair_row(columns, row, project, answers) for row in PAIRS),
    )
    return FormSection(rows, _merges(columns), names=_names(columns))


@lru_cache(maxsize=16)
def _title_rows(columns: SheetColumns, year: int) -> tuple[SheetRow, ...]:
    """Title and year, which have no frame."""
    words = wording("form")["label"]
    title = cell_of(columns, Role.TITLE, TITLE_ROW, "title", words["title"])
    below = cell_of(columns, Role.YEAR, YEAR_ROW, "year", words["year"].format(year=year))
    return (
        printed_row(columns, TITLE_ROW, TITLE_HEIGHT, [title], gap="plain"),
        printed_row(columns, YEAR_ROW, YEAR_HEIGHT, [below], gap="plain"),
    )


def _name_row(columns: SheetColumns, project: Project) -> SheetRow:
    label = cell_of(columns, Role.HEADING_LABEL, NAME_ROW, "label", wording("form")["label"]["name"])
    name = cell_of(columns, Role.NAME, NAME_ROW, "value", project.name)
    height = _height(Text(project.name, columns.width(Role.NAME)))
    return printed_row(columns, NAME_ROW, height, [label, name])


def _pair_row(columns: SheetColumns, row: int, project: Project, answers: Project) -> SheetRow:
    left, right = PAIRS[row]
    texts = (Text(getattr(answers, role), columns.width(role)) for role in (left, right))
    fields = (
        across(
            columns,
            role,
            input_or_constant(columns, role, row, getattr(project, role), getattr(answers, role), "value"),
        )
        for role in (left, right)
    )
    return printed_row(columns, row, _height(*texts), _labels(columns, row), *fields)


@cache
def _labels(columns: SheetColumns, row: int) -> tuple[Cell, ...]:
    words, (left, right) = wording("form")["label"], PAIRS[row]
    return (
        cell_of(columns, Role.HEADING_LABEL, row, "label", words[left]),
        cell_of(columns, Role.SECOND_LABEL, row, "label", words[right]),
    )


@cache
def _names(columns: SheetColumns) -> tuple[DefinedName, ...]:
    fields = ((row, role) for row, roles in PAIRS.items() for role in roles)
    return tuple(defined_name(columns, f"zpj_{role}", role, row) for row, role in fields)


@cache
def _merges(columns: SheetColumns) -> tuple[Range, ...]:
    return (
        *merged(columns, Role.TITLE, TITLE_ROW),
        *merged(columns, Role.YEAR, YEAR_ROW),
        *merged(columns, Role.HEADING_LABEL, NAME_ROW),
        *merged(columns, Role.NAME, NAME_ROW),
        *(
            area
            for row, roles in PAIRS.items()
            for role in (Role.HEADING_LABEL, *roles)
            for area in merged(columns, role, row)
        ),
    )


def _height(*texts: Text) -> float:
    return row_heights(texts, least=LEAST_HEIGHT)[0]
