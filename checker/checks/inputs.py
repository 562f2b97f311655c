"""The inputs of a form as the rule checks look at them: which must be filled, which hold numbers."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.context import Context, Line
from generator.layout import columns, funds, goals
from templates import form_words
from zpj.form import FUND_SOURCES, Kind

_FUND_LABELS = {columns.INITIAL: "initial", columns.BUDGET: "budget", columns.SPENT: "spent"}


class Input(NamedTuple):
    """An input cell and what to call it."""

    ref: str
    what: str


def required(form: Context) -> Iterator[Input]:
    """Inputs that may not stay blank. A blank budget is B05's."""
    yield Input(funds.SPENT, _fund_label(0, columns.SPENT))
    yield Input(goals.COMPLETION, form_words()["label"]["completion"])
    for line in form.lines():
        yield _of(line, columns.ACTUAL, "actual")
        if line.score.kind is Kind.QUALITATIVE:
            yield _of(line, columns.TIER, "tier")
            yield _of(line, columns.RATIO, "ratio")


def numbers(form: Context) -> Iterator[Input]:
    """Inputs that hold a number or nothing."""
    for index in range(len(FUND_SOURCES)):
        for column in _FUND_LABELS:
            ref = f"{column}{funds.FIRST_ROW + index}"
            if form.issued[ref].style.endswith("_input"):
                yield Input(ref, _fund_label(index, column))
    for line in form.lines():
        if line.score.kind is Kind.QUALITATIVE:
            yield _of(line, columns.RATIO, "ratio")
        else:
            yield _of(line, columns.ACTUAL, "actual")
        yield _of(line, columns.DEDUCTION, "deduction")


def is_blank(form: Context, ref: str) -> bool:
    """Whether the cell shows nothing."""
    return not form.cell(ref).text.strip()


def _of(line: Line, column: str, label: str) -> Input:
    return Input(f"{column}{line.row}", f"{line.indicator.level3}：{form_words()['label'][label]}")


def _fund_label(index: int, column: str) -> str:
    return f"{FUND_SOURCES[index]}：{form_words()['label'][_FUND_LABELS[column]]}"
