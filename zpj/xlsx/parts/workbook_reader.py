"""The workbook part: which sheets there are, defined names, windows, how it calculates."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes, Spot
from zpj.xlsx.limits import Limits
from zpj.xlsx.model.book import CALCULATION, Calculation, DefinedName
from zpj.xlsx.model.element import Element as Data
from zpj.xlsx.model.protection import BookProtection
from zpj.xlsx.model.sheet import State
from zpj.xlsx.model.views import Window
from zpj.xlsx.part_cache import remembered
from zpj.xlsx.parts.elements import as_data, check_foreign, is_known, short
from zpj.xlsx.parts.protection_reader import read_book_protection
from zpj.xlsx.parts.view_reader import read_windows
from zpj.xlsx.refusal import Measure, Reason, TwoViews, ambiguous, too_large, unreadable
from zpj.xlsx.xml_tree import ALTERNATIVES, MUST_UNDERSTAND, local_name, read_tree

STATES: dict[str, State] = {"visible": "visible", "hidden": "hidden", "veryHidden": "veryHidden"}
_ORDER = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews",
    "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects",
    "extLst",
)  # fmt: skip
_RARE = frozenset(_ORDER) - {
    "fileVersion", "workbookPr", "workbookProtection", "bookViews", "sheets", "externalReferences",
    "definedNames", "calcPr", "extLst",
}  # fmt: skip
_USUAL = {
    "showObjects": "all", "showBorderUnselectedTables": "1", "filterPrivacy": "0",
    "promptedSolutions": "0", "showInkAnnotation": "1", "backupFile": "0", "saveExternalLinkValues": "1",
    "updateLinks": "userSet", "hidePivotFieldList": "0", "showPivotChartFilter": "0",
    "allowRefreshQuery": "0", "publishItems": "0", "checkCompatibility": "0", "autoCompressPictures": "1",
    "refreshAllConnections": "0", "dateCompatibility": "1",
}  # fmt: skip
_WITHOUT_MEANING = ("defaultThemeVersion",)
# Letters of any script but not what looks like an address: A1, R1C1.
_QUOTED = re.compile(r"'((?![A-Za-z]{1,3}[0-9]|[Rr][0-9]*[Cc]?[0-9]*'|[0-9.])[\w.]+)'!")
_TRUTH = {"true": "1", "false": "0"}


class SheetTab(NamedTuple):
    """A tab of the workbook and the id of its relationship to the part that holds it."""

    name: str
    state: State
    relationship: str


@dataclass(frozen=True, slots=True)
class WorkbookPart:
    """What the workbook part says."""

    sheets: tuple[SheetTab, ...]
    names: tuple[DefinedName, ...] = ()
    windows: tuple[Window, ...] = ()
    date1904: bool = False
    calculation: Calculation = CALCULATION
    protection: BookProtection | None = None
    code_name: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    application: str = ""
    external_links: tuple[str, ...] = ()
    """Ids of relationships, in the order in which formulas count them."""
    rare: tuple[Data, ...] = ()
    extensions: tuple[str, ...] = ()
    unknown: tuple[Data, ...] = ()
    out_of_order: tuple[str, ...] = ()
    """Elements where the standard does not have them."""


@remembered
def read_workbook_part(part: str, xml: bytes, limits: Limits) -> WorkbookPart:
    """The workbook part. X06 for two sheets of one name or an element that comes twice, X04 for too many."""
    return _Reader(part, limits).read(read_tree(part, xml, "workbook", limits))


class _Reader:
    def __init__(self, part: str, limits: Limits) -> None:
        self._part = part
        self._limits = limits
        self._unknown: list[Data] = []
        self._rare: list[Data] = []
        self._extensions: list[str] = []
        self._late: list[str] = []

    def read(self, root: Element) -> WorkbookPart:
        found = self._sorted(root)
        sheets = self._sheets(found.get("sheets"))
        properties = self._attributes(found.get("workbookPr"), "workbookPr")
        date1904 = properties.flag("date1904")
        code_name = properties.take("codeName")
        protection, views = found.get("workbookProtection"), found.get("bookViews")
        return WorkbookPart(
            sheets,
            self._names(found.get("definedNames"), sheets),
            () if views is None else read_windows(views, self._part),
            date1904,
            self._calculation(found.get("calcPr")),
            None if protection is None else read_book_protection(protection, self._part),
            code_name,
            _unusual(properties),
            self._attributes(found.get("fileVersion"), "fileVersion").take("appName"),
            self._links(found.get("externalReferences")),
            tuple(self._rare),
            tuple(self._extensions),
            tuple(self._unknown),
            tuple(self._late),
        )

    def _attributes(self, element: Element | None, name: str) -> Attributes:
        return Attributes({} if element is None else element.attrib, Spot(self._part, name))

    def _sorted(self, root: Element) -> Mapping[str, Element]:
        """The children of the root by name; X06 for one that comes twice or stands where only some look."""
        found: dict[str, Element] = {}
        reached = 0
        if any(name in root.attrib for name in MUST_UNDERSTAND):
            ambiguous(TwoViews.ALTERNATIVES, self._part)
        for child in root:
            name = child.tag
            if name not in _ORDER:
                self._other(child)
                continue
            if name in found and name != "fileRecoveryPr":
                ambiguous(TwoViews.ELEMENT_TWICE, self._part, name)
            found[name] = child
            if _ORDER.index(name) < reached:
                self._late.append(name)
            reached = max(reached, _ORDER.index(name))
            if name in _RARE:
                self._rare.append(as_data(child))
            elif name == "extLst":
                self._extend(child)
        return found

    def _other(self, child: Element) -> None:
        """An element that is none of the workbook's: where the file was saved, a revision's id."""
        if local_name(child.tag) in _ORDER:
            ambiguous(TwoViews.FOREIGN_TWIN, self._part, local_name(child.tag))
        inner = [each for branch in child for each in branch] if child.tag == ALTERNATIVES else [child]
        for each in inner:
            if not each.tag.startswith("{"):
                ambiguous(TwoViews.ALTERNATIVES, self._part, each.tag)
            check_foreign(each, self._part)
            if not is_known(each.tag):
                self._unknown.append(as_data(each))

    def _extend(self, extensions: Element) -> None:
        for extension in extensions:
            for child in extension:
                if not child.tag.startswith("{"):
                    ambiguous(TwoViews.SHEET_CONTENT, self._part, child.tag)
                check_foreign(child, self._part)
                if is_known(child.tag):
                    self._extensions.append(short(child.tag))
                else:
                    self._unknown.append(as_data(child))

    def _sheets(self, element: Element | None) -> tuple[SheetTab, ...]:
        entries = () if element is None else tuple(element)
        if len(entries) > self._limits.sheets:
            too_large(Measure.SHEETS, self._limits.sheets)
        tabs: list[SheetTab] = []
        for entry in entries:
            if entry.tag != "sheet":
                ambiguous(TwoViews.SHEET_CONTENT, self._part, local_name(entry.tag))
            given = self._attributes(entry, "sheet")
            name, state = given.take("name"), given.take("state", "visible")
            if not name or state not in STATES:
                unreadable(Reason.CONTENT, self._part)
            # Sheet names differ by more than letter case, or a reference to one would have two meanings.
            if name.lower() in (tab.name.lower() for tab in tabs):
                ambiguous(TwoViews.SAME_SHEET, self._part, name)
            tabs.append(SheetTab(name, STATES[state], given.relationship()))
        return tuple(tabs)

    def _names(self, element: Element | None, sheets: tuple[SheetTab, ...]) -> tuple[DefinedName, ...]:
        names: dict[tuple[str, str], DefinedName] = {}
        for entry in () if element is None else element:
            if entry.tag != "definedName" or len(entry):
                ambiguous(TwoViews.SHEET_CONTENT, self._part, "definedNames")
            name = self._name(entry, sheets)
            if names.setdefault((name.sheet, name.name.lower()), name) is not name:
                ambiguous(TwoViews.ELEMENT_TWICE, self._part, name.name)
        return tuple(names.values())

    def _name(self, entry: Element, sheets: tuple[SheetTab, ...]) -> DefinedName:
        given = self._attributes(entry, "definedName")
        name = given.take("name")
        owner = given.integer("localSheetId", -1)
        if not name or not -1 <= owner < len(sheets):
            unreadable(Reason.CONTENT, self._part)
        return DefinedName(
            name,
            _unquoted(entry.text or ""),
            sheets[owner].name if owner >= 0 else "",
            given.flag("hidden"),
            given.flag("function"),
            given.flag("vbProcedure"),
            given.flag("xlm"),
            given.take("shortcutKey"),
            given.take("comment"),
            tuple(sorted(given.rest().items())),
        )

    def _calculation(self, element: Element | None) -> Calculation:
        given = self._attributes(element, "calcPr")
        given.drop("calcCompleted", "concurrentManualCount")
        return Calculation(
            given.take("calcMode", "auto"),
            given.flag("iterate"),
            given.integer("iterateCount", CALCULATION.iterations),
            given.number("iterateDelta", CALCULATION.change),
            given.flag("fullPrecision", True),
            given.flag("fullCalcOnLoad"),
            given.flag("calcOnSave", True),
            given.take("refMode", "A1"),
            given.flag("concurrentCalc", True),
            given.flag("forceFullCalc"),
            given.take("calcId"),
            given.unknown(),
        )

    def _links(self, element: Element | None) -> tuple[str, ...]:
        entries = () if element is None else tuple(element)
        return tuple(self._attributes(entry, "externalReference").relationship() for entry in entries)


def _unquoted(formula: str) -> str:
    """The formula without quotes around names of sheets that need none: some programs write them always."""
    return formula if '"' in formula else _QUOTED.sub(r"\1!", formula)


def _unusual(given: Attributes) -> tuple[tuple[str, str], ...]:
    given.drop(*_WITHOUT_MEANING)
    plain = {name: _TRUTH.get(value, value) for name, value in given.rest().items()}
    return tuple(sorted((name, value) for name, value in plain.items() if _USUAL.get(name) != value))
