"""Every word a user reads is data: none in Python, none unused, no sentence twice, a language is files."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from errno import errorcode
from pathlib import Path
from typing import Any

import pytest

from support.command import zpj_process
from support.tree import ROOT, modules, product_files
from support.words import CHINESE, Keys, Read, chinese_literals, in_templates, leaves, reads
from zpj.model.codes import Code
from zpj.texts import LANGUAGE, read_wording, topics, wording

ALLOWED = {
    "zpj/model/project.py": "names of kinds, tiers and fund rows are the values of the form itself",
    "zpj/xlsx/builtin_formats.py": "format codes that the standard itself names by number",
    "zpj/xlsx/date_text.py": "the parts of a date as Excel shows it",
    "zpj/xlsx/number_format.py": "signs of the format language",
    "zpj/recheck/annotate/added_styles.py": "the name of a font",
    "zpj/rules/reason.py": "a range of characters",
    "zpj/scoring/kinds.py": "the word in a second level that makes a cost",
}
"""Modules whose Chinese is data of the domain, with the reason."""
SHORTEST_CLAUSE = 7
"""Chinese characters: shorter pieces are words that any two sentences may have in common."""
TERMS = {"项目支出绩效自评表"}
FILES = {path.relative_to(ROOT).as_posix(): path for _, path in modules()}
TEXTS: Mapping[str, Mapping[str, Any]] = {topic: wording(topic) for topic in topics()}


def test_no_module_holds_words_in_chinese() -> None:
    found = {name: found for name, path in FILES.items() if (found := [*chinese_literals(path)])}
    assert {name: texts for name, texts in found.items() if name not in ALLOWED} == {}
    assert ALLOWED.keys() - found.keys() == set()


@pytest.fixture(scope="module")
def read() -> dict[str, list[Read]]:
    return {name: [*reads(path)] for name, path in FILES.items()}


def test_whatever_a_module_reads_exists(read: dict[str, list[Read]]) -> None:
    assert sum(map(len, read.values())) > len(TEXTS)
    missing = [
        f"{name}:{each.line}: {'.'.join(each.keys)}"
        for name, found in read.items()
        for each in found
        if not _exists(each.keys)
    ]
    assert missing == []


def test_every_text_is_used(read: dict[str, list[Read]]) -> None:
    """Of a table that is handed on, every key is named somewhere in Python or in a template."""
    tables = (path for path, _ in product_files() if path.suffix == ".toml" and "texts" not in path.parts)
    data = (ROOT / path for path in tables)
    source = "\n".join(path.read_text(encoding="utf-8") for path in (*FILES.values(), *data))
    found = {each.keys for entries in read.values() for each in entries}
    unused = [
        ".".join(keys)
        for keys in _all_leaves()
        if not any(
            keys[: len(above)] == above and all(_named(key, source) for key in keys[len(above) :])
            for above in found
        )
    ]
    assert unused == []


def test_no_sentence_stands_in_two_topics() -> None:
    """Within one, entries that are read alone may have a clause in common."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for keys in _all_leaves():
        for clause in _clauses(_text(keys)):
            homes[clause].add(keys[0])
    assert {clause: where for clause, where in homes.items() if len(where) > 1} == {}


def test_another_language_is_a_folder_of_files(tmp_path: Path) -> None:
    for language, text in (
        ("zh", '[a]\none = "一"\ntwo = "二"\n[b]\nthree = "三"\n'),
        ("en", '[a]\none = "one"\n'),
    ):
        (tmp_path / language).mkdir()
        (tmp_path / language / "topic.toml").write_text(text, encoding="utf-8")
    assert read_wording(tmp_path, "topic", "en") == {"a": {"one": "one", "two": "二"}, "b": {"three": "三"}}
    assert read_wording(tmp_path, "topic", "zh") == read_wording(tmp_path, "topic", "fr")
    with pytest.raises(KeyError):
        read_wording(tmp_path, "absent", "en")


def test_a_language_cannot_lead_out_of_the_folder_of_texts(tmp_path: Path) -> None:
    (tmp_path / "texts/zh").mkdir(parents=True)
    (tmp_path / "texts/zh/topic.toml").write_text('word = "词"\n', encoding="utf-8")
    (tmp_path / "topic.toml").write_text('word = "elsewhere"\n', encoding="utf-8")
    assert read_wording(tmp_path / "texts", "topic", "..") == {"word": "词"}
    assert read_wording(tmp_path / "texts", "topic", str(tmp_path)) == {"word": "词"}


def test_a_language_that_is_not_there_is_chinese() -> None:
    done = zpj_process("--help", environment={LANGUAGE: "xx"})
    assert (done.status, done.err) == (0, "")
    assert wording("cli")["program"]["description"] in done.out


def _all_leaves() -> Iterator[Keys]:
    return (keys for topic, words in TEXTS.items() for keys in leaves(words, (topic,)))


def _exists(keys: Keys) -> bool:
    words: Any = TEXTS
    for key in keys:
        if not isinstance(words, Mapping) or key not in words:
            return False
        words = words[key]
    return True


def _text(keys: Keys) -> str:
    words: Any = TEXTS
    for key in keys:
        words = words[key]
    return words if isinstance(words, str) else "\n".join(map(str, words))


def _named(key: str, source: str) -> bool:
    # Codes of findings, and the system's names of errors, are asked for by value.
    return (
        key in {*Code, *errorcode.values()}
        or bool(re.search(rf"\b(?:{re.escape(key)}|{re.escape(key.upper())})\b", source))
        or in_templates(key)
    )


def _clauses(text: str) -> Iterator[str]:
    for clause in re.split(r"[。；：\n]|(?<=[^（])，", text):
        if len(CHINESE.findall(clause)) >= SHORTEST_CLAUSE and clause not in TERMS:
            yield clause.strip()
