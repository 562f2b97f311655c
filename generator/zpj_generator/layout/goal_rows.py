"""The 年度总体目标 block: what was planned, what was achieved."""

from typing import NamedTuple

from zpj.model.project import Project
from zpj.texts import wording
from zpj_generator.formulas.project_message import completion_check
from zpj_generator.layout.section import (
    Section,
    across,
    covered_row,
    input_or_constant,
    merge_down,
    printed_row,
)
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Name, Row
from zpj_generator.sheet.text_heights import Text, row_heights

HEADER_ROW = 11
FIRST_ROW = 12
GOAL = f"{columns.LEVEL1}{FIRST_ROW}"
COMPLETION = f"{columns.ACTUAL}{FIRST_ROW}"
CHECK = f"{columns.CHECK}{FIRST_ROW}"
LEAST_HEIGHT = 60.0


class Goals(NamedTuple):
    """The section and its last row: long goals take several sheet rows."""

    section: Section
    last_row: int


def lay_goals(project: Project, answers: Project) -> Goals:
    """Rows 11 and 12, and more when the texts of ``project`` are long."""
    words = wording("form")["label"]
    heights = row_heights(_wrapped(project), least=LEAST_HEIGHT)
    if answers is not project:
        heights = row_heights(_wrapped(answers), least=LEAST_HEIGHT, count=len(heights))
    last = FIRST_ROW + len(heights) - 1
    header = printed_row(
        HEADER_ROW,
        21.0,
        {
            columns.LABEL: Cell(f"{columns.LABEL}{HEADER_ROW}", "label", words["goals"]),
            columns.LEVEL1: Cell(f"{columns.LEVEL1}{HEADER_ROW}", "label", words["goal"]),
            columns.ACTUAL: Cell(f"{columns.ACTUAL}{HEADER_ROW}", "label", words["completion"]),
        },
    )
    texts = _texts(project, answers, heights[0])
    rest = [covered_row(texts, FIRST_ROW + index, height) for index, height in enumerate(heights[1:], 1)]
    merges = (
        *merge_down(columns.LABEL, HEADER_ROW, last),
        f"B{HEADER_ROW}:E{HEADER_ROW}",
        f"F{HEADER_ROW}:I{HEADER_ROW}",
        f"B{FIRST_ROW}:E{last}",
        f"F{FIRST_ROW}:I{last}",
        *merge_down(columns.CHECK, FIRST_ROW, last),
    )
    names = (Name("zpj_goal", GOAL), Name("zpj_completion", COMPLETION))
    return Goals(Section((header, texts, *rest), merges, names=names), last)


def _wrapped(project: Project) -> tuple[Text, Text]:
    return (
        Text(project.goal, columns.span_width(columns.LEVEL1, columns.TARGET)),
        Text(project.completion, columns.span_width(columns.ACTUAL, columns.REASON)),
    )


def _texts(project: Project, answers: Project, height: float) -> Row:
    check = completion_check(COMPLETION)
    return printed_row(
        FIRST_ROW,
        height,
        {
            **across(input_or_constant(GOAL, project.goal, answers.goal, "words"), columns.TARGET),
            **across(Cell(COMPLETION, "words_input", answers.completion or None), columns.REASON),
        },
        [Cell(CHECK, "check", check.result(answers), check.formula(FIRST_ROW))],
    )
