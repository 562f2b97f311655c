"""The workbook part and its surroundings: names, windows, properties, the chain of calculation."""

import re
from dataclasses import dataclass

from lxml import etree

from support.savers.dialect import Dialect
from support.savers.package import DECLARATION, MC, R, S, given, main
from support.savers.spelling import attributes, chosen, text_xml, uid

_MS = "http://schemas.microsoft.com/office/spreadsheetml"
_WINDOW = (
    "visibility minimized showHorizontalScroll showVerticalScroll showSheetTabs xWindow yWindow windowWidth"
)
_WINDOW += " windowHeight tabRatio firstSheet activeTab"
_SHOWN = {"visibility": "visible", "minimized": "0", "firstSheet": "0", "activeTab": "0", "tabRatio": "600"}
_SHOWN |= dict.fromkeys(["showHorizontalScroll", "showVerticalScroll", "showSheetTabs"], "1")
_LOCK = (
    "workbookAlgorithmName workbookHashValue workbookSaltValue workbookSpinCount lockStructure lockWindows"
)
_QUOTED = re.compile(r"'((?:[^']|'')*)'!")
# A sheet's name needs no quotes if it is made of letters (Chinese ones too), digits, underscores and points.
_FREE = re.compile(r"[^\W\d][\w.]*")
_EXCEL_ROOT = (
    f'xmlns="{S}" xmlns:r="{R}" xmlns:mc="{MC}" mc:Ignorable="x15 xr xr6 xr10 xr2" '
    f'xmlns:x15="{_MS}/2010/11/main" xmlns:xr="{_MS}/2014/revision" xmlns:xr6="{_MS}/2016/revision6" '
    f'xmlns:xr10="{_MS}/2016/revision10" xmlns:xr2="{_MS}/2015/revision2"'
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the book, as the workbook part names it."""

    name: str
    number: str
    state: str
    relation: str


def sheets(root: etree._Element) -> list[Sheet]:
    return [
        Sheet(
            each.get("name", ""),
            each.get("sheetId", ""),
            each.get("state", "visible"),
            each.get(f"{{{R}}}id", ""),
        )
        for each in root.iter(main("sheet"))
    ]


def workbook_xml(root: etree._Element, dialect: Dialect, *, macros: bool) -> str:
    """The part. Sheets are related as rId1, rId2, ... in their order."""
    listed = "".join(f"<sheet{attributes(_sheet(each, at))}/>" for at, each in enumerate(sheets(root), 1))
    head, tail = (_excel_head(macros), _EXCEL_TAIL) if dialect.revisions else (_WPS_HEAD, "")
    return "".join(
        (
            f"{DECLARATION}<workbook {_EXCEL_ROOT if dialect.revisions else _WPS_ROOT}>",
            head.replace("<workbookPr/>", _properties(root)),
            _element(root, "workbookProtection", _LOCK),
            f"<bookViews>{_window(root, dialect)}</bookViews>",
            f"<sheets>{listed}</sheets>",
            _names(root),
            '<calcPr calcId="191029"/>',
            tail,
            "</workbook>",
        )
    )


def free(reference: str) -> str:
    """A reference as Excel and WPS spell it: ``'自评表'!$A$1`` needs no quotes."""
    return _QUOTED.sub(lambda match: f"{match[1]}!" if _FREE.fullmatch(match[1]) else match[0], reference)


def calc_chain(formulas: list[tuple[int, str]]) -> str:
    """The order in which Excel last calculated, the last cell first; a sheet's number holds on."""
    inside, told = "", 0
    for number, ref in reversed(formulas):
        inside += f'<c r="{ref}"' + (f' i="{number}" l="1"/>' if number != told else "/>")
        told = number
    return f'{DECLARATION}<calcChain xmlns="{S}">{inside}</calcChain>'


def _sheet(sheet: Sheet, at: int) -> list[tuple[str, str | None]]:
    state = None if sheet.state == "visible" else sheet.state
    return [("name", sheet.name), ("sheetId", sheet.number), ("state", state), ("r:id", f"rId{at}")]


def _element(root: etree._Element, name: str, order: str) -> str:
    element = root.find(main(name))
    pairs = [] if element is None else chosen(given(element), order, {"lockWindows": "0"})
    return f"<{name}{attributes(pairs)}/>" if pairs else ""


def _properties(root: etree._Element) -> str:
    element = root.find(main("workbookPr"))
    code = None if element is None else element.get("codeName")
    return f"<workbookPr{attributes([('codeName', code)])}/>"


def _window(root: etree._Element, dialect: Dialect) -> str:
    view = next(root.iter(main("workbookView")), None)
    pairs = [] if view is None else chosen(given(view), _WINDOW, _SHOWN)
    if dialect.revisions:
        pairs.append(("xr2:uid", uid("window")))
    else:
        # WPS leaves the place of a window at the corner of the screen out.
        pairs = [pair for pair in pairs if pair not in (("xWindow", "0"), ("yWindow", "0"))]
    return f"<workbookView{attributes(pairs)}/>"


def _names(root: etree._Element) -> str:
    """Sorted without regard to case and to the prefix of built-in names."""
    entries = sorted(
        root.iter(main("definedName")), key=lambda each: each.get("name", "").removeprefix("_xlnm.").lower()
    )
    inside = "".join(
        f"<definedName{attributes(chosen(given(each), 'name localSheetId hidden', {'hidden': '0'}))}>"
        f"{text_xml(free(each.text or ''))}</definedName>"
        for each in entries
    )
    return f"<definedNames>{inside}</definedNames>" if inside else ""


def _excel_head(macros: bool) -> str:
    code = ' codeName="{8C4F1C90-05EB-6A55-5F09-09C24B55AC0B}"' if macros else ""
    return (
        f'<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="28526"{code}/><workbookPr/>'
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="x15">'
        f'<x15ac:absPath url="D:\\绩效自评\\" xmlns:x15ac="{_MS}/2010/11/ac"/>'
        "</mc:Choice></mc:AlternateContent>"
        f'<xr:revisionPtr revIDLastSave="0" documentId="13_ncr:1_{uid("document")}" '
        'xr6:coauthVersionLast="47" xr6:coauthVersionMax="47" '
        'xr10:uidLastSave="{00000000-0000-0000-0000-000000000000}"/>'
    )


_EXCEL_TAIL = (
    f'<extLst><ext uri="{{140A7094-0E35-4892-8432-C4D2E57EDEB5}}" xmlns:x15="{_MS}/2010/11/main">'
    '<x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>'
)
_WPS_ROOT = f'xmlns="{S}" xmlns:r="{R}"'
_WPS_HEAD = '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/>'
