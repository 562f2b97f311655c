"""校验 of indicator rows: the live message beside a row, saying in Chinese what is missing and why."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from zpj.model.codes import Code
from zpj.model.project import Indicator, Kind
from zpj.quantity import LARGEST
from zpj.quantity.rounding import on_edge_grid
from zpj.rules import Profile, TierBand
from zpj.scoring import RowScore
from zpj.texts import wording
from zpj_generator.formulas.expressions import Case, Choice, choice, number
from zpj_generator.formulas.method_formulas import excess
from zpj_generator.formulas.reason_formula import passes_condition, reason_condition
from zpj_generator.formulas.score_formulas import inside_tier
from zpj_generator.sheet.row_refs import RowShape

SLIP = 10
"""A percentage above 1 and this many times its target is taken for 95 typed where 95% was meant."""


class Facts(NamedTuple):
    """What the cells of a row hold."""

    indicator: Indicator
    score: RowScore


RowCase = Case[Facts]


@lru_cache(maxsize=256)
def row_check(profile: Profile, kind: Kind, shape: RowShape) -> Choice[Facts]:
    """The messages of rows of this kind and shape."""
    filling = _tier_cases(profile, shape) if kind is Kind.QUALITATIVE else _number_cases(shape)
    cases = [*filling, _deduction_case(shape), _reason_given(profile, shape)]
    return choice([*cases, *_reason_cases(profile, kind, shape)], wording("form")["check"]["fine"])


def _number_cases(shape: RowShape) -> Iterator[RowCase]:
    words, actual = wording("form")["check"], shape.at.actual
    yield _unfilled(shape)
    yield Case(f"NOT(ISNUMBER({actual}))", lambda row: row.score.b is None, words["number"])
    yield Case(f"{actual}>{LARGEST}", lambda row: (row.score.b or 0) > LARGEST, words["large"])
    yield Case(f"{actual}<0", lambda row: (row.score.b or 0) < 0, words["negative"])


def _tier_cases(profile: Profile, shape: RowShape) -> Iterator[RowCase]:
    words, at = wording("form")["check"], shape.at
    yield _unfilled(shape)
    yield Case(f'{at.tier}=""', lambda row: row.score.tier is None, words["tier"])
    yield Case(f'{at.ratio}=""', lambda row: row.indicator.ratio is None, words["ratio"])
    # IF, not OR: OR looks at all its arguments, and words are an error in the comparison with a band.
    outside = f"IF(ISNUMBER({at.ratio}),NOT({inside_tier(profile, at)}),TRUE)"
    for band in reversed(profile.tiers):
        yield Case(f'AND({at.tier}="{band.tier}",{outside})', _outside(band), _outside_words(band))
    # A definition cannot hold another tier; a cell can, after a paste.
    known = ",".join(f'{at.tier}="{band.tier}"' for band in profile.tiers)
    yield Case(f"NOT(OR({known}))", lambda _: False, words["unknown_tier"])


def _unfilled(shape: RowShape) -> RowCase:
    text = wording("form")["check"]["actual"]
    return Case(f'TRIM({shape.at.actual})=""', lambda row: not row.indicator.actual.strip(), text)


def _outside(band: TierBand) -> Callable[[Facts], bool]:
    def holds(row: Facts) -> bool:
        obstacle = row.score.obstacle
        return row.score.tier is band.tier and obstacle is not None and obstacle.code == Code.P05

    return holds


def _outside_words(band: TierBand) -> str:
    words = wording("form")["check"]
    edge = words["outside_closed"] if band.high == 1 else words["outside_open"]
    sentence: str = words["outside"]
    return sentence.format(tier=band.tier, low=f"{band.low:.0%}", high=f"{band.high:.0%}", edge=edge)


def _deduction_case(shape: RowShape) -> RowCase:
    # In a spreadsheet every text is above every number, so a text is told by the upper bound as well.
    at = shape.at
    return Case(
        f'OR({at.deduction}<0,{at.deduction}>{at.points},AND({at.deduction}<>"",NOT(ISNUMBER({at.deduction}))))',
        lambda row: not 0 <= (row.indicator.deduction or 0) <= row.indicator.points,
        wording("form")["check"]["deduction"],
    )


def _reason_given(profile: Profile, shape: RowShape) -> RowCase:
    return Case(
        reason_condition(profile, shape.at.reason),
        lambda row: passes_condition(profile, row.indicator.reason),
        wording("form")["check"]["fine"],
    )


def _reason_cases(profile: Profile, kind: Kind, shape: RowShape) -> Iterator[RowCase]:
    """What a missing reason leaves unexplained."""
    words, at = wording("form")["check"], shape.at
    if shape.percent:
        yield Case(
            f"AND({at.actual}>1,{at.actual}>={SLIP}*{at.target})",
            lambda row: (b := row.score.b or 0.0) > 1 and b >= SLIP * (row.score.a or 0),
            words["slip"],
        )
    if kind is Kind.POSITIVE and not shape.zero_target:
        limit = profile.reason.over_completion
        yield Case(
            f"{excess(at)}>={number(limit)}",
            lambda row: row.score.excess is not None and on_edge_grid(row.score.excess) >= limit,
            words["excess"].format(percent=f"{limit:.0%}"),
        )
    yield Case(f"{at.deduction}>0", lambda row: (row.indicator.deduction or 0) > 0, words["deducted"])
    yield Case(
        f"{at.score}<{at.points}",
        lambda row: row.score.score is not None and row.score.score < row.indicator.points,
        words["shortfall"],
    )
