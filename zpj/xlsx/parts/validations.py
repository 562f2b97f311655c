"""Data validations, of the sheet itself and of extensions."""

from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes
from zpj.xlsx.model.rules import Validation
from zpj.xlsx.parts.context import SheetContext
from zpj.xlsx.parts.elements import short
from zpj.xlsx.references import Range
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


def _validation(element: Element, sheet: SheetContext) -> Validation:
    given = sheet.attributes(element)
    kind = given.take("type", "none")
    operator = given.take("operator", "between") if kind in _WITH_OPERATOR else "between"
    given.drop("operator")
    formulas: dict[str, str] = {}
    ranges = given.take("sqref")
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
    return _made(given, kind, operator, formulas, sheet.areas(ranges), unknown, element.tag.startswith("{"))


def _formula(element: Element, sheet: SheetContext) -> str:
    """The formula, which an extension wraps once more."""
    inner = element[0] if len(element) == 1 and local_name(element[0].tag) == "f" else element
    if len(inner):
        ambiguous(TwoViews.MARKUP_INSIDE, sheet.part, "dataValidation")
    return inner.text or ""


def _made(
    given: Attributes,
    kind: str,
    operator: str,
    formulas: dict[str, str],
    ranges: tuple[Range, ...],
    unknown: list[str],
    extension: bool,
) -> Validation:
    names = ["formula1"] if kind != "none" else []
    names += ["formula2"] if kind in _WITH_OPERATOR and operator in _TWO_BOUNDS else []
    return Validation(
        ranges,
        kind,
        operator,
        tuple(formulas[name] for name in names if name in formulas),
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
        extension=extension,
        unknown=(*unknown, *given.unknown()),
    )
