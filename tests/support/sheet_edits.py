"""Edits of a form in the words of the file format: elements, attributes, styles, parts, bytes."""

import zipfile
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path

from lxml import etree

from support.form_parts import Book, Edit, child, main, restyled
from support.forms import FORM_SHEET
from support.handmade import MAIN, OFFICE, PACKAGE

_ORDER = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges "
    "scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr "
    "conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter "
    "rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing "
    "legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst"
)
ORDER = _ORDER.split()
"""The elements of a sheet as the schema orders them."""
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
SPACES = (
    f'xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:x14="{X14}" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
)


def parsed(xml: str) -> etree._Element:
    """The one element of ``xml``, which may use the prefixes r, x14 and xm."""
    return etree.fromstring(f"<root {SPACES}>{xml}</root>")[0]


def add(xml: str, sheet: str = FORM_SHEET) -> Edit:
    """One more element in the sheet, where the schema wants it."""

    def edit(book: Book) -> None:
        element, root = parsed(xml), book.sheet(sheet)
        later = set(map(main, ORDER[ORDER.index(etree.QName(element).localname) + 1 :]))
        at = next((at for at, each in enumerate(root) if each.tag in later), len(root))
        root.insert(at, element)

    return edit


def add_to(name: str, xml: str, sheet: str = FORM_SHEET) -> Edit:
    """One more child in an element that the sheet has."""
    return lambda book: child(book.sheet(sheet), name).append(parsed(xml))


def in_view(xml: str) -> Edit:
    """A first child in the view of the form's sheet."""
    return lambda book: next(book.sheet().iter(main("sheetView"))).insert(0, parsed(xml))


def header(text: str) -> Edit:
    """The header of the form's pages."""

    def edit(book: Book) -> None:
        found = child(book.sheet(), "headerFooter")
        element = etree.Element(main("oddHeader"))
        element.text = text
        found.insert(0, element)

    return edit


def unmerge(area: str) -> Edit:
    """The sheet without one of its merges."""

    def edit(book: Book) -> None:
        merges = child(book.sheet(), "mergeCells")
        (found,) = (each for each in merges if each.get("ref") == area)
        merges.remove(found)

    return edit


def drop(name: str, sheet: str = FORM_SHEET) -> Edit:
    """The sheet without its elements of that name, wherever they are."""

    def edit(book: Book) -> None:
        for element in list(book.sheet(sheet).iter(main(name))):
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)

    return edit


def on(name: str, /, **attributes: str | None) -> Edit:
    """Other attributes on every element of the form's sheet with that name; ``None`` takes one away."""

    def edit(book: Book) -> None:
        found = list(book.sheet().iter(main(name)))
        assert found, name
        for element in found:
            _set(element, attributes)

    return edit


def on_row(number: int, **attributes: str | None) -> Edit:
    def edit(book: Book) -> None:
        (row,) = (each for each in book.sheet().iter(main("row")) if each.get("r") == str(number))
        _set(row, attributes)

    return edit


def on_column(number: int, **attributes: str | None) -> Edit:
    def edit(book: Book) -> None:
        (column,) = (each for each in book.sheet().iter(main("col")) if each.get("min") == str(number))
        _set(column, attributes)

    return edit


def on_cell(ref: str, /, **attributes: str | None) -> Edit:
    return lambda book: _set(book.cell(ref), attributes)


def content(ref: str, xml: str, **attributes: str | None) -> Edit:
    """A cell with another content, its style kept."""

    def edit(book: Book) -> None:
        cell = book.cell(ref)
        for each in list(cell):
            cell.remove(each)
        cell.attrib.pop("t", None)
        _set(cell, attributes)
        cell.extend(etree.fromstring(f"<c {SPACES}>{xml}</c>"))

    return edit


def on_formula(ref: str, /, **attributes: str) -> Edit:
    return lambda book: _set(child(book.cell(ref), "f"), attributes)


def rule(ref: str, /, **attributes: str | None) -> Edit:
    """Other attributes on the validation whose first cell is ``ref``."""
    return lambda book: _set(_validation(book, ref), attributes)


def bound(ref: str, name: str, formula: str) -> Edit:
    """Another ``formula1`` or ``formula2`` of the validation whose first cell is ``ref``."""

    def edit(book: Book) -> None:
        child(_validation(book, ref), name).text = formula

    return edit


def ruled_twice(ref: str) -> Edit:
    """The validation whose first cell is ``ref`` a second time."""
    return lambda book: child(book.sheet(), "dataValidations").append(deepcopy(_validation(book, ref)))


def new_cell(ref: str, xml: str, **attributes: str | None) -> Edit:
    """A cell that the form does not have, in a row that it has or below its last."""

    def edit(book: Book) -> None:
        number = ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        data = child(book.sheet(), "sheetData")
        row = next((each for each in data if each.get("r") == number), None)
        if row is None:
            row = etree.SubElement(data, main("row"), r=number)
        cell = etree.fromstring(f"<c {SPACES}>{xml}</c>")
        cell.set("r", ref)
        _set(cell, attributes)
        at = next((at for at, each in enumerate(row) if _place(each.get("r", "")) > _place(ref)), len(row))
        row.insert(at, cell)

    return edit


