"""A form as the parts of its archive, opened for edits in XML and written again."""

import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

from lxml import etree

from support.forms import FORM_SHEET
from support.handmade import MAIN, OFFICE, zip_parts

_REFERENCE = re.compile(r"\b([A-Z]{1,2})([1-9][0-9]*)\b")
_LITERAL = re.compile(r'("[^"]*")')
_RELATIONSHIP = f"{{{OFFICE}}}id"


class Book:
    """The parts of a form, each parsed when an edit first asks for it."""

    def __init__(self, form: Path) -> None:
        with zipfile.ZipFile(form) as archive:
            self.parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
        self._roots: dict[str, etree._Element] = {}

    def root(self, part: str) -> etree._Element:
        if part not in self._roots:
            self._roots[part] = etree.fromstring(bytes(self.parts[part]))
        return self._roots[part]

    def sheet(self, name: str = FORM_SHEET) -> etree._Element:
        related = self.root("xl/_rels/workbook.xml.rels")
        identifier = self.entry(name).get(_RELATIONSHIP)
        (target,) = (each.get("Target", "") for each in related if each.get("Id") == identifier)
        return self.root(f"xl/{target}".replace("xl//xl/", "xl/"))

    def entry(self, name: str) -> etree._Element:
        """The element of the workbook part that stands for the sheet."""
        (entry,) = (
            each for each in self.root("xl/workbook.xml").iter(main("sheet")) if each.get("name") == name
        )
        return entry

    def cell(self, ref: str, sheet: str = FORM_SHEET) -> etree._Element:
        (cell,) = (each for each in self.sheet(sheet).iter(main("c")) if each.get("r") == ref)
        return cell

    def text(self, part: str) -> str:
        """The part as it would be written."""
        root = self._roots.get(part)
        data = self.parts[part] if root is None else etree.tostring(root, encoding="utf-8")
        return data if isinstance(data, str) else data.decode()

    def put(self, part: str, text: str | bytes) -> None:
        """The part with another text, well formed or not."""
        self._roots.pop(part, None)
        self.parts[part] = text

    def write(self, copy: Path) -> Path:
        edited = {part: etree.tostring(root, encoding="utf-8") for part, root in self._roots.items()}
        return zip_parts(copy, {**self.parts, **edited})


Edit = Callable[[Book], None]


def main(name: str) -> str:
    return f"{{{MAIN}}}{name}"


def child(parent: etree._Element, name: str) -> etree._Element:
    child = parent.find(main(name))
    assert child is not None, name
    return child


def clear(cell: etree._Element) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)


def restyled(book: Book, ref: str) -> etree._Element:
    """A copy of the style of the cell, for this cell alone."""
    styles = child(book.root("xl/styles.xml"), "cellXfs")
    cell = book.cell(ref)
    styles.append(deepcopy(styles[int(cell.get("s", "0"))]))
    cell.set("s", str(len(styles) - 1))
    return styles[-1]


def cells_of(ranges: str) -> list[str]:
    """The cells of ``F7:F10 K19``; ranges of one column only."""
    return [
        f"{first[0]}{row}"
        for first, _, last in (each.partition(":") for each in ranges.split())
        for row in range(int(first[1:]), int((last or first)[1:]) + 1)
    ]


def move(sheet: etree._Element, place: Callable[[str, int], tuple[str, int]]) -> None:
    """Every row, cell and reference of the sheet at its new place."""

    def moved(text: str) -> str:
        return _REFERENCE.sub(lambda match: "{}{}".format(*place(match[1], int(match[2]))), text)

    for element in sheet.iter():
        if element.tag == main("row"):
            element.set("r", str(place("A", int(element.get("r", "1")))[1]))
            continue
        for name in ("r", "ref", "sqref"):
            if name in element.attrib:
                element.set(name, moved(element.get(name, "")))
        if element.text and element.tag in map(main, ("f", "formula", "formula1", "formula2")):
            parts = _LITERAL.split(element.text)
            element.text = "".join(part if part.startswith('"') else moved(part) for part in parts)
