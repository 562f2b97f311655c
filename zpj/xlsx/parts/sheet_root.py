"""The children of a sheet's root: which there are, in what order, and what is not understood."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from zpj.xlsx.model.element import Element as Data
from zpj.xlsx.parts.context import SheetContext
from zpj.xlsx.parts.elements import as_data, check_foreign, is_known, resolved, short
from zpj.xlsx.refusal import TwoViews, ambiguous
from zpj.xlsx.xml_tree import MUST_UNDERSTAND, local_name

_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
    "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing",
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
    "extLst",
)  # fmt: skip
"""ECMA-376 part 1, 18.3.1.99; sheets of other kinds have some of these, in the same order."""
_PLACE = {name: place for place, name in enumerate(_ORDER)}
_MANY = frozenset({"cols", "conditionalFormatting"})
_ALTERNATIVE = frozenset({"controls", "oleObjects", "control", "oleObject", "legacyDrawing", "drawing"})
RARE = frozenset({
    "autoFilter", "sortState", "customSheetViews", "scenarios", "ignoredErrors", "phoneticPr",
    "dataConsolidate", "cellWatches", "smartTags", "webPublishItems", "customProperties",
})  # fmt: skip
_HAS_RULES = frozenset({"x14:conditionalFormattings", "x14:dataValidations"})
_DIALECT_BELOW = "dxf"
"""Where an extension holds elements of ours."""


@dataclass(slots=True)
class SheetRoot:
    """The children of a sheet's root, sorted out."""

    single: dict[str, Element] = field(default_factory=dict[str, Element])
    """By name, those that come once."""
    columns: list[Element] = field(default_factory=list[Element])
    conditional: list[Element] = field(default_factory=list[Element])
    rare: list[Data] = field(default_factory=list[Data])
    extension_rules: dict[str, list[Element]] = field(default_factory=dict[str, list[Element]])
    """``x14:dataValidations`` and ``x14:conditionalFormattings``."""
    extensions: list[str] = field(default_factory=list[str])
    unknown: list[Data] = field(default_factory=list[Data])


def sort_out(root: Element, sheet: SheetContext) -> SheetRoot:
    """The children of ``root``.

    X06 for one that comes twice, and for contents where only careless readers look; order is noted.
    """
    found = SheetRoot()
    reached = 0
    if any(name in root.attrib for name in MUST_UNDERSTAND):
        ambiguous(TwoViews.ALTERNATIVES, sheet.part)
    if (root.text or "").strip() or any((child.tail or "").strip() for child in root):
        ambiguous(TwoViews.STRAY_TEXT, sheet.part)
    for child in resolved(root, _ALTERNATIVE, sheet.part):
        place = _PLACE.get(child.tag)
        if place is None:
            _unknown(child, found, sheet)
            continue
        if place < reached:
            sheet.note(TwoViews.ELEMENT_ORDER, child.tag)
        reached = max(place, reached)
        _take(child, found, sheet)
    return found


def _take(child: Element, found: SheetRoot, sheet: SheetContext) -> None:
    name = child.tag
    if name in _MANY:
        (found.columns if name == "cols" else found.conditional).append(child)
        return
    if name in found.single:
        ambiguous(TwoViews.ELEMENT_TWICE, sheet.part, name)
    found.single[name] = child
    if name in RARE:
        found.rare.append(as_data(child))
    elif name == "extLst":
        _extensions(child, found, sheet)


def _unknown(child: Element, found: SheetRoot, sheet: SheetContext) -> None:
    if local_name(child.tag) in _PLACE:
        ambiguous(TwoViews.FOREIGN_TWIN, sheet.part, local_name(child.tag))
    check_foreign(child, sheet.part)
    found.unknown.append(as_data(child))


def _extensions(extensions: Element, found: SheetRoot, sheet: SheetContext) -> None:
    for extension in extensions:
        if extension.tag != "ext":
            ambiguous(TwoViews.SHEET_CONTENT, sheet.part, local_name(extension.tag))
        for child in resolved(extension, frozenset(), sheet.part):
            if not child.tag.startswith("{"):
                ambiguous(TwoViews.SHEET_CONTENT, sheet.part, child.tag)
            name = short(child.tag)
            if name in _HAS_RULES:
                found.extension_rules.setdefault(name, []).append(child)
            elif is_known(child.tag):
                check_foreign(child, sheet.part, _DIALECT_BELOW)
                found.extensions.append(name)
            else:
                _unknown(child, found, sheet)
