"""A file's bytes within bounds, and a refusal as the error a caller may catch."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from zpj.model.errors import UnreadableFile
from zpj.model.findings import Place, finding
from zpj.xlsx.limits import MIB
from zpj.xlsx.refusal import Measure, Reason, Refused, too_large, unreadable


def read_bounded(path: Path, most: int) -> bytes:
    """The whole file; refused with X01 where it cannot be read, with X04 beyond ``most`` bytes."""
    try:
        # A device or a pipe has no end; only ordinary files are read.
        if not path.is_file():
            unreadable(Reason.NOT_A_FILE)
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > most:
                too_large(Measure.FILE, most // MIB)
            return stream.read(size)
    except (OSError, ValueError):
        unreadable(Reason.NOT_A_FILE)


@contextmanager
def refusals_of(path: Path) -> Generator[None]:
    """Within it, a refusal is an :class:`~zpj.model.errors.UnreadableFile` with a finding about ``path``."""
    try:
        yield
    except Refused as refused:
        place = Place(file=str(path), sheet=refused.sheet, cell=refused.cell)
        problem = finding(refused.code, place, found=refused.found, expected=refused.expected)
        raise UnreadableFile([problem]) from refused
