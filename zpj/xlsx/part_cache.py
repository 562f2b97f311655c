"""What small parts say is remembered by their bytes: the forms of one batch have most of them in common."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

SMALL = 1 << 16
"""Bytes of a part that may be kept; with ``PARTS`` it bounds the memory this takes."""
PARTS = 16

_Rest = TypeVarTuple("_Rest")
_Meaning = TypeVar("_Meaning")


def remembered(read: Callable[[str, bytes, *_Rest], _Meaning]) -> Callable[[str, bytes, *_Rest], _Meaning]:
    """``read``, which understands a part by its name, its bytes and what else matters.

    What it returns is shared by many files, so nobody may change it. Refusals are not remembered.
    """
    read_once = lru_cache(maxsize=PARTS)(read)

    def read_remembered(part: str, xml: bytes, *rest: *_Rest) -> _Meaning:
        return (read_once if len(xml) <= SMALL else read)(part, xml, *rest)

    read_remembered.__doc__ = read.__doc__
    return read_remembered
