"""Opening a workbook: from a path to frozen data, or to one finding that says why not."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbooks.archive import Archive
from workbooks.cell_reader import Tables
from workbooks.file_type import expect_office, expect_workbook, expect_zip
from workbooks.limits import LIMITS, MIB, Limits
from workbooks.package import PACKAGE, Package, Relationship
from workbooks.refusal import Measure, Reason, Refused, hostile, too_large, unreadable
from workbooks.sheet import Sheet
from workbooks.sheet_reader import read_sheet
from workbooks.strings import read_shared_strings
from workbooks.styles import DEFAULT_STYLE, Style, read_styles
from workbooks.workbook_part import SheetEntry, WorkbookPart
from zpj.errors import UnreadableFile
from zpj.findings import Place, finding


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as it was saved, stored results included; nothing is recalculated."""

    sheets: tuple[Sheet, ...]
    """In the order of the tabs, hidden ones included."""
    defined_names: Mapping[str, str]
    """What each name refers to, without ``=``; a name that belongs to one sheet is keyed ``sheet!name``."""
    part_names: tuple[str, ...]
    """Every file in the archive, read or not: macros, links and embedded objects show here."""


def open_workbook(path: Path, limits: Limits = LIMITS) -> Workbook:
    """The workbook at ``path``, an .xlsx or .xlsm whatever its name says.

    Raises :class:`zpj.errors.UnreadableFile` with exactly one finding: X01 missing, damaged or encrypted,
    X02 built as no spreadsheet program builds it, X03 another type of file, X04 beyond ``limits``.
    """
    try:
        return _Opening(_bytes(path, limits), limits).workbook()
    except Refused as refused:
        place = Place(file=str(path))
        problem = finding(refused.code, place, found=refused.found, expected=refused.expected)
        raise UnreadableFile([problem]) from refused


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        # A device or a pipe has no end; only ordinary files are read.
        if not path.is_file():
            unreadable(Reason.NOT_A_FILE)
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > limits.file_bytes:
                too_large(Measure.FILE, limits.file_bytes // MIB)
            return stream.read(size)
    except (OSError, ValueError):
        unreadable(Reason.NOT_A_FILE)


class _Opening:
    """The parts of one workbook, each found through the relationships of the one before."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        expect_zip(data)
        self._limits = limits
        self._archive = Archive(data, limits)
        expect_office(self._archive.names)
        package = Package(self._archive, limits)
        self._part = _first(package.relationships(PACKAGE), "officeDocument")
        if not self._part:
            hostile(Reason.RELATIONSHIP, "officeDocument")
        expect_workbook(package.content_type(self._part))
        self._related = package.relationships(self._part)

    def workbook(self) -> Workbook:
        described = WorkbookPart(self._part, self._archive.read(self._part), self._limits)
        tables = Tables(self._strings(), self._styles(described.date1904), described.date1904)
        sheets = self._sheets(described.sheets, tables)
        return Workbook(tuple(sheets), described.defined_names, self._archive.names)

    def _strings(self) -> Sequence[str]:
        part = _first(self._related, "sharedStrings")
        return read_shared_strings(part, self._archive.read(part), self._limits) if part else ()

    def _styles(self, date1904: bool) -> Mapping[str, Style]:
        part = _first(self._related, "styles")
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


def _first(relationships: Mapping[str, Relationship], kind: str) -> str:
    """The part of the first relationship of ``kind``; empty where there is none."""
    return next((related.target for related in relationships.values() if related.kind == kind), "")
