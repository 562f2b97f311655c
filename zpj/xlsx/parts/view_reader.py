"""Views of a sheet and windows of the workbook."""

from functools import partial
from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes, Spot, whole
from zpj.xlsx.model.views import SELECTION, Pane, Selection, SheetView, Window
from zpj.xlsx.part_cache import KeptByContent, signature
from zpj.xlsx.parts.context import SheetContext
from zpj.xlsx.parts.elements import short
from zpj.xlsx.refusal import TwoViews, ambiguous

_FULL = 100


def read_views(element: Element, sheet: SheetContext) -> tuple[SheetView, ...]:
    """The views of a ``sheetViews`` element."""
    views = [child for child in element if child.tag == "sheetView"]
    if any(child.tag not in ("sheetView", "extLst") for child in element):
        ambiguous(TwoViews.SHEET_CONTENT, sheet.part, "sheetViews")
    return tuple(_KEPT.get((sheet.part, signature(view)), partial(_view, view, sheet)) for view in views)


_KEPT: KeptByContent[SheetView] = KeptByContent()


def _view(element: Element, sheet: SheetContext) -> SheetView:
    given = sheet.attributes(element)
    kind = given.take("view", "normal")
    zoom = given.integer("zoomScale", _FULL)
    given.drop("zoomScaleNormal", "zoomScaleSheetLayoutView", "zoomScalePageLayoutView")
    default_grid = given.flag("defaultGridColor", True)
    grid = given.take("colorId", "64")
    top_left = given.take("topLeftCell")
    selections = [_selection(child, sheet) for child in element if child.tag == "selection"]
    panes = [_pane(child, sheet) for child in element if child.tag == "pane"]
    others = [child for child in element if child.tag not in ("pane", "selection", "extLst")]
    return SheetView(
        window=given.integer("workbookViewId"),
        selected=given.flag("tabSelected"),
        kind=kind,
        zoom=zoom,
        formulas=given.flag("showFormulas"),
        gridlines=given.flag("showGridLines", True),
        headers=given.flag("showRowColHeaders", True),
        zeros=given.flag("showZeros", True),
        ruler=given.flag("showRuler", True),
        white_space=given.flag("showWhiteSpace", True),
        outline_symbols=given.flag("showOutlineSymbols", True),
        window_protection=given.flag("windowProtection"),
        right_to_left=given.flag("rightToLeft"),
        grid_color="" if default_grid else grid,
        top_left=sheet.place(top_left) if top_left else (1, 1),
        pane=panes[0] if panes else None,
        selections=tuple(selections) or (SELECTION,),
        unknown=(*given.unknown(), *(short(child.tag) for child in others), *("pane" for _ in panes[1:])),
    )


def _pane(element: Element, sheet: SheetContext) -> Pane:
    given = sheet.attributes(element)
    top_left = given.take("topLeftCell")
    return Pane(
        given.take("state", "split"),
        given.number("xSplit"),
        given.number("ySplit"),
        sheet.place(top_left) if top_left else None,
        given.take("activePane", "topLeft"),
    )


def _selection(element: Element, sheet: SheetContext) -> Selection:
    given = sheet.attributes(element)
    return Selection(
        sheet.place(given.take("activeCell", "A1")),
        # WPS writes dollar signs here; nothing but the cursor hangs on it.
        sheet.areas(given.take("sqref", "A1").replace("$", "")),
        given.take("pane", "topLeft"),
    )


def read_windows(element: Element, part: str) -> tuple[Window, ...]:
    """The windows of a ``bookViews`` element."""
    if any(child.tag != "workbookView" for child in element):
        ambiguous(TwoViews.SHEET_CONTENT, part, "bookViews")
    return tuple(_window(child, part) for child in element)


def _window(element: Element, part: str) -> Window:
    given = Attributes(element.attrib, Spot(part, "workbookView"))
    x, y, width, height = (
        None if number is None else int(number)
        for number in (
            given.optional(name, whole) for name in ("xWindow", "yWindow", "windowWidth", "windowHeight")
        )
    )
    return Window(
        given.take("visibility", "visible"),
        given.flag("minimized"),
        given.flag("showHorizontalScroll", True),
        given.flag("showVerticalScroll", True),
        given.flag("showSheetTabs", True),
        x,
        y,
        width,
        height,
        given.integer("tabRatio", 600),
        given.integer("firstSheet"),
        given.integer("activeTab"),
        given.flag("autoFilterDateGrouping", True),
        given.unknown(),
    )
