"""定性: the filler chooses a tier and judges a ratio inside it; ratio x 分值."""

from collections.abc import Iterator

from zpj.model.project import Tier
from zpj.rules.methods.method import Explanation, JudgedRow, Part, RowMethod, Sentences
from zpj.rules.profile import Profile, TierBand
from zpj.rules.written_numbers import percent, points

JUDGED = "judged"


def _explain(_: Profile, row: JudgedRow) -> Explanation:
    return Explanation(JUDGED, {"tier": row.tier, "ratio": percent(row.ratio), "points": points(row.points)})


def _words(profile: Profile, says: Sentences) -> Iterator[str]:
    tiers = (_tier(band, says) for band in reversed(profile.tiers))
    yield says["rule"].format(tiers=says["separator"].join(tiers))


def _tier(band: TierBand, says: Sentences) -> str:
    sentence: str = says["closed_tier" if band.high == 1 else "open_tier"]
    return sentence.format(tier=band.tier, low=percent(band.low), high=percent(band.high))


def _problems(profile: Profile, says: Sentences) -> Iterator[tuple[str, str]]:
    if {band.tier for band in profile.tiers} != set(Tier) or len(profile.tiers) != len(Tier):
        yield Part.JUDGED, says["other_tiers"].format(tiers=says["separator"].join(Tier))
        return
    edges = [0.0, *(band.high for band in profile.tiers)]
    if [band.low for band in profile.tiers] != edges[:-1] or edges[-1] != 1:
        yield Part.JUDGED, says["gap"]


METHOD: RowMethod[JudgedRow] = RowMethod(
    part=Part.JUDGED,
    name="ratio",
    points=lambda _, row: row.ratio * row.points,
    explain=_explain,
    cases=(JUDGED,),
    clause=lambda profile, row: profile.tier_band(row.tier).clause,
    words=_words,
    problems=_problems,
)
