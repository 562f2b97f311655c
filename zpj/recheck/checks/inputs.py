"""The inputs of a form as the rule checks look at them: which must be filled, which hold numbers."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from zpj.model.project import FUND_SOURCES, TOTAL_FUND, Kind
from zpj.recheck.context import Context, Line
from zpj.recheck.returned_file import CellView
from zpj.texts import wording
from zpj_generator.layout import fund_rows, goal_rows
from zpj_generator.sheet.roles import Role


class Input(NamedTuple):
    """An input cell: whose it is, and which."""

    ref: str
    owner: str
    """三级指标 or 资金来源; empty where the form has only one."""
    label: str
    """The key of its label."""

    @property
    def what(self) -> str:
        """What to call it, in the words of the form."""
        label: str = wording("form")["label"][self.label]
        return f"{self.owner}：{label}" if self.owner else label


@lru_cache(maxsize=1)  # several checks of one form ask for them
def required(form: Context) -> tuple[Input, ...]:
    """Inputs that may not stay blank. A blank budget is B05's."""
    return tuple(_required(form))


@lru_cache(maxsize=1)
def numbers(form: Context) -> tuple[Input, ...]:
    """Inputs that hold a number or nothing."""
    return tuple(_numbers(form))


def is_blank(cell: CellView) -> bool:
    """Whether the cell shows nothing, or blanks."""
    value = cell.value
    return not value.strip() if isinstance(value, str) else value is None and cell.error is None


def _required(form: Context) -> Iterator[Input]:
    yield Input(form.fund(Role.SPENT), TOTAL_FUND, "spent")
    yield Input(form.at(Role.COMPLETION, goal_rows.FIRST_ROW), "", "completion")
    for line in form.lines:
        yield _of(form, line, Role.ACTUAL)
        if line.score.kind is Kind.QUALITATIVE:
            yield _of(form, line, Role.TIER)
            yield _of(form, line, Role.RATIO)


def _numbers(form: Context) -> Iterator[Input]:
    for row, source in enumerate(FUND_SOURCES, fund_rows.FIRST_ROW):
        for role in fund_rows.AMOUNTS:
            ref = form.at(role, row)
            if form.issued[ref].style.endswith("_input"):
                yield Input(ref, source, role)
    for line in form.lines:
        if line.score.kind is Kind.QUALITATIVE:
            yield _of(form, line, Role.RATIO)
        else:
            yield _of(form, line, Role.ACTUAL)
        yield _of(form, line, Role.DEDUCTION)


def _of(form: Context, line: Line, role: Role) -> Input:
    return Input(form.at(role, line.row), line.indicator.level3, role)
