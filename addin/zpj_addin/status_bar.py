"""Progress in Excel's status bar."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import xlwings

from zpj.texts import wording

T = TypeVar("T")


def counted(app: xlwings.App, items: Iterable[T], *, total: int, doing: str) -> Iterator[T]:
    """``items``, each told in the status bar as it is done."""
    for number, item in enumerate(items, 1):
        app.status_bar = wording("buttons")["progress"][doing].format(number=number, total=total)
        yield item
