"""Text only: the workbook package as Jinja2 parts, the words of the form, sample definitions."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from templates.cell_text import cell_text


@cache
def _environment() -> Environment:
    """Jinja2 with autoescape on and undefined names refused: a form never shows a forgotten placeholder."""
    environment = Environment(
        loader=PackageLoader("templates", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["cell_text"] = cell_text
    return environment


@cache
def workbook_template(name: str) -> Callable[[Mapping[str, Any]], str]:
    """The part ``workbook/NAME`` of the form's package, to be rendered with a mapping of names."""
    return _environment().get_template(f"workbook/{name}").render


@cache
def form_words() -> Mapping[str, Any]:
    """Every Chinese word a form shows, by table and key (``texts/form.toml``)."""
    return tomllib.loads(files("templates").joinpath("texts/form.toml").read_text(encoding="utf-8"))


@cache
def form_styles() -> Mapping[str, Any]:
    """Fonts, fills, borders and named cell styles of a form (``workbook/styles.toml``)."""
    return tomllib.loads(files("templates").joinpath("workbook/styles.toml").read_text(encoding="utf-8"))
