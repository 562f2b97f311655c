"""Checks P of scores: printed ones against the rule, one code for a row that departs; tiers; signs."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import Kind
from zpj.quantity.plain_numbers import plain
from zpj.recheck.checks.slips import Slip, is_beyond, slip_of
from zpj.recheck.views.form_view import Field, FormView, Line
from zpj.rules import Profile
from zpj.rules.written_numbers import percent
from zpj.scoring import Scored, differs
from zpj.texts.punctuation import listed

WRONG_BAND = (Slip.NOT_DEDUCTED, Slip.BY_COMPLETION, Slip.OTHER_BAND)


def p03_above_points(form: FormView) -> Iterator[Finding]:
    """More points than there are."""
    for line in _departed(form, Code.P03):
        found, expected = plain(line.printed or 0.0), plain(line.indicator.points)
        yield line.finding(Code.P03, Field.SCORE, found=found, expected=expected)


def p04_not_by_the_rule(form: FormView) -> Iterator[Finding]:
    """A shortfall not deducted in proportion, too coarse a rounding, or a ceiling scored as a ratio."""
    for line in _departed(form, Code.P04):
        yield _finding(form, Code.P04, line)


def p05_outside_tier(form: FormView) -> Iterator[Finding]:
    """A tier that is none of the list, or a ratio outside its tier."""
    for line in form.lines:
        if line.score.kind is not Kind.QUALITATIVE:
            continue
        if line.tier.strip() and line.tier != line.indicator.tier:
            tiers = listed(band.tier for band in reversed(form.profile.tiers))
            yield line.finding(Code.P05, Field.TIER, found=line.tier, expected=tiers)
        else:
            yield from _outside(form.profile, line)


def p06_marked_down(form: FormView) -> Iterator[Finding]:
    """The target is met, and yet points were taken off."""
    for line in _departed(form, Code.P06):
        yield _finding(form, Code.P06, line)


def p07_over_completion(form: FormView) -> Iterator[Finding]:
    """Over-completion that was not deducted, or in the wrong band."""
    for line in _departed(form, Code.P07):
        yield _finding(form, Code.P07, line, excess=f"{(line.score.excess or 0.0) * 100:.10g}%")


def p08_negative(form: FormView) -> Iterator[Finding]:
    """A number below zero: an amount, a target or an actual value, points, a score or a deduction."""
    for answer in form.answers:
        if answer.number is not None and answer.number < 0:
            yield finding(Code.P08, answer.place, found=plain(answer.number), what=answer.what)


def departure(profile: Profile, line: Line) -> Code | None:
    """The one code for how the printed score of ``line`` departs from the rule.

    ``None`` within the tolerance; where no rule applies, as 定性 is judgement; and where it is the answer
    that is wrong (Q03) or the score is no score at all (P08).
    """
    printed, rule = line.printed, line.score.rule
    if printed is None or printed < 0:
        return None
    if printed > line.indicator.points and differs(profile, printed, line.indicator.points, Scored.ROW):
        return Code.P03
    if rule is None or line.doubt or not differs(profile, printed, rule, Scored.ROW):
        return None
    slip = slip_of(profile, line)
    if slip in WRONG_BAND or is_beyond(profile, line):
        return Code.P07
    if slip is Slip.CEILING_AS_RATIO:
        return Code.P04
    return Code.P06 if printed < rule == line.indicator.points else Code.P04


def _outside(profile: Profile, line: Line) -> Iterator[Finding]:
    tier, ratio = line.indicator.tier, line.indicator.ratio
    if tier is None or ratio is None or ratio < 0:
        return
    band = profile.tier_band(tier)
    if not band.holds(ratio):
        expected = f"{percent(band.low)}~{percent(band.high)}"
        yield line.finding(Code.P05, Field.RATIO, found=percent(ratio), expected=expected)


def _departed(form: FormView, code: Code) -> Iterator[Line]:
    return (line for line in form.lines if departure(form.profile, line) is code)


def _finding(form: FormView, code: Code, line: Line, **words: str) -> Finding:
    found, expected = plain(line.printed or 0.0), plain(line.score.rule or 0.0)
    slip = slip_of(form.profile, line)
    return line.finding(
        code, Field.SCORE, found=found, expected=expected, slip=slip.words if slip else "", **words
    )
