"""Rows and columns: inserted, deleted or moved (S04), hidden or too small to show what they hold (S07)."""

from collections.abc import Callable, Iterable, Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.form_pair import FormPair
from zpj.texts import wording
from zpj.xlsx.references import column_letters

LEAST_HEIGHT = 8.0
"""In points; a line of ten-point letters needs twelve."""
LEAST_WIDTH = 0.75
"""Share of the issued width; less shows figures as ####."""


def s04_moved(form: FormPair) -> Iterator[Finding]:
    """Rows or columns that were inserted or deleted; everything else is compared where it stands now."""
    words, moves = wording("recheck")["moved"], form.moves
    if moves.is_lost:
        yield form.finding(Code.S04, (1, 1), found=words["lost"])
        return
    for lines, key, axis in (
        (moves.inserted_rows, "rows_inserted", 0),
        (moves.inserted_columns, "columns_inserted", 1),
    ):
        for run in _runs(lines):
            at = (run[0], 1) if axis == 0 else (1, run[0])
            yield form.finding_now(Code.S04, at, found=words[key].format(count=len(run)))
    for lines, key, axis in (
        (moves.deleted_rows, "rows_deleted", 0),
        (moves.deleted_columns, "columns_deleted", 1),
    ):
        for run in _runs(lines):
            at = (run[0], 1) if axis == 0 else (1, run[0])
            yield form.finding_now(Code.S04, at, found=words[key].format(count=len(run)))
    if moves.any and not (
        moves.inserted_rows or moves.inserted_columns or moves.deleted_rows or moves.deleted_columns
    ):
        yield form.finding(Code.S04, (1, 1), found=words["elsewhere"])


def s07_hidden_lines(form: FormPair) -> Iterator[Finding]:
    """Hidden rows or columns of the form, and those too small to show anything."""
    words = wording("recheck")["hidden"]
    last = form.issued.layout.last_row
    last = form.moves.rows.get(last, last) or last
    for rows in _runs(row for row in _hidden_rows(form) if row <= last):
        yield form.finding_now(Code.S07, (rows[0], 1), found=words["rows"].format(span=_span(rows, str)))
    for columns in _runs(_hidden_columns(form)):
        text = words["columns"].format(span=_span(columns, column_letters))
        yield form.finding_now(Code.S07, (1, columns[0]), found=text)


def _hidden_rows(form: FormPair) -> Iterator[int]:
    """Rows nobody can read; the blank rows between blocks may be as low as they were issued."""
    issued = {row.number: row.height for row in form.issued.layout.rows}
    unlisted = form.sheet.defaults.hides_rows
    for number, height in issued.items():
        now = form.moves.rows.get(number, number)
        if now is None:
            continue
        row = form.sheet.rows.get(now)
        if row is None:
            if unlisted:
                yield now
        elif row.hidden or (
            row.height is not None and row.height < min(LEAST_HEIGHT, height or LEAST_HEIGHT)
        ):
            yield now


def _hidden_columns(form: FormPair) -> Iterator[int]:
    widths = form.columns.widths
    for columns in form.sheet.columns:
        for number in range(columns.first, min(columns.last, len(widths)) + 1):
            narrow = columns.width is not None and columns.width < LEAST_WIDTH * widths[number - 1]
            if columns.hidden or narrow:
                yield number


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Stretches of consecutive numbers."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _span(numbers: list[int], name: Callable[[int], str]) -> str:
    first, last = name(numbers[0]), name(numbers[-1])
    return first if first == last else wording("recheck")["hidden"]["span"].format(first=first, last=last)
