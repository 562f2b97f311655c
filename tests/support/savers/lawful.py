"""What a person may change in an issued form without a word from a recheck, written as Excel writes it.

Each function takes a form and gives the changed one. Cells are named by address or by defined name.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from support.savers.edits import Edits
from support.savers.grid import cells
from support.savers.package import main, related
from support.savers.spelling import plain, seventeen

BLUE = "FF0000FF"
KAITI = "楷体"


@dataclass(frozen=True, slots=True)
class Window:
    """The window of the book, in twentieths of a point."""

    left: int = 240
    top: int = 105
    width: int = 14805
    height: int = 8010


def fill(data: bytes, values: Mapping[str, float | str]) -> bytes:
    """Types ``values`` into inputs. Nothing is calculated: results must not depend on them."""
    form = Edits(data)
    names = form.names()
    found = {cell.get("r"): cell for cell in cells(form.tree(form.sheet()))}
    for name, value in values.items():
        _write(form, found[names.get(name, name)], value)
    return form.save()


def row_heights(data: bytes, more: float = 15) -> bytes:
    """Every row of the form is made higher by hand."""
    form = Edits(data)
    for row in form.tree(form.sheet()).iter(main("row")):
        row.set("ht", plain(str(float(row.get("ht", "12")) + more)))
        row.set("customHeight", "1")
    return form.save()


def zoom(data: bytes, percent: int = 85) -> bytes:
    """The form is looked at in another size."""
    form = Edits(data)
    for view in form.tree(form.sheet()).iter(main("sheetView")):
        view.set("zoomScale", str(percent))
        view.set("zoomScaleNormal", str(percent))
    return form.save()


def input_fonts(data: bytes, *, colour: str = BLUE, font: str = KAITI) -> bytes:
    """The answers are in another ordinary font and colour."""
    form = Edits(data)
    fonts, xfs = (form.styles().find(main(name)) for name in ("fonts", "cellXfs"))
    assert fonts is not None
    assert xfs is not None
    places: dict[str, str] = {}
    for cell in form.inputs():
        old = cell.get("s", "0")
        if old not in places:
            places[old] = _restyled(fonts, xfs, int(old), colour, font)
        cell.set("s", places[old])
    for table in (fonts, xfs):
        table.set("count", str(len(table)))
    return form.save()


def selection(data: bytes, ref: str = "F14") -> bytes:
    """Another cell is selected, as it is wherever somebody worked last."""
    form = Edits(data)
    for view in form.tree(form.sheet()).iter(main("sheetView")):
        for old in view.findall(main("selection")):
            view.remove(old)
        etree.SubElement(view, main("selection"), {"activeCell": ref, "sqref": ref})
    return form.save()


def active_sheet(data: bytes, at: int = 1) -> bytes:
    """The book was saved with another of its visible sheets in front."""
    form = Edits(data)
    for view in form.tree(form.book).iter(main("workbookView")):
        view.set("activeTab", str(at))
    for number in (0, at):
        for view in form.tree(form.sheet(number)).iter(main("sheetView")):
            view.attrib.pop("tabSelected", "")
            if number == at:
                view.set("tabSelected", "1")
    return form.save()


def window(data: bytes, window: Window | None = None) -> bytes:
    """The window of the book has another size and place."""
    form, where = Edits(data), window or Window()
    for view in form.tree(form.book).iter(main("workbookView")):
        view.set("xWindow", str(where.left))
        view.set("yWindow", str(where.top))
        view.set("windowWidth", str(where.width))
        view.set("windowHeight", str(where.height))
    return form.save()


def _write(form: Edits, cell: etree._Element, value: float | str) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", "")
    content = etree.SubElement(cell, main("v"))
    if not isinstance(value, str):
        content.text = seventeen(str(value))
        return
    table = related(form.parts, form.book, "sharedStrings")
    if table is not None:
        cell.set("t", "s")
        content.text = str(_shared(form.tree(table), value))
        return
    cell.remove(content)
    cell.set("t", "inlineStr")
    text = etree.SubElement(etree.SubElement(cell, main("is")), main("t"))
    text.text = value


def _shared(table: etree._Element, value: str) -> int:
    etree.SubElement(etree.SubElement(table, main("si")), main("t")).text = value
    table.set("count", str(int(table.get("count", "0")) + 1))
    table.set("uniqueCount", str(len(table)))
    return len(table) - 1


def _restyled(fonts: etree._Element, xfs: etree._Element, old: int, colour: str, font: str) -> str:
    """The number of a copy of a style whose font has another name and colour."""
    xf = deepcopy(xfs[old])
    new = deepcopy(fonts[int(xf.get("fontId", "0"))])
    for child in list(new):
        if etree.QName(child).localname in ("color", "name", "scheme"):
            new.remove(child)
    # The schema's order: size, colour, name, family, character set.
    at = sum(etree.QName(child).localname not in ("family", "charset") for child in new)
    new.insert(at, etree.Element(main("color"), {"rgb": colour}))
    new.insert(at + 1, etree.Element(main("name"), {"val": font}))
    fonts.append(new)
    xf.set("fontId", str(len(fonts) - 1))
    xf.set("applyFont", "1")
    xfs.append(xf)
    return str(len(xfs) - 1)
