"""The words of the quantity reader as data: strictly read, and each of them read in a text."""

import pytest

from zpj.quantity import read_actual, read_target
from zpj.quantity.vocabulary import (
    AMOUNT,
    COMPARATOR,
    UNITS,
    MalformedVocabulary,
    RankWords,
    units_of,
    words_of,
)

RANKS = {"before": ["第"], "leading": "前", "not_leading": ["目"], "after": ["级"]}
DOCUMENT = {
    "factor": {"time": {"天": 1}},
    "meaning": {"durations": ["time"], "periods": ["天"]},
    "scale": {},
}


def test_words_are_read() -> None:
    assert words_of(RankWords, RANKS) == RankWords(("第",), "前", ("目",), ("级",))


@pytest.mark.parametrize(
    "changes",
    [
        {"more": ["x"]},
        {"before": "第"},
        {"before": []},
        {"before": [1]},
        {"before": [""]},
        {"leading": ["前"]},
    ],
)
def test_a_key_too_many_or_a_value_of_another_type_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(MalformedVocabulary):
        words_of(RankWords, RANKS | changes)


def test_a_missing_key_is_named() -> None:
    with pytest.raises(MalformedVocabulary, match="after"):
        words_of(RankWords, {key: value for key, value in RANKS.items() if key != "after"})


@pytest.mark.parametrize(
    "changes",
    [
        {"units": {}},
        {"meaning": {"durations": ["length"], "periods": []}},
        {"meaning": {"durations": [], "periods": ["月"]}},
        {"meaning": {"durations": []}},
    ],
)
def test_units_that_name_nothing_are_refused(changes: dict[str, object]) -> None:
    assert units_of(DOCUMENT).periods == ("天",)
    with pytest.raises(MalformedVocabulary):
        units_of(DOCUMENT | changes)


@pytest.mark.parametrize("word", [*COMPARATOR.floors, *COMPARATOR.weak_floors])
def test_every_floor_word_makes_a_floor(word: str) -> None:
    assert read_target(f"{word}5场").is_floor


@pytest.mark.parametrize(
    "word",
    [
        *COMPARATOR.ceilings,
        *COMPARATOR.weak_ceilings,
        *COMPARATOR.below,
        *COMPARATOR.below_before_number,
        *(negation + above for negation in COMPARATOR.negations for above in COMPARATOR.above),
    ],
)
def test_every_ceiling_word_makes_a_ceiling(word: str) -> None:
    assert read_target(f"{word}5场").is_ceiling


@pytest.mark.parametrize("word", AMOUNT.nothing)
def test_every_word_for_nothing_is_zero(word: str) -> None:
    assert read_actual(f"{word}。").value == 0


@pytest.mark.parametrize("unit", [name for names in UNITS.factors.values() for name in names])
def test_every_unit_is_read(unit: str) -> None:
    assert read_target(f"≥5{unit}").unit == unit


@pytest.mark.parametrize(("word", "power"), UNITS.scales.items())
def test_every_scale_is_read(word: str, power: int) -> None:
    assert read_target(f"5{word}人").scale == 10**power
