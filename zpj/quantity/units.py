"""Units that can be converted into one another, by dimension. Every other word is a counting unit.

A factor says how many base units one unit is, as a fraction, so that conversion is exact. Units without a
safe conversion stand alone in their dimension: a month has no fixed number of days, a 工作日 is not a day,
a GB is 1000 or 1024 MB. 千克 and 万元 are not here: 千 and 万 are scales.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

RATIO = "ratio"
_DURATIONS = frozenset({"time", "months", "workdays", "terms"})

_PERIODS = frozenset({"年", "个月", "季度", "个季度", "周", "星期", "个星期", "日", "学年", "学期", "个学期"})

_FACTORS: dict[str, dict[str, int | str]] = {
    RATIO: {"‰": 1},
    "money": {"元": 1, "角": "1/10"},
    "time": {
        **dict.fromkeys(("秒", "秒钟", "s"), 1),
        **dict.fromkeys(("分钟", "min"), 60),
        **dict.fromkeys(("小时", "个小时", "h"), 3600),
        **dict.fromkeys(("天", "日", "自然日", "个自然日"), 86400),
        **dict.fromkeys(("周", "星期", "个星期"), 604800),
    },
    "months": {"个月": 1, "季度": 3, "个季度": 3, "年": 12},
    "terms": {"学期": 1, "个学期": 1, "学年": 2},
    "workdays": {"工作日": 1, "个工作日": 1},
    "length": {
        **dict.fromkeys(("毫米", "mm"), "1/1000"),
        **dict.fromkeys(("厘米", "cm"), "1/100"),
        **dict.fromkeys(("米", "m"), 1),
        **dict.fromkeys(("公里", "km", "Km", "KM"), 1000),
    },
    "area": {
        **dict.fromkeys(("平方米", "平米", "㎡", "m²", "m2"), 1),
        "亩": "2000/3",
        **dict.fromkeys(("公顷", "ha"), 10000),
        **dict.fromkeys(("平方公里", "平方千米", "km²", "km2"), 1000000),
    },
    "volume": {
        **dict.fromkeys(("毫升", "ml", "mL"), "1/1000"),
        **dict.fromkeys(("升", "l", "L"), 1),
        **dict.fromkeys(("立方米", "m³", "m3"), 1000),
    },
    "weight": {
        **dict.fromkeys(("毫克", "mg"), "1/1000"),
        **dict.fromkeys(("克", "g"), 1),
        "斤": 500,
        **dict.fromkeys(("公斤", "kg", "Kg", "KG"), 1000),
        **dict.fromkeys(("吨", "t"), 1000000),
    },
    "energy": {"瓦时": 1, "kWh": 1000, "kwh": 1000, "MWh": 1000000},
    "power": {"瓦": 1, "kW": 1000, "kw": 1000, "兆瓦": 1000000, "MW": 1000000},
    **{data: {data: 1} for data in ("KB", "MB", "GB", "TB", "PB")},
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A convertible unit."""

    name: str
    dimension: str
    factor: Fraction

    @property
    def is_period(self) -> bool:
        """Without a comparator it names a period or a day of the month, not an amount: 有效期1年, 15日."""
        return self.name in _PERIODS

    @property
    def is_duration(self) -> bool:
        """Whether 内 after it is a comparator: 30分钟内, 3个月内."""
        return self.dimension in _DURATIONS


UNITS = {
    name: Unit(name, dimension, Fraction(factor))
    for dimension, factors in _FACTORS.items()
    for name, factor in factors.items()
}

SYMBOLS = frozenset(name for name in UNITS if name[0].isascii())
"""Units in Latin letters; other letters glued to a number make it a word, such as 5A."""

_LONGEST_FIRST = sorted(UNITS, key=len, reverse=True)
_UNIT = re.compile("|".join(name + ("(?![A-Za-z0-9])" if name in SYMBOLS else "") for name in _LONGEST_FIRST))


def leading_unit(text: str, start: int = 0) -> Unit | None:
    """The convertible unit that ``text`` begins with at ``start``, the longest there is; ``None`` if none."""
    match = _UNIT.match(text, start)
    return UNITS[match[0]] if match else None
