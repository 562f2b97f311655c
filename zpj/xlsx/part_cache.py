"""What small parts say is remembered by their bytes: the forms of one batch have most of them in common."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Generic, TypeVar, TypeVarTuple
from xml.etree.ElementTree import Element

SMALL = 1 << 16
"""Bytes of a part that may be kept; with ``PARTS`` it bounds the memory this takes."""
PARTS = 16
EQUALS = 4096
"""Formats and the like of which one object is kept for all that are equal."""
LONGEST_KEY = 4096
"""Characters of an element that may be kept; with ``EQUALS`` it bounds the memory this takes."""

_Rest = TypeVarTuple("_Rest")
_Meaning = TypeVar("_Meaning")
_Value = TypeVar("_Value", bound=Hashable)


def remembered(read: Callable[[str, bytes, *_Rest], _Meaning]) -> Callable[[str, bytes, *_Rest], _Meaning]:
    """``read``, which understands a part by its name, its bytes and what else matters.

    What it returns is shared by many files, so nobody may change it. Refusals are not remembered.
    """
    read_once = lru_cache(maxsize=PARTS)(read)

    def read_remembered(part: str, xml: bytes, *rest: *_Rest) -> _Meaning:
        return (read_once if len(xml) <= SMALL else read)(part, xml, *rest)

    read_remembered.__doc__ = read.__doc__
    return read_remembered


Signature = tuple[object, ...]


def signature(element: Element) -> Signature:
    """All that an element says, as something that can be looked up."""
    return element.tag, element.text, tuple(element.attrib.items()), tuple(map(signature, element))


class KeptByContent(Generic[_Meaning]):
    """What small elements mean, by what they say: forms of one batch say most of it alike."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Meaning] = {}

    def get(self, key: Hashable, read: Callable[[], _Meaning]) -> _Meaning:
        """The meaning kept under ``key``, or what ``read`` gives. Refusals are not kept."""
        found = self._kept.get(key)
        if found is None:
            found = read()
            if len(repr(key)) <= LONGEST_KEY:
                if len(self._kept) >= EQUALS:
                    self._kept.clear()
                self._kept[key] = found
        return found


@lru_cache(maxsize=EQUALS)
def _one(value: Hashable) -> Hashable:
    return value


def one(value: _Value) -> _Value:
    """The one object that stands for all values equal to this one, so that comparing them costs nothing."""
    return _one(value)  # type: ignore[return-value]  # what comes back is equal, hence of the same kind
