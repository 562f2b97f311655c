"""``templates/`` rendered: parts of Office packages, VBA modules, the report's page. Text only, no domain."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from zpj.rendering.each import each
from zpj.rendering.row_xml import rows_xml
from zpj.rendering.xml_text import Rendered, element_text, xml_text


@cache
def templates_folder() -> Path:
    """The folder ``templates``: inside the installed package, beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@cache
def part_template(path: str) -> Callable[[Mapping[str, Any]], Rendered]:
    """The part at ``path`` of some package, to be rendered with a mapping of names."""
    render = _parts().get_template(path).render
    return lambda names: Rendered(render(names))


def workbook_template(name: str) -> Callable[[Mapping[str, Any]], Rendered]:
    """The part ``workbook/NAME`` of the form's package, to be rendered with a mapping of names."""
    return part_template(f"workbook/{name}")


@cache
def vba_template(name: str) -> Callable[[Mapping[str, Any]], str]:
    """The module ``vba/NAME``, to be rendered with a mapping of names; plain text, nothing is escaped."""
    environment = Environment(  # noqa: S701 - VBA, not markup
        loader=FileSystemLoader(templates_folder() / "vba"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    render = environment.get_template(name).render
    return lambda names: render(names)


@cache
def _parts() -> Environment:
    """Jinja2 that escapes everything it prints and refuses undefined names.

    A form never shows a forgotten placeholder, and no text of a definition becomes markup.
    """
    environment = Environment(  # noqa: S701 - finalize escapes every output, with no way around it
        loader=FileSystemLoader(templates_folder()),
        finalize=xml_text,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Jinja2 declares the types of its own filters only.
    filters: Any = environment.filters
    filters.update(element=element_text, rows_xml=rows_xml, each=each)
    return environment
