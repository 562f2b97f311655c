"""校验: the live message beside a row, saying in Chinese what is missing and why.

Each message is a :class:`Case`: the condition as a formula and its truth for what the definition prefills,
so the stored result of a message comes from the same list as its formula.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.formulas.expressions import Case, Choice, array, choose, number, quoted
from generator.formulas.score import RowRefs, excess, inside_tier
from templates import form_words
from zpj.form import TOTAL_FUND, Fund, Indicator, Kind, Project
from zpj.rounding import on_edge_grid
from zpj.rules import Profile, TierBand
from zpj.scoring import RowScore

SLIP = 10
"""A percentage above 1 and this many times its target is taken for 95 typed where 95% was meant."""

PARTS_TOLERANCE = 0.005
"""How far the parts of a fund may miss the sum, in 万元."""


class FundRefs(NamedTuple):
    """The cells of the 年度资金总额 row, and the range of the actual amounts of its parts."""

    budget: str
    spent: str
    parts: str
    rate: str


def check_row(profile: Profile, indicator: Indicator, score: RowScore, percent: bool, at: RowRefs) -> Choice:
    """The message of one indicator row."""
    missing = _tier_cases if score.kind is Kind.QUALITATIVE else _number_cases
    cases = [*missing(profile, indicator, score, at), _deduction_case(indicator, at)]
    return choose(cases, _reason_choice(profile, indicator, score, percent, at))


def check_funds(project: Project, at: FundRefs) -> Choice:
    """The message of the 年度资金总额 row."""
    words, fund = form_words()["check"], project.fund(TOTAL_FUND)
    budget, spent = fund.budget, fund.spent
    wrong = (budget is not None and budget <= 0) or (spent is not None and spent < 0)
    numbers = f"AND(ISNUMBER({at.budget}),ISNUMBER({at.spent}),{at.budget}>0,{at.spent}>=0)"
    missed = f"SUM({at.parts})-{at.spent}"
    tolerance = number(PARTS_TOLERANCE)
    parts = f"AND(COUNT({at.parts})>0,OR({missed}>{tolerance},{missed}<-{tolerance}))"
    cases = [
        Case(f'{at.budget}=""', budget is None, words["budget"]),
        Case(f'{at.spent}=""', spent is None, words["spent"]),
        Case(f"NOT({numbers})", wrong, words["money"]),
        Case(parts, _parts_miss(project, fund), words["parts"]),
        Case(f"{at.spent}>{at.budget}", (spent or 0) > (budget or 0), words["overspent"]),
    ]
    return choose(cases, _fine())


def check_completion(project: Project, ref: str) -> Choice:
    """The message of the 实际完成情况 text."""
    return choose(
        [Case(f'TRIM({ref})=""', not project.completion.strip(), form_words()["check"]["completion"])],
        _fine(),
    )


def _fine() -> Choice:
    fine = form_words()["check"]["fine"]
    return Choice(quoted(fine), fine)


def _number_cases(profile: Profile, indicator: Indicator, score: RowScore, at: RowRefs) -> Iterator[Case]:  # noqa: ARG001 - same shape as _tier_cases
    words = form_words()["check"]
    yield Case(f'{at.actual}=""', not indicator.actual.strip(), words["actual"])
    yield Case(f"NOT(ISNUMBER({at.actual}))", score.b is None, words["number"])
    yield Case(f"{at.actual}<0", (score.b or 0) < 0, words["negative"])


def _tier_cases(profile: Profile, indicator: Indicator, score: RowScore, at: RowRefs) -> Iterator[Case]:
    words = form_words()["check"]
    yield Case(f'{at.actual}=""', not indicator.actual.strip(), words["actual"])
    yield Case(f'{at.tier}=""', score.tier is None, words["tier"])
    yield Case(f'{at.ratio}=""', indicator.ratio is None, words["ratio"])
    outside = f"OR(NOT(ISNUMBER({at.ratio})),NOT({inside_tier(profile, at)}))"
    for band in reversed(profile.tiers):
        holds = score.tier is band.tier and score.obstacle is not None and score.obstacle.code == "P05"
        yield Case(f'AND({at.tier}="{band.tier}",{outside})', holds, _outside_words(band))
    known = ",".join(f'{at.tier}="{band.tier}"' for band in profile.tiers)
    yield Case(f"NOT(OR({known}))", False, words["unknown_tier"])


def _outside_words(band: TierBand) -> str:
    words = form_words()["check"]
    edge = words["outside_closed"] if band.high == 1 else words["outside_open"]
    sentence: str = words["outside"]
    return sentence.format(tier=band.tier, low=f"{band.low:.0%}", high=f"{band.high:.0%}", edge=edge)


def _deduction_case(indicator: Indicator, at: RowRefs) -> Case:
    # In a spreadsheet every text is above every number, so a text passes ">= 0" and must be asked for apart.
    wrong = f'OR(AND({at.deduction}<>"",NOT(ISNUMBER({at.deduction}))),{at.deduction}<0)'
    return Case(wrong, (indicator.deduction or 0) < 0, form_words()["check"]["deduction"])


def _reason_choice(
    profile: Profile, indicator: Indicator, score: RowScore, percent: bool, at: RowRefs
) -> Choice:
    given = profile.reason.is_given(indicator.reason)
    due = choose(list(_reason_cases(profile, indicator, score, percent, at)), _fine())
    missing = f"OR(TRIM({at.reason})={array(('', *profile.reason.fillers))})"
    fine = _fine()
    return Choice(f"IF({missing},{due.formula},{fine.formula})", fine.result if given else due.result)


def _reason_cases(
    profile: Profile, indicator: Indicator, score: RowScore, percent: bool, at: RowRefs
) -> Iterator[Case]:
    words = form_words()["check"]
    b = score.b or 0.0
    if percent:
        slip = f"AND({at.actual}>1,{at.actual}>={SLIP}*{at.target})"
        yield Case(slip, b > 1 and b >= SLIP * (score.a or 0), words["slip"])
    if score.kind is Kind.POSITIVE and score.a:
        limit = profile.reason.over_completion
        over = score.excess is not None and on_edge_grid(score.excess) >= limit
        yield Case(f"{excess(at)}>={number(limit)}", over, words["excess"].format(percent=f"{limit:.0%}"))
    yield Case(f"{at.deduction}>0", (indicator.deduction or 0) > 0, words["deducted"])
    short = score.score is not None and score.score < indicator.points
    yield Case(f"{at.score}<{at.points}", short, words["shortfall"])


def _parts_miss(project: Project, fund: Fund) -> bool:
    parts = [part.spent for part in project.funds if part is not fund and part.spent is not None]
    return bool(parts) and abs(sum(parts) - (fund.spent or 0)) > PARTS_TOLERANCE
