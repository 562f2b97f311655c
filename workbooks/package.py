"""The Office package inside the archive: content types and relationships, by which every part is found."""

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from workbooks.archive import Archive
from workbooks.limits import Limits
from workbooks.markup import parse, qualified
from workbooks.refusal import Reason, hostile

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
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        starts = {"Default": self._default, "Override": self._override}
        xml = archive.read(CONTENT_TYPES)
        parse(CONTENT_TYPES, xml, "Types", qualified(starts, CONTENT_TYPES_SPACE), {}, limits.depth)

    def _default(self, attributes: dict[str, str]) -> None:
        self._defaults[attributes["Extension"].lower()] = attributes["ContentType"]

    def _override(self, attributes: dict[str, str]) -> None:
        self._overrides[attributes["PartName"].lstrip("/").lower()] = attributes["ContentType"]

    def content_type(self, part: str) -> str:
        """The declared type of a part; empty where none is declared."""
        extension = part.lower().rpartition(".")[2]
        return self._overrides.get(part.lower()) or self._defaults.get(extension, "")

    def relationships(self, source: str) -> dict[str, Relationship]:
        """By id, the relationships of ``source`` that stay inside the package; none if it has no list."""
        folder, name = posixpath.split(source)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if part not in self._archive:
            return {}
        found: dict[str, Relationship] = {}

        def add(attributes: dict[str, str]) -> None:
            if attributes.get("TargetMode") != "External":
                target = _resolve(folder, attributes["Target"])
                found[attributes["Id"]] = Relationship(attributes["Type"].rpartition("/")[2], target)

        xml = self._archive.read(part)
        starts = qualified({"Relationship": add}, RELATIONSHIPS_SPACE)
        parse(part, xml, "Relationships", starts, {}, self._limits.depth)
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
