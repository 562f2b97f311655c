"""A sheet part in one pass: its cells, past the parser where they are plainly spelled, and all its facets."""

from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import NamedTuple
from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes
from zpj.xlsx.cell_builder import CellBuilder, Tables
from zpj.xlsx.limits import Limits
from zpj.xlsx.model.book import Ambiguity
from zpj.xlsx.model.cell_rules import ConditionalRule, Validation
from zpj.xlsx.model.element import Element as Data
from zpj.xlsx.model.sheet import DEFAULTS, Kind, Sheet, State
from zpj.xlsx.model.views import VIEW
from zpj.xlsx.parsed_rows import ParsedRows
from zpj.xlsx.parts.columns import read_columns, read_defaults
from zpj.xlsx.parts.conditional import read_conditional
from zpj.xlsx.parts.context import SheetContext
from zpj.xlsx.parts.page_reader import read_page
from zpj.xlsx.parts.protection_reader import read_protected_ranges, read_sheet_protection
from zpj.xlsx.parts.sheet_root import SheetRoot, sort_out
from zpj.xlsx.parts.styles import Styles
from zpj.xlsx.parts.validation_reader import read_validations
from zpj.xlsx.parts.view_reader import read_views
from zpj.xlsx.plain_rows import PlainRows
from zpj.xlsx.references import Range
from zpj.xlsx.refusal import Measure, TwoViews, ambiguous, too_large
from zpj.xlsx.xml_stream import stream
from zpj.xlsx.xml_tree import as_utf8, local_name, normal, parse

_ROWS = b"<sheetData>"
_USUAL = {
    "filterMode": False, "published": True, "syncHorizontal": False, "syncVertical": False,
    "transitionEvaluation": False, "transitionEntry": False, "enableFormatConditionsCalculation": True,
    "applyStyles": False, "summaryBelow": True, "summaryRight": True, "showOutlineSymbols": True,
    "fullCalcOnLoad": False,
}  # fmt: skip
"""Truth values of ``sheetPr``, ``outlinePr`` and ``sheetCalcPr``, with their defaults."""


