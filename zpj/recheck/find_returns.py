"""Which files of a folder are returns: every one is read, or passed over with a word why; none is lost.

A folder, a link or a device that cannot be read is listed like a file: its report says what is wrong with it.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from zpj.texts import wording
from zpj.texts.punctuation import labelled

READ = (".xlsx", ".xlsm", ".xltx", ".xltm", ".docx", ".docm", ".txt", ".tsv", ".csv")
NOT_READ = (
    ".xls", ".xlsb", ".xlt", ".et", ".ett", ".ods", ".fods", ".numbers",
    ".doc", ".dot", ".wps", ".wpt", ".odt", ".rtf", ".pages",
    ".pdf", ".ofd",
    ".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz",
)  # fmt: skip
"""Formats in which a form may be sent in and cannot be read: told as unreadable, not passed over."""
LOCK_FILE = "~$"
"""Excel leaves such a file beside a workbook that is open."""
OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")


class PassedOver(StrEnum):
    """Why a file of a folder is not taken for a return; the values are keys of the texts."""

    TEMPORARY = "temporary"
    TYPE = "type"
    TWICE = "twice"
    NO_FORM = "no_form"
    DEFINITION = "definition"
    COPY = "copy"

    @property
    def words(self) -> str:
        """The reason in Chinese."""
        return str(wording("recheck")["passed_over"][self.value])


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was passed over."""

    path: Path
    reason: PassedOver

    def __str__(self) -> str:
        return labelled(str(self.path), self.reason.words)


@dataclass(frozen=True, slots=True)
class Returns:
    """The files to recheck, and what was passed over with a word why."""

    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...]
    come_upon: frozenset[Path] = frozenset()
    """Those of ``files`` that nobody named: what a folder has besides forms is no defect."""


def find_returns(paths: Iterable[Path]) -> Returns:
    """Files as given; of a folder every file in it and below that may hold forms, in order of their names.

    A file that was named is always read, whatever its type: its finding says what is wrong with it.
    """
    files: list[Path] = []
    skipped: list[Skipped] = []
    named: set[Path] = set()
    for path in paths:
        if not path.is_dir():
            files.append(path)
            named.add(path)
            continue
        entries = sorted(_below(path))
        real = {_identity(entry) for entry in entries if not entry.is_symlink()}
        for entry in entries:
            reason = _passed_over(entry)
            if reason is None and entry.is_symlink() and _identity(entry) in real:
                reason = PassedOver.TWICE
            if reason is None:
                files.append(entry)
            else:
                skipped.append(Skipped(entry, reason))
    return Returns(tuple(dict.fromkeys(files)), tuple(skipped), frozenset(files) - named)


def why_not_opened(path: Path) -> str:
    """Why what lies at ``path`` is never opened, as a key of the texts; empty for a file, or for nothing."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return "dangling" if path.is_symlink() else ""
    if stat.S_ISDIR(mode):
        return "linked_folder" if path.is_symlink() else "folder"
    return "" if stat.S_ISREG(mode) else "device"


def _below(folder: Path) -> Iterator[Path]:
    """Everything in ``folder`` and below but the folders that could be read.

    A link to a folder is not followed: it may lead anywhere, back to itself too.
    """
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError:
        yield folder
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path))
        else:
            yield Path(entry.path)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells files apart, whatever their names; ``None`` where nothing is."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _passed_over(path: Path) -> PassedOver | None:
    if path.name.startswith((LOCK_FILE, ".")) or path.name.lower() in OF_THE_SYSTEM:
        return PassedOver.TEMPORARY
    if path.suffix.lower() in READ + NOT_READ or why_not_opened(path) in (
        "dangling",
        "linked_folder",
        "folder",
    ):
        return None
    return PassedOver.TYPE
