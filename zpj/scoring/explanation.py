"""A score in words: which clause, what arithmetic. For ``zpj score`` and whoever asks why."""

from typing import NamedTuple

from zpj.model.project import Indicator, Kind
from zpj.rules import Profile
from zpj.rules.methods import JUDGED, Explanation, JudgedRow, MeasuredRow, Part, measured_method, sentences
from zpj.rules.written_numbers import points
from zpj.scoring.row_score import RowScore
from zpj.texts import wording


class _Because(NamedTuple):
    """The method that scored a row: its key, its arithmetic and its clause."""

    part: Part
    name: str
    explanation: Explanation
    clause: str


def explain(profile: Profile, indicator: Indicator, row: RowScore) -> str:
    """One sentence: the arithmetic behind ``row``, or why there is no score."""
    says = wording("scoring")
    frame: dict[str, str] = says["row"]
    if row.obstacle:
        return frame["refused"].format(kind=row.kind, why=row.obstacle.why)
    because = _because(profile, indicator, row)
    if because is None:
        what = says["unfilled"]["judged" if row.kind is Kind.QUALITATIVE else "measured"]
        return frame["unfilled"].format(kind=row.kind, what=what)
    arithmetic = _arithmetic(because, row)
    if indicator.deduction:
        arithmetic = frame["deducted"].format(
            arithmetic=arithmetic, deduction=points(indicator.deduction), score=f"{row.score:.2f}"
        )
    return frame["scored"].format(kind=row.kind, arithmetic=arithmetic, clause=because.clause)


def _arithmetic(because: _Because, row: RowScore) -> str:
    case, figures = because.explanation
    sentence: str = sentences(because.part, because.name)["why"][case]
    return sentence.format(**figures, score=f"{row.rule:.2f}")


def _because(profile: Profile, indicator: Indicator, row: RowScore) -> _Because | None:
    """What scored ``row``; ``None`` while it has no score."""
    if row.rule is None:
        return None
    if row.tier is not None and indicator.ratio is not None:
        judged = JudgedRow(row.tier, indicator.ratio, indicator.points)
        explanation = JUDGED.explain(profile, judged)
        return _Because(JUDGED.part, JUDGED.name, explanation, JUDGED.clause(profile, judged))
    if row.a is None or row.b is None:
        return None
    method = measured_method(profile, row.kind, zero_target=row.a == 0)
    measured = MeasuredRow(row.kind, row.a, row.b, indicator.points)
    explanation = method.explain(profile, measured)
    return _Because(method.part, method.name, explanation, method.clause(profile, measured))
