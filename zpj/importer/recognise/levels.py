"""First and second level of every indicator: printed once and carried down, or told by their meaning."""

import re
from collections.abc import Iterable, Sequence

from zpj.importer.typed_text import squeeze

_NARROW = str.maketrans("【】〔〕[]", "()()()")
_POINTS = re.compile(
    r"(?:\((?:权重|满分|分值|[共占:])*(\d+(?:\.\d+)?)[分%]?\)"
    r"|(?:权重|满分|[共占:,])*(?<![\d.])(\d+(?:\.\d+)?)分)$"
)
_ORDINAL = re.compile(r"^\(?[一二三四五六七八九十\d]{1,2}[、.,:)]")
_CUT_OFF = re.compile("指$")
_FIRST = re.compile(r"(产出|效[益果]|满意度?|成本)(指标)?")
_SECOND = re.compile(
    r"(数量|质量|时效|进度|(经济|社会|生态|环境|生态环境)?成本|(经济|社会|生态|环境|生态环境)(效[益果]|影响)"
    r"|可持续(影响|发展|效益)*|(服务|受益)*(对象)?满意度?)(指标)?"
)
_BOTH = re.compile(rf"(?P<first>{_FIRST.pattern})(\(.*?\)|[:,]?\d+分)?(?P<second>{_SECOND.pattern})")
_OUTPUT, _BENEFIT, _SATISFACTION, _COST = "产出指标", "效益指标", "满意度指标", "成本指标"
_ONLY_SECOND = {_SATISFACTION: "服务对象满意度指标"}
"""A first level often printed without a second one, because there is no other."""
_MEANING = (
    ("满意", _SATISFACTION),
    ("成本", _COST),
    ("产出", _OUTPUT),
    ("数量", _OUTPUT),
    ("质量", _OUTPUT),
    ("时效", _OUTPUT),
    ("进度", _OUTPUT),
    ("效益", _BENEFIT),
    ("效果", _BENEFIT),
    ("影响", _BENEFIT),
    ("可持续", _BENEFIT),
)


def label(text: str) -> str:
    """A level label in one piece, without its points: ``产出指 标(50分)`` and ``产出指`` are 产出指标.

    A known one is also without its ordinal: ``1.数量指标`` is 数量指标.
    """
    name = _CUT_OFF.sub("指标", _POINTS.sub("", squeeze(text).translate(_NARROW)))
    plain = _ORDINAL.sub("", name)
    return plain if is_first(plain) or is_second(plain) else name


def block_points(text: str) -> float | None:
    """The points printed with a first level: 50 of ``产出指标(50分)``."""
    points = _POINTS.search(squeeze(text).translate(_NARROW))
    return float(points[1] or points[2]) if points and is_first(label(text)) else None


def is_first(text: str) -> bool:
    """Whether a label names a 一级指标."""
    return bool(_FIRST.fullmatch(text))


def is_second(text: str) -> bool:
    """Whether a label names a 二级指标."""
    return bool(_SECOND.fullmatch(text))


def put_together(texts: Sequence[str]) -> list[str]:
    """The texts of one column of labels; one cut over several rows stands whole where it begins."""
    whole = list(texts)
    printed = [index for index, text in enumerate(texts) if text]
    begin = printed[0] if printed else 0
    for index in printed[1:]:
        parts = whole[begin], whole[index]
        if _is_known("".join(parts)) and not all(map(_is_known, parts)):
            whole[begin], whole[index] = "".join(parts), ""
        else:
            begin = index
    return whole


def _is_known(text: str) -> bool:
    name = label(text)
    return is_first(name) or is_second(name)


def is_both(text: str) -> bool:
    """Whether a label names a 一级指标 and a 二级指标 of it in one."""
    return not _is_known(text) and bool(_BOTH.fullmatch(text))


def carry_down(printed: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Both levels of every row from the texts printed on it (blank where none is).

    A label printed on the row itself stands. One carried from above yields to a second level that means
    another first level: 社会效益指标 below 产出指标 belongs to 效益指标, by the name the form uses for it.
    """
    labels = [_in_place(*pair) for pair in printed]
    names = {meaning: first for first, _ in reversed(labels) if (meaning := _meaning(first))}
    level1 = level2 = ""
    levels = []
    for own1, own2 in labels:
        if own1 and own1 != level1:
            level1, level2 = own1, ""
        elif own2 and not own1:
            level1 = _first_for(own2, level1, names)
        level2 = own2 or level2
        levels.append((level1, level2 or _ONLY_SECOND.get(level1, level1)))
    return levels


def _in_place(own1: str, own2: str) -> tuple[str, str]:
    """A second level printed in the column of the first, or in one cell with it, goes where it belongs.

    So does 成本指标 alone: as a first level it comes with a second one, or with points of its own.
    """
    name1, name2 = label(own1), label(own2)
    both = None if own2 or _is_known(own1) else _BOTH.fullmatch(name1)
    if both:
        return _official(both["first"]), _whole(both["second"])
    moved = is_second(name1) and not is_first(name1)
    lone_cost = _meaning(name1) == _COST and not name2 and squeeze(own1) == name1
    return ("", _whole(name2 or name1)) if moved or lone_cost else (_official(name1), _whole(name2))


def _official(level1: str) -> str:
    """A first level by the name the rules have for it: 效果 and 效果指标 are 效益指标."""
    return (_meaning(level1) or level1) if is_first(level1) else level1


def _whole(level2: str) -> str:
    """A second level with the word 指标, which many leave out."""
    return f"{level2.removesuffix('指标')}指标" if is_second(level2) else level2


def _meaning(text: str) -> str | None:
    return next((first for word, first in _MEANING if word in text), None)


def _first_for(level2: str, level1: str, names: dict[str, str]) -> str:
    meaning = _meaning(level2)
    if meaning == _COST and _COST not in names:
        meaning = _OUTPUT
    if meaning is None or (level1 and _meaning(level1) in (None, meaning)):
        return level1
    return names.get(meaning, meaning)
