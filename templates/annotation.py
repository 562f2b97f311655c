"""The words and colours that an annotated copy adds to a returned workbook."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def annotation_words() -> Mapping[str, Any]:
    """By table and key (``texts/annotate.toml``)."""
    return tomllib.loads(files("templates").joinpath("texts/annotate.toml").read_text(encoding="utf-8"))
