"""Which slip explains a printed score that is not the one by rule: one small function each."""

from collections.abc import Callable
from enum import StrEnum

from zpj.model.project import Kind
from zpj.quantity.rounding import round_half_up
from zpj.recheck.foreign.printed_form import PrintedLine
from zpj.rules import Band, Profile
from zpj.rules.bands import band_of
from zpj.scoring import Scored, differs


class Slip(StrEnum):
    """What somebody seems to have done, as the end of a finding's sentence."""

    NOT_DEDUCTED = "，超额部分没有扣分"
    BY_COMPLETION = "，所印得分是按完成率(B/A)而不是偏离度((B-A)/A)取的扣分档次"
    OTHER_BAND = "，所印得分用的是另一扣分档次"
    CEILING_AS_RATIO = "，所印得分是按 B/A 的比例计算的，而上限指标不超过指标值即得满分"
    ONE_DECIMAL = "，所印得分只保留了一位小数"
    BEYOND_RATIO = "，扣分超过了未完成的比例"
    SPARED = "，未完成的部分没有按比例扣足"


def slip_of(profile: Profile, line: PrintedLine) -> Slip | None:
    """The first slip that gives the printed score of ``line``, whose score by rule is another."""
    return next((slip for slip, explains in _SLIPS.items() if explains(profile, line)), None)


def is_beyond(profile: Profile, line: PrintedLine) -> bool:
    """Whether the target is exceeded so far that the rule deducts."""
    return _band(profile, line.score.excess) is not None


def not_deducted(profile: Profile, line: PrintedLine) -> bool:
    """Full points, although the target is exceeded too far."""
    return is_beyond(profile, line) and _is(profile, line, line.indicator.points)


def by_completion(profile: Profile, line: PrintedLine) -> bool:
    """The band of B/A, which is 1 more than r = (B-A)/A."""
    excess = line.score.excess
    band = _band(profile, None if excess is None else excess + 1)
    return band is not None and _is(profile, line, line.indicator.points * (1 - band.deduct))


def other_band(profile: Profile, line: PrintedLine) -> bool:
    """Exceeded too far, and deducted by a band that is not the one of r."""
    scores = (line.indicator.points * (1 - band.deduct) for band in profile.positive.over_completion)
    return is_beyond(profile, line) and any(_is(profile, line, score) for score in scores)


def ceiling_as_ratio(profile: Profile, line: PrintedLine) -> bool:
    """What stays below its ceiling scored B/A, to two decimals or to one."""
    a, b = line.score.a, line.score.b
    if line.score.kind is not Kind.REVERSE or a is None or b is None or not 0 < b < a:
        return False
    ratio = b / a * line.indicator.points
    return any(_is(profile, line, round_half_up(ratio, digits)) for digits in (profile.rounding.decimals, 1))


def one_decimal(profile: Profile, line: PrintedLine) -> bool:
    """By the rule, but for the second decimal."""
    return line.score.rule is not None and _is(profile, line, round_half_up(line.score.rule, 1))


def beyond_ratio(_: Profile, line: PrintedLine) -> bool:
    """A shortfall that costs more than its share."""
    return _is_short(line) and (line.printed or 0.0) < (line.score.rule or 0.0)


def spared(_: Profile, line: PrintedLine) -> bool:
    """A shortfall that costs less than its share."""
    return _is_short(line) and (line.printed or 0.0) > (line.score.rule or 0.0)


def _band(profile: Profile, excess: float | None) -> Band | None:
    return None if excess is None else band_of(profile.positive.over_completion, excess)


def _is_short(line: PrintedLine) -> bool:
    """Whether the rule takes points off for what was not achieved."""
    return (line.score.excess or 0.0) <= 0 and (line.score.rule or 0.0) < line.indicator.points


def _is(profile: Profile, line: PrintedLine, score: float) -> bool:
    return line.printed is not None and not differs(profile, line.printed, score, Scored.ROW)


_SLIPS: dict[Slip, Callable[[Profile, PrintedLine], bool]] = {
    Slip.NOT_DEDUCTED: not_deducted,
    Slip.BY_COMPLETION: by_completion,
    Slip.OTHER_BAND: other_band,
    Slip.CEILING_AS_RATIO: ceiling_as_ratio,
    Slip.ONE_DECIMAL: one_decimal,
    Slip.BEYOND_RATIO: beyond_ratio,
    Slip.SPARED: spared,
}
"""In this order: the first are the more particular."""
