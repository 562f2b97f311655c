"""Projects to print, to open and to break: the samples, very long ones, hostile ones, nearly empty ones."""

from dataclasses import replace

from zpj.model.project import DEFAULT_PROFILE, TOTAL_FUND, Fund, Indicator, Kind, Project
from zpj.rules import load_profile
from zpj_generator.definitions import load_projects, samples

PROFILE = load_profile(DEFAULT_PROFILE)
FILLED, LONG, SHORT = load_projects(samples())

HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "+1",
    "@x",
    "-2+3",
    "=1+1",
    "'始",
    "#N/A",
    "TRUE",
    "1e5",
    "".join(map(chr, range(32))) + "尾",
    "\ufffe\uffff乙",
    "\x7f\x85\u2028尾",
    "\"'&<>]]>&amp;",
    "</t></is></c>",
    "{{ 1 }}{% raw %}{# #}",
    "长" * 300,
    "😀👨‍👩‍👧𠮷",
    "\u202eabc\u202c",
    "_x0041_",
    "_x005F_x0041_",
    "一\n二\r\n三\r四",
)
"""Texts that some program takes for something else: a formula, markup, an escape, a number, an error."""


def numbered(length: int, subject: str) -> str:
    """A text of ``length`` characters in which no stretch comes twice: 甲第1项工作..., 甲第2项工作..."""
    parts = (f"{subject}第{number}项工作已经按照全年计划完成，" for number in range(1, length))
    return "".join(parts)[:length]


def wordy() -> Project:
    """The long sample with the longest texts anybody writes: they take several sheet rows."""
    worst = {
        0: {"level3": numbered(300, "子"), "reason": numbered(1000, "丑")},
        3: {"kind": Kind.QUALITATIVE, "target": numbered(500, "寅"), "actual": numbered(1200, "卯")},
        5: {"evidence": numbered(400, "辰")},
    }
    indicators = (replace(each, **worst.get(at, {})) for at, each in enumerate(LONG.indicators))
    return replace(
        LONG,
        code="WORDY",
        name=numbered(300, "巳"),
        leader="甲",
        phone="乙",
        goal=numbered(3000, "午"),
        completion=numbered(2500, "未") + "\n完",
        indicators=tuple(indicators),
    )


def sixty() -> Project:
    """A form of sixty indicators."""
    indicators = (replace(LONG.indicators[at % len(LONG.indicators)], level3=f"{at}") for at in range(60))
    return replace(LONG, code="SIXTY", indicators=tuple(sorted(indicators, key=_block)))


def bare() -> Project:
    """What a definition may at least hold: one indicator, a budget, and nothing else."""
    only = Indicator("产出指标", "数量指标", "甲", "5个", 90)
    return Project("BARE", "甲", 2026, funds=(Fund(TOTAL_FUND, budget=1),), indicators=(only,))


def saying(text: str) -> Project:
    """The short sample with ``text`` in every field that holds text."""
    words = dict.fromkeys(("level3", "target", "actual", "reason", "evidence"), text)
    indicators = tuple(replace(each, kind=Kind.QUALITATIVE, **words) for each in SHORT.indicators)
    fields = dict.fromkeys(("name", "department", "unit", "leader", "phone", "goal", "completion"), text)
    return replace(SHORT, indicators=indicators, **fields)


def _block(indicator: Indicator) -> tuple[str, str]:
    return indicator.level1, indicator.level2
