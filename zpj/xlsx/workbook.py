"""Opening a workbook: from a path to frozen data, or to one finding that says why not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from zpj.xlsx.bounded_file import read_bounded, refusals_of
from zpj.xlsx.cell_builder import Tables
from zpj.xlsx.file_type import expect_workbook
from zpj.xlsx.limits import LIMITS, Limits
from zpj.xlsx.office_file import Office, first_part
from zpj.xlsx.refusal import Reason, hostile
from zpj.xlsx.sheet import Sheet
from zpj.xlsx.sheet_reader import read_sheet
from zpj.xlsx.string_reader import read_shared_strings
from zpj.xlsx.style_reader import DEFAULT_STYLE, Style, read_styles
from zpj.xlsx.workbook_part import SheetEntry, read_workbook_part


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as it was saved, stored results included; nothing is recalculated."""

    sheets: tuple[Sheet, ...]
    """In the order of the tabs, hidden ones included."""
    defined_names: Mapping[str, str]
    """What each name refers to, without ``=``; a name that belongs to one sheet is keyed ``sheet!name``."""
    part_names: tuple[str, ...]
    """Every file in the archive, read or not: macros, links and embedded objects show here."""
    vba_project: bytes | None = None
    """The macros of the book, as they are stored."""


def open_workbook(path: Path, limits: Limits = LIMITS) -> Workbook:
    """The workbook at ``path``, an .xlsx or .xlsm whatever its name says.

    Raises :class:`~zpj.model.errors.UnreadableFile` with one finding: X01 missing, damaged or encrypted,
    X02 built as no spreadsheet program builds it, X03 another type of file, X04 beyond ``limits``.
    """
    with refusals_of(path):
        return workbook_in(Office(read_bounded(path, limits.file_bytes), limits), limits)


def workbook_in(office: Office, limits: Limits = LIMITS) -> Workbook:
    """The workbook that ``office`` is; refused (:func:`refusals_of`) as :func:`open_workbook` says."""
    expect_workbook(office.content_type)
    return _Opening(office, limits).workbook()


class _Opening:
    """The parts of one workbook, each found through the relationships of the one before."""

    def __init__(self, office: Office, limits: Limits) -> None:
        self._limits = limits
        self._archive = office.archive
        self._part = office.part
        self._related = office.related

    def workbook(self) -> Workbook:
        described = read_workbook_part(self._part, self._archive.read(self._part), self._limits)
        tables = Tables(self._strings(), self._styles(described.date1904), described.date1904)
        sheets = self._sheets(described.sheets, tables)
        macros = first_part(self._related, "vbaProject")
        return Workbook(
            tuple(sheets),
            described.defined_names,
            self._archive.names,
            self._archive.read(macros) if macros else None,
        )

    def _strings(self) -> Sequence[str]:
        part = first_part(self._related, "sharedStrings")
        return read_shared_strings(part, self._archive.read(part), self._limits) if part else ()

    def _styles(self, date1904: bool) -> Mapping[str, Style]:
        part = first_part(self._related, "styles")
        return (
            read_styles(part, self._archive.read(part), date1904, self._limits)
            if part
            else {DEFAULT_STYLE: Style()}
        )

    def _sheets(self, entries: Iterable[SheetEntry], tables: Tables) -> Iterator[Sheet]:
        room = self._limits.cells
        seen: set[str] = set()
        for name, state, identifier in entries:
            if identifier not in self._related:
                hostile(Reason.RELATIONSHIP, name)
            kind, part = self._related[identifier]
            if part in seen:
                hostile(Reason.SAME_PART, part)
            seen.add(part)
            if kind == "worksheet":
                xml = self._archive.read(part)
                yield (sheet := read_sheet(part, xml, name, state, tables, self._limits, room))
                room -= len(sheet.cells)
            else:
                yield Sheet(name, state, {})
