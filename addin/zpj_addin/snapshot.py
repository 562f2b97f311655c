"""The workbook that is open, as a file: what the checks read, with edits that nobody has saved yet.

The checks then read what Excel itself would save, and so find what ``zpj recheck`` finds in the saved file,
the archive's macros, links and protection included. Asking Excel cell by cell would be a second reader,
slower by far, that sees less.
"""

import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import xlwings

from zpj.model.codes import Code
from zpj.model.findings import Place, finding
from zpj_addin.addin_errors import ButtonRefused


@contextmanager
def snapshot(book: xlwings.Book) -> Generator[Path]:
    """A file with all that is in ``book`` now, under its name; it is gone afterwards.

    Raises:
        ButtonRefused: M03, on macOS the book has edits that are not saved.
    """
    # A virus scanner may still hold the file when we are done with it.
    with TemporaryDirectory(prefix="zpj-", ignore_cleanup_errors=True) as folder:
        # A workbook that was never saved has no extension.
        file = Path(folder, book.name if Path(book.name).suffix else f"{book.name}.xlsx")
        _save_copy(book, file)
        yield file


def _save_copy(book: xlwings.Book, file: Path) -> None:
    """What xlwings has no member for: ``Book.save`` with a path would leave that other file open."""
    if sys.platform != "darwin":
        book.api.SaveCopyAs(str(file))
        return
    # AppleScript cannot save a copy either.
    if not book.api.saved.get():
        raise ButtonRefused([finding(Code.M03, Place(book.name))])
    shutil.copyfile(book.fullname, file)
