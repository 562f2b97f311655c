"""How a sheet is printed."""

from collections.abc import Mapping
from dataclasses import fields
from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes
from zpj.xlsx.model.page import HEADER_FOOTER, MARGINS, HeaderFooter, Margins, PageSetup
from zpj.xlsx.part_cache import KeptByContent, signature
from zpj.xlsx.parts.context import SheetContext
from zpj.xlsx.parts.elements import short
from zpj.xlsx.refusal import TwoViews, ambiguous

_TEXTS = {
    "oddHeader": "odd_header",
    "oddFooter": "odd_footer",
    "evenHeader": "even_header",
    "evenFooter": "even_footer",
    "firstHeader": "first_header",
    "firstFooter": "first_footer",
}
_FULL = 100


def read_page(
    elements: Mapping[str, Element], fits: bool, auto_breaks: bool, sheet: SheetContext
) -> PageSetup:
    """The print setup, from a sheet's elements by name; ``fits`` and ``auto_breaks`` are of ``sheetPr``."""
    own = {name: elements[name] for name in _ELEMENTS if name in elements}
    key = sheet.part, fits, auto_breaks, *map(signature, own.values())
    return _KEPT.get(key, lambda: _page(own, fits, auto_breaks, sheet))


_KEPT: KeptByContent[PageSetup] = KeptByContent()
_ELEMENTS = ("pageSetup", "printOptions", "pageMargins", "headerFooter", "rowBreaks", "colBreaks")


def _page(elements: Mapping[str, Element], fits: bool, auto_breaks: bool, sheet: SheetContext) -> PageSetup:
    setup = _given(elements, "pageSetup", sheet)
    options = _given(elements, "printOptions", sheet)
    options.drop("gridLinesSet")
    paper = setup.integer("paperSize", 1)
    size = setup.take("paperHeight"), setup.take("paperWidth")
    first = setup.integer("firstPageNumber", 1)
    used = setup.flag("useFirstPageNumber")
    setup.relationship()
    setup.drop("usePrinterDefaults")
    return PageSetup(
        paper=paper,
        paper_size=size,
        orientation=setup.take("orientation", "default"),
        scale=setup.integer("scale", _FULL),
        fits=fits,
        fit_width=setup.integer("fitToWidth", 1),
        fit_height=setup.integer("fitToHeight", 1),
        black_and_white=setup.flag("blackAndWhite"),
        draft=setup.flag("draft"),
        over_then_down=setup.take("pageOrder") == "overThenDown",
        first_page=first if used else None,
        comments=setup.take("cellComments", "none"),
        errors=setup.take("errors", "displayed"),
        copies=setup.integer("copies", 1),
        dpi=(setup.integer("horizontalDpi", 600), setup.integer("verticalDpi", 600)),
        horizontal_centered=options.flag("horizontalCentered"),
        vertical_centered=options.flag("verticalCentered"),
        gridlines=options.flag("gridLines"),
        headings=options.flag("headings"),
        margins=_margins(elements, sheet),
        texts=_texts(elements.get("headerFooter"), sheet),
        row_breaks=_breaks(elements.get("rowBreaks"), sheet),
        column_breaks=_breaks(elements.get("colBreaks"), sheet),
        auto_page_breaks=auto_breaks,
        unknown=(*setup.unknown(), *options.unknown()),
    )


def _given(elements: Mapping[str, Element], name: str, sheet: SheetContext) -> Attributes:
    element = elements.get(name)
    return sheet.attributes(Element(name) if element is None else element)


def _margins(elements: Mapping[str, Element], sheet: SheetContext) -> Margins:
    if "pageMargins" not in elements:
        return MARGINS
    given = _given(elements, "pageMargins", sheet)
    return Margins(
        **{each.name: given.number(each.name, getattr(MARGINS, each.name)) for each in fields(Margins)}
    )


def _texts(element: Element | None, sheet: SheetContext) -> HeaderFooter:
    if element is None:
        return HEADER_FOOTER
    given = sheet.attributes(element)
    texts: dict[str, str] = {}
    unknown: list[str] = []
    for child in element:
        name = _TEXTS.get(child.tag)
        if name is None or name in texts or len(child):
            unknown.append(short(child.tag))
        else:
            texts[name] = child.text or ""
    flags = given.flag("differentOddEven"), given.flag("differentFirst")
    scales, aligns = given.flag("scaleWithDoc", True), given.flag("alignWithMargins", True)
    different, first = flags
    # What is not used is not printed: programs keep it, or write it empty.
    texts = {
        name: text
        for name, text in texts.items()
        if (different or not name.startswith("even")) and (first or not name.startswith("first"))
    }
    return HeaderFooter(
        **texts,
        different_odd_even=different,
        different_first=first,
        scales=scales,
        aligns=aligns,
        unknown=(*unknown, *given.unknown()),
    )


def _breaks(element: Element | None, sheet: SheetContext) -> tuple[int, ...]:
    if element is None:
        return ()
    if any(child.tag != "brk" for child in element):
        ambiguous(TwoViews.SHEET_CONTENT, sheet.part, element.tag)
    return tuple(sheet.attributes(child).integer("id") for child in element)
