"""Progress in Excel's status bar."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import xlwings

from zpj.texts import wording

T = TypeVar("T")


def with_progress(app: xlwings.App, items: Iterable[T], *, total: int, doing: str) -> Iterator[T]:
    """``items``, each counted in the status bar when it is done."""
    sentence = wording("addin")["progress"][doing]
    for number, item in enumerate(items, 1):
        app.status_bar = sentence.format(number=number, total=total)
        yield item
