"""Different projects without end: the long sample, filled, with other words and numbers every time."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from zpj.model.project import FUND_SOURCES, TOTAL_FUND, Fund, Indicator, Kind, Project, Tier
from zpj.quantity import Quantity, read_target
from zpj.scoring.kinds import kind_of
from zpj_generator.definitions import load_projects, samples
from zpj_generator.sheet.number_formats import unit_words

SAMPLE = "sample-long.toml"
"""26 indicators, the most a form of this kind has."""
THIS_YEAR = FUND_SOURCES[1]
UNSPENT = 36.0
"""万元"""


def projects() -> Iterator[Project]:
    """Filled projects of which no two share a code, a name, a target or an actual value.

    A form that is built twice would be answered from caches that a real batch never fills.
    """
    (blank,) = load_projects([path for path in samples() if path.name == SAMPLE])
    return (_filled(blank, number) for number in count(1))


def _filled(blank: Project, number: int) -> Project:
    return replace(
        blank,
        code=f"{blank.code}-{number}",
        name=f"{blank.name}第{number}期",
        funds=tuple(_spent(fund, number) for fund in blank.funds),
        goal=f"{blank.goal}\n本期为第{number}期。",
        completion=f"第{number}期各项任务按计划完成,年初确定的工作内容全部落实。",
        indicators=tuple(_scored(indicator, number) for indicator in blank.indicators),
    )


def _spent(fund: Fund, number: int) -> Fund:
    """Everything spent but a part of this year's money; the parts add up to the total."""
    if fund.source not in (TOTAL_FUND, THIS_YEAR):
        return replace(fund, spent=fund.budget)
    budget = (fund.budget or 0.0) + number
    return replace(fund, initial=budget, budget=budget, spent=round(budget - UNSPENT - number / 100, 2))


def _scored(indicator: Indicator, number: int) -> Indicator:
    reason = f"第{number}期{indicator.level3}受天气影响,部分工作顺延,下年度提前安排。"
    filled = replace(indicator, level3=f"{indicator.level3}({number})", reason=reason)
    if kind_of(indicator) is Kind.QUALITATIVE:
        ratio = (80 + number % 20) / 100
        return replace(filled, actual=f"已完成第{number}期任务", tier=Tier.MET, ratio=ratio)
    target = read_target(indicator.target)
    if target.percent or target.upper is not None:
        return replace(
            filled, actual=f"{_share(target, number)}{'%' if target.percent else unit_words(target)}"
        )
    raised = f"{float(target.number) + number:g}"
    text = f"{target.before}{raised}{target.after}"
    return replace(filled, target=text, actual=f"{float(raised) * 0.96:.4f}{unit_words(target)}")


def _share(target: Quantity, number: int) -> float:
    """Somewhat less than the target, which cannot itself be raised: a percentage, a range."""
    return round(float(target.number) * (0.9 + number % 1000 / 10_000), 4)
