"""The modules of a form, rendered from ``templates/vba`` and ready to be packed."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from templates import vba_template
from vba.ascii_source import ascii_source
from vba.lint import lint
from zpj.rules import Profile

FORM_MODULES = ("ZpjScore", "ZpjRecheck")


@dataclass(frozen=True, slots=True)
class Module:
    """A standard module: its name, and its source in ASCII with line feeds."""

    name: str
    source: str


@cache
def form_modules(profile: Profile) -> tuple[Module, ...]:
    """What a macro-enabled form of ``profile`` carries."""
    return tuple(render_module(name, profile=profile) for name in FORM_MODULES)


def render_module(name: str, **context: Any) -> Module:
    """The module ``templates/vba/NAME.bas``.

    Raises:
        NotVba: when the template gives what no program would compile.
    """
    source = ascii_source(vba_template(f"{name}.bas")(context))
    lint(name, source)
    return Module(name, source)
