"""Columns, and what holds for rows and columns about which the file says nothing."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import decimal
from zpj.xlsx.model.looks import CellFormat
from zpj.xlsx.model.sheet import Columns, Defaults
from zpj.xlsx.part_cache import KeptByContent
from zpj.xlsx.parts.context import SheetContext
from zpj.xlsx.parts.styles import DEFAULT_STYLE
from zpj.xlsx.references import LAST_COLUMN
from zpj.xlsx.refusal import TwoViews, ambiguous


def read_columns(elements: Iterable[Element], sheet: SheetContext) -> tuple[Columns, ...]:
    """The columns of ``cols`` elements. X06 where two of them say something about one column."""
    found = [column for element in elements for column in _columns(element, sheet)]
    found.sort(key=attrgetter("first"))
    reached = 0
    for column in found:
        if column.first <= reached:
            ambiguous(TwoViews.COLUMNS_OVERLAP, sheet.part, str(column.first))
        reached = column.last
    return tuple(_joined(found))


def _joined(columns: Iterable[Columns]) -> Iterator[Columns]:
    """The columns, neighbours of which the same is said as one: programs differ in that."""
    before: Columns | None = None
    for column in columns:
        if before and before.last + 1 == column.first and before[2:] == column[2:]:
            before = before._replace(last=column.last)
            continue
        if before:
            yield before
        before = column
    if before:
        yield before


def _columns(element: Element, sheet: SheetContext) -> Iterator[Columns]:
    if len(element) > LAST_COLUMN:
        ambiguous(TwoViews.COLUMNS_OVERLAP, sheet.part)
    for child in element:
        if child.tag != "col" or len(child):
            ambiguous(TwoViews.SHEET_CONTENT, sheet.part, "cols")
        yield _column(child, sheet)


_KEPT: KeptByContent[tuple[Columns, str]] = KeptByContent()


def _column(element: Element, sheet: SheetContext) -> Columns:
    key = sheet.part, tuple(element.attrib.items())
    columns, style = _KEPT.get(key, lambda: _told(element, sheet))
    return columns if style == DEFAULT_STYLE else columns._replace(format=_format(style, sheet))


def _told(element: Element, sheet: SheetContext) -> tuple[Columns, str]:
    """What the attributes say, and the number of the style."""
    given = sheet.attributes(element)
    first, last = given.integer("min"), given.integer("max")
    if not 1 <= first <= last <= LAST_COLUMN:
        ambiguous(TwoViews.ATTRIBUTE, sheet.part, f"col {first} {last}")
    given.drop("bestFit", "phonetic")
    style = given.take("style", DEFAULT_STYLE)
    columns = Columns(
        first,
        last,
        given.optional("width", decimal),
        given.flag("customWidth"),
        given.flag("hidden"),
        None,
        given.integer("outlineLevel"),
        given.flag("collapsed"),
    )
    if given.unknown():
        ambiguous(TwoViews.ATTRIBUTE, sheet.part, f"col {first}")
    return columns, style


def _format(style: str, sheet: SheetContext) -> CellFormat:
    found = sheet.styles.formats.get(style)
    return ambiguous(TwoViews.CELL_STYLE, sheet.part, "cols") if found is None else found


def read_defaults(element: Element, sheet: SheetContext) -> Defaults:
    """A ``sheetFormatPr`` element."""
    given = sheet.attributes(element)
    given.drop("outlineLevelRow", "outlineLevelCol", "thickTop", "thickBottom")
    return Defaults(
        row_height=given.number("defaultRowHeight", 15.0),
        custom_height=given.flag("customHeight"),
        hides_rows=given.flag("zeroHeight"),
        column_width=given.optional("defaultColWidth", decimal),
        base_column_width=given.integer("baseColWidth", 8),
        unknown=given.unknown(),
    )
