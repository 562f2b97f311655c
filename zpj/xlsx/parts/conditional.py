"""Conditional formats, of the sheet itself and of extensions."""

from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes
from zpj.xlsx.model.cell_rules import ConditionalRule
from zpj.xlsx.model.looks import DifferentialFormat
from zpj.xlsx.part_cache import KeptByContent
from zpj.xlsx.parts.context import SheetContext
from zpj.xlsx.parts.elements import as_data
from zpj.xlsx.parts.look_reader import read_differential
from zpj.xlsx.references import Range
from zpj.xlsx.refusal import TwoViews, ambiguous
from zpj.xlsx.xml_tree import local_name

_DETAILS = {
    "top10": {"rank": "", "percent": "0", "bottom": "0"},
    "aboveAverage": {"aboveAverage": "1", "equalAverage": "0", "stdDev": ""},
    "timePeriod": {"timePeriod": ""},
}
"""Attributes that mean something, and their defaults, by kind of rule."""
_WITHOUT_MEANING = sorted({name for details in _DETAILS.values() for name in details})
_WITH_TEXT = frozenset({"containsText", "notContainsText", "beginsWith", "endsWith"})
_TRUTH = {"true": "1", "false": "0"}
_LAST = 1 << 31
"""The priority of a rule that names none, as rules of extensions may."""


def read_conditional(element: Element, sheet: SheetContext) -> list[ConditionalRule]:
    """The rules of a ``conditionalFormatting`` element, in or out of an extension."""
    given = sheet.attributes(element)
    ranges = given.take("sqref")
    pivot = given.flag("pivot")
    rules: list[Element] = []
    for child in element:
        match local_name(child.tag):
            case "cfRule":
                rules.append(child)
            case "sqref" if not ranges:
                ranges = child.text or ""
            case "extLst":
                pass
            case name:
                ambiguous(TwoViews.SHEET_CONTENT, sheet.part, f"conditionalFormatting {name}")
    unknown = (*given.unknown(), *(("pivot",) if pivot else ()))
    areas = sheet.areas(ranges)
    return [_rule(rule, areas, unknown, sheet) for rule in rules]


_KEPT: KeptByContent[tuple[ConditionalRule, str]] = KeptByContent()


def _rule(
    element: Element, ranges: tuple[Range, ...], unknown: tuple[str, ...], sheet: SheetContext
) -> ConditionalRule:
    formulas: list[str] = []
    look: DifferentialFormat | None = None
    content: list[Element] = []
    for child in element:
        match local_name(child.tag):
            case "formula" | "f" if not len(child):
                formulas.append(child.text or "")
            case "dxf":
                look = read_differential(child, sheet.styles.colors, sheet.part)
            case "extLst":
                # Names the rule of an extension that goes on with this one.
                pass
            case _:
                content.append(child)
    key = sheet.part, element.tag, tuple(element.attrib.items())
    rule, number = _KEPT.get(key, lambda: _told(element, sheet))
    if number and look is None:
        look, unknown = _look(number, sheet, unknown)
    return rule._replace(
        ranges=ranges,
        formulas=tuple(formulas),
        look=look,
        content=tuple(map(as_data, content)),
        unknown=(*unknown, *rule.unknown),
    )


def _told(element: Element, sheet: SheetContext) -> tuple[ConditionalRule, str]:
    """What the attributes say, and the number of the look."""
    given = sheet.attributes(element)
    number = given.take("dxfId")
    kind = given.take("type")
    operator, text = given.take("operator"), given.take("text")
    details = _details(given, kind)
    given.drop("id", "activePresent", *_WITHOUT_MEANING)
    rule = ConditionalRule(
        (),
        kind,
        given.integer("priority", _LAST),
        (),
        given.flag("stopIfTrue"),
        operator if kind == "cellIs" else "",
        text if kind in _WITH_TEXT else "",
        extension=element.tag.startswith("{"),
        details=details,
        unknown=given.unknown(),
    )
    return rule, number


def _details(given: Attributes, kind: str) -> tuple[tuple[str, str], ...]:
    usual = _DETAILS.get(kind, {})
    found = {name: given.take(name, default) for name, default in usual.items()}
    plain = {name: _TRUTH.get(value, value) for name, value in found.items()}
    return tuple(sorted((name, value) for name, value in plain.items() if value != usual[name]))


def _look(
    number: str, sheet: SheetContext, unknown: tuple[str, ...]
) -> tuple[DifferentialFormat | None, tuple[str, ...]]:
    looks = sheet.styles.differential
    if number.isascii() and number.isdigit() and len(number) < len("1000000") and int(number) < len(looks):
        return looks[int(number)], unknown
    return None, (*unknown, f"dxfId={number}")
