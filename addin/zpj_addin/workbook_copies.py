"""Copies of the open form that are opened beside it: marked, or restored.

They are opened read-only, so that saving one asks where to, and lie in a folder of Excel's own, never among
the returned forms, where the next recheck of the folder would take them for returns.
"""

import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from itertools import chain, count
from pathlib import Path
from typing import TypeVar

import xlwings

from zpj.texts import wording
from zpj_addin.output_folders import file_of

T = TypeVar("T")


class CopyKind(StrEnum):
    """What a copy is for; a key of the words of its folder and of its name."""

    MARKED = "marked"
    RESTORED = "restored"


def open_copy(app: xlwings.App, copy: CopyKind, file: Path, write: Callable[[Path], T]) -> T:
    """Have ``write`` make the copy of ``file`` at the path it is given, and open it; gives what it gave."""
    folder = _folder(copy)
    folder.mkdir(parents=True, exist_ok=True)
    _remove_stale(app, folder)
    out = folder / _free_name(app, file, wording("addin")["copy"][copy])
    written = write(out)
    app.books.open(out, read_only=True)
    return written


def original_of(book: xlwings.Book) -> xlwings.Book:
    """The form that ``book`` is a marked copy of, while that is open; else ``book`` itself."""
    file = file_of(book)
    if file is None or file.parent != _folder(CopyKind.MARKED):
        return book
    return next((each for each in book.app.books if Path(each.name).stem == _stem(file)), book)


def close_copies(app: xlwings.App, copy: CopyKind) -> int:
    """Close the copies of this kind, without saving; how many there were."""
    folder = _folder(copy)
    opened = [book for book in app.books if (file := file_of(book)) and file.parent == folder]
    for book in opened:
        book.close()
    if opened:
        _remove_stale(app, folder)
    return len(opened)


def _folder(copy: CopyKind) -> Path:
    # Excel names files by their real path.
    name: str = wording("addin")["folder"][copy]
    return Path(tempfile.gettempdir()).resolve() / name


def _free_name(app: xlwings.App, file: Path, suffix: str) -> str:
    """Excel opens no two workbooks of one name."""
    opened = {book.name.lower() for book in app.books}
    first = _stem(file) + suffix
    stems = chain((first,), (f"{first}{number}" for number in count(2)))
    names = (f"{stem}{file.suffix}" for stem in stems)
    return next(name for name in names if name.lower() not in opened)


def _stem(file: Path) -> str:
    """The name of the form of which ``file`` is, or is a copy."""
    return re.split("|".join(wording("addin")["copy"].values()), file.stem)[0]


def _remove_stale(app: xlwings.App, folder: Path) -> None:
    """Copies of earlier days hold people's figures and must not pile up."""
    opened = {book.name.lower() for book in app.books}
    for file in folder.iterdir():
        # Another Excel may have it open.
        with suppress(PermissionError):
            if file.name.lower() not in opened:
                file.unlink()
