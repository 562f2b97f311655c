"""The modules of a form, rendered from ``templates/vba`` and ready to be packed."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from zpj.rendering import vba_template
from zpj.rules import Profile
from zpj.vba.ascii_source import ascii_source
from zpj.vba.function_tables import function_tables
from zpj.vba.lint import lint
from zpj.vba.recheck_tables import recheck_tables

FUNCTION_MODULES = (
    "ZpjPattern",
    "ZpjText",
    "ZpjUnits",
    "ZpjNumbers",
    "ZpjComparator",
    "ZpjSuffix",
    "ZpjQuantity",
    "ZpjCompare",
    "ZpjScore",
    "ZpjRefusal",
    "ZpjCell",
    "ZpjRow",
    "ZpjWhy",
    "ZpjOneCell",
    "ZpjArrays",
    "ZpjFunctions",
)
"""The functions, and what they are made of."""

RECHECK_MODULES = (
    "ZpjForm",
    "ZpjRegistry",
    "ZpjDefects",
    "ZpjWorth",
    "ZpjReason",
    "ZpjMissing",
    "ZpjMarks",
    "ZpjResults",
    "ZpjProtection",
    "ZpjOverrides",
    "ZpjRecheck",
)
"""The macros behind the buttons, and what they are made of."""


@dataclass(frozen=True, slots=True)
class Module:
    """A module: its name, its source in ASCII with line feeds; a standard one, or a class."""

    name: str
    source: str
    is_class: bool = False


@cache
def form_modules(profile: Profile) -> tuple[Module, ...]:
    """What a macro-enabled form of ``profile`` carries."""
    return function_modules(profile) + recheck_modules(profile)


@cache
def function_modules(profile: Profile) -> tuple[Module, ...]:
    """The worksheet functions, which need nothing else."""
    return tuple(render_module(name, profile=profile, **function_tables()) for name in FUNCTION_MODULES)


@cache
def recheck_modules(profile: Profile) -> tuple[Module, ...]:
    """The buttons' macros, which call the functions."""
    return tuple(
        render_module(name, profile=profile, reason=profile.reason.spoken, **recheck_tables())
        for name in RECHECK_MODULES
    )


def render_module(name: str, **context: Any) -> Module:
    """The module ``templates/vba/NAME.bas``.

    Raises:
        NotVba: when the template gives what no program would compile.
    """
    source = ascii_source(vba_template(f"{name}.bas")(context))
    lint(name, source)
    return Module(name, source)
