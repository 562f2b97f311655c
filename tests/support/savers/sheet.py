"""A sheet as Excel and WPS write it: every element in the schema's order, defaults left out."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from support.savers import grid
from support.savers.dialect import Dialect
from support.savers.grid import Ink
from support.savers.package import DECLARATION, given, main
from support.savers.spelling import attributes, chosen, plain, t_xml, text_xml, uid
from support.savers.strings import cell_text

_VIEW = (
    "windowProtection showFormulas showGridLines showRowColHeaders showZeros rightToLeft tabSelected "
    "showRuler showOutlineSymbols defaultGridColor showWhiteSpace view topLeftCell colorId zoomScale "
    "zoomScaleNormal zoomScaleSheetLayoutView zoomScalePageLayoutView workbookViewId"
)
_VIEW_OF_NONE = '<sheetView zoomScaleNormal="100" workbookViewId="0"/>'
_LOCK = (
    "algorithmName hashValue saltValue spinCount sheet objects scenarios formatCells formatColumns "
    "formatRows insertColumns insertRows insertHyperlinks deleteColumns deleteRows selectLockedCells "
    "sort autoFilter pivotTables selectUnlockedCells"
)
_VALIDATION = (
    "type errorStyle imeMode operator allowBlank showDropDown showInputMessage showErrorMessage errorTitle "
    "error promptTitle prompt sqref"
)
_PAGE = (
    "paperSize scale firstPageNumber fitToWidth fitToHeight pageOrder orientation usePrinterDefaults "
    "blackAndWhite draft cellComments useFirstPageNumber errors horizontalDpi verticalDpi copies"
)
_USUAL = {"fitToWidth": "1", "operator": "between", "errorStyle": "stop", "type": "none", "stopIfTrue": "0"}
_LOCK_USUAL = {
    **dict.fromkeys(["sheet", "objects", "scenarios", "selectLockedCells", "selectUnlockedCells"], "0"),
    **dict.fromkeys([*_LOCK.split()[7:15], "sort", "autoFilter", "pivotTables"], "1"),
}


@dataclass(frozen=True, slots=True)
class Ends:
    """What a sheet points at: ids of its relationships, and elements that say where things lie."""

    printer: str | None = None
    tail: str = ""


def rules(root: etree._Element) -> list[etree._Element]:
    """The rules of the conditional formats, the most urgent first."""
    return sorted(root.iter(main("cfRule")), key=lambda rule: int(rule.get("priority", "1")))


def sheet_xml(
    root: etree._Element, key: str, ink: Ink, differential: Mapping[etree._Element, int], ends: Ends
) -> str:
    """``key`` names the sheet in revision ids, ``differential`` is the new style of every rule."""
    dialect = ink.dialect
    data = root.find(main("sheetData"))
    assert data is not None
    merges = [merge.get("ref", "") for merge in root.iter(main("mergeCell"))]
    revision = f' xr:uid="{uid(key)}"' if dialect.revisions else ""
    return "".join(
        (
            f"{DECLARATION}<worksheet {dialect.sheet_root}{revision}>",
            _properties(root, dialect),
            f'<dimension ref="{grid.dimension(data)}"/>',
            _views(root),
            _defaults(root, dialect),
            grid.cols_xml(root.find(main("cols")), dialect),
            f"<sheetData>{grid.rows_xml(data, ink)}</sheetData>",
            _element(root, "sheetProtection", _LOCK, _LOCK_USUAL),
            _merges(merges),
            '<phoneticPr fontId="1" type="noConversion"/>' if dialect.revisions else "",
            _formats(root, differential),
            _validations(root, key, dialect),
            _element(root, "printOptions", "horizontalCentered verticalCentered headings gridLines", _ZERO),
            _margins(root),
            _page(root, ends),
            _header(root, dialect),
            _numbers_as_text(data, ink) if dialect.revisions and rules(root) else "",
            ends.tail,
            "</worksheet>",
        )
    )


_ZERO = dict.fromkeys(["horizontalCentered", "verticalCentered", "headings", "gridLines"], "0")


def _element(root: etree._Element, name: str, order: str, usual: Mapping[str, str]) -> str:
    element = root.find(main(name))
    pairs = [] if element is None else chosen(given(element), order, usual)
    return f"<{name}{attributes(pairs)}/>" if pairs else ""


def _properties(root: etree._Element, dialect: Dialect) -> str:
    element = root.find(main("sheetPr"))
    code = None if element is None else element.get("codeName")
    fit = element is not None and element.find(main("pageSetUpPr")) is not None
    inside = '<pageSetUpPr fitToPage="1"/>' if fit else ""
    head = attributes([("codeName", code)])
    if not (inside or head or not dialect.revisions):
        return ""
    # WPS writes an empty one where there is nothing to say.
    return f"<sheetPr{head}>{inside}</sheetPr>" if inside else f"<sheetPr{head}/>"


def _views(root: etree._Element) -> str:
    views = "".join(_view(view) for view in root.iter(main("sheetView")))
    return f"<sheetViews>{views or _VIEW_OF_NONE}</sheetViews>"


def _view(view: etree._Element) -> str:
    usual = dict.fromkeys(["showFormulas", "rightToLeft", "tabSelected"], "0")
    usual |= dict.fromkeys(
        ["showGridLines", "showRowColHeaders", "showZeros", "showRuler", "showOutlineSymbols"], "1"
    )
    zoom = {"zoomScaleNormal": view.get("zoomScale", "100")}
    head = attributes(chosen({**zoom, **given(view)}, _VIEW, usual))
    inside = "".join(
        f"<{kind}{attributes(chosen(given(each), order))}/>"
        for kind, order in (("pane", _PANE), ("selection", "pane activeCell activeCellId sqref"))
        for each in view.findall(main(kind))
    )
    return f"<sheetView{head}>{inside}</sheetView>" if inside else f"<sheetView{head}/>"


_PANE = "xSplit ySplit topLeftCell activePane state"


def _defaults(root: etree._Element, dialect: Dialect) -> str:
    # A default height that is not marked as custom is measured anew from the font of 常规: 12 for 宋体 10.
    width = attributes([("defaultColWidth", dialect.default_columns or None)])
    descent = ' x14ac:dyDescent="0.15"' if dialect.revisions else ""
    return f'<sheetFormatPr{width} defaultRowHeight="12"{descent}/>'


def _merges(merges: list[str]) -> str:
    """By their last cells: an order of its own, which says nothing."""
    inside = "".join(f'<mergeCell ref="{ref}"/>' for ref in sorted(merges, key=_last))
    return f'<mergeCells count="{len(merges)}">{inside}</mergeCells>' if merges else ""


def _last(merge: str) -> tuple[int, int]:
    return grid.split(merge.rpartition(":")[2])


def _formats(root: etree._Element, differential: Mapping[etree._Element, int]) -> str:
    """Rules of the same range share one element; ranges stand in the order of their most urgent rule."""
    ranges: dict[str, list[str]] = {}
    for priority, rule in enumerate(rules(root), 1):
        parent = rule.getparent()
        assert parent is not None
        numbers = {"dxfId": str(differential[rule]), "priority": str(priority)}
        head = attributes(
            chosen({**given(rule), **numbers}, "type dxfId priority stopIfTrue operator text", _USUAL)
        )
        inside = "".join(
            f"<formula>{text_xml(each.text or '')}</formula>" for each in rule.iter(main("formula"))
        )
        ranges.setdefault(parent.get("sqref", ""), []).append(f"<cfRule{head}>{inside}</cfRule>")
    return "".join(
        f'<conditionalFormatting sqref="{sqref}">{"".join(each)}</conditionalFormatting>'
        for sqref, each in ranges.items()
    )


def _validations(root: etree._Element, key: str, dialect: Dialect) -> str:
    entries = list(root.iter(main("dataValidation")))
    inside = "".join(_validation(entry, key, dialect) for entry in entries)
    return f'<dataValidations count="{len(entries)}">{inside}</dataValidations>' if entries else ""


def _validation(entry: etree._Element, key: str, dialect: Dialect) -> str:
    usual = {
        **_USUAL,
        **dict.fromkeys(["allowBlank", "showDropDown", "showInputMessage", "showErrorMessage"], "0"),
    }
    pairs = chosen(given(entry), _VALIDATION, usual)
    if dialect.revisions:
        pairs.append(("xr:uid", uid(key, "validation", entry.get("sqref"))))
    inside = "".join(
        f"<{kind}>{text_xml(text)}</{kind}>"
        for kind in ("formula1", "formula2")
        if (text := entry.findtext(main(kind))) is not None
    )
    return f"<dataValidation{attributes(pairs)}>{inside}</dataValidation>"


def _margins(root: etree._Element) -> str:
    margins = root.find(main("pageMargins"))
    if margins is None:
        return '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    sides = (
        (side, plain(margins.get(side, "0")))
        for side in ["left", "right", "top", "bottom", "header", "footer"]
    )
    return f"<pageMargins{attributes(sides)}/>"


def _page(root: etree._Element, ends: Ends) -> str:
    setup = root.find(main("pageSetup"))
    if setup is None:
        return ""
    usual = {**_USUAL, **dict.fromkeys(["blackAndWhite", "draft", "useFirstPageNumber"], "0")}
    usual |= {"pageOrder": "downThenOver", "cellComments": "none", "scale": "100", "copies": "1"}
    return f"<pageSetup{attributes([*chosen(given(setup), _PAGE, usual), ('r:id', ends.printer)])}/>"


def _header(root: etree._Element, dialect: Dialect) -> str:
    header = root.find(main("headerFooter"))
    names = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"]
    texts = ((name, None if header is None else header.findtext(main(name))) for name in names)
    inside = "".join(
        t_xml(text).replace("<t", f"<{name}", 1).replace("</t>", f"</{name}>") for name, text in texts if text
    )
    if inside:
        return f"<headerFooter>{inside}</headerFooter>"
    return "" if dialect.revisions else "<headerFooter/>"


def _numbers_as_text(data: etree._Element, ink: Ink) -> str:
    """The green corner that a person dismissed: texts of digits, such as a telephone number."""
    places = [
        cell.get("r", "")
        for cell in grid.cells(data)
        if cell.find(main("f")) is None and (cell_text(cell, ink.shared) or "x").isdigit()
    ]
    if not places:
        return ""
    return f'<ignoredErrors><ignoredError sqref="{" ".join(places)}" numberStoredAsText="1"/></ignoredErrors>'
