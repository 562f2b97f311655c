"""Opening a workbook: from a path to frozen data, or to one finding that says why not."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from zpj.xlsx.bounded_file import read_bounded, refusals_of
from zpj.xlsx.cell_builder import Tables
from zpj.xlsx.file_type import expect_workbook
from zpj.xlsx.limits import LIMITS, Limits
from zpj.xlsx.model.book import Ambiguity, ExternalLink, Workbook
from zpj.xlsx.model.element import Element as Data
from zpj.xlsx.model.looks import CellFormat
from zpj.xlsx.model.sheet import Kind, Sheet
from zpj.xlsx.office_file import Office
from zpj.xlsx.opc_package import Relationship, target
from zpj.xlsx.parts.attachments import Attachments
from zpj.xlsx.parts.comments import read_persons
from zpj.xlsx.parts.inventory import take_inventory
from zpj.xlsx.parts.shared_strings import read_shared_strings
from zpj.xlsx.parts.styles import DEFAULT_STYLE, Styles, read_styles
from zpj.xlsx.parts.texts import Text
from zpj.xlsx.parts.theme import NO_THEME, Theme, read_theme
from zpj.xlsx.parts.workbook_reader import SheetTab, WorkbookPart, read_workbook_part
from zpj.xlsx.parts.worksheet import SheetEntry, read_sheet
from zpj.xlsx.refusal import Reason, Refused, TwoViews, ambiguous, hostile, words_of

KINDS: Mapping[str, Kind] = {
    "worksheet": "worksheet",
    "chartsheet": "chartsheet",
    "dialogsheet": "dialogsheet",
    "xlMacrosheet": "macrosheet",
    "xlIntlMacrosheet": "macrosheet",
}
"""Kinds of sheets by the relationship that leads to them."""


def open_workbook(path: Path, limits: Limits = LIMITS) -> Workbook:
    """The workbook at ``path``, an .xlsx or .xlsm whatever its name says.

    Raises :class:`~zpj.model.errors.UnreadableFile` with one finding: X01 missing, damaged or encrypted,
    X02 built as no spreadsheet program builds it, X03 another type of file, X04 beyond ``limits``, X06 where
    programs would understand it differently.
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
        self._package = office.package
        self._part = office.part
        self._related = office.related

    def workbook(self) -> Workbook:
        described = read_workbook_part(self._part, self._archive.read(self._part), self._limits)
        inventory = take_inventory(self._archive, self._package)
        theme = self._theme()
        styles = self._styles(theme, described.date1904)
        notes: list[Ambiguity] = [
            Ambiguity(self._part, words_of(TwoViews.ELEMENT_ORDER), name) for name in described.out_of_order
        ]
        sheets = tuple(self._sheets(described, styles, notes))
        macros = target(self._related, "vbaProject")
        return Workbook(
            sheets,
            described.names,
            self._archive.names,
            self._archive.read(macros) if macros else None,
            described.windows,
            described.date1904,
            described.calculation,
            described.protection,
            described.code_name,
            described.properties,
            described.application,
            inventory.parts,
            inventory.external,
            self._links(described),
            described.rare,
            described.extensions,
            (*described.unknown, *(Data(f"styles:{name}") for name in styles.unknown)),
            tuple(notes),
            theme.fonts,
            inventory.missing,
        )

    def _theme(self) -> Theme:
        part = target(self._related, "theme")
        # A program that drops the theme shows the usual one.
        return read_theme(part, self._archive.read(part), self._limits) if part in self._archive else NO_THEME

    def _styles(self, theme: Theme, date1904: bool) -> Styles:
        part = target(self._related, "styles")
        if not part:
            return Styles({DEFAULT_STYLE: CellFormat(date1904=date1904)})
        return read_styles(part, self._archive.read(part), theme, date1904, self._limits)

    def _strings(self, styles: Styles) -> Sequence[Text]:
        part = target(self._related, "sharedStrings")
        return (
            read_shared_strings(part, self._archive.read(part), styles.colors, self._limits) if part else ()
        )

    def _sheets(self, described: WorkbookPart, styles: Styles, notes: list[Ambiguity]) -> Iterator[Sheet]:
        tables = Tables(self._strings(styles), styles.formats, described.date1904, styles.colors)
        attachments = Attachments(self._archive, self._package, self._persons(), self._limits)
        room = self._limits.cells
        seen: set[str] = set()
        for tab in described.sheets:
            if not tab.relationship:
                yield Sheet(tab.name, tab.state, {}, kind="module")
                continue
            entry = self._entry(tab)
            if entry.part.lower() in seen:
                ambiguous(TwoViews.SAME_PART, entry.part)
            seen.add(entry.part.lower())
            with _named(tab.name):
                xml = self._archive.read(entry.part)
                reading = read_sheet(entry, xml, tables, styles, self._limits, room)
                sheet = attachments.attach(reading.sheet, reading.elements)
            notes += reading.notes
            room -= len(sheet.cells)
            yield sheet

    def _entry(self, tab: SheetTab) -> SheetEntry:
        related: Relationship | None = self._related.get(tab.relationship)
        if related is None or related.external or related.kind not in KINDS:
            hostile(Reason.RELATIONSHIP, tab.name)
        return SheetEntry(tab.name, tab.state, related.target, KINDS[related.kind])

    def _persons(self) -> Mapping[str, str]:
        part = target(self._related, "person")
        return read_persons(part, self._archive.read(part), self._limits) if part in self._archive else {}

    def _links(self, described: WorkbookPart) -> tuple[ExternalLink, ...]:
        links: list[ExternalLink] = []
        for index, key in enumerate(described.external_links, 1):
            related = self._related.get(key)
            if related is None:
                hostile(Reason.RELATIONSHIP, f"externalReference {key}")
            outside = (
                each.target for each in self._package.relationships(related.target).values() if each.external
            )
            links.append(ExternalLink(index, related.target, next(outside, "")))
        return tuple(links)


@contextmanager
def _named(sheet: str) -> Generator[None]:
    """Within it, a refusal names the sheet."""
    try:
        yield
    except Refused as refused:
        refused.sheet = sheet
        raise
