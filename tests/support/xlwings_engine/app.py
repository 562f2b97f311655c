"""The application of the engine: open workbooks, which is in front, what was told the user."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xlwings import base_classes

from support.xlwings_engine.book import Book
from support.xlwings_engine.cells import Range
from support.xlwings_engine.document import Opener


class Engine:
    """What xlwings asks of an engine."""

    name = "zpj-tests"
    type = "desktop"

    def __init__(self, app: "App") -> None:
        self.apps = Apps(app)

    @staticmethod
    def clean_value_data(data: Any, *_: Any) -> Any:
        return data

    @staticmethod
    def prepare_xl_data_element(x: Any, *_: Any) -> Any:
        return x


class Apps(base_classes.Apps):
    def __init__(self, app: "App") -> None:
        self._app = app

    def __iter__(self) -> Iterator["App"]:
        return iter((self._app,))

    def __len__(self) -> int:
        return 1

    def keys(self) -> list[int]:
        return [self._app.pid]

    def __getitem__(self, pid: int) -> "App":
        return self._app


class App(base_classes.App):
    """An Excel without windows, and the memory of what it showed."""

    pid = 1
    visible = True
    display_alerts = True

    def __init__(self, opener: Opener) -> None:
        self.opener = opener
        self.engine = Engine(self)
        self.opened: list[Book] = []
        self.shown: list[str] = []
        """Every text that stood in the status bar."""
        self.alerts: list[str] = []
        self.selected: Range | None = None
        self._status_bar: str | bool = False

    @property
    def books(self) -> "Books":
        return Books(self)

    @property
    def selection(self) -> Range | None:
        return self.selected

    def activate(self, steal_focus: bool = False) -> None:
        """It is the only one."""

    @property
    def status_bar(self) -> str | bool:
        return self._status_bar

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        assert value is False or len(str(value)) <= 255, "Excel takes no more in its status bar"
        self._status_bar = value
        if isinstance(value, str):
            self.shown.append(value)

    def alert(self, prompt: str, *_: object) -> str:
        self.alerts.append(prompt)
        return "ok"


class Books(base_classes.Books):
    """Open workbooks, the one in front last."""

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def active(self) -> Book:
        # With no workbook open xlwings wraps nothing, and every member of that fails.
        return self.app.opened[-1] if self.app.opened else Book(self.app, None, None)

    def __call__(self, name_or_index: str | int) -> Book:
        named = [book for book in self.app.opened if book.name == name_or_index]
        if not named:
            raise KeyError(name_or_index)
        return named[0]

    def __len__(self) -> int:
        return len(self.app.opened)

    def __iter__(self) -> Iterator[Book]:
        return iter(self.app.opened)

    def open(self, fullname: str, *settings: Any) -> Book:
        _, read_only, *_ = settings
        path = Path(fullname)
        book = Book(self.app, path, self.app.opener(path), read_only=bool(read_only))
        self.app.opened.append(book)
        return book
