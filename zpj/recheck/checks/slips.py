"""Which slip explains a printed score that is not the one by rule: one small function each."""

from collections.abc import Callable
from enum import StrEnum

from zpj.model.project import Kind
from zpj.quantity.rounding import round_half_up
from zpj.recheck.views.form_view import Line
from zpj.rules import Band, Profile
from zpj.rules.bands import band_of
from zpj.scoring import Scored, differs
from zpj.texts import wording


class Slip(StrEnum):
    """What somebody seems to have done; the values are keys of the texts."""

    NOT_DEDUCTED = "not_deducted"
    BY_COMPLETION = "by_completion"
    OTHER_BAND = "other_band"
    CEILING_AS_RATIO = "ceiling_as_ratio"
    ONE_DECIMAL = "one_decimal"
    BEYOND_RATIO = "beyond_ratio"
    SPARED = "spared"

    @property
    def words(self) -> str:
        """The end of a finding's sentence."""
        return str(wording("recheck")["slip"][self.value])


def slip_of(profile: Profile, line: Line) -> Slip | None:
    """The first slip that gives the printed score of ``line``, whose score by rule is another."""
    return next((slip for slip, explains in _SLIPS.items() if explains(profile, line)), None)


def is_beyond(profile: Profile, line: Line) -> bool:
    """Whether the target is exceeded so far that the rule deducts."""
    return _band(profile, line.score.excess) is not None


def not_deducted(profile: Profile, line: Line) -> bool:
    """Full points, although the target is exceeded too far."""
    return is_beyond(profile, line) and _is(profile, line, line.indicator.points)


def by_completion(profile: Profile, line: Line) -> bool:
    """The band of B/A, which is 1 more than r = (B-A)/A."""
    excess = line.score.excess
    band = _band(profile, None if excess is None else excess + 1)
    return band is not None and _is(profile, line, line.indicator.points * (1 - band.deduct))


def other_band(profile: Profile, line: Line) -> bool:
    """Exceeded too far, and deducted by a band that is not the one of r."""
    scores = (line.indicator.points * (1 - band.deduct) for band in profile.positive.over_completion)
    return is_beyond(profile, line) and any(_is(profile, line, score) for score in scores)


def ceiling_as_ratio(profile: Profile, line: Line) -> bool:
    """What stays below its ceiling scored B/A, to two decimals or to one."""
    a, b = line.score.a, line.score.b
    if line.score.kind is not Kind.REVERSE or a is None or b is None or not 0 < b < a:
        return False
    ratio = b / a * line.indicator.points
    return any(_is(profile, line, round_half_up(ratio, digits)) for digits in (profile.rounding.decimals, 1))


def one_decimal(profile: Profile, line: Line) -> bool:
    """By the rule, but for the second decimal."""
    return line.score.rule is not None and _is(profile, line, round_half_up(line.score.rule, 1))


def beyond_ratio(_: Profile, line: Line) -> bool:
    """A shortfall that costs more than its share."""
    return _is_short(line) and (line.printed or 0.0) < (line.score.rule or 0.0)


def spared(_: Profile, line: Line) -> bool:
    """A shortfall that costs less than its share."""
    return _is_short(line) and (line.printed or 0.0) > (line.score.rule or 0.0)


def _band(profile: Profile, excess: float | None) -> Band | None:
    return None if excess is None else band_of(profile.positive.over_completion, excess)


def _is_short(line: Line) -> bool:
    """Whether the rule takes points off for what was not achieved."""
    return (line.score.excess or 0.0) <= 0 and (line.score.rule or 0.0) < line.indicator.points


def _is(profile: Profile, line: Line, score: float) -> bool:
    return line.printed is not None and not differs(profile, line.printed, score, Scored.ROW)


_SLIPS: dict[Slip, Callable[[Profile, Line], bool]] = {
    Slip.NOT_DEDUCTED: not_deducted,
    Slip.BY_COMPLETION: by_completion,
    Slip.OTHER_BAND: other_band,
    Slip.CEILING_AS_RATIO: ceiling_as_ratio,
    Slip.ONE_DECIMAL: one_decimal,
    Slip.BEYOND_RATIO: beyond_ratio,
    Slip.SPARED: spared,
}
"""In this order: the first are the more particular."""
