"""Elements that are kept as they are, and the search for contents where nobody expects them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element as Tree

from zpj.xlsx.model.element import Element
from zpj.xlsx.refusal import TwoViews, ambiguous
from zpj.xlsx.xml_tree import ALTERNATIVES, CHOICE, COMPATIBILITY, FALLBACK, local_name

_MICROSOFT = "http://schemas.microsoft.com/office/"
_SPREADSHEET = f"{_MICROSOFT}spreadsheetml/"
PREFIXES = {
    f"{_SPREADSHEET}2009/9/main": "x14",
    f"{_SPREADSHEET}2009/9/ac": "x14ac",
    f"{_SPREADSHEET}2010/11/main": "x15",
    f"{_SPREADSHEET}2010/11/ac": "x15ac",
    f"{_SPREADSHEET}2011/1/ac": "x12ac",
    f"{_SPREADSHEET}2014/revision": "xr",
    f"{_SPREADSHEET}2016/revision10": "xr10",
    f"{_SPREADSHEET}2018/calcfeatures": "xcalcf",
    f"{_MICROSOFT}excel/2006/main": "xm",
    f"{_MICROSOFT}mac/excel/2008/main": "mx",
    "http://schemas.libreoffice.org/": "loext",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    COMPATIBILITY: "mc",
}
"""Short names of namespaces in which programs write."""
STRUCTURE = frozenset({
    "sheetData", "row", "c", "f", "v", "is", "t", "r", "si", "sheetProtection", "mergeCell", "mergeCells",
    "cols", "col", "sheetPr", "sheetView", "sheetViews", "conditionalFormatting", "cfRule",
    "dataValidation", "dataValidations", "hyperlink", "hyperlinks", "drawing", "legacyDrawing", "sheet",
    "sheets", "definedName", "definedNames", "workbookPr", "workbookProtection", "workbookView",
    "protectedRange", "pageSetup", "headerFooter", "xf", "numFmt", "font", "fill", "border", "calcPr",
    "autoFilter", "tablePart", "control", "oleObject",
})  # fmt: skip
"""Local names that mean something wherever a careless reader finds them."""


def short(tag: str) -> str:
    """``x14:slicerList`` for a known namespace, ``{namespace}name`` for another, the local name for ours."""
    if not tag.startswith("{"):
        return tag
    space, _, name = tag[1:].rpartition("}")
    return f"{PREFIXES[space]}:{name}" if space in PREFIXES else tag


def is_known(tag: str) -> bool:
    """Whether programs are known to write in the namespace of this tag."""
    space = tag[1:].rpartition("}")[0]
    return space in PREFIXES or space.startswith(_MICROSOFT)


def as_data(element: Tree) -> Element:
    """The element as data."""
    return Element(
        short(element.tag),
        tuple(sorted((short(name), value) for name, value in element.attrib.items())),
        tuple(map(as_data, element)),
        (element.text or "").strip(),
    )


def check_foreign(element: Tree, part: str, dialect_below: str = "") -> None:
    """X06 for contents of the spreadsheet anywhere below an element that is passed over.

    Some programs look for names at any depth or in any namespace. Elements of ours may stand below one with
    the local name ``dialect_below``.
    """
    for child in element:
        name = local_name(child.tag)
        if not child.tag.startswith("{"):
            ambiguous(TwoViews.SHEET_CONTENT, part, name)
        if child.tag == ALTERNATIVES:
            ambiguous(TwoViews.ALTERNATIVES, part)
        if name in STRUCTURE and not is_known(child.tag):
            ambiguous(TwoViews.FOREIGN_TWIN, part, name)
        if name != dialect_below:
            check_foreign(child, part, dialect_below)


def resolved(parent: Tree, allowed: frozenset[str], part: str) -> Iterator[Tree]:
    """The children of ``parent``; of alternatives those that a current program takes.

    X06 for alternatives of anything but what is ``allowed``: there programs differ in what they take.
    """
    for child in parent:
        if child.tag != ALTERNATIVES:
            yield child
            continue
        choices = [each for each in child if each.tag == CHOICE]
        others = [each for each in child if each.tag == FALLBACK]
        inside = {each.tag for branch in (*choices, *others) for each in branch}
        if len(choices) != 1 or len(others) > 1 or len(choices) + len(others) < len(child):
            ambiguous(TwoViews.ALTERNATIVES, part)
        if not inside <= allowed:
            ambiguous(TwoViews.ALTERNATIVES, part, " ".join(sorted(map(local_name, inside - allowed))))
        yield from choices[0]
