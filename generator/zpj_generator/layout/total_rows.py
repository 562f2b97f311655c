"""The 总分 row and the notes below it."""

from functools import lru_cache

from zpj.model.project import Project
from zpj.quantity.rounding import round_half_up
from zpj.rules import Profile
from zpj.scoring import ProjectScore
from zpj.texts import wording
from zpj_generator.formulas.total_formulas import grade_formula, points_formula, total_formula
from zpj_generator.layout import fund_rows
from zpj_generator.layout.indicator_rows import Indicators
from zpj_generator.layout.section import Section, printed_row
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Name, Row
from zpj_generator.sheet.text_heights import Text, row_heights


def total_cell(row: int) -> str:
    """Where the total stands."""
    return f"{columns.SCORE}{row}"


def grade_cell(row: int) -> str:
    """Where the grade stands."""
    return f"{columns.REASON}{row}"


def lay_total(
    profile: Profile, project: Project, score: ProjectScore, table: Indicators, row: int
) -> Section:
    """The total row at ``row`` and one row per note."""
    total, grade = total_cell(row), grade_cell(row)
    points = profile.execution.points + sum(indicator.points for indicator in project.indicators)
    cells = {
        columns.LABEL: Cell(f"{columns.LABEL}{row}", "label", wording("form")["label"]["total"]),
        columns.POINTS: Cell(
            f"{columns.POINTS}{row}",
            "total_points",
            round_half_up(points),
            f"ROUND({points_formula(fund_rows.POINTS, table.points)},2)",
        ),
        columns.SCORE: Cell(
            total,
            "total",
            "" if score.total is None else score.total,
            total_formula(profile, fund_rows.SCORE, fund_rows.RATE, table.scores, len(table.lines)),
        ),
        columns.REASON: Cell(grade, "grade", score.grade or "", grade_formula(profile, total)),
    }
    percent = f"{profile.reason.over_completion:.0%}"
    lines: list[str] = [line.format(percent=percent) for line in wording("form")["note"]["lines"]]
    notes = tuple(_note(row + index, line) for index, line in enumerate(lines, 1))
    return Section(
        (printed_row(row, 24.0, cells), *notes),
        (f"A{row}:F{row}", *(f"A{note.number}:I{note.number}" for note in notes)),
        names=(Name("zpj_total", total), Name("zpj_total_grade", grade)),
    )


@lru_cache(maxsize=256)  # the notes of all forms of a profile are the same
def _note(row: int, text: str) -> Row:
    width = columns.span_width(columns.LABEL, columns.REASON)
    return Row(row, row_heights([Text(text, width)], least=18.0)[0], (Cell(f"A{row}", "note", text),))
