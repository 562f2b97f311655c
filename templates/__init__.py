"""Text only: the workbook package as Jinja2 parts, the words of the form, sample definitions."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def environment() -> Environment:
    """Jinja2 with autoescape on and undefined names refused: a form never shows a forgotten placeholder."""
    return Environment(
        loader=PackageLoader("templates", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def form_words() -> Mapping[str, Any]:
    """Every Chinese word a form shows, by table and key (``texts/form.toml``)."""
    return tomllib.loads(files("templates").joinpath("texts/form.toml").read_text(encoding="utf-8"))


@cache
def form_styles() -> Mapping[str, Any]:
    """Fonts, fills, borders and named cell styles of a form (``workbook/styles.toml``)."""
    return tomllib.loads(files("templates").joinpath("workbook/styles.toml").read_text(encoding="utf-8"))
