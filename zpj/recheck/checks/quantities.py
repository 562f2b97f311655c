"""Checks Q: answers that are missing, that are no numbers, or whose size speaks for a slip."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.model.project import Indicator, Kind
from zpj.quantity import read_target
from zpj.recheck.answers import as_number
from zpj.recheck.checks.inputs import is_blank, numbers, required
from zpj.recheck.context import Context
from zpj.rules import Profile
from zpj.scoring import RowScore
from zpj_generator.formulas.row_message import SLIP
from zpj_generator.sheet.roles import Role

FAR = 1000
"""An answer this many times its target, or this fraction of it, is taken for one in another scale."""
UNIT_INSIDE = "本格只填一个数，单位已在格内"


class Doubt(StrEnum):
    """Why the size of an answer speaks for a slip."""

    PERCENT = "数值过大，95% 应填 95% 或 0.95"
    SCALE = "相差千倍以上，可能没有换算成指标值的单位"


class Answer(Protocol):
    """An indicator as answered, with its score by rule."""

    @property
    def indicator(self) -> Indicator:
        """Target, actual value and reason."""
        ...

    @property
    def score(self) -> RowScore:
        """What the rule makes of them."""
        ...


def q01_missing(form: Context) -> Iterator[Finding]:
    """An answer that a complete form must have."""
    for each in required(form):
        if is_blank(form.cell(each.ref)):
            yield form.finding(Code.Q01, each.ref, what=each.what)


def q02_not_a_number(form: Context) -> Iterator[Finding]:
    """Words, a truth value or an error where a number belongs."""
    missing = {each.ref for each in required(form) if is_blank(form.cell(each.ref))}
    for each in numbers(form):
        cell = form.cell(each.ref)
        # A text of blanks looks empty, and still is no number to a formula: the score stays blank.
        if as_number(cell) is None and cell.text and each.ref not in missing:
            yield form.finding(Code.Q02, each.ref, found=cell.text, what=each.what, why=UNIT_INSIDE)


def q03_doubtful_size(form: Context) -> Iterator[Finding]:
    """95 for 95%, or 人次 where 万人次 are asked for; a reason given answers the doubt."""
    for line in form.lines:
        if doubt := size_doubt(form.profile, line):
            ref = form.at(Role.ACTUAL, line.row)
            target = line.indicator.target
            yield form.finding(Code.Q03, ref, found=form.cell(ref).text, expected=target, why=doubt)


def size_doubt(profile: Profile, line: Answer) -> Doubt | None:
    """Why the answer of ``line`` is doubtful, if it is and no reason is given."""
    a, b = line.score.a, line.score.b
    if line.score.kind is Kind.QUALITATIVE or a is None or b is None:
        return None
    if profile.reason.is_given(line.indicator.reason):
        return None
    target = read_target(line.indicator.target)
    if target.percent:
        return Doubt.PERCENT if b > 1 and b >= SLIP * a else None
    far = a > 0 and b > 0 and not a / FAR < b < a * FAR
    return Doubt.SCALE if far and target.scale > 1 else None
