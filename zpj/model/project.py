"""The self-evaluation form as plain data: one project, its funds, its goals, its indicators.

Everything is frozen. Targets and actual values stay text, as people wrote them (``≥90%``, ``5万人次``);
:mod:`zpj.quantity` turns them into numbers when a rule asks. Money is in 万元, points are points,
ratios are fractions of one. ``None`` means "not given", which is never the same as zero.
"""

from dataclasses import dataclass
from enum import StrEnum

DEFAULT_PROFILE = "beijing-2020"

TOTAL_FUND = "年度资金总额"
"""The fund row whose 全年预算数 and 全年执行数 make the execution rate."""

FUND_SOURCES = (TOTAL_FUND, "当年财政拨款", "上年结转资金", "其他资金")
"""The four fund rows of the official form, top to bottom; the last three are parts of the first."""


class Kind(StrEnum):
    """类型: which rule scores an indicator."""

    POSITIVE = "正向"
    REVERSE = "反向"
    QUALITATIVE = "定性"


class Tier(StrEnum):
    """完成档次 of a qualitative indicator; the profile says which ratios belong to it."""

    MET = "达成"
    PARTLY = "部分达成"
    MISSED = "未达成"


class Wiring(StrEnum):
    """How the cells of a form come by its scores."""

    NATIVE = "native"
    """Formulas of functions that every spreadsheet program has."""
    UDF = "udf"
    """``ZPJ_SCORE`` and ``ZPJ_GRADE`` of the VBA that the form carries."""


@dataclass(frozen=True, slots=True)
class Fund:
    """One row of the 项目资金 block, in 万元."""

    source: str
    initial: float | None = None
    """年初预算数"""
    budget: float | None = None
    """全年预算数(A)"""
    spent: float | None = None
    """全年执行数(B)"""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the 绩效指标 table. What a blank form leaves to its filler has a default."""

    level1: str
    level2: str
    level3: str
    target: str
    points: float
    kind: Kind | None = None
    """``None``: to be inferred from the target and the second level, see :mod:`zpj.scoring.kinds`."""
    actual: str = ""
    tier: Tier | None = None
    ratio: float | None = None
    """自评比例 of a qualitative indicator, 0 to 1, inside its tier."""
    deduction: float | None = None
    """酌情扣分: points taken off by judgement; needs a reason."""
    reason: str = ""
    evidence: str = ""
    printed_score: float | None = None
    """原表得分: the score as printed on a form from elsewhere; kept for comparison, never used."""


@dataclass(frozen=True, slots=True)
class Project:
    """One project of one year: everything a form shows."""

    code: str
    name: str
    year: int
    department: str = ""
    unit: str = ""
    leader: str = ""
    phone: str = ""
    funds: tuple[Fund, ...] = ()
    goal: str = ""
    completion: str = ""
    indicators: tuple[Indicator, ...] = ()
    profile: str = DEFAULT_PROFILE

    def fund(self, source: str) -> Fund:
        """The fund row of ``source``; an empty one when the project does not list it."""
        return next((fund for fund in self.funds if fund.source == source), Fund(source))
