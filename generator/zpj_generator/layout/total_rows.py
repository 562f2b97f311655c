"""The 总分 row and the notes below it."""

from functools import lru_cache

from zpj.model.project import Project
from zpj.quantity.rounding import round_half_up
from zpj.rules import Profile
from zpj.scoring import ProjectScore
from zpj.texts import wording
from zpj_generator.formulas.total_formulas import grade_formula, points_formula, total_formula
from zpj_generator.layout import fund_rows
from zpj_generator.layout.form_section import FormSection, cell_of, defined_name, merged, printed_row
from zpj_generator.layout.indicator_rows import IndicatorTable
from zpj_generator.sheet.cells import SheetRow
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role
from zpj_generator.sheet.text_heights import Text, row_heights

TOTAL_HEIGHT, LEAST_NOTE_HEIGHT = 24.0, 18.0


def lay_total(
    columns: SheetColumns,
    profile: Profile,
    project: Project,
    score: ProjectScore,
    table: IndicatorTable,
    row: int,
) -> FormSection:
    """The total row at ``row`` and one row per note."""
    percent = f"{profile.reason.over_completion:.0%}"
    lines: list[str] = [line.format(percent=percent) for line in wording("form")["note"]["lines"]]
    notes = tuple(_note(columns, row + index, line) for index, line in enumerate(lines, 1))
    note_merges = (area for note in notes for area in merged(columns, Role.NOTE, note.number))
    return FormSection(
        (_total_row(columns, profile, project, score, table, row), *notes),
        (*merged(columns, Role.TOTAL_LABEL, row), *note_merges),
        names=(
            defined_name(columns, "zpj_total", Role.TOTAL, row),
            defined_name(columns, "zpj_total_grade", Role.GRADE, row),
        ),
    )


def _total_row(
    columns: SheetColumns,
    profile: Profile,
    project: Project,
    score: ProjectScore,
    table: IndicatorTable,
    row: int,
) -> SheetRow:
    points, scores = table.area(columns, Role.POINTS), table.area(columns, Role.SCORE)
    of_execution = columns.ref(Role.FUND_POINTS, fund_rows.FIRST_ROW)
    execution = columns.ref(Role.FUND_SCORE, fund_rows.FIRST_ROW)
    rate = columns.ref(Role.RATE, fund_rows.FIRST_ROW)
    full = round_half_up(profile.execution.points + sum(each.points for each in project.indicators))
    total = total_formula(profile, execution, rate, scores, len(table.placed))
    grade = grade_formula(profile, columns.ref(Role.TOTAL, row))
    shown = "" if score.total is None else score.total
    cells = (
        cell_of(columns, Role.TOTAL_LABEL, row, "label", wording("form")["label"]["total"]),
        cell_of(
            columns,
            Role.TOTAL_POINTS,
            row,
            "total_points",
            full,
            f"ROUND({points_formula(of_execution, points)},2)",
        ),
        cell_of(columns, Role.TOTAL, row, "total", shown, total),
        cell_of(columns, Role.GRADE, row, "grade", score.grade or "", grade),
    )
    return printed_row(columns, row, TOTAL_HEIGHT, cells)


@lru_cache(maxsize=256)  # the notes of all forms of a profile are the same
def _note(columns: SheetColumns, row: int, text: str) -> SheetRow:
    heights = row_heights([Text(text, columns.width(Role.NOTE))], least=LEAST_NOTE_HEIGHT)
    return SheetRow(row, heights[0], (cell_of(columns, Role.NOTE, row, "note", text),))
