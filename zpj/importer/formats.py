"""The one table of formats typed forms come in: suffixes, how content is recognised, who reads it.

A file is judged by its content, because names lie; suffixes only say which files of a folder to look at.
A further format is one more entry here, its name in ``texts/zh/importer.toml``, and its reader.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from zpj.importer.readers.file_grids import FileGrids
from zpj.importer.readers.text_file import read_text
from zpj.importer.readers.word_file import read_word
from zpj.importer.readers.workbook_file import read_workbook
from zpj.texts import wording
from zpj.xlsx import LIMITS, Office, is_document, may_be_text, read_bounded, refusals_of


class FileContent:
    """The bytes of a file, and the Office file they are where a format asks for that."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def office(self) -> Office:
        """The content as an Office file; refused with a code of family X where it is none."""
        return Office(self.data, LIMITS)


@dataclass(frozen=True, slots=True)
class FileFormat:
    """One kind of file; ``key`` is that of its name in the texts."""

    key: str
    suffixes: tuple[str, ...]
    recognises: Callable[[FileContent], bool]
    read: Callable[[str, FileContent], FileGrids]

    @property
    def name(self) -> str:
        """What users call it."""
        name: str = wording("importer")["format"][self.key]
        return name


TEXT = FileFormat(
    "text",
    (".txt", ".tsv", ".csv"),
    lambda content: may_be_text(content.data),
    lambda file, content: read_text(file, content.data),
)
WORD = FileFormat(
    "document",
    (".docx",),
    lambda content: is_document(content.office.content_type),
    lambda file, content: read_word(file, content.office),
)
WORKBOOK = FileFormat(
    "workbook",
    (".xlsx", ".xlsm"),
    # Whatever else it is, the reader of workbooks says why it cannot be read.
    lambda _: True,
    lambda file, content: read_workbook(file, content.office),
)

RECOGNISED_IN_ORDER = (TEXT, WORD, WORKBOOK)
"""The first format that recognises a content reads it."""
FORMATS = (WORKBOOK, WORD, TEXT)
"""The formats in the order users read of them."""
SUFFIXES = tuple(suffix for entry in FORMATS for suffix in entry.suffixes)
"""Suffixes of files that may hold forms, lower case."""


def read_grids(path: Path) -> FileGrids:
    """The grids of the file at ``path``, and what is odd about it.

    Raises:
        UnreadableFile: with one finding of family X.
    """
    with refusals_of(path):
        content = FileContent(read_bounded(path, LIMITS.file_bytes))
        entry = next(entry for entry in RECOGNISED_IN_ORDER if entry.recognises(content))
        return entry.read(str(path), content)


def formats_in_words() -> str:
    """All formats with their suffixes, for help and messages."""
    words = wording("importer")["format"]["list"]
    separator = words["separator"]
    listed = [
        words["suffixes"].format(name=entry.name, suffixes=separator.join(entry.suffixes))
        for entry in FORMATS
    ]
    return f"{separator.join(listed[:-1])}{words['last']}{listed[-1]}"