def look(ref: str, kind: str, xml: str) -> Edit:
    """A cell with a ``font``, ``fill`` or ``border`` of its own."""

    def edit(book: Book) -> None:
        table = child(book.root("xl/styles.xml"), f"{kind}s")
        table.append(parsed(xml))
        style = restyled(book, ref)
        style.set(f"{kind}Id", str(len(table) - 1))
        style.set(f"apply{kind.capitalize()}", "1")

    return edit


def font(ref: str, inside: str) -> Edit:
    """A cell in 宋体 11 but for what ``inside`` says: ``<color rgb="FFFFFFFF"/>``."""
    rest = "" if "<sz" in inside else '<sz val="11"/>'
    name = "" if "<name" in inside else '<name val="宋体"/>'
    return look(ref, "font", f"<font>{rest}{inside}{name}</font>")


def alignment(ref: str, **attributes: str) -> Edit:
    """A cell with other alignment; what is not named stays."""

    def edit(book: Book) -> None:
        style = restyled(book, ref)
        found = style.find(main("alignment"))
        _set(etree.SubElement(style, main("alignment")) if found is None else found, attributes)
        style.set("applyAlignment", "1")

    return edit


def condition(
    area: str, dxf: str, formula: str = "TRUE", *, kind: str = "expression", operator: str | None = None
) -> Edit:
    """One more conditional format, before all others."""

    def edit(book: Book) -> None:
        table = child(book.root("xl/styles.xml"), "dxfs")
        table.append(parsed(f"<dxf>{dxf}</dxf>"))
        says = f' operator="{operator}"' if operator else ""
        rule = f'<cfRule type="{kind}" priority="0" dxfId="{len(table) - 1}"{says}>'
        inside = f"{rule}<formula>{formula}</formula></cfRule>"
        add(f'<conditionalFormatting sqref="{area}">{inside}</conditionalFormatting>')(book)

    return edit


def in_book(name: str, /, **attributes: str | None) -> Edit:
    """Other attributes on an element of the workbook part, which is made where there is none."""

    def edit(book: Book) -> None:
        root = book.root("xl/workbook.xml")
        found = list(root.iter(main(name)))
        for element in found or [etree.SubElement(root, main(name))]:
            _set(element, attributes)

    return edit


def define(name: str, formula: str, **attributes: str | None) -> Edit:
    """A defined name; one of ours is led elsewhere."""

    def edit(book: Book) -> None:
        names = child(book.root("xl/workbook.xml"), "definedNames")
        local = attributes.get("localSheetId")
        same = [each for each in names if (each.get("name"), each.get("localSheetId")) == (name, local)]
        element = same[0] if same else etree.SubElement(names, main("definedName"), name=name)
        element.text = formula
        _set(element, attributes)

    return edit


def attach(name: str, data: bytes | str, kind: str, content_type: str, point: str = "", on: str = "") -> Edit:
    """A part related to the form's sheet, or to ``on``, with an element in the sheet that points at it.

    ``kind`` is a word of the usual relationships, or a type in full.
    """

    def edit(book: Book) -> None:
        book.parts[name] = data
        types = book.root("[Content_Types].xml")
        etree.SubElement(
            types, f"{{{PACKAGE}/content-types}}Override", PartName=f"/{name}", ContentType=content_type
        )
        identifier = relate(book, on or sheet_part(book), kind, f"/{name}")
        if point:
            add(f'<{point} r:id="{identifier}"/>')(book)

    return edit


def relate(book: Book, part: str, kind: str, target: str, mode: str | None = None) -> str:
    """The id of a new relationship of ``part``."""
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels"
    if rels not in book.parts:
        book.parts[rels] = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()
    root = book.root(rels)
    identifier = f"rId{100 + len(root)}"
    entry = {"Id": identifier, "Type": kind if ":" in kind else f"{OFFICE}/{kind}", "Target": target}
    if mode:
        entry["TargetMode"] = mode
    etree.SubElement(root, f"{{{PACKAGE}/relationships}}Relationship", entry)
    return identifier


def sheet_part(book: Book, name: str = FORM_SHEET) -> str:
    """The name of the part of a sheet."""
    identifier = book.entry(name).get(f"{{{OFFICE}}}id")
    related = book.root("xl/_rels/workbook.xml.rels")
    (target,) = (each.get("Target", "") for each in related if each.get("Id") == identifier)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def swap(part: str, old: str, new: str) -> Edit:
    """Other text in a part; ``form`` is the part of the form's sheet."""

    def edit(book: Book) -> None:
        name = sheet_part(book) if part == "form" else part
        text = book.text(name)
        assert old in text, f"{old} is not in {name}"
        book.put(name, text.replace(old, new))

    return edit


def rezipped(path: Path, order: Mapping[str, bytes | str] | None = None, *, tail: bytes = b"") -> Path:
    """The archive with further entries at its end, and bytes behind it."""
    with zipfile.ZipFile(path, "a") as archive:
        for name, data in (order or {}).items():
            archive.writestr(name, data)
    path.write_bytes(path.read_bytes() + tail)
    return path


def _set(element: etree._Element, attributes: Mapping[str, str | None]) -> None:
    for name, value in attributes.items():
        if value is None:
            element.attrib.pop(name, None)
        else:
            element.set(name, value)


def _validation(book: Book, ref: str) -> etree._Element:
    (found,) = (
        each
        for each in book.sheet().iter(main("dataValidation"))
        if each.get("sqref", "").replace(":", " ").split()[0] == ref
    )
    return found


def _place(ref: str) -> tuple[int, str]:
    letters = ref.rstrip("0123456789")
    return len(letters), letters
