"""Printed scores become lawful inputs, so that a form scored by the rule gives the printed total again.

A qualitative or dated row gets the ratio that gives its score, a numeric row printed below its rule score
gets the difference as 酌情扣分. A score printed above the rule is reported, and the rule decides.
"""

from dataclasses import replace

from zpj.importer.recognise.typed_form import TableColumn, TypedForm, TypedRow
from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import Indicator, Kind, Project
from zpj.quantity.rounding import round_half_up
from zpj.rules import Profile
from zpj.scoring import score_row
from zpj.scoring.kinds import infer_kind

_INCOMPARABLE = frozenset({Code.Q02, Code.Q03})
"""Obstacles on a row whose target counts but whose actual value cannot be held against it."""
_RATIO_DECIMALS = 12
"""Enough to give any printed score back, and 4.8 of 6 points is 0.8, not a hair below its tier."""


def lawful_inputs(form: TypedForm, profile: Profile) -> tuple[Project, tuple[Finding, ...]]:
    """The project of ``form`` with lawful inputs for its printed scores, a finding for each that moved."""
    rows = [_lawful_row(row, profile) for row in form.rows]
    project = replace(form.project, indicators=tuple(indicator for indicator, _ in rows))
    return project, tuple(entry for _, findings in rows for entry in findings)


def _lawful_row(row: TypedRow, profile: Profile) -> tuple[Indicator, tuple[Finding, ...]]:
    indicator = replace(row.indicator, kind=infer_kind(row.indicator.level2, row.indicator.target))
    if indicator.kind is Kind.QUALITATIVE:
        return _judged(row, indicator, profile)
    score = score_row(profile, indicator)
    if score.obstacle and score.obstacle.code in _INCOMPARABLE and indicator.printed_score is not None:
        in_words = finding(
            Code.I03,
            row.place(TableColumn.ACTUAL),
            found=indicator.actual,
            expected=indicator.target,
            why=score.obstacle.why,
        )
        judged, findings = _judged(row, replace(indicator, kind=Kind.QUALITATIVE), profile)
        return judged, (in_words, *findings)
    if score.rule is None or indicator.printed_score is None:
        return indicator, ()
    return _marked_down(row, indicator, indicator.printed_score, score.rule)


def _judged(row: TypedRow, indicator: Indicator, profile: Profile) -> tuple[Indicator, tuple[Finding, ...]]:
    """A qualitative row: the printed share of its points, and the tier that share lies in."""
    printed, points = indicator.printed_score, indicator.points
    if printed is None or points <= 0:
        return indicator, ()
    ratio = min(1.0, round_half_up(printed / points, _RATIO_DECIMALS))
    judged = replace(indicator, ratio=ratio, tier=profile.tier_of(ratio))
    return judged, () if printed <= points else (_above_the_rule(row, printed, points),)


def _marked_down(
    row: TypedRow, indicator: Indicator, printed: float, rule: float
) -> tuple[Indicator, tuple[Finding, ...]]:
    """A numeric row: what its printed score lacks to the rule is 酌情扣分."""
    deduction = round_half_up(rule - printed)
    if deduction < 0:
        return indicator, (_above_the_rule(row, printed, rule),)
    if deduction == 0:
        return indicator, ()
    below = finding(Code.I04, row.place(TableColumn.SCORE), found=f"{printed:g}", expected=f"{rule:g}")
    return replace(indicator, deduction=deduction), (below,)


def _above_the_rule(row: TypedRow, printed: float, rule: float) -> Finding:
    return finding(Code.I02, row.place(TableColumn.SCORE), found=f"{printed:g}", expected=f"{rule:g}")
