"""Rows that may have lost their label: they stay under the label above, and somebody should look.

Where labels are merged over their rows, a row outside every merged label shows that one was lost. So do more
points than a first level is printed with, a first level without a second one, and a name that speaks of
another second level when the table has no label for that one.
"""

import re
from collections.abc import Iterator, Sequence

from zpj.importer.recognise.unlabelled_rows import LevelLine
from zpj.importer.typed_text import squeeze
from zpj.quantity.rounding import round_half_up

_SIGNS = {
    "产出指标": {
        "质量": re.compile(r"质量|合格|达标|准确|完好|优良|规范"),
        "时效|进度": re.compile(r"及时|按时|按期|时限|期限|进度"),
        "成本": re.compile(r"成本|经费|费用|单价|预算"),
    },
    "效益指标": {
        "经济": re.compile(r"经济|收入|产值|税收|利润"),
        "生态|环境": re.compile(r"生态|环保|污染|绿化|节能"),
        "可持续": re.compile(r"可持续|长效|长期"),
    },
}
"""What an indicator of a second level is often called; a level goes by any of its names."""
_NO_COUNT = re.compile(r".*%|\D+", re.DOTALL)
"""A target that 数量指标 does not have: a share, or nothing but words."""


def doubtful(lines: Sequence[LevelLine]) -> set[int]:
    """The positions of the rows without a label that something speaks against."""
    return {
        *_outside_merges(lines),
        *_without_second(lines),
        *_beyond_points(lines),
        *_named_otherwise(lines),
    }


def _outside_merges(lines: Sequence[LevelLine]) -> Iterator[int]:
    """Rows of 产出指标 and 效益指标 only: 满意度指标 may be merged over both levels, with none below."""
    if any(line.is_merged for line in lines):
        yield from (i for i, line in enumerate(lines) if line.is_open and line.levels.level1 in _SIGNS)


def _without_second(lines: Sequence[LevelLine]) -> Iterator[int]:
    """Rows of 产出指标 and 效益指标 whose second level is nowhere printed above them."""
    for index, line in enumerate(lines):
        if line.points is not None and line.levels.level1 in _SIGNS and len(set(line.levels)) == 1:
            yield index


def _beyond_points(lines: Sequence[LevelLine]) -> Iterator[int]:
    """Rows that stand in a first level after its printed points are full."""
    name, room = "", None
    for index, line in enumerate(lines):
        if line.levels.level1 != name:
            name, room = line.levels.level1, line.block_points
        if room is None or line.points is None:
            continue
        if line.is_open and round_half_up(room) <= 0:
            yield index
        room -= line.points


def _named_otherwise(lines: Sequence[LevelLine]) -> Iterator[int]:
    printed = {line.levels.level2 for line in lines if line.is_labelled}
    for index, line in enumerate(lines):
        signs = _SIGNS.get(line.levels.level1, {}) if line.is_open else {}
        meant = [names for names, sign in signs.items() if sign.search(line.level3)]
        if line.levels.level2 == "数量指标" and _NO_COUNT.fullmatch(squeeze(line.target)):
            meant = meant or ["质量"]
        missing = [names for names in meant if not any(re.search(names, label) for label in printed)]
        if missing and len(missing) == len(meant):
            yield index
