"""The 年度总体目标 block: what was planned, what was achieved."""

from functools import cache
from typing import NamedTuple

from zpj.model.project import Project
from zpj.texts import wording
from zpj.xlsx.references import Range
from zpj_generator.formulas.project_message import completion_check
from zpj_generator.layout.form_section import (
    INPUT,
    FormSection,
    across,
    cell_of,
    covered_row,
    defined_name,
    head,
    input_or_constant,
    merged,
    printed_row,
)
from zpj_generator.sheet.cells import DefinedName, SheetRow
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role
from zpj_generator.sheet.text_heights import Text, row_heights

HEADER_ROW = 11
FIRST_ROW = 12
HEADER_HEIGHT, LEAST_HEIGHT = 21.0, 60.0
HEADS = {Role.LABEL: "goals", Role.GOAL: "goal", Role.COMPLETION: "completion"}


class GoalSection(NamedTuple):
    """The section and its last row: long goals take several sheet rows."""

    section: FormSection
    last_row: int


def lay_goals(columns: SheetColumns, project: Project, answers: Project) -> GoalSection:
    """Rows 11 and 12, and more when the texts of ``project`` are long."""
    heights = row_heights(_wrapped(columns, project), least=LEAST_HEIGHT)
    if answers is not project:
        heights = row_heights(_wrapped(columns, answers), least=LEAST_HEIGHT, count=len(heights))
    last = FIRST_ROW + len(heights) - 1
    texts = _texts(columns, project, answers, heights[0])
    rest = [covered_row(texts, FIRST_ROW + index, height) for index, height in enumerate(heights[1:], 1)]
    rows = (_header(columns), texts, *rest)
    return GoalSection(FormSection(rows, _merges(columns, last), names=_names(columns)), last)


@cache
def _header(columns: SheetColumns) -> SheetRow:
    words = wording("form")["label"]
    heads = (head(columns, role, HEADER_ROW, "label", words[key]) for role, key in HEADS.items())
    return printed_row(columns, HEADER_ROW, HEADER_HEIGHT, heads)


@cache
def _names(columns: SheetColumns) -> tuple[DefinedName, ...]:
    return (
        defined_name(columns, "zpj_goal", Role.GOAL, FIRST_ROW),
        defined_name(columns, "zpj_completion", Role.COMPLETION, FIRST_ROW),
    )


def _wrapped(columns: SheetColumns, project: Project) -> tuple[Text, Text]:
    return (
        Text(project.goal, columns.width(Role.GOAL)),
        Text(project.completion, columns.width(Role.COMPLETION)),
    )


def _texts(columns: SheetColumns, project: Project, answers: Project, height: float) -> SheetRow:
    row = FIRST_ROW
    goal = input_or_constant(columns, Role.GOAL, row, project.goal, answers.goal, "words")
    completion = cell_of(columns, Role.COMPLETION, row, f"words{INPUT}", answers.completion or None)
    check = completion_check(completion.ref)
    message = cell_of(columns, Role.CHECK, row, "check", check.result(answers), check.formula(row))
    return printed_row(
        columns,
        row,
        height,
        across(columns, Role.GOAL, goal),
        across(columns, Role.COMPLETION, completion),
        [message],
    )


@cache
def _merges(columns: SheetColumns, last: int) -> tuple[Range, ...]:
    return (
        *merged(columns, Role.LABEL, HEADER_ROW, last),
        *merged(columns, Role.GOAL, HEADER_ROW),
        *merged(columns, Role.COMPLETION, HEADER_ROW),
        *merged(columns, Role.GOAL, FIRST_ROW, last),
        *merged(columns, Role.COMPLETION, FIRST_ROW, last),
        *merged(columns, Role.CHECK, FIRST_ROW, last),
    )
