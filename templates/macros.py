"""The words of the macros that a form carries."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def macro_words() -> Mapping[str, str]:
    """What the macros say, by key (``texts/macros.toml``)."""
    text = files("templates").joinpath("texts/macros.toml").read_text(encoding="utf-8")
    told: Mapping[str, str] = tomllib.loads(text)["told"]
    return told
