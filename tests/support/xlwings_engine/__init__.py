"""A small engine for xlwings, over its public base classes: what is written for Excel runs over it.

``excel(opener)`` is an Excel without windows; openpyxl or LibreOffice holds its workbooks.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import xlwings
from xlwings.main import engines

from support.xlwings_engine.app import App, Engine
from support.xlwings_engine.document import Opener

__all__ = ["App", "Opener", "excel"]


@contextmanager
def excel(opener: Opener) -> Iterator[xlwings.App]:
    """The one running Excel, as xlwings sees it; its ``impl`` remembers alerts and the status bar."""
    app = App(opener)
    before = engines.active
    xlwings.Engine(impl=Engine(app)).activate()
    try:
        yield xlwings.App(impl=app)
    finally:
        for book in list(app.opened):
            book.close()
        engines.active = before
        # Book.set_mock_caller has no way back.
        if hasattr(xlwings.Book, "_mock_caller"):
            del xlwings.Book._mock_caller
