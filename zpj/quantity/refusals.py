"""Why a text is not a quantity, and why two quantities cannot be compared: every such phrase, in one place.

The phrases are short because they end up inside a finding's sentence (Q02, Q03, Q04).
"""

from enum import StrEnum


class Reason(StrEnum):
    """Why a text is not a quantity."""

    NO_NUMBER = "没有数字"
    SEVERAL = "含有多个数"
    DATE = "是日期或时段"
    RANK = "是序号或等级"
    RANGE = "是区间，看不出取哪个数"
    LETTERS = "数字后面的字母不是常用单位"
    MIXED = "数字写法不规范"
    CONTRADICTION = "比较词意思不明或互相矛盾"
    TOO_LONG = "数字过长"


class Mismatch(StrEnum):
    """Why two quantities have no common unit; the words in braces come from the two texts."""

    PERCENT_SIGN = "另一个是百分比，“{bare}”是否应为{bare}%"
    PERCENT_AND_UNIT = "一个是百分比，另一个不是"
    DIMENSION = "“{target}”与“{actual}”无法换算"
    UNIT_MISSING = "“{bare}”没有单位，请写明单位"


class NotAQuantity(ValueError):
    """A text that cannot be read as one number. ``str`` of it is the reason, in Chinese."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)


class UnitMismatch(ValueError):
    """Two quantities that cannot be brought to one unit. ``str`` of it is the reason, in Chinese."""

    def __init__(self, mismatch: Mismatch, **words: str) -> None:
        self.mismatch = mismatch
        super().__init__(mismatch.value.format(**words))
