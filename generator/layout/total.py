"""The 总分 row and the notes below it."""

from functools import lru_cache

from generator.formulas.totals import grade_formula, points_formula, total_formula
from generator.layout import columns, funds
from generator.layout.heights import Text, row_heights
from generator.layout.indicators import Indicators
from generator.layout.model import Cell, Name, Row
from generator.layout.section import Section, printed_row
from templates import form_words
from zpj.form import Project
from zpj.rounding import round_half_up
from zpj.rules import Profile
from zpj.scoring import ProjectScore


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
        columns.LABEL: Cell(f"{columns.LABEL}{row}", "label", form_words()["label"]["total"]),
        columns.POINTS: Cell(
            f"{columns.POINTS}{row}",
            "total_points",
            round_half_up(points),
            f"ROUND({points_formula(funds.POINTS, table.points)},2)",
        ),
        columns.SCORE: Cell(
            total,
            "total",
            "" if score.total is None else score.total,
            total_formula(profile, funds.SCORE, funds.RATE, table.scores, len(table.lines)),
        ),
        columns.REASON: Cell(grade, "grade", score.grade or "", grade_formula(profile, total)),
    }
    percent = f"{profile.reason.over_completion:.0%}"
    lines: list[str] = [line.format(percent=percent) for line in form_words()["note"]["lines"]]
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
