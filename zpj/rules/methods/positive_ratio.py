"""正向 by ``ratio``: min(1, B/A) x 分值, less what the band of over-completion takes off."""

from collections.abc import Iterator
from itertools import pairwise

from zpj.rules.bands import band_of, lookup_problems
from zpj.rules.methods.method import Explanation, MeasuredRow, Part, RowMethod, Sentences
from zpj.rules.profile import Band, Profile
from zpj.rules.written_numbers import amount, percent, points

SHORT, MET, BEYOND = "short", "met", "beyond"


def _points(profile: Profile, row: MeasuredRow) -> float:
    band = _band(profile, row)
    return min(1.0, row.b / row.a) * row.points - (band.deduct * row.points if band else 0.0)


def _explain(profile: Profile, row: MeasuredRow) -> Explanation:
    figures = {"a": amount(row.a), "b": amount(row.b), "points": points(row.points)}
    band = _band(profile, row)
    if band is None:
        return Explanation(SHORT if row.b < row.a else MET, figures)
    beyond = {"excess": percent(row.excess or 0.0), "deduct": percent(band.deduct)}
    return Explanation(BEYOND, figures | beyond)


def _clause(profile: Profile, row: MeasuredRow) -> str:
    band = _band(profile, row)
    return band.clause if band else profile.positive.clause


def _words(profile: Profile, says: Sentences) -> Iterator[str]:
    yield says["rule"]
    bands = profile.positive.over_completion
    if bands:
        listed = [
            says["band"].format(low=percent(band.low), high=percent(above.low), deduct=percent(band.deduct))
            for band, above in pairwise(bands)
        ]
        last = says["last_band"].format(low=percent(bands[-1].low), deduct=percent(bands[-1].deduct))
        yield says["over_completion"].format(bands=says["separator"].join([*listed, last]))


def _problems(profile: Profile, says: Sentences) -> Iterator[tuple[str, str]]:
    bands, key = profile.positive.over_completion, "positive.over_completion"
    yield from lookup_problems(key, [band.low for band in bands])
    if any(not 0 <= band.deduct <= 1 for band in bands):
        yield key, says["deduct_out_of_range"]


def _band(profile: Profile, row: MeasuredRow) -> Band | None:
    return None if row.excess is None else band_of(profile.positive.over_completion, row.excess)


METHOD: RowMethod[MeasuredRow] = RowMethod(
    part=Part.POSITIVE,
    name="ratio",
    points=_points,
    explain=_explain,
    cases=(SHORT, MET, BEYOND),
    clause=_clause,
    words=_words,
    problems=_problems,
)
