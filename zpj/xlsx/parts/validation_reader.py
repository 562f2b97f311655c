"""Data validations, of the sheet itself and of extensions."""

from xml.etree.ElementTree import Element

from zpj.xlsx.model.cell_rules import Validation
from zpj.xlsx.part_cache import KeptByContent
from zpj.xlsx.parts.context import SheetContext
from zpj.xlsx.parts.elements import short
from zpj.xlsx.refusal import TwoViews, ambiguous
from zpj.xlsx.xml_tree import ALTERNATIVES, local_name

_WITH_OPERATOR = frozenset({"whole", "decimal", "date", "time", "textLength"})
_TWO_BOUNDS = frozenset({"between", "notBetween"})


def read_validations(element: Element, sheet: SheetContext) -> tuple[tuple[Validation, ...], bool]:
    """The validations of a ``dataValidations`` element, and whether it disables all prompts."""
    given = sheet.attributes(element)
    disabled = given.flag("disablePrompts")
    given.drop("count", "xWindow", "yWindow")
    if given.unknown() or any(local_name(child.tag) != "dataValidation" for child in element):
        ambiguous(TwoViews.SHEET_CONTENT, sheet.part, "dataValidations")
    return tuple(_validation(child, sheet) for child in element), disabled


_KEPT: KeptByContent[Validation] = KeptByContent()


def _validation(element: Element, sheet: SheetContext) -> Validation:
    formulas: dict[str, str] = {}
    ranges = element.attrib.pop("sqref", "")
    unknown: list[str] = []
    for child in element:
        name = local_name(child.tag)
        if name in ("formula1", "formula2") and name not in formulas:
            formulas[name] = _formula(child, sheet)
        elif name == "sqref" and not ranges:
            ranges = child.text or ""
        elif child.tag == ALTERNATIVES:
            # A list whose words hold commas: old programs take the fallback, which cannot say the same.
            unknown += [short(each.tag) for branch in child for each in branch]
        else:
            ambiguous(TwoViews.ELEMENT_TWICE, sheet.part, f"dataValidation {ranges}")
    key = sheet.part, element.tag, tuple(element.attrib.items())
    without = _KEPT.get(key, lambda: _told(element, sheet))
    return without._replace(
        ranges=sheet.areas(ranges),
        formulas=tuple([formulas[name] for name in _bounds(without) if name in formulas]),
        unknown=(*unknown, *without.unknown),
    )


def _bounds(validation: Validation) -> tuple[str, ...]:
    """The formulas that mean something."""
    kind, operator = validation.kind, validation.operator
    if kind == "none":
        return ()
    return ("formula1", "formula2") if kind in _WITH_OPERATOR and operator in _TWO_BOUNDS else ("formula1",)


def _formula(element: Element, sheet: SheetContext) -> str:
    """The formula, which an extension wraps once more."""
    inner = element[0] if len(element) == 1 and local_name(element[0].tag) == "f" else element
    if len(inner):
        ambiguous(TwoViews.MARKUP_INSIDE, sheet.part, "dataValidation")
    return inner.text or ""


def _told(element: Element, sheet: SheetContext) -> Validation:
    """What the attributes say: all but ranges and formulas."""
    given = sheet.attributes(element)
    kind = given.take("type", "none")
    operator = given.take("operator", "between")
    return Validation(
        (),
        kind,
        operator if kind in _WITH_OPERATOR else "between",
        allow_blank=given.flag("allowBlank"),
        show_error=given.flag("showErrorMessage"),
        error_style=given.take("errorStyle", "stop"),
        error_title=given.take("errorTitle"),
        error=given.take("error"),
        show_input=given.flag("showInputMessage"),
        prompt_title=given.take("promptTitle"),
        prompt=given.take("prompt"),
        hides_arrow=given.flag("showDropDown"),
        ime_mode=given.take("imeMode", "noControl"),
        extension=element.tag.startswith("{"),
        unknown=given.unknown(),
    )
