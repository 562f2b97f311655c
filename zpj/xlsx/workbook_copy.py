"""A copy of a returned workbook, changed part by part: what is not touched is copied as it lies in the file.

openpyxl would drop the stored results of formulas, macros' buttons and whatever else it does not know.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Container, Generator, Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple, TypeAlias

from lxml import etree

from zpj.model.errors import UnreadableFile
from zpj.model.findings import Place, finding
from zpj.xlsx import LIMITS, open_workbook
from zpj.xlsx.archive_reader import Archive
from zpj.xlsx.archive_writer import LEVEL, Part, deflate, pack
from zpj.xlsx.opc_package import CONTENT_TYPES, CONTENT_TYPES_SPACE, PACKAGE, RELATIONSHIPS_SPACE, Package
from zpj.xlsx.refusal import Reason, Refused, hostile, unreadable

Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage]
"""An element of lxml, which has no public name for its class."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
"""Namespace of relationships by that of the workbook, transitional and strict."""


class SheetPart(NamedTuple):
    """A tab of the workbook and the part that holds it."""

    name: str
    part: str


class NewPart(NamedTuple):
    """A part that was added, and the id by which its source refers to it."""

    part: str
    identifier: str


@contextmanager
def copy_of(path: Path) -> Generator["WorkbookCopy"]:
    """The workbook at ``path`` to be changed; the file itself never is.

    Raises:
        UnreadableFile: with one finding of family X, also for a part that only shows now what is wrong.
    """
    open_workbook(path)
    try:
        yield WorkbookCopy(path.read_bytes())
    except Refused as refused:
        problem = finding(refused.code, Place(str(path)), found=refused.found, expected=refused.expected)
        raise UnreadableFile([problem]) from refused


class WorkbookCopy:
    """The parts of a workbook: some changed, some new, and the rest as it was."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data, LIMITS)
        self._package = Package(self._archive, LIMITS)
        # A relationship may name its part in other letter case than the archive does.
        self._names = {name.lower(): name for name in self._archive.names}
        self._trees: dict[str, Element] = {}
        self._texts: dict[str, str] = {}
        self.book = next(
            each.target
            for each in self._package.relationships(PACKAGE).values()
            if each.kind == "officeDocument"
        )
        self.main = str(etree.QName(self.tree(self.book)).namespace)
        self.office = _OFFICE.get(self.main) or hostile(Reason.WRONG_PART, self.book)

    def tree(self, part: str) -> Element:
        """The root of a part; what is changed in it will be written."""
        name = self._names.get(part.lower(), part)
        if name not in self._trees:
            added = self._texts.pop(name, None)
            self._trees[name] = _parse(part, added.encode() if added else self._archive.read(part))
        return self._trees[name]

    def element(self, part: str, name: str) -> Element:
        """The first element of this name in a part. X01 where there is none."""
        found = next(self.tree(part).iter(f"{{{self.main}}}{name}"), None)
        return unreadable(Reason.CONTENT, part) if found is None else found

    def text(self, part: str) -> str:
        """A part as text: VML is often no well-formed XML."""
        return self._texts.get(part) or self._archive.read(part).decode("utf-8", "replace")

    def put(self, part: str, text: str) -> None:
        """Another text for a part."""
        self._texts[self._names.get(part.lower(), part)] = text

    def sheets(self) -> Iterator[SheetPart]:
        """The sheets in the order of their tabs."""
        for entry in self.tree(self.book).iter(f"{{{self.main}}}sheet"):
            identifier = entry.get(f"{{{self.office}}}id", "")
            yield SheetPart(entry.get("name", ""), self.target(self.book, identifier))

    def related(self, source: str, kind: str) -> str | None:
        """The part of this kind that belongs to ``source``: its ``comments``, its ``styles``."""
        targets = self._package.relationships(source).values()
        return next((each.target for each in targets if each.kind == kind), None)

    def target(self, source: str, identifier: str) -> str:
        """The part that ``source`` refers to by this id."""
        related = self._package.relationships(source).get(identifier)
        return hostile(Reason.RELATIONSHIP, source) if related is None else related.target

    def add(self, source: str, kind: str, pattern: str, text: str, content_type: str) -> NewPart:
        """A new part that belongs to ``source``, named ``pattern``, with a number where that is taken."""
        names = {name.lower() for name in (*self._archive.names, *self._texts)}
        part = _free(pattern, names)
        self.put(part, text)
        types = self.tree(CONTENT_TYPES)
        etree.SubElement(
            types, f"{{{CONTENT_TYPES_SPACE}}}Override", PartName=f"/{part}", ContentType=content_type
        )
        return NewPart(part, self._relate(source, kind, part))

    def pack(self) -> bytes:
        """The workbook as it is now."""
        names = dict.fromkeys((*self._archive.names, *self._trees, *self._texts))
        return pack([self._part(name) for name in names])

    def _relate(self, source: str, kind: str, part: str) -> str:
        folder, name = posixpath.split(source)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        if listed not in self._archive and listed not in self._trees:
            self._trees[listed] = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS_SPACE}"/>')
        root = self.tree(listed)
        identifier = _free("zpj%s", {entry.get("Id", "").lower() for entry in root})
        etree.SubElement(
            root,
            f"{{{RELATIONSHIPS_SPACE}}}Relationship",
            Id=identifier,
            Type=f"{self.office}/{kind}",
            Target=f"/{part}",
        )
        return identifier

    def _part(self, name: str) -> Part:
        if name in self._texts:
            return deflate(name, self._texts[name].encode())
        if name in self._trees:
            xml = DECLARATION + etree.tostring(self._trees[name], encoding="unicode")
            return deflate(name, xml.encode())
        packed = self._archive.packed(name)
        data = packed.data
        if packed.method == zipfile.ZIP_STORED:
            data = _deflate(data)
        elif packed.method != zipfile.ZIP_DEFLATED:
            unreadable(Reason.COMPRESSION, name)
        return Part(name.encode(), data, packed.crc, packed.size)


def _parse(part: str, xml: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        unreadable(Reason.XML, part)
    if next(root.iter(etree.Entity), None) is not None:
        hostile(Reason.DOCTYPE, part)
    return root


def _free(pattern: str, taken: Container[str]) -> str:
    """``pattern`` without a number if that name is free, else with the first that is."""
    numbers = chain(("",), count(2))
    return next(name for number in numbers if (name := pattern % number).lower() not in taken)


def _deflate(data: bytes) -> bytes:
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeeze.compress(data) + squeeze.flush()
