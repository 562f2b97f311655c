"""Bringing a target and an actual value to one unit, or saying why that cannot be done."""

import pytest

from zpj.quantity import Mismatch, UnitMismatch, compare, read_actual, read_target, scale_word


def pair(target: str, actual: str) -> tuple[float, float]:
    return compare(read_target(target), read_actual(actual))


def mismatch_of(target: str, actual: str) -> Mismatch:
    with pytest.raises(UnitMismatch) as refused:
        pair(target, actual)
    assert "{" not in str(refused.value)
    return refused.value.mismatch


@pytest.mark.parametrize(
    ("target", "actual", "a", "b"),
    [
        ("5万人次", "19749人次", 5.0, 1.9749),
        ("1600场次以上", "24445场活动", 1600.0, 24445.0),
        ("453.3万元以内", "实际支出427.053631万元", 453.3, 427.053631),
        ("50万以内", "49.88万元", 50.0, 49.88),
        ("50万元以内", "498800元", 50.0, 49.88),
        ("1亿元", "9500万元", 1.0, 0.95),
        ("3千元", "2500元", 3.0, 2.5),
        ("550元以内", "25.97元/人/天", 550.0, 25.97),
        ("≤2小时", "90分钟", 2.0, 1.5),
        ("≤1天", "36小时", 1.0, 1.5),
        ("≤1年", "9个月", 1.0, 0.75),
        ("5公里", "4800米", 5.0, 4.8),
        ("5千米", "4800米", 5.0, 4.8),
        ("200平方米", "180㎡", 200.0, 180.0),
        ("3亩", "2000平方米", 3.0, 3.0),
        ("1公顷", "15亩", 1.0, 1.0),
        ("2吨", "1500公斤", 2.0, 1.5),
        ("2kg", "3千克", 2.0, 3.0),
        ("≥90%", "94.44%", 0.9, 0.9444),
        ("≤5‰", "0.4%", 5.0, 4.0),
        ("≤1%", "5‰", 0.01, 0.005),
        ("9-12场", "10场", 9.0, 10.0),
    ],
)
def test_units_of_one_kind_are_converted_into_the_targets(
    target: str, actual: str, a: float, b: float
) -> None:
    assert pair(target, actual) == (a, b)


@pytest.mark.parametrize(
    ("target", "actual", "a", "b"),
    [
        ("40", "34.62", 40.0, 34.62),
        ("≥4次", "7", 4.0, 7.0),
        ("453.3万元", "427.05", 453.3, 427.05),
        ("453.3万元", "4270500", 453.3, 427.05),
        ("5万人次", "19749", 5.0, 1.9749),
        ("70万", "69", 70.0, 69.0),
        ("40", "34.62万元", 40.0, 34.62),
        ("400000", "34.62万元", 400000.0, 346200.0),
        ("5万人次", "0", 5.0, 0.0),
        ("5万人次", "未开展", 5.0, 0.0),
        ("0", "3万元", 0.0, 3.0),
        ("≤5‰", "4", 5.0, 4.0),
    ],
)
def test_a_bare_number_takes_the_unit_that_makes_sense(target: str, actual: str, a: float, b: float) -> None:
    assert pair(target, actual) == (a, b)


@pytest.mark.parametrize(("target", "actual"), [("453.3万元", "5"), ("5", "453.3万元"), ("9百人", "90")])
def test_a_bare_number_with_no_or_two_readings_is_asked_for_its_unit(target: str, actual: str) -> None:
    assert mismatch_of(target, actual) is Mismatch.UNIT_MISSING


@pytest.mark.parametrize(
    ("target", "actual", "a", "b"),
    [
        ("90%", "0.95", 0.9, 0.95),
        ("90%", "1", 0.9, 1.0),
        ("90%", "1.2", 0.9, 1.2),
        ("90%", "0", 0.9, 0.0),
        ("0.9", "95%", 0.9, 0.95),
        ("1", "95%", 1.0, 0.95),
    ],
)
def test_a_bare_fraction_answers_a_percentage(target: str, actual: str, a: float, b: float) -> None:
    assert pair(target, actual) == (a, b)


@pytest.mark.parametrize(
    ("target", "actual"), [("90%", "95"), ("90%", "9"), ("0%", "2"), ("90", "95%"), ("5", "100%")]
)
def test_95_for_95_percent_is_asked_back(target: str, actual: str) -> None:
    assert mismatch_of(target, actual) is Mismatch.PERCENT_SIGN


@pytest.mark.parametrize(
    ("target", "actual"), [("90%", "95人"), ("500人", "95%"), ("90%", "3万"), ("5‰", "3人")]
)
def test_a_percentage_is_not_compared_with_a_unit(target: str, actual: str) -> None:
    assert mismatch_of(target, actual) is Mismatch.PERCENT_AND_UNIT


@pytest.mark.parametrize(
    ("target", "actual"),
    [("20天", "50万元"), ("≤5个工作日", "5天"), ("≤3个月", "80天"), ("20小时", "20次"), ("2TB", "2GB")],
)
def test_different_dimensions_are_not_compared(target: str, actual: str) -> None:
    assert mismatch_of(target, actual) is Mismatch.DIMENSION


def test_a_range_read_as_ceiling_compares_by_its_upper_end() -> None:
    target = read_target("9-12起").as_ceiling()
    assert compare(target, read_actual("10起")) == (12.0, 10.0)


@pytest.mark.parametrize("word", ["", "百", "千", "万", "百万", "千万", "亿", "万亿"])
def test_the_word_of_a_scale_is_given_back(word: str) -> None:
    assert scale_word(read_target(f"5{word}人").scale) == word


def test_per_mille_has_no_scale_word_since_its_unit_says_it() -> None:
    quantity = read_target("5‰")
    assert scale_word(quantity.scale) + quantity.unit == "‰"
