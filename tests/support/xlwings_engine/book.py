"""Workbooks and sheets of the engine."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from support.xlwings_engine.cells import Range
from support.xlwings_engine.document import Document

if TYPE_CHECKING:
    from support.xlwings_engine.app import App


class Book(base_classes.Book):
    def __init__(
        self, app: "App", path: Path | None, document: Document | None, *, read_only: bool = False
    ) -> None:
        self._app = app
        self._path: Any = path
        self.document: Any = document
        self.read_only = read_only
        self.is_saved = True

    @property
    def api(self) -> "BookObject":
        return BookObject(self)

    @property
    def app(self) -> "App":
        return self._app

    @property
    def name(self) -> str:
        # Of no workbook Excel gives no name either: AttributeError.
        name: str = self._path.name
        return name

    @property
    def fullname(self) -> str:
        return str(self._path)

    @property
    def sheets(self) -> "Sheets":
        return Sheets(self)

    def activate(self) -> None:
        self._app.opened.remove(self)
        self._app.opened.append(self)

    def save(self, *_: object, **__: object) -> None:
        if self.read_only:
            raise PermissionError(self.name)
        self.document.save(self._path)
        self.is_saved = True

    def close(self) -> None:
        self.document.close()
        self._app.opened.remove(self)


class BookObject:
    """The native workbook: Excel's object model on Windows, and what its dictionary has on macOS."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.saved = SimpleNamespace(get=lambda: book.is_saved)

    def SaveCopyAs(self, filename: str) -> None:  # noqa: N802 (Excel's name)
        self._book.document.save(Path(filename))


class Sheets(base_classes.Sheets):
    def __init__(self, book: Book) -> None:
        self._book = book

    def __call__(self, name_or_index: str | int) -> "Sheet":
        names = self._book.document.sheets()
        name = names[name_or_index - 1] if isinstance(name_or_index, int) else name_or_index
        if name not in names:
            raise KeyError(name)
        return Sheet(self._book, name)

    def __len__(self) -> int:
        return len(self._book.document.sheets())

    def __iter__(self) -> Iterator["Sheet"]:
        return (Sheet(self._book, name) for name in self._book.document.sheets())


class Sheet(base_classes.Sheet):
    def __init__(self, book: Book, name: str) -> None:
        self._book = book
        self._name = name

    @property
    def api(self) -> "SheetObject":
        return SheetObject(self)

    @property
    def name(self) -> str:
        return self._name

    @property
    def book(self) -> Book:
        return self._book

    def range(self, arg1: str, *_: object) -> Range:
        return Range(self, arg1)

    def activate(self) -> None:
        self._book.app.selected = None


class SheetObject:
    """The native sheet, with the names of Excel's object model."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def Unprotect(self, password: str) -> None:  # noqa: N802 (Excel's name)
        self._sheet.book.document.unprotect(self._sheet.name, password)
