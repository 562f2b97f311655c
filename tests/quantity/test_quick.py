"""The quick way of reading a quantity, for one plain number between words, reads what the full way reads."""

import random

from zpj.quantity import NotAQuantity
from zpj.quantity.normalise import half_width
from zpj.quantity.reading import _LONE, _read, _read_any

TEXTS = 12_000
NUMBERS = ("1", "12", "1.5", "0", "0.50", "007", "200", "2020", "２０", "123456789012345", "1234567890123456")
WORDS = [
    " ",
    "\n",
    *"""
    ≥ ≤ <= = 不低于 不超过 控制在 达到 不足 不到 超 至少 以上 以内 内 以下 约 余 多 每
    第 前 目前 提前 级 等 号 名 分之 百分之 千分之 负 - − — ~ 至 5A PM2.5 E5 x
    万 亿 十 百 千万 人次 元 元/人/天 万元 % ％ ‰ 平方米 m² ㎡ km 场次 个 次
    年 学年 个月 月 日 日前 点前 时止 季度 工作日 分钟 周
    , ， . 。 ( ) （ ） 、 | + / ² ½ ① ٣
    """.split(),  # noqa: SIM905 - a hundred strings in quotes are no easier to read
]


def outcome(read: object, text: str) -> object:
    try:
        return read(text)  # type: ignore[operator]
    except NotAQuantity as refused:
        return refused.cause


def test_both_ways_read_a_text_alike() -> None:
    rng = random.Random(5)  # noqa: S311 - cases, no secrets
    quick = 0
    for _ in range(TEXTS):
        pieces = [*rng.choices(WORDS, k=rng.randrange(4)), rng.choice(NUMBERS), *rng.choices(WORDS, k=3)]
        text = half_width("".join(pieces[: rng.randrange(1, 8)]))
        assert outcome(_read, text) == outcome(_read_any, text), text
        quick += _LONE.fullmatch(text) is not None
    assert quick > TEXTS // 4, "the quick way is taken"
