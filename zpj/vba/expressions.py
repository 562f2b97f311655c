"""Words for VBA: a text as a literal, a sentence with places to fill as a concatenation."""

from collections.abc import Iterator
from string import Formatter


def literal(value: str | float) -> str:
    """``value`` as VBA writes it in source."""
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else f"{value}"


def said(sentence: str, **expressions: str) -> str:
    """The VBA expression of ``sentence``, whose places ``{name}`` hold ``expressions``.

    Raises:
        KeyError: the sentence has a place that no expression fills.
    """
    return " & ".join(_pieces(sentence, expressions))


def _pieces(sentence: str, expressions: dict[str, str]) -> Iterator[str]:
    for text, name, _, _ in Formatter().parse(sentence):
        if text:
            yield literal(text)
        if name is not None:
            yield expressions[name]
