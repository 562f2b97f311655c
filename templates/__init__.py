"""Text only: the workbook package as Jinja2 parts, the words of the form, sample definitions."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from templates.each import each
from templates.row_xml import rows_xml
from templates.xml_text import Rendered, element_text, xml_text

__all__ = ["Rendered", "form_styles", "form_words", "part_template", "vba_template", "workbook_template"]


@cache
def _environment() -> Environment:
    """Jinja2 that escapes everything it prints and refuses undefined names.

    A form never shows a forgotten placeholder, and no text of a definition becomes markup.
    """
    environment = Environment(  # noqa: S701 - finalize escapes every output, with no way around it
        loader=PackageLoader("templates", "."),
        finalize=xml_text,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["element"] = element_text
    environment.filters["rows_xml"] = rows_xml
    environment.filters["each"] = each
    return environment


def workbook_template(name: str) -> Callable[[Mapping[str, Any]], Rendered]:
    """The part ``workbook/NAME`` of the form's package, to be rendered with a mapping of names."""
    return part_template(f"workbook/{name}")


@cache
def part_template(path: str) -> Callable[[Mapping[str, Any]], Rendered]:
    """The part at ``path`` of some package, to be rendered with a mapping of names."""
    render = _environment().get_template(path).render
    return lambda names: Rendered(render(names))


@cache
def vba_template(name: str) -> Callable[[Mapping[str, Any]], str]:
    """The module ``vba/NAME``, to be rendered with a mapping of names; plain text, nothing is escaped."""
    environment = Environment(  # noqa: S701 - VBA, not markup
        loader=PackageLoader("templates", "vba"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    render = environment.get_template(name).render
    return lambda names: render(names)


@cache
def form_words() -> Mapping[str, Any]:
    """Every Chinese word a form shows, by table and key (``texts/form.toml``)."""
    return tomllib.loads(files("templates").joinpath("texts/form.toml").read_text(encoding="utf-8"))


@cache
def form_styles() -> Mapping[str, Any]:
    """Fonts, fills, borders and named cell styles of a form (``workbook/styles.toml``)."""
    return tomllib.loads(files("templates").joinpath("workbook/styles.toml").read_text(encoding="utf-8"))
