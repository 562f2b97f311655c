"""The Office package inside the archive: content types and relationships, by which every part is found."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from zpj.xlsx.archive_reader import Archive
from zpj.xlsx.limits import Limits
from zpj.xlsx.part_cache import remembered
from zpj.xlsx.refusal import Reason, hostile
from zpj.xlsx.xml_parser import Start, parse, qualified

CONTENT_TYPES = "[Content_Types].xml"
CONTENT_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
PACKAGE = ""
"""The package itself, as the source of the first relationships."""


class Relationship(NamedTuple):
    """From one part to another. ``kind`` is the last word of the type, alike in strict and transitional."""

    kind: str
    target: str


class Package:
    """Parts and how they belong together."""

    def __init__(self, archive: Archive, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._types = _read_types(CONTENT_TYPES, archive.read(CONTENT_TYPES), limits)

    def content_type(self, part: str) -> str:
        """The declared type of a part; empty where none is declared."""
        extension = part.lower().rpartition(".")[2]
        return self._types.overrides.get(part.lower()) or self._types.defaults.get(extension, "")

    def relationships(self, source: str) -> Mapping[str, Relationship]:
        """By id, the relationships of ``source`` that stay inside the package; none if it has no list."""
        folder, name = posixpath.split(source)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if part not in self._archive:
            return {}
        return _read_relationships(part, self._archive.read(part), folder, self._limits)


class _Types(NamedTuple):
    """Content types by extension and, which count for more, by the name of a part; both in lower case."""

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]


@remembered
def _read_types(part: str, xml: bytes, limits: Limits) -> _Types:
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}

    def default(attributes: dict[str, str]) -> None:
        defaults[attributes["Extension"].lower()] = attributes["ContentType"]

    def override(attributes: dict[str, str]) -> None:
        overrides[attributes["PartName"].lstrip("/").lower()] = attributes["ContentType"]

    starts: dict[str, Start] = {"Default": default, "Override": override}
    parse(part, xml, "Types", qualified(starts, CONTENT_TYPES_SPACE), {}, limits.depth)
    return _Types(defaults, overrides)


@remembered
def _read_relationships(part: str, xml: bytes, folder: str, limits: Limits) -> Mapping[str, Relationship]:
    found: dict[str, Relationship] = {}

    def add(attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode") != "External":
            target = _resolve(folder, attributes["Target"])
            found[attributes["Id"]] = Relationship(attributes["Type"].rpartition("/")[2], target)

    starts = qualified({"Relationship": add}, RELATIONSHIPS_SPACE)
    parse(part, xml, "Relationships", starts, {}, limits.depth)
    return found


def _resolve(folder: str, target: str) -> str:
    """The part a target names, absolute or relative. X02 where it climbs out of the package."""
    path = unquote(target).replace("\\", "/").partition("#")[0]
    steps: list[str] = [] if path.startswith("/") else folder.split("/")
    for step in path.split("/"):
        if step != "..":
            steps.append(step)
        elif any(steps):
            steps.pop()
        else:
            hostile(Reason.OUTSIDE, target)
    return "/".join(step for step in steps if step not in ("", "."))
