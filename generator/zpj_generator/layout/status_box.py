"""The status box beside the heading: places left to fill, problems, total and grade."""

from collections.abc import Sequence

from zpj.scoring import ProjectScore
from zpj.texts import wording
from zpj_generator.formulas.status_formulas import Progress, advice, count_pending, count_problems, tally
from zpj_generator.layout import fund_rows
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Name

TITLE_ROW, COUNTS_ROW, RESULT_ROW, ADVICE_ROW = 2, 3, 4, 5
PENDING, PROBLEMS = "L3", "L4"
TOTAL, GRADE = "N3", "N4"
MERGES = ("J2:N2", "J3:K3", "J4:K4", "J5:N5")


def status_cells(
    score: ProjectScore, messages: Sequence[str], total: str, grade: str, last_row: int
) -> dict[int, tuple[Cell, ...]]:
    """The cells of the box by row; ``messages`` are all of the form, as they read now."""
    words = wording("form")["status"]
    shown = f"{columns.CHECK}{fund_rows.FIRST_ROW}:{columns.CHECK}{last_row}"
    pending, problems = tally(messages)
    next_step = advice(PENDING, PROBLEMS, total)
    now = Progress(pending, problems, score.total is not None)
    stored_total = "" if score.total is None else score.total
    return {
        TITLE_ROW: _filled("J2", words["title"], "KLMN", "status_title"),
        COUNTS_ROW: (
            *_filled("J3", words["pending"], "K", "status_label"),
            Cell(PENDING, "status_count", float(pending), count_pending(shown)),
            Cell("M3", "status_label", words["total"]),
            Cell(TOTAL, "status_score", stored_total, f'IF(ISNUMBER({total}),{total},"")'),
        ),
        RESULT_ROW: (
            *_filled("J4", words["problems"], "K", "status_label"),
            Cell(PROBLEMS, "status_count", float(problems), count_problems(shown, len(messages))),
            Cell("M4", "status_label", words["grade"]),
            Cell(GRADE, "status_score", score.grade or "", f"{grade}"),
        ),
        ADVICE_ROW: (
            Cell("J5", "status_advice", next_step.result(now), next_step.formula(ADVICE_ROW)),
            *(Cell(f"{column}5", "status_advice") for column in "KLMN"),
        ),
    }


def names() -> tuple[Name, ...]:
    """The defined names of the counts."""
    return Name("zpj_pending", PENDING), Name("zpj_problems", PROBLEMS)


def _filled(ref: str, text: str, others: str, style: str) -> tuple[Cell, ...]:
    """A merged label: every part carries the style, or the frame has gaps."""
    return (Cell(ref, style, text), *(Cell(f"{column}{ref[1:]}", style) for column in others))
