"""What Excel's function wizard says of the functions, as it is written in ``zpj_udfs``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from inspect import getdoc, signature


@dataclass(frozen=True, slots=True)
class FunctionHelp:
    """The help of a function, and of each of its arguments."""

    name: str
    text: str
    arguments: tuple[str, ...]


def category() -> str:
    """Under which the functions stand."""
    from zpj_udfs.registration import CATEGORY

    return CATEGORY


def function_help(names: Iterable[str]) -> Iterator[FunctionHelp]:
    """The help of the functions ``names``."""
    # Not before xlwings is known to be there.
    from zpj_udfs import functions
    from zpj_udfs.registration import ARGUMENTS

    for name in names:
        function = getattr(functions, name)
        arguments = tuple(ARGUMENTS[each] for each in signature(function).parameters)
        yield FunctionHelp(name, getdoc(function) or "", arguments)