class SheetEntry(NamedTuple):
    """What the workbook says of a sheet."""

    name: str
    state: State
    part: str
    kind: Kind = "worksheet"


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A sheet without what hangs on its relationships, and the elements that name those."""

    sheet: Sheet
    elements: dict[str, Element] = field(default_factory=dict[str, Element])
    """By name, those that come once."""
    notes: tuple[Ambiguity, ...] = ()


def read_sheet(
    entry: SheetEntry, xml: bytes, tables: Tables, styles: Styles, limits: Limits, room: int
) -> SheetReading:
    """The sheet in a part, with ``room`` cells at most."""
    builder = CellBuilder(entry.part, tables, limits, room, entry.state == "visible")
    root = _root(entry, as_utf8(entry.part, xml), builder, limits)
    context = SheetContext(entry.part, styles, limits)
    found = sort_out(root, context)
    _check_rows(found, context)
    sheet = Sheet(entry.name, entry.state, builder.cells(), entry.part, entry.kind, builder.rows)
    sheet = _with_facets(sheet, found, context)
    unknown = tuple(Data(f"@{name}") for name in sorted(builder.unknown))
    return SheetReading(
        replace(sheet, unknown=sheet.unknown + unknown) if unknown else sheet,
        found.single,
        tuple(context.notes),
    )


def _root(entry: SheetEntry, utf8: bytes, builder: CellBuilder, limits: Limits) -> Element:
    """The root without its rows, which ``builder`` has by then."""
    name = entry.kind if entry.kind != "macrosheet" else "macrosheet"
    start = utf8.find(_ROWS) + len(_ROWS)
    # Where there is no comment and the like before it, this tag is one, and the first of its name.
    if start >= len(_ROWS) and utf8.find(b"<!", 0, start) < 0 and utf8.find(b"<?", 1, start) < 0:
        rest = PlainRows(builder).read(utf8, start)
        utf8 = utf8[:start] + utf8[rest:]
        if utf8.startswith(b"</sheetData>", start):
            return normal(entry.part, parse(entry.part, utf8, limits), name, limits)
    path = ("sheetData", "row")
    root = stream(entry.part, utf8, name, path, ParsedRows(builder).read, limits)
    return normal(entry.part, root, name, limits)


def _check_rows(found: SheetRoot, sheet: SheetContext) -> None:
    """X06 where the one ``sheetData`` below the root holds anything but rows."""
    data = found.single.get("sheetData")
    if data is not None and (len(data) or (data.text or "").strip()):
        ambiguous(TwoViews.SHEET_CONTENT, sheet.part, local_name(data[0].tag) if len(data) else "")


def _with_facets(sheet: Sheet, found: SheetRoot, context: SheetContext) -> Sheet:
    single = found.single
    properties = _properties(found, context)
    validations, disabled = _validations(found, context)
    conditional = [rule for element in found.conditional for rule in read_conditional(element, context)]
    conditional += _extended(found, "x14:conditionalFormattings", context)
    defaults = single.get("sheetFormatPr")
    protection = single.get("sheetProtection")
    views, ranges = single.get("sheetViews"), single.get("protectedRanges")
    return replace(
        sheet,
        columns=read_columns(found.columns, context),
        defaults=DEFAULTS if defaults is None else read_defaults(defaults, context),
        merges=_merges(single.get("mergeCells"), context),
        conditional=_ranked(conditional),
        validations=validations,
        prompts_disabled=disabled,
        protection=None if protection is None else read_sheet_protection(protection, context),
        protected_ranges=() if ranges is None else read_protected_ranges(ranges, context),
        views=(VIEW,) if views is None else read_views(views, context),
        page=read_page(single, properties.fits, properties.auto_breaks, context),
        tab_color=properties.tab_color,
        code_name=properties.code_name,
        properties=properties.others,
        rare=tuple(found.rare),
        extensions=tuple(found.extensions),
        unknown=(*found.unknown, *properties.unknown),
    )


def _ranked(rules: list[ConditionalRule]) -> tuple[ConditionalRule, ...]:
    """The rules by priority, counted anew: programs leave gaps or begin at 0."""
    ranked = sorted(rules, key=attrgetter("priority"))
    return tuple([rule._replace(priority=rank) for rank, rule in enumerate(ranked, 1)])


def _merges(element: Element | None, sheet: SheetContext) -> tuple[Range, ...]:
    if element is None:
        return ()
    if len(element) > sheet.limits.merges:
        too_large(Measure.MERGES, sheet.limits.merges)
    if any(child.tag != "mergeCell" for child in element):
        ambiguous(TwoViews.SHEET_CONTENT, sheet.part, "mergeCells")
    # Programs write them in an order of their own.
    return tuple(sorted(sheet.area(child.get("ref", "")) for child in element))


def _validations(found: SheetRoot, sheet: SheetContext) -> tuple[tuple[Validation, ...], bool]:
    elements = [found.single[name] for name in ("dataValidations",) if name in found.single]
    elements += found.extension_rules.get("x14:dataValidations", [])
    read = [read_validations(element, sheet) for element in elements]
    return tuple(each for validations, _ in read for each in validations), any(off for _, off in read)


def _extended(found: SheetRoot, name: str, sheet: SheetContext) -> list[ConditionalRule]:
    elements = found.extension_rules.get(name, [])
    return [rule for element in elements for child in element for rule in read_conditional(child, sheet)]


class _Properties(NamedTuple):
    """What ``sheetPr`` and ``sheetCalcPr`` say."""

    fits: bool = False
    auto_breaks: bool = True
    tab_color: str = ""
    code_name: str = ""
    others: tuple[tuple[str, str], ...] = ()
    unknown: tuple[Data, ...] = ()


def _properties(found: SheetRoot, sheet: SheetContext) -> _Properties:
    properties = found.single.get("sheetPr")
    elements = [element for element in (properties, found.single.get("sheetCalcPr")) if element is not None]
    elements += [child for child in properties if child.tag == "outlinePr"] if properties is not None else []
    given = [sheet.attributes(element) for element in elements]
    code_name = given[0].take("codeName") if properties is not None else ""
    others = [pair for each in given for pair in _unusual(each)]
    setup: dict[str, Attributes] = {}
    colors: list[str] = []
    unknown: list[Data] = []
    for child in properties if properties is not None else ():
        if child.tag == "tabColor":
            colors.append(sheet.styles.colors.resolve(child.attrib))
        elif child.tag == "pageSetUpPr" and not setup:
            setup["pageSetUpPr"] = sheet.attributes(child)
        elif child.tag != "outlinePr":
            unknown.append(Data(child.tag))
    page = setup.get("pageSetUpPr") or sheet.attributes(Element("pageSetUpPr"))
    return _Properties(
        page.flag("fitToPage"),
        page.flag("autoPageBreaks", True),
        " ".join(colors),
        code_name,
        tuple(sorted(others)),
        tuple(unknown),
    )


def _unusual(given: Attributes) -> list[tuple[str, str]]:
    flags = {name: given.flag(name, usual) for name, usual in _USUAL.items()}
    found = [(name, str(int(value))) for name, value in flags.items() if value != _USUAL[name]]
    return [*found, *given.rest().items()]
