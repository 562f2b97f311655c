"""What Excel's function wizard shows of the functions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from inspect import signature

from zpj.texts import wording


@dataclass(frozen=True, slots=True)
class FunctionHelp:
    """The help of a function, and of each of its arguments."""

    name: str
    text: str
    arguments: tuple[str, ...]


def function_help(names: Iterable[str]) -> Iterator[FunctionHelp]:
    """The help of the functions ``names``."""
    # Not before xlwings is known to be there.
    from zpj_udfs import functions

    words = wording("udfs")
    for name in names:
        arguments = tuple(words["argument"][each] for each in signature(getattr(functions, name)).parameters)
        yield FunctionHelp(name, words["help"][name], arguments)
