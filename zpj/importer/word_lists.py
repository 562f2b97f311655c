"""The words by which typed forms are recognised, as data: one file a topic in ``words/``, one strict loader.

Whatever a form may call a thing is written as phrases. A phrase is what the whole text must be, part by part:

* ``年度|全年 预算`` is 年度预算 or 全年预算: ``|`` separates alternatives, a blank separates parts;
* a part may be left out (``?``), be there any number of times (``*``), or at least once (``+``);
* ``#`` is a figure, ``…`` a name of two to six characters; everything else is meant literally.

Texts are compared without blanks and in half width, so phrases are written in half width too.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Topic = TypeVar("Topic")

_REPEATS = "?*+"
_WILD = {"#": r"\d", "…": ".{2,6}"}


def vocabulary(topic: str, shape: type[Topic]) -> Topic:
    """``words/TOPIC.toml`` in a frozen dataclass, whose fields are exactly the keys of the file.

    A ``re.Pattern`` field is made of phrases and matches any of them; a mapping keeps the order of the file.

    Raises:
        ValueError: a key is missing, unknown or of another type: a bug here, never the user's.
    """
    text = (files("zpj.importer") / "words" / f"{topic}.toml").read_text(encoding="utf-8")
    words: Topic = _shaped(tomllib.loads(text), shape, topic)
    return words


def any_phrase(phrases: Iterable[str]) -> str:
    """A regular expression for any of ``phrases``."""
    return f"(?:{'|'.join(map(_phrase, phrases))})"


def any_word(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, meant literally."""
    return f"(?:{'|'.join(map(re.escape, words))})"


def _phrase(phrase: str) -> str:
    return "".join(map(_part, phrase.split(" ")))


def _part(part: str) -> str:
    repeat = part[-1] if len(part) > 1 and part[-1] in _REPEATS else ""
    return f"(?:{'|'.join(map(_literal, part.removesuffix(repeat).split('|')))}){repeat}"


def _literal(text: str) -> str:
    return "".join(_WILD.get(character) or re.escape(character) for character in text)


def _shaped(value: object, shape: Any, where: str) -> Any:
    """``value`` as TOML has it, as ``shape`` wants it; ``where`` is its key."""
    if is_dataclass(shape):
        return _record(_table(value, where), shape, where)
    origin = get_origin(shape) or shape
    if origin is re.Pattern:
        return re.compile(any_phrase(_texts(value, where)))
    if origin is tuple:
        return _texts(value, where)
    if origin is Mapping:
        inner = get_args(shape)[1]
        return {key: _shaped(each, inner, f"{where}.{key}") for key, each in _table(value, where).items()}
    if not isinstance(value, str):
        raise ValueError(f"{where}: not a text")
    return value


def _record(table: Mapping[str, object], shape: Any, where: str) -> Any:
    hints = get_type_hints(shape)
    names = {field.name for field in fields(shape)}
    if {*table} != names:
        raise ValueError(f"{where}: keys {sorted({*table} ^ names)} are missing or unknown")
    return shape(**{name: _shaped(table[name], hints[name], f"{where}.{name}") for name in names})


def _table(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"{where}: not a table")
    return cast(Mapping[str, object], value)


def _texts(value: object, where: str) -> tuple[str, ...]:
    texts = cast(list[object], value) if isinstance(value, list) else []
    if not texts or not all(isinstance(text, str) for text in texts):
        raise ValueError(f"{where}: not a list of texts")
    return tuple(cast(list[str], texts))
