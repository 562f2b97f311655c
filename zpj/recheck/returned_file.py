"""A returned workbook: what the reader sees in it, and the stamp it carries, read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zpj.model.ascii_text import from_ascii
from zpj.model.project import Wiring
from zpj.model.stamp import SEALED_VERSION, Stamp
from zpj.xlsx import Workbook, open_workbook
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.model.sheet import Sheet
from zpj_generator.layout import REGISTRY_SHEET

BLANK = Cell()
MARK = "zpj"
"""The first cell of the hidden sheet."""


@dataclass(frozen=True, slots=True)
class HiddenSheet:
    """A sheet that carries a stamp, under whatever name it came back."""

    sheet: Sheet
    entries: dict[str, str]
    """Texts by key; a long text stands in several rows of its key."""
    stamp: Stamp | None
    """``None`` where it is damaged."""


@dataclass(frozen=True, slots=True, eq=False)
class Returned:
    """One returned file."""

    file: str
    book: Workbook
    hidden: tuple[HiddenSheet, ...]
    """One, on a form as issued."""

    @property
    def stamp(self) -> Stamp | None:
        """The stamp; ``None`` on a form from elsewhere, or where it is damaged."""
        return self.hidden[0].stamp if self.hidden else None

    @property
    def has_macros(self) -> bool:
        """Whether this is a file that may carry macros."""
        return Path(self.file).suffix.lower() == ".xlsm"


def read_returned(path: Path) -> Returned:
    """The workbook at ``path``.

    Raises:
        UnreadableFile: with one finding of family X.
    """
    book = open_workbook(path)
    return Returned(str(path), book, tuple(_hidden_sheets(book)))


def _hidden_sheets(book: Workbook) -> Iterator[HiddenSheet]:
    for sheet in book.sheets:
        if sheet.cells.get((1, 1), BLANK).text == MARK or sheet.name == REGISTRY_SHEET:
            entries = _entries(sheet)
            yield HiddenSheet(sheet, entries, _stamp(entries))


def _entries(sheet: Sheet) -> dict[str, str]:
    entries: dict[str, str] = {}
    for row in sorted(row for row, column in sheet.cells if column == 1):
        key = sheet.cells[row, 1].text
        entries[key] = entries.get(key, "") + sheet.cells.get((row, 2), BLANK).text
    return entries


def _stamp(entries: dict[str, str]) -> Stamp | None:
    try:
        version = int(entries["zpj"])
        profile, project = entries["profile"], entries["project"]
        if version > SEALED_VERSION:
            profile, project = from_ascii(profile), from_ascii(project)
        return Stamp(
            template_version=version,
            profile=profile,
            profile_version=int(entries["profile_version"]),
            wiring=Wiring(entries["wiring"]),
            project=project,
            definition=entries["definition"],
            # A row that was taken out is as good as an empty one.
            seal=entries.get("seal", ""),
            signer=entries.get("signer", ""),
        )
    except (KeyError, ValueError):
        return None
