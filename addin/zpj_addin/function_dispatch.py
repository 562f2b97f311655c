"""The functions of the add-in: asked of Python first, computed by the VBA of the forms otherwise.

A name may exist once in a VBA project. The forms' functions are renamed, so that the names which cells know
belong to those that ask.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zpj.vba import Module

_CONTINUED = re.compile(r" _\n\s*")
_PUBLIC = re.compile(r"^Public Function (ZPJ_(\w+))\((.*)\) As Variant$", re.M)
_NAME = re.compile(r"(\w+) As ")
_PRIVATE = "Option Private Module"
_LITERAL = r'"(?:[^"\n]|"")*"'


@dataclass(frozen=True, slots=True)
class CellFunction:
    """A function that cells call: its name, its parameters as declared, its name in the forms' VBA."""

    name: str
    parameters: str
    own: str

    @property
    def arguments(self) -> str:
        """The parameters as they are handed on."""
        return ", ".join(_NAME.findall(self.parameters))


def cell_functions(modules: Sequence[Module]) -> Iterator[CellFunction]:
    """Every function that the forms' ``modules`` offer to cells."""
    for module in modules:
        for name, short, parameters in _PUBLIC.findall(_CONTINUED.sub(" ", module.source)):
            yield CellFunction(name, parameters, f"Own{short.title()}")


def with_own_names(modules: Sequence[Module], offered: Sequence[CellFunction]) -> tuple[Module, ...]:
    """The ``modules`` with the functions of ``offered`` under their own names; texts stay as they are."""
    own = {function.name: function.own for function in offered}
    token = re.compile(rf"{_LITERAL}|\b(?:{'|'.join(own)})\b")
    return tuple(
        replace(module, source=_hidden(token.sub(lambda found: own.get(found[0], found[0]), module.source)))
        for module in modules
    )


def _hidden(source: str) -> str:
    """Not offered by Excel beside the functions that ask."""
    if _PRIVATE in source:
        return source
    return source.replace("Option Explicit", f"Option Explicit\n{_PRIVATE}", 1)
