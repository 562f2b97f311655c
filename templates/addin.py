"""The add-in: the parts of its package and its words."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from templates import Rendered, part_template

__all__ = ["addin_template", "addin_words", "ribbon_template"]


def addin_template(name: str) -> Callable[[Mapping[str, Any]], Rendered]:
    """The part ``addin/NAME`` of the add-in's package, to be rendered with a mapping of names."""
    return part_template(f"addin/{name}")


def ribbon_template(name: str) -> Callable[[Mapping[str, Any]], Rendered]:
    """The part ``ribbon/NAME``: what the ribbon shows."""
    return part_template(f"ribbon/{name}")


@cache
def addin_words() -> Mapping[str, Any]:
    """Every Chinese word of the add-in, by table and key (``texts/addin.toml``)."""
    return tomllib.loads(files("templates").joinpath("texts/addin.toml").read_text(encoding="utf-8"))
