"""The labels of first and second levels: which words are levels, and what surrounds them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from zpj.importer.typed_text import squeeze
from zpj.importer.word_lists import any_word, vocabulary


@dataclass(frozen=True, slots=True)
class _LevelNames:
    output: str
    benefit: str
    satisfaction: str
    cost: str
    quantity: str
    time: str


@dataclass(frozen=True, slots=True)
class _PointWords:
    before: tuple[str, ...]
    before_in_brackets: tuple[str, ...]
    before_without: tuple[str, ...]
    unit: str
    brackets: str


@dataclass(frozen=True, slots=True)
class _OrdinalWords:
    numerals: str
    ends: str


@dataclass(frozen=True, slots=True)
class _LevelOrder:
    quantity: tuple[str, ...]
    quality: tuple[str, ...]
    time: tuple[str, ...]
    cost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _ExpenseWords:
    words: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelWords:
    """``words/levels.toml``."""

    suffix: str
    cut_suffix: str
    first: re.Pattern[str]
    second: re.Pattern[str]
    names: _LevelNames
    only_second: Mapping[str, str]
    meaning: Mapping[str, str]
    points_in_label: _PointWords
    ordinal: _OrdinalWords
    order: _LevelOrder
    signs: Mapping[str, Mapping[str, tuple[str, ...]]]
    expense: _ExpenseWords


LEVELS = vocabulary("levels", LevelWords)

_POINT_WORDS = LEVELS.points_in_label
_IN_BRACKETS = any_word((*_POINT_WORDS.before, *_POINT_WORDS.before_in_brackets))
_WITHOUT = any_word((*_POINT_WORDS.before, *_POINT_WORDS.before_without))
# At most four words: a search must not try every start of a long run of them.
_POINTS = re.compile(
    rf"(?:\({_IN_BRACKETS}{{0,4}}(\d+(?:\.\d+)?)[{_POINT_WORDS.unit}%]?\)"
    rf"|{_WITHOUT}{{0,4}}(?<![\d.])(\d+(?:\.\d+)?){_POINT_WORDS.unit})$"
)
_NARROW = str.maketrans(dict(zip(_POINT_WORDS.brackets, "()" * 3, strict=True)))
_ORDINAL = re.compile(rf"^\(?[{LEVELS.ordinal.numerals}\d]{{1,2}}[{re.escape(LEVELS.ordinal.ends)}]")
_BOTH = re.compile(
    rf"(?P<first>{LEVELS.first.pattern})(\(.*?\)|[:,]?\d+{_POINT_WORDS.unit})?"
    rf"(?P<second>{LEVELS.second.pattern})"
)


def label(text: str) -> str:
    """A level label in one piece, without its points: ``产出指 标(50分)`` and ``产出指`` are 产出指标.

    A known one is also without its ordinal: ``1.数量指标`` is 数量指标.
    """
    name = _POINTS.sub("", squeeze(text).translate(_NARROW))
    if name.endswith(LEVELS.cut_suffix):
        name = name.removesuffix(LEVELS.cut_suffix) + LEVELS.suffix
    plain = _ORDINAL.sub("", name)
    return plain if is_level(plain) else name


def block_points(text: str) -> float | None:
    """The points printed with a first level: 50 of ``产出指标(50分)``."""
    points = _POINTS.search(squeeze(text).translate(_NARROW))
    return float(points[1] or points[2]) if points and is_first(label(text)) else None


def is_first(name: str) -> bool:
    """Whether a label names a 一级指标."""
    return bool(LEVELS.first.fullmatch(name))


def is_second(name: str) -> bool:
    """Whether a label names a 二级指标."""
    return bool(LEVELS.second.fullmatch(name))


def is_level(name: str) -> bool:
    """Whether a label names a level, first or second."""
    return is_first(name) or is_second(name)


def both_levels(name: str) -> tuple[str, str] | None:
    """The first and the second level that one label names together; ``None`` where it names one or none."""
    both = None if is_level(name) else _BOTH.fullmatch(name)
    return (both["first"], both["second"]) if both else None


def meant_first(text: str) -> str | None:
    """The first level that the words of ``text`` mean, by the name the rules have for it."""
    return next((first for word, first in LEVELS.meaning.items() if word in text), None)


def official_first(name: str) -> str:
    """A first level by the name the rules have for it: 效果 and 效果指标 are 效益指标."""
    return (meant_first(name) or name) if is_first(name) else name


def whole_second(name: str) -> str:
    """A second level with the word 指标, which many leave out."""
    return f"{name.removesuffix(LEVELS.suffix)}{LEVELS.suffix}" if is_second(name) else name
