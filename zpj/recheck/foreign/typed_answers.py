"""Checks Q of a form from elsewhere: what was left blank, and answers that cannot be held against targets."""

from collections.abc import Iterator

from zpj.importer import TableColumn
from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND
from zpj.recheck.foreign.printed_form import PrintedForm
from zpj.texts import wording


def q01_missing(form: PrintedForm) -> Iterator[Finding]:
    """An answer that a complete form has, or a score."""
    labels, typed = wording("form")["label"], form.typed
    if typed.project.fund(TOTAL_FUND).spent is None:
        yield finding(Code.Q01, form.amount("spent"), what=f"{TOTAL_FUND}：{labels['spent']}")
    if not typed.project.completion:
        yield finding(Code.Q01, typed.place, what=labels["completion"])
    for line in form.lines:
        if not line.is_answered:
            yield line.finding(Code.Q01, TableColumn.ACTUAL, what=line.what("actual"))
    if form.calculated:
        yield from _unscored(form)


def _unscored(form: PrintedForm) -> Iterator[Finding]:
    labels, typed = wording("form")["label"], form.typed
    if typed.execution is None:
        yield finding(Code.Q01, form.amount("score"), what=f"{labels['rate']}：{labels['score']}")
    for line in form.lines:
        if line.printed is None:
            yield line.finding(Code.Q01, TableColumn.SCORE, what=line.what("score"))
    if typed.total is None:
        yield finding(Code.Q01, typed.place, what=labels["total"])


def q02_not_a_number(form: PrintedForm) -> Iterator[Finding]:
    """Words, a date or several numbers where the target is a number."""
    for line in form.lines:
        obstacle = line.score.obstacle
        if obstacle and obstacle.code == Code.Q02 and line.is_answered:
            found, what = line.indicator.actual, line.what("actual")
            yield line.finding(Code.Q02, TableColumn.ACTUAL, found=found, what=what, why=obstacle.why)


def q03_doubtful_size(form: PrintedForm) -> Iterator[Finding]:
    """Another unit than the target has, or another scale; a reason given answers the latter."""
    for line in form.lines:
        obstacle = line.score.obstacle
        why = obstacle.why if obstacle and obstacle.code == Code.Q03 else line.doubt
        if why:
            found, expected = line.indicator.actual, line.indicator.target
            yield line.finding(Code.Q03, TableColumn.ACTUAL, found=found, expected=expected, why=why)
