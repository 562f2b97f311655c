"""The loader of ``zpj/texts``: words by topic, in the language of the process."""

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

LANGUAGE = "ZPJ_LANGUAGE"
"""Environment variable: the folder of ``zpj/texts`` to read. ``zh`` is whole, any other may have gaps."""

WHOLE = "zh"

_FOLDER = Path(__file__).parent


@cache
def wording(topic: str) -> Mapping[str, Any]:
    """The words of ``topic`` (``zpj/texts/zh/TOPIC.toml``), by table and key.

    Raises:
        KeyError: there is no such topic: a bug here, never the user's.
    """
    return read_wording(_FOLDER, topic, os.environ.get(LANGUAGE, WHOLE))


def topics() -> tuple[str, ...]:
    """Every topic there is."""
    return tuple(sorted(file.stem for file in (_FOLDER / WHOLE).glob("*.toml")))


def read_wording(folder: Path, topic: str, language: str) -> Mapping[str, Any]:
    """The words of ``topic`` below ``folder``, in ``language`` as far as that has them.

    Raises:
        KeyError: there is no such topic.
    """
    whole = _read(folder / WHOLE, topic)
    if whole is None:
        raise KeyError(topic)
    # A folder name and nothing else: the variable must not lead anywhere outside the package.
    chosen = _read(folder / language, topic) if language.isalnum() and language != WHOLE else None
    return whole if chosen is None else _over(whole, chosen)


def _read(folder: Path, topic: str) -> Mapping[str, Any] | None:
    path = folder / f"{topic}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def _over(whole: Mapping[str, Any], chosen: Mapping[str, Any]) -> Mapping[str, Any]:
    """``whole`` with everything that ``chosen`` says otherwise."""
    return {key: _choice(value, chosen.get(key)) for key, value in whole.items()}


def _choice(whole: Any, chosen: Any) -> Any:
    if chosen is None:
        return whole
    return _over(cast(Mapping[str, Any], whole), chosen) if isinstance(whole, Mapping) else chosen
