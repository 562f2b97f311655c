"""The words of recognition are data: phrases mean what they say, a file that does not fit fails."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from zpj.importer.word_lists import any_phrase, any_word, vocabulary

TOPICS = sorted(
    path.name.removesuffix(".toml")
    for path in (files("zpj.importer") / "words").iterdir()
    if path.name.endswith(".toml")
)


@dataclass(frozen=True)
class Short:
    nothing: tuple[str, ...]


@dataclass(frozen=True)
class Long:
    nothing: tuple[str, ...]
    number_units: tuple[str, ...]
    more: str


@dataclass(frozen=True)
class Other:
    nothing: Mapping[str, str]
    number_units: tuple[str, ...]


@pytest.mark.parametrize(
    ("phrase", "meant", "not_meant"),
    [
        ("全年|年初 预算 数?", ["全年预算", "年初预算数"], ["预算", "全年年初预算", "全年预算数数"]),
        ("指标|目标* 值", ["值", "目标值", "指标目标值"], ["指标", "值值"]),
        ("评分+", ["评分", "评分评分"], ["", "评"]),
        ("第 #+ 页", ["第2页", "第12页"], ["第页", "第二页"]),
        ("… 指标小计", ["产出指标小计"], ["指标小计", "这一类长的名字指标小计"]),
        ("(元)", ["(元)"], ["元", "((元))"]),
        ("* ?|. +", ["*?+", "*.+"], ["**+", "*+", "*?"]),
    ],
)
def test_a_phrase_matches_what_it_says_and_nothing_else(
    phrase: str, meant: list[str], not_meant: list[str]
) -> None:
    pattern = re.compile(any_phrase([phrase]))
    assert [text for text in meant if not pattern.fullmatch(text)] == []
    assert [text for text in not_meant if pattern.fullmatch(text)] == []


def test_words_are_meant_literally() -> None:
    assert re.fullmatch(any_word(["a.c", "(d)"]), "(d)")
    assert not re.fullmatch(any_word(["a.c", "(d)"]), "abc")


@pytest.mark.parametrize("shape", [Short, Long, Other], ids=["unknown key", "missing key", "other type"])
def test_a_file_that_does_not_fit_its_shape_is_refused_by_its_key(shape: type[object]) -> None:
    with pytest.raises(ValueError, match="cells"):
        vocabulary("cells", shape)


def test_every_file_of_words_is_read_by_one_module() -> None:
    python = [path for path in _modules(files("zpj.importer")) if path.name != "vocabulary.py"]
    texts = [path.read_text(encoding="utf-8") for path in python]
    assert TOPICS
    assert [topic for topic in TOPICS if sum(f'vocabulary("{topic}"' in text for text in texts) != 1] == []


def _modules(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _modules(entry)
        elif entry.name.endswith(".py"):
            yield entry
