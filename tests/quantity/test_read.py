"""Reading targets and actual values: what counts as one number, and why the rest does not."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zpj.model.project import Kind
from zpj.quantity import Cause, NotAQuantity, Quantity, is_within_bounds, read_actual, read_target
from zpj.quantity.bounds import LONGEST_TEXT
from zpj.scoring.kinds import infer_kind


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("90%", ""),
        ("≥90%", "≥"),
        ("≧90%", "≥"),
        (">=90%", "≥"),
        ("＞＝90%", "≥"),
        ("＞90%", ">"),
        ("≤5", "≤"),
        ("≦5", "≤"),
        ("<=5", "≤"),
        ("＜5", "<"),
        ("=5", "="),
        ("90%≥", "≥"),
        ("不低于90%", "≥"),
        ("不少于5场", "≥"),
        ("不小于5", "≥"),
        ("不得低于90%", "≥"),
        ("超过5万小时", ">"),
        ("大于等于5", "≥"),
        ("高于5", ">"),
        ("至少5", "≥"),
        ("达到90%", "≥"),
        ("90%以上", "≥"),
        ("90%及以上", "≥"),
        ("95%(含)以上", "≥"),
        ("900场次以上", "≥"),
        ("不超过50万元", "≤"),
        ("未超过50万元", "≤"),
        ("不得超过50万元", "≤"),
        ("严禁超过50万元", "≤"),
        ("不应少于5场", "≥"),
        ("不高于5", "≤"),
        ("不大于5", "≤"),
        ("不多于5", "≤"),
        ("至多5", "≤"),
        ("最多5", "≤"),
        ("少于5起", "<"),
        ("低于5%", "<"),
        ("小于5%", "<"),
        ("不到5起", "<"),
        ("控制在50万元", "≤"),
        ("控制在50万元以内", "≤"),
        ("45.00万以内", "≤"),
        ("5%以下", "≤"),
        ("30分钟之内", "≤"),
        ("30分钟内", "≤"),
        ("550元每人每天以内", "≤"),
        ("≥全部网点80%", "≥"),
        ("参与率≥90%", "≥"),
        ("控制在90%以上", "≥"),
        ("达到30分钟以内", "≤"),
        ("低于上年,完成5场", ""),
        ("5家三级以上医院", ""),
    ],
)
def test_comparators_are_read_as_symbols_and_words_on_either_side(text: str, comparator: str) -> None:
    assert read_target(text).comparator == comparator


@pytest.mark.parametrize("text", ["≥90%以下", "不低于5万元以内", "≤≥5", "=5以上"])
def test_comparators_that_contradict_are_refused(text: str) -> None:
    assert reason_of(text) is Cause.CONTRADICTION


@pytest.mark.parametrize(
    ("text", "number", "scale", "unit"),
    [
        ("154", "154", "1", ""),
        ("2020", "2020", "1", ""),
        ("０．９５", "0.95", "1", ""),
        ("5万人次", "5", "10000", "人次"),
        ("5万余人次", "5", "10000", "人次"),
        ("100余万元", "100", "10000", "元"),
        ("约100人左右", "100", "1", "人"),
        ("1000万", "1000", "10000", ""),
        ("3千", "3", "1000", ""),
        ("3百万元", "3", "1000000", "元"),
        ("3千万元", "3", "10000000", "元"),
        ("2亿", "2", "100000000", ""),
        ("2万亿元", "2", "1000000000000", "元"),
        ("5千米", "5", "1000", "米"),
        ("实际支出34.62万元", "34.62", "10000", "元"),
        ("34.62(万元)", "34.62", "10000", "元"),
        ("34.62（万元）", "34.62", "10000", "元"),
        ("34.62 万元", "34.62", "10000", "元"),
        ("制作1200个福字", "1200", "1", "个福字"),
        ("每岗每年9.5万元标准", "9.5", "10000", "元"),
        ("25.97元/人/天", "25.97", "1", "元/人/天"),
        ("200平方米", "200", "1", "平方米"),
        ("200㎡", "200", "1", "㎡"),
        ("200m²", "200", "1", "m²"),
        ("200m2", "200", "1", "m2"),
        ("5kg", "5", "1", "kg"),
        ("5 kWh", "5", "1", "kWh"),
        ("5‰", "5", "0.001", "‰"),
        ("千分之5", "5", "0.001", "‰"),
        ("1,000.50元", "1000.50", "1", "元"),
        ("1.5e3", "1500", "1", ""),
        ("1E5", "100000", "1", ""),
        (".5", "0.5", "1", ""),
        ("-5", "-5", "1", ""),
        ("增长-5人", "-5", "1", "人"),
        ("≤3个月", "3", "1", "个月"),
        ("不少于2年", "2", "1", "年"),
        ("15日内", "15", "1", "日"),
        ("提前5天", "5", "1", "天"),
        ("目前10名", "10", "1", "名"),
        ("PM2.5浓度≤35", "35", "1", ""),
        ("H1N1疫苗500支", "500", "1", "支"),
        ("COVID-19疫苗500支", "500", "1", "支"),
        ("5G基站100个", "100", "1", "个"),
        ("①5场", "5", "1", "场"),
    ],
)
def test_one_number_is_found_with_its_scale_and_unit(text: str, number: str, scale: str, unit: str) -> None:
    quantity = read_target(text)
    assert (quantity.number, quantity.scale, quantity.unit) == (Decimal(number), Decimal(scale), unit)
    assert not quantity.percent


@pytest.mark.parametrize("text", ["90%", "９０％", "90 %", "百分之90", "平均完成90%以上", "共90%的人"])
def test_percentages_are_worth_a_fraction(text: str) -> None:
    assert read_target(text).percent
    assert read_target(text).value == 0.9


def test_value_is_the_number_in_the_unit_it_is_written_in() -> None:
    assert read_target("453.3万元以内").value == 453.3
    assert read_target("-5%").value == -0.05
    assert read_target("99.99%").value == 0.9999


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("9-12场", 9, 12),
        ("9—12", 9, 12),
        ("9～12", 9, 12),
        ("9~12", 9, 12),
        ("9至12场", 9, 12),
        ("2000-2050人", 2000, 2050),
    ],
)
def test_a_range_keeps_both_ends(text: str, low: int, high: int) -> None:
    quantity = read_target(text)
    assert (quantity.number, quantity.upper) == (low, high)
    assert (quantity.as_ceiling().number, quantity.as_ceiling().upper) == (high, None)


@pytest.mark.parametrize("text", ["80%-90%", "80-90%", "80%-90"])
def test_a_range_of_percentages_may_carry_the_sign_on_either_end(text: str) -> None:
    quantity = read_target(text)
    assert (quantity.value, quantity.as_ceiling().value) == (0.8, 0.9)


@pytest.mark.parametrize("text", ["010-6234", "12-9场", "1-101", "9-12-15", "0-5", "80%-90人"])
def test_what_only_looks_like_a_range_is_several_numbers(text: str) -> None:
    assert reason_of(text) is Cause.SEVERAL


def test_a_range_reported_as_actual_value_is_refused() -> None:
    with pytest.raises(NotAQuantity) as refused:
        read_actual("9-12场")
    assert refused.value.cause is Cause.RANGE


@pytest.mark.parametrize(
    "text", ["15人,90场", "2场+5场", "7*24小时", "1/2", "1:3", "1万5千", "1,0000", "5kg-10kg", "100±5"]
)
def test_several_numbers_are_no_quantity(text: str) -> None:
    assert reason_of(text) is Cause.SEVERAL


@pytest.mark.parametrize(
    "text", ["", " ", "-", "—", "定性", "一日活动一场", "nan", "inf", "PM2.5", "5A", "①"]
)
def test_words_and_dashes_have_no_number(text: str) -> None:
    assert reason_of(text) is Cause.NO_NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "2020年12月31日前",
        "2020年12月",
        "12月底前",
        "8月前",
        "1-12月",
        "7-8月份",
        "2020-12-31",
        "2020/12/31",
        "2020.12.31",
        "2020-12",
        "6月30日",
        "上半年2020年",
        "2020年",
        "不少于2020年",
        "2020-2021",
        "2020-2021学年",
        "15日",
        "15日前",
        "1年",
        "3个月",
        "2周",
        "2季度",
        "2020年完成5场",
    ],
)
def test_dates_and_periods_are_no_target(text: str) -> None:
    assert reason_of(text) is Cause.DATE


def test_an_amount_of_time_answers_a_limit_of_time() -> None:
    assert read_actual("2个月").number == 2
    assert read_actual("12日").number == 12
    with pytest.raises(NotAQuantity):
        read_actual("12月")


@pytest.mark.parametrize("text", ["第3名", "前10名", "2级", "A类1等", "第3季度", "5号"])
def test_ranks_and_levels_are_no_quantity(text: str) -> None:
    assert reason_of(text) is Cause.RANK


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("7x24", Cause.LETTERS),
        ("5W", Cause.LETTERS),
        ("100M", Cause.LETTERS),
        ("5²", Cause.MIXED),
        ("5½", Cause.MIXED),
        ("5十", Cause.MIXED),
        ("三分之2", Cause.MIXED),
        ("5百分点", Cause.MIXED),
        ("负5%", Cause.MIXED),
        ("9" * 17, Cause.TOO_LARGE),
        ("9" * 5000, Cause.TOO_LONG),
        ("1e99", Cause.TOO_LARGE),
    ],
)
def test_odd_ways_to_write_a_number_are_refused(text: str, reason: Cause) -> None:
    assert reason_of(text) is reason


@pytest.mark.parametrize("text", ["无", "未开展", "没有。", "零", "未发生", "“没有发生”"])
def test_nothing_happened_means_zero_in_an_actual_value(text: str) -> None:
    assert read_actual(text).value == 0.0
    assert reason_of(text) is Cause.NO_NUMBER


def test_a_sentence_about_nothing_stays_words() -> None:
    with pytest.raises(NotAQuantity):
        read_actual("未发生安全事件")


@pytest.mark.parametrize(("text", "value"), [("≥85%", 0.85), ("90%以上", 0.9), ("超过5万小时", 5.0)])
def test_a_comparator_in_an_actual_value_is_read_over(text: str, value: float) -> None:
    assert read_actual(text).value == value


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (" ≥ 1,000.50 元/人 ", ("≥ ", "1,000.50", " 元/人")),
        ("不超过９－１２场", ("不超过", "9-12", "场")),
        ("百分之80至90", ("百分之", "80至90", "")),
        ("-5%", ("", "-5", "%")),
        ("面积200㎡以上①", ("面积", "200", "㎡以上①")),
    ],
)
def test_the_text_around_the_number_is_kept(text: str, parts: tuple[str, str, str]) -> None:
    quantity = read_target(text)
    assert (quantity.before, quantity.digits, quantity.after) == parts


PIECES = [
    "9",
    "12",
    "0",
    "90%",
    "-",
    "—",
    "至",
    "万",
    "千",
    "元",
    "人次",
    "年",
    "个月",
    "月",
    "以上",
    "≥",
    "不超过",
    "(",
]
PHRASES = st.lists(st.sampled_from([*PIECES, ".", ",", " ", "e", "kg", "第", "分之", "²", "／", "内"])).map(
    "".join
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), PHRASES))
def test_any_text_is_read_or_refused_and_never_changed(text: str) -> None:
    for read in (read_target, read_actual):
        try:
            quantity = read(text)
        except NotAQuantity:
            continue
        assert_holds_together(quantity)
        assert quantity.before + quantity.digits + quantity.after == half_width_by_hand(text)


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "1,",
        "9-",
        " ",
        "9 ",
        "不",
        "不足 ",
        "第",
        "(",
        "9e",
        "A1.",
        "a",
        "1,111",
        "9.",
        "以上",
        "超过9,",
        "9" + " ",
        ".",
    ],
)
def test_long_texts_take_linear_time(piece: str) -> None:
    most = (LONGEST_TEXT - 1) // len(piece)
    texts = [piece * most, "5" + piece * most, "5" + " " * (LONGEST_TEXT - 2) + "6"]
    start = time.process_time()
    for text in texts:
        for read in (read_target, read_actual):
            try:
                read(text)
            except NotAQuantity:
                continue
    assert time.process_time() - start < 2


@pytest.mark.parametrize("piece", ["1,", "1,234,", "9 ", "不足"])
def test_a_text_that_no_cell_can_hold_is_refused_at_once(piece: str) -> None:
    text = piece * (4_000_000 // len(piece))
    start = time.process_time()
    assert reason_of(text) is Cause.TOO_LONG
    with pytest.raises(NotAQuantity):
        read_actual(text)
    assert infer_kind("数量指标", text) is Kind.QUALITATIVE
    assert time.process_time() - start < 0.05


@pytest.mark.parametrize(
    "text", ["1e15", "1000000000000000", "-1e15", "1,000,000,000,000,000", "100000000000000000%", "1e20"]
)
def test_a_number_from_the_bound_on_is_refused(text: str) -> None:
    assert reason_of(text) is Cause.TOO_LARGE


@pytest.mark.parametrize("text", ["999999999999999", "-999999999999999", "99999999999999900%", "1e14"])
def test_a_number_below_the_bound_is_read(text: str) -> None:
    assert is_within_bounds(read_target(text).value)


def reason_of(text: str) -> Cause:
    with pytest.raises(NotAQuantity) as refused:
        read_target(text)
    assert str(refused.value) == refused.value.cause.words
    return refused.value.cause


def half_width_by_hand(text: str) -> str:
    return "".join(
        chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else " " if c == "\u3000" else c for c in text
    ).strip()


def assert_holds_together(quantity: Quantity) -> None:
    assert quantity.comparator in {"", "≥", ">", "≤", "<", "="}
    assert quantity.scale > 0
    assert quantity.upper is None or quantity.upper > quantity.number > 0
    assert is_within_bounds(quantity.value)
