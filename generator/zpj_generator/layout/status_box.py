"""The status box beside the heading: places left to fill, problems, total and grade."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter

from zpj.scoring import ProjectScore
from zpj.texts import wording
from zpj.xlsx.references import Range
from zpj_generator.formulas.status_formulas import Progress, advice, count_pending, count_problems, tally
from zpj_generator.layout import fund_rows
from zpj_generator.layout.form_section import across, cell_of, defined_name, merged
from zpj_generator.sheet.cells import Cell, DefinedName, Value
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role

TITLE_ROW, COUNTS_ROW, RESULT_ROW, ADVICE_ROW = 2, 3, 4, 5
ROWS = {
    Role.PENDING: COUNTS_ROW,
    Role.STATUS_TOTAL: COUNTS_ROW,
    Role.PROBLEMS: RESULT_ROW,
    Role.STATUS_GRADE: RESULT_ROW,
}
"""Where the figures of the box stand."""


def status_cells(
    columns: SheetColumns, score: ProjectScore, messages: Sequence[str], total_row: int
) -> Mapping[int, tuple[Cell, ...]]:
    """The cells of the box by row; ``messages`` are all of the form, as they read now."""
    pending, problems = tally(messages)
    cells = [
        *_labels(columns),
        *_counts(columns, pending, problems, len(messages), total_row),
        *_results(columns, score, total_row),
        *_next_step(columns, Progress(pending, problems, score.total is not None), total_row),
    ]
    rows: dict[int, list[Cell]] = {row: [] for row in (TITLE_ROW, COUNTS_ROW, RESULT_ROW, ADVICE_ROW)}
    for cell in sorted(cells, key=attrgetter("column")):
        rows[cell.row].append(cell)
    return {row: tuple(cells) for row, cells in rows.items()}


@cache
def merges(columns: SheetColumns) -> tuple[Range, ...]:
    """The merged cells of the box."""
    return (
        *merged(columns, Role.STATUS_TITLE, TITLE_ROW),
        *merged(columns, Role.STATUS_LABEL, COUNTS_ROW),
        *merged(columns, Role.STATUS_LABEL, RESULT_ROW),
        *merged(columns, Role.ADVICE, ADVICE_ROW),
    )


@cache
def names(columns: SheetColumns) -> tuple[DefinedName, ...]:
    """The defined names of the counts."""
    return tuple(
        defined_name(columns, f"zpj_{role}", role, ROWS[role]) for role in (Role.PENDING, Role.PROBLEMS)
    )


@cache
def _labels(columns: SheetColumns) -> tuple[Cell, ...]:
    words = wording("form")["status"]
    title = cell_of(columns, Role.STATUS_TITLE, TITLE_ROW, "status_title", words["title"])
    counts = (
        cell_of(columns, Role.STATUS_LABEL, row, "status_label", words[key])
        for row, key in ((COUNTS_ROW, "pending"), (RESULT_ROW, "problems"))
    )
    return (
        *across(columns, Role.STATUS_TITLE, title),
        *(cell for label in counts for cell in across(columns, Role.STATUS_LABEL, label)),
        cell_of(columns, Role.RESULT_LABEL, COUNTS_ROW, "status_label", words["total"]),
        cell_of(columns, Role.RESULT_LABEL, RESULT_ROW, "status_label", words["grade"]),
    )


def _counts(columns: SheetColumns, pending: int, problems: int, count: int, total_row: int) -> Iterator[Cell]:
    messages = columns.area(Role.CHECK, fund_rows.FIRST_ROW, total_row - 1).a1
    yield _figure(columns, Role.PENDING, "status_count", float(pending), count_pending(messages))
    yield _figure(columns, Role.PROBLEMS, "status_count", float(problems), count_problems(messages, count))


def _results(columns: SheetColumns, score: ProjectScore, total_row: int) -> Iterator[Cell]:
    total, grade = columns.ref(Role.TOTAL, total_row), columns.ref(Role.GRADE, total_row)
    stored = "" if score.total is None else score.total
    repeated = f'IF(ISNUMBER({total}),{total},"")'
    yield _figure(columns, Role.STATUS_TOTAL, "status_score", stored, repeated)
    yield _figure(columns, Role.STATUS_GRADE, "status_score", score.grade or "", grade)


def _next_step(columns: SheetColumns, now: Progress, total_row: int) -> tuple[Cell, ...]:
    pending, problems = (columns.ref(role, ROWS[role]) for role in (Role.PENDING, Role.PROBLEMS))
    step = advice(pending, problems, columns.ref(Role.TOTAL, total_row))
    text, formula = step.result(now), step.formula(ADVICE_ROW)
    cell = cell_of(columns, Role.ADVICE, ADVICE_ROW, "status_advice", text, formula)
    return across(columns, Role.ADVICE, cell)


def _figure(columns: SheetColumns, role: Role, style: str, value: Value, formula: str) -> Cell:
    return cell_of(columns, role, ROWS[role], style, value, formula)
