"""The parts of a workbook's archive, and how they hang together by relationships."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006/relationships"
C = "http://schemas.openxmlformats.org/package/2006/content-types"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
# Excel ends the declaration with a carriage return and a line feed; WPS with a line feed only.
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part; ``kind`` is the last word of its type, ``target`` a part's name."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


def main(name: str) -> str:
    return f"{{{S}}}{name}"


def given(element: etree._Element) -> dict[str, str]:
    """The attributes of an element, those in a namespace by their last word."""
    return {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}


def parse(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def pack(parts: Mapping[str, bytes | str]) -> bytes:
    """An archive with the content types first, as Excel writes it, dated 1980 as Excel dates every entry."""
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name != "_rels/.rels"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def relations_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def relations(parts: Mapping[str, bytes], part: str) -> list[Relation]:
    data = parts.get(relations_name(part))
    return [] if data is None else [_relation(part, entry) for entry in parse(data)]


def related(parts: Mapping[str, bytes], part: str, kind: str) -> str | None:
    """The name of the part that ``part`` is related to in this way; None if there is none."""
    return next((each.target for each in relations(parts, part) if each.kind == kind), None)


def relationships_xml(part: str, entries: list[Relation]) -> str:
    """The relationships part of ``part``: targets relative to its folder, as Excel and WPS write them."""
    lines = "".join(
        f'<Relationship Id="{each.id}" Type="{each.type}" Target="{_target(part, each)}"'
        + (' TargetMode="External"/>' if each.external else "/>")
        for each in entries
    )
    return f'{DECLARATION}<Relationships xmlns="{P}">{lines}</Relationships>'


def _relation(part: str, entry: etree._Element) -> Relation:
    target, outside = entry.get("Target", ""), entry.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/" + posixpath.dirname(part), target)).lstrip("/")
    return Relation(entry.get("Id", ""), entry.get("Type", ""), target, outside)


def _target(part: str, relation: Relation) -> str:
    if relation.external:
        return relation.target
    return posixpath.relpath("/" + relation.target, "/" + posixpath.dirname(part))
