"""What people type as 偏差原因, and what the rule of the default profile makes of it."""

from support.forms import project_of
from zpj.model.project import Indicator, Kind, Project
from zpj.rules import Flaw

ROWS = 30
"""Of one form: as many as people have."""

NOTHING = (
    "\u200b", "\ufeff", "\u2060", "\u200d\u200c", "\u00ad", "\U000e0020", "\u202e", "\x7f", "无",
    "无\u200b", "无！", "无。。。", "（无）", "“无”", "无 无 无", "Ｎ／Ａ", "略", "没有", "暂无",
    "未发生", "没有偏差", "没有偏差。", "不存在偏差", "无偏差，不适用", "没 有 偏 差", "没\u200b有偏差",
    "暂无偏差", "无需说明", "不适用", "不涉及", "待补充", "待完善……", "（待核实）", "已完成",
    "按计划完成。", ".", "……", "---", "——", "／", "/", "*", "，", "？？？", "!!!", "\\", "___", "✓", "√",
    "★", "😀", "①", "1", "0", "100", "１２３", "3.14", "-5", "100%", "12,000", "1/2", "2020-05-03",
    "2020年5月3日", "2020.5", "1200人次", "5万元", "3次", "12月", "x", "X", "以", "的", "的的的的",
    "哈哈哈哈哈哈", "N/A", "n.a.", "N / A", "NA", "none", "None.", "null", "TBD", "nil", "#N/A",
    "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "偏差原因分析及改进措施", "偏差原因分析", "偏差原因：无",
    "改进措施：无", "偏差原因：\n改进措施：",
)  # fmt: skip
ELSEWHERE = (
    "同上", "同上。", "（同上）", "同 上", "同\u200b上", "同上同上", "无，同上", "见附件", "详见附件",
    "详见附件。", "见附表1", "见自评报告", "另附", "偏差原因：同上", "同前", "如上", "参见附件",
)  # fmt: skip
BRIEF = (
    "疫情", "暴雨", "停电", "天气", "原因同上", "原因见附件", "未完成", "2人离职", "XX", "asdf",
    "COVID-19", "TRUE", "3万人次", "天天下雨",
)  # fmt: skip
GIVEN = (
    "停电检修", "新增分馆", "记录不全", "受疫情影响", "天气原因", "设备到货晚，已催办。", "没有及时采购",
    "连续降雨，停工两天；下年度提前安排。", "一、天气原因停工。\n二、下年度提前安排。",
    "  因连续降雨停工两天，下年度提前安排。", "2场因暴雨取消，共减少观众1200人，次年3月补办2场。",
    "连续降雨\u200b停工两天；下年度提前安排。", "因设备到货晚，详见附件。", "同上，另有两场因暴雨取消。",
    "该项工作不适用新标准，按旧标准执行", "Equipment arrived two months late.", "COVID-19期间停办",
    "སྐྱེས་བུ་ལ་ཕན་པ", "因招标流标，重新招标，合同签订推迟。" * 40,
)  # fmt: skip

FLAWS: dict[str, Flaw | None] = {
    **dict.fromkeys(NOTHING, Flaw.FILLER),
    **dict.fromkeys(ELSEWHERE, Flaw.ELSEWHERE),
    **dict.fromkeys(BRIEF, Flaw.BRIEF),
    **dict.fromkeys(GIVEN),
}

UNKNOWN_TO_THE_FORM = frozenset({
    "无偏差，不适用", "没 有 偏 差", "没\u200b有偏差", "暂无偏差", "的的的的", "哈哈哈哈哈哈", "None.",
    "#VALUE!", "#NAME?", "偏差原因：无", "改进措施：无", "偏差原因：\n改进措施：", "同上同上",
    "偏差原因：同上", "原因同上", "原因见附件", "asdf", "COVID-19", "TRUE", "天天下雨",
})  # fmt: skip
"""Where a form says √ and the recheck tells: a formula cannot look so close."""


def reason_forms() -> dict[str, Project]:
    """Forms whose rows are short of their points, each with one of the texts as its reason."""
    texts = list(FLAWS)
    return {
        f"reasons-{start}": project_of(short_row(text) for text in texts[start : start + ROWS])
        for start in range(0, len(texts), ROWS)
    }


def short_row(reason: str) -> Indicator:
    """A row that has 90 of 100."""
    return Indicator("产出指标", "数量", "甲", "100次", 10, Kind.POSITIVE, "90次", reason=reason)
