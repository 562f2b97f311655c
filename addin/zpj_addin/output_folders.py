"""Where buttons put what they make."""

import tempfile
from itertools import chain, count
from pathlib import Path

import xlwings

from zpj.model.codes import Code
from zpj.model.findings import Place, finding
from zpj_addin.addin_errors import ButtonRefused


def file_of(book: xlwings.Book) -> Path | None:
    """The file of ``book`` on this machine; ``None`` if it was never saved, or only in the cloud."""
    try:
        file = Path(book.fullname)
    except xlwings.XlwingsError:
        # xlwings does not know where a cloud folder is synchronised to.
        return None
    return file if file.is_file() else None


def folder_of(book: xlwings.Book) -> Path:
    """The folder that ``book`` lies in.

    Raises:
        ButtonRefused: M02, it lies in none that is kept: in the cloud, or among temporary files.
    """
    file = file_of(book)
    if file is None or Path(tempfile.gettempdir()).resolve() in file.parents:
        raise ButtonRefused([finding(Code.M02, Place(book.name))])
    return file.parent


def free_path(path: Path) -> Path:
    """``path``, numbered where that is taken."""
    numbered = (path.with_name(f"{path.stem}({number}){path.suffix}") for number in count(2))
    return next(each for each in chain((path,), numbered) if not each.exists())
