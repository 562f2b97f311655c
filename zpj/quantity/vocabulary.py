"""The words of ``vocabulary.toml`` and ``units.toml``, read once and strictly: no key too many or too few."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Any, TypeVar, cast

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparatorWords:
    """Words that say which way a number is meant, before and after it."""

    negations: Words
    above: Words
    below: Words
    below_before_number: Words
    or_equal: Words
    floors: Words
    ceilings: Words
    negated_ceiling: Words
    weak_floors: Words
    weak_ceilings: Words
    floors_after: Words
    ceilings_after: Words
    ceilings_after_duration: Words
    fill_before_after: Words
    clause_ends: Words


@dataclass(frozen=True, slots=True)
class SuffixWords:
    """Words that follow a number."""

    about_before_scale: Words
    about_after_scale: Words
    unit_ends: Words
    unit_end_marks: str
    chinese_digits: str
    no_scale: Words


@dataclass(frozen=True, slots=True)
class AmountWords:
    """Words for nothing, for ranges and for fractions."""

    nothing: Words
    punctuation: str
    odd_before: Words
    range_word: Words
    fraction: str
    percent: str
    per_mille: str


@dataclass(frozen=True, slots=True)
class RankWords:
    """Words that make a number a place in an order."""

    before: Words
    leading: str
    not_leading: Words
    after: Words


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Words that make a number a date."""

    month: Words
    year: Words
    day_or_hour: Words
    deadline: Words


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Units by dimension with their factors as text, and what some of them mean without a comparator."""

    factors: Mapping[str, Mapping[str, str]]
    durations: Words
    periods: Words
    scales: Mapping[str, int]


class MalformedVocabulary(Exception):
    """A file of words breaks its format: a mistake in this project, never a user's."""


T = TypeVar("T")


def words_of(kind: type[T], table: Mapping[str, Any]) -> T:
    """``table`` as the dataclass ``kind``, whose fields are lists of words or texts.

    Raises:
        MalformedVocabulary: a key is unknown or missing, or its value is no list of words or no text.
    """
    types = {field.name: field.type for field in fields(kind)}  # type: ignore[arg-type]
    if set(types) != set(table):
        raise MalformedVocabulary(f"{kind.__name__}: {sorted(set(types) ^ set(table))}")
    for key, value in table.items():
        good = isinstance(value, str) if types[key] is str else _is_words(value)
        if not (good and value):
            raise MalformedVocabulary(f"{kind.__name__}.{key}: {value!r}")
    return kind(**{key: value if types[key] is str else tuple(value) for key, value in table.items()})


def units_of(document: Mapping[str, Any]) -> UnitWords:
    """The units and scales of ``document``.

    Raises:
        MalformedVocabulary: a table is unknown or missing, or a period or duration names nothing.
    """
    if set(document) != {"factor", "meaning", "scale"}:
        raise MalformedVocabulary(f"units: {sorted(document)}")
    factors = {
        dimension: {name: str(factor) for name, factor in names.items()}
        for dimension, names in document["factor"].items()
    }
    meaning = document["meaning"]
    known = {"durations": set(factors), "periods": {name for names in factors.values() for name in names}}
    if set(meaning) != set(known) or any(not set(meaning[key]) <= known[key] for key in known):
        raise MalformedVocabulary(f"units: {meaning}")
    return UnitWords(factors, tuple(meaning["durations"]), tuple(meaning["periods"]), document["scale"])


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of ``words``, the longest that fits."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def _is_words(value: object) -> bool:
    words = cast(list[object], value) if isinstance(value, list) else []
    return all(isinstance(word, str) and word for word in words) and bool(words)


def _document(name: str) -> Mapping[str, Any]:
    text = files("zpj.quantity").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)


_WORDS = _document("vocabulary.toml")
if set(_WORDS) != {"comparator", "suffix", "amount", "rank", "calendar"}:
    raise MalformedVocabulary(f"vocabulary: {sorted(_WORDS)}")

COMPARATOR = words_of(ComparatorWords, _WORDS["comparator"])
SUFFIX = words_of(SuffixWords, _WORDS["suffix"])
AMOUNT = words_of(AmountWords, _WORDS["amount"])
RANK = words_of(RankWords, _WORDS["rank"])
CALENDAR = words_of(CalendarWords, _WORDS["calendar"])
UNITS = units_of(_document("units.toml"))
