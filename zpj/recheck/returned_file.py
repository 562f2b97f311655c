"""A returned workbook as the checks see it: cells by address, the stamp, and what else is in the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from zpj.model.project import Wiring
from zpj.model.stamp import Stamp
from zpj.xlsx import Cell, Sheet, Workbook, open_workbook
from zpj.xlsx.references import cell_name

BLANK = Cell()


class CellView(Protocol):
    """What a check may ask of a cell: of a file's, of a live Excel's, of a test's."""

    @property
    def value(self) -> str | float | bool | None:
        """The stored value or result; numbers are floats, an error value is ``None``."""
        ...

    @property
    def error(self) -> str | None:
        """``#N/A`` and its like."""
        ...

    @property
    def formula(self) -> str | None:
        """The formula with ``=``."""
        ...

    @property
    def number_format(self) -> str:
        """The format code."""
        ...

    @property
    def locked(self) -> bool:
        """Whether the cell is locked where its sheet is protected."""
        ...

    @property
    def text(self) -> str:
        """The cell as a person reads it."""
        ...


class SheetView(Protocol):
    """What a check may ask of a sheet."""

    @property
    def name(self) -> str:
        """The name on its tab."""
        ...

    @property
    def protected(self) -> bool:
        """Whether the sheet is protected."""
        ...

    @property
    def cells(self) -> Mapping[str, CellView]:
        """The cells that hold anything, by address (``F12``)."""
        ...

    @property
    def hidden_rows(self) -> frozenset[int]:
        """Hidden rows, from 1."""
        ...

    @property
    def hidden_columns(self) -> frozenset[int]:
        """Hidden columns, A is 1."""
        ...

    @property
    def validations(self) -> tuple[tuple[str, str], ...]:
        """Ranges as written (``F12:F30 H4``) and kind (``list``, ``decimal``) of every data validation."""
        ...

    @property
    def merges(self) -> frozenset[str]:
        """Merged ranges (``A1:I1``)."""
        ...


@dataclass(frozen=True, slots=True)
class FileSheet:
    """A sheet of a file as a :class:`SheetView`."""

    name: str
    state: str
    protected: bool
    cells: Mapping[str, Cell]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    validations: tuple[tuple[str, str], ...]
    merges: frozenset[str]


@dataclass(frozen=True, slots=True)
class Returned:
    """One returned file."""

    file: str
    sheets: tuple[FileSheet, ...]
    part_names: tuple[str, ...]
    stamp: Stamp | None
    """``None`` on a form from elsewhere, or where the stamp was damaged."""
    vba_project: bytes | None = None
    """The macros of the book, as they are stored."""


def read_returned(path: Path) -> Returned:
    """The workbook at ``path``.

    Raises:
        UnreadableFile: with one finding of family X.
    """
    book = open_workbook(path)
    sheets = tuple(map(_sheet, book.sheets))
    return Returned(str(path), sheets, book.part_names, _stamp(book), book.vba_project)


def _sheet(sheet: Sheet) -> FileSheet:
    return FileSheet(
        sheet.name,
        sheet.state,
        sheet.protected,
        {cell_name(*key): cell for key, cell in sheet.cells.items()},
        sheet.hidden_rows,
        sheet.hidden_columns,
        tuple((validation.sqref, validation.kind) for validation in sheet.validations),
        frozenset(merge.a1 for merge in sheet.merges),
    )


def _stamp(book: Workbook) -> Stamp | None:
    """The stamp on the hidden sheet, under whatever name and state that sheet came back."""
    entries = next((entries for sheet in book.sheets if (entries := _entries(sheet))), {})
    try:
        return Stamp(
            template_version=int(entries["zpj"]),
            profile=entries["profile"],
            profile_version=int(entries["profile_version"]),
            wiring=Wiring(entries["wiring"]),
            project=entries["project"],
            definition=entries["definition"],
            seal=entries["seal"],
        )
    except (KeyError, ValueError):
        return None


def _entries(sheet: Sheet) -> dict[str, str]:
    """Texts by key, if this is the hidden sheet; a long text stands in several rows of its key."""
    if sheet.cells.get((1, 1), BLANK).text != "zpj":
        return {}
    told: dict[str, str] = {}
    for row in sorted(row for row, column in sheet.cells if column == 1):
        key = sheet.cells[row, 1].text
        told[key] = told.get(key, "") + sheet.cells.get((row, 2), BLANK).text
    return told
