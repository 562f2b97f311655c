"""What people type into the form of ``sample-short.toml``: properly, and then every slip on top of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from support.live import Typed
from zpj.model.project import FUND_SOURCES

FINE = "√"
SPENDING = [f"zpj_fund{index}_spent" for index in range(len(FUND_SOURCES))]

# Rows 4 and 7 are 定性, rows 3 and 8 percentages, rows 5 and 6 ceilings.
PROPERLY: dict[str, Typed] = {
    "zpj_fund0_spent": 78,
    "zpj_fund1_spent": 71.5,
    "zpj_fund2_spent": 6.5,
    "zpj_fund3_spent": 0,
    "zpj_completion": "全年夜间开放186天,读者反映良好。",
    "zpj_actual_01": 180,
    "zpj_actual_02": 5.2,
    "zpj_actual_03": 0.985,
    "zpj_actual_04": "3月28日启动",
    "zpj_tier_04": "达成",
    "zpj_ratio_04": 1,
    "zpj_actual_05": 4400,
    "zpj_actual_06": 4,
    "zpj_actual_07": "制度已印发",
    "zpj_tier_07": "达成",
    "zpj_ratio_07": 0.9,
    "zpj_reason_07": "制度年底才印发,下年度补充人员。",
    "zpj_actual_08": 0.91,
}

FILLERS: dict[str, Typed] = {
    "none": "无",
    "none-padded": " 无 ",
    "slash": "/",
    "dash": "-",
    "zero": "0",
    "zero-as-number": 0,
    "omitted": "略",
    "blanks": "   ",
    "same-as-above": "同上",
    "annex": "详见附件",
    "to-be-added": "待补充",
    "not-applicable": "不适用。",
    "n-a": "N/A",
    "dots": "……",
    "heading": "偏差原因分析及改进措施",
    "no-deviation": "没有偏差",
    "number": 12,
    "one-word": "疫情",
    "nothing-seen": "\u200b",
}


@dataclass(frozen=True, slots=True)
class Slip:
    """What somebody typed over a proper form, the input beside whose row ``mark`` shows, and what counts."""

    id: str
    typed: Mapping[str, Typed]
    at: str
    mark: str
    pending: int = 0
    problems: int = 0
    scored: bool = True


def missing(name: str, at: str, typed: Typed = None, *, scored: bool = False) -> Slip:
    return Slip(name, {at: typed}, at, "待填", pending=1, scored=scored)


def unscorable(name: str, at: str, typed: Typed, mark: str = "请改正") -> Slip:
    return Slip(name, {at: typed}, at, mark, problems=1, scored=False)


def doubtful(name: str, typed: Mapping[str, Typed], at: str, mark: str = "请说明") -> Slip:
    return Slip(name, typed, at, mark, problems=1)


def harmless(name: str, typed: Mapping[str, Typed], at: str, mark: str = FINE) -> Slip:
    return Slip(name, typed, at, mark)


SLIPS = (
    missing("number-missing", "zpj_actual_01"),
    missing("words-missing", "zpj_actual_04"),
    missing("words-of-blanks", "zpj_actual_04", "  "),
    missing("tier-missing", "zpj_tier_04"),
    missing("ratio-missing", "zpj_ratio_04"),
    missing("spending-missing", "zpj_fund0_spent"),
    missing("completion-missing", "zpj_completion", scored=True),
    missing("completion-of-blanks", "zpj_completion", "  ", scored=True),
    unscorable("words-for-a-number", "zpj_actual_01", "一百八十", "请填数字"),
    unscorable("number-with-its-unit", "zpj_actual_01", "180天", "请填数字"),
    unscorable("percentage-as-text", "zpj_actual_03", "98.5%", "请填数字"),
    unscorable("negative-number", "zpj_actual_05", -4400),
    *(
        unscorable(f"number-of-{number:.0e}", "zpj_actual_01", number)
        for number in (1e15, 1e20, 1e100, 1e300, 1e308)
    ),
    unscorable("ceiling-of-1e+20", "zpj_actual_05", 1e20),
    unscorable("percentage-of-1e+20", "zpj_actual_03", 1e20),
    unscorable("spending-of-1e+15", "zpj_fund0_spent", 1e15),
    unscorable("spending-of-1e+300", "zpj_fund0_spent", 1e300),
    unscorable("ratio-below-its-tier", "zpj_ratio_04", 0.75),
    unscorable("ratio-at-the-open-edge", "zpj_tier_04", "部分达成"),
    unscorable("ratio-of-95-for-95%", "zpj_ratio_04", 95),
    unscorable("ratio-negative", "zpj_ratio_04", -0.1),
    unscorable("ratio-in-words", "zpj_ratio_04", "九成"),
    unscorable("tier-not-on-the-list", "zpj_tier_04", "基本达成"),
    unscorable("deduction-in-words", "zpj_deduction_01", "一分"),
    unscorable("deduction-negative", "zpj_deduction_01", -1),
    unscorable("spending-in-words", "zpj_fund0_spent", "78万元"),
    unscorable("spending-negative", "zpj_fund0_spent", -78),
    doubtful("95-for-95%", {"zpj_actual_08": 95}, "zpj_actual_08", "请核对"),
    doubtful("shortfall-unexplained", {"zpj_actual_01": 90}, "zpj_actual_01"),
    doubtful("ceiling-passed-unexplained", {"zpj_actual_05": 4600}, "zpj_actual_05"),
    doubtful("ratio-below-1-unexplained", {"zpj_ratio_04": 0.99}, "zpj_ratio_04"),
    *(
        doubtful(
            f"shortfall-explained-by-{name}", {"zpj_actual_01": 90, "zpj_reason_01": filler}, "zpj_actual_01"
        )
        for name, filler in FILLERS.items()
    ),
    harmless("shortfall-explained", {"zpj_actual_01": 90, "zpj_reason_01": "停电检修"}, "zpj_actual_01"),
    doubtful("over-completed-by-200%", {"zpj_actual_01": 540}, "zpj_actual_01"),
    harmless("over-completed-by-less", {"zpj_actual_01": 539}, "zpj_actual_01"),
    harmless(
        "over-completion-explained", {"zpj_actual_01": 540, "zpj_reason_01": "新增分馆"}, "zpj_actual_01"
    ),
    doubtful("deduction-unexplained", {"zpj_deduction_01": 1}, "zpj_deduction_01"),
    harmless("deduction-explained", {"zpj_deduction_01": 1, "zpj_reason_01": "记录不全"}, "zpj_deduction_01"),
    harmless("deduction-of-nothing", {"zpj_deduction_01": 0}, "zpj_deduction_01"),
    doubtful("parts-that-do-not-add-up", {"zpj_fund1_spent": 60}, "zpj_fund0_spent", "请核对"),
    harmless(
        "spending-above-budget", {"zpj_fund0_spent": 90, "zpj_fund1_spent": 83.5}, "zpj_fund0_spent", "提示"
    ),
    doubtful("part-in-words", {"zpj_fund1_spent": "71.5万元"}, "zpj_fund0_spent", "请核对"),
    harmless("nothing-spent", dict.fromkeys(SPENDING, 0), "zpj_fund0_spent"),
)
