"""Checks Q: answers that are missing, that are no numbers, or whose size speaks for a slip."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import Indicator, Kind
from zpj.quantity import Cause, Quantity, is_within_bounds, read_target
from zpj.recheck.views.form_view import Field, FormView
from zpj.rules import Profile
from zpj.scoring import RowScore
from zpj.texts import wording
from zpj_generator.formulas.row_message import SLIP

FAR = 1000
"""An answer this many times its target, or this fraction of it, is taken for one in another scale."""


def q01_missing(form: FormView) -> Iterator[Finding]:
    """An answer that a complete form must have."""
    for answer in form.answers:
        if answer.is_required and answer.number is None and not answer.text.strip():
            yield finding(Code.Q01, answer.place, what=answer.what)


def q02_not_a_number(form: FormView) -> Iterator[Finding]:
    """Words, a date, several numbers or an error where a number belongs; a number too large to be one."""
    for answer in form.answers:
        why = answer.unreadable
        if answer.number is not None and not is_within_bounds(answer.number):
            why = Cause.TOO_LARGE.words
        if why:
            yield finding(Code.Q02, answer.place, found=answer.text, what=answer.what, why=why)


def q03_doubtful_size(form: FormView) -> Iterator[Finding]:
    """95 for 95%, or 人次 where 万人次 are asked for; a reason given answers the doubt."""
    for line in form.lines:
        obstacle = line.score.obstacle
        why = obstacle.why if obstacle and obstacle.code is Code.Q03 else line.doubt
        if why:
            found, expected = line.indicator.actual, line.indicator.target
            yield line.finding(Code.Q03, Field.ACTUAL, found=found, expected=expected, why=why)


def size_doubt(profile: Profile, indicator: Indicator, score: RowScore) -> str:
    """Why the size of an answer speaks for a slip; empty where it does not, or a reason is given."""
    if score.kind is Kind.QUALITATIVE or score.a is None or score.b is None:
        return ""
    if not is_within_bounds(score.b):
        return ""
    doubt = _slip(score.a, score.b, read_target(indicator.target))
    if not doubt or profile.reason.is_given(indicator.reason):
        return ""
    return str(wording("recheck")["doubt"][doubt])


def _slip(target: float, actual: float, quantity: Quantity) -> str:
    """The slip that ``actual`` looks like, by its key among the texts; empty for none."""
    if quantity.percent:
        return "percent" if actual > 1 and actual >= SLIP * target else ""
    far = target > 0 and actual > 0 and not target / FAR < actual < target * FAR
    return "scale" if far and quantity.scale > 1 else ""
