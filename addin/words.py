"""The words of the buttons (``texts/buttons.toml``)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def words(table: str) -> Mapping[str, str]:
    """The words of one table by key."""
    return _tables()[table]


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("addin").joinpath("texts/buttons.toml").read_text(encoding="utf-8"))
