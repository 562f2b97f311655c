"""The loader of ``zpj/texts``: words by topic, in the language of the process."""

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

LANGUAGE = "ZPJ_LANGUAGE"
"""Environment variable: the folder of ``zpj/texts`` to read. ``zh`` is whole, any other may have gaps."""

WHOLE = "zh"


@cache
def wording(topic: str) -> Mapping[str, Any]:
    """The words of ``topic`` (``zpj/texts/zh/TOPIC.toml``), by table and key.

    Raises:
        KeyError: there is no such topic: a bug here, never the user's.
    """
    folder = files(__package__)
    whole = _read(folder / WHOLE, topic)
    if whole is None:
        raise KeyError(topic)
    language = os.environ.get(LANGUAGE, WHOLE)
    # A folder name and nothing else: the variable must not lead anywhere outside the package.
    chosen = _read(folder / language, topic) if language.isalnum() and language != WHOLE else None
    return whole if chosen is None else _over(whole, chosen)


def topics() -> tuple[str, ...]:
    """Every topic there is."""
    names = (entry.name for entry in (files(__package__) / WHOLE).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def _read(folder: Traversable, topic: str) -> Mapping[str, Any] | None:
    path = folder / f"{topic}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def _over(whole: Mapping[str, Any], chosen: Mapping[str, Any]) -> Mapping[str, Any]:
    """``whole`` with everything that ``chosen`` says otherwise."""
    return {
        key: _over(value, chosen[key])
        if isinstance(value, Mapping) and key in chosen
        else chosen.get(key, value)
        for key, value in whole.items()
    }
