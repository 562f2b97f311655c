"""The Office package inside the archive: content types and relationships, by which every part is found."""

import posixpath
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from zpj.xlsx.archive_reader import Archive
from zpj.xlsx.limits import Limits
from zpj.xlsx.part_cache import remembered
from zpj.xlsx.refusal import Reason, TwoViews, ambiguous, hostile, unreadable
from zpj.xlsx.relationship_types import SINGLE, STRUCTURAL, is_strict, kind_of
from zpj.xlsx.xml_tree import local_name, read_tree

CONTENT_TYPES = "[Content_Types].xml"
CONTENT_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
PACKAGE = ""
"""The package itself, as the source of the first relationships."""


class Relationship(NamedTuple):
    """From one part to another."""

    kind: str
    """``worksheet``, ``styles``, ...; ``?`` and the type where that is not known."""
    target: str
    """The part, or where :attr:`external` an address as written."""
    external: bool = False
    literal: str = ""
    """The part if ``%20`` and its like are taken as they stand, where the target has any."""
    strict: bool = False
    """Whether its type is that of the strict standard."""


Relationships = Mapping[str, Relationship]
"""By id."""
NONE: Relationships = {}


class Package:
    """Parts and how they belong together."""

    def __init__(self, archive: Archive, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._types = _read_types(CONTENT_TYPES, archive.read(CONTENT_TYPES), limits)
        self._relationships: dict[str, Relationships] = {}

    def content_type(self, part: str) -> str:
        """The declared type of a part; empty where none is declared."""
        extension = part.lower().rpartition(".")[2]
        return self._types.overrides.get(part.lower()) or self._types.defaults.get(extension, "")

    def relationships(self, source: str) -> Relationships:
        """By id, the relationships of ``source``; none if it has no list.

        X06 for an id that comes twice, for a type that only looks like one of ours, for two parts where there
        can be one only, and for a target that can be read in two ways.
        """
        if source not in self._relationships:
            self._relationships[source] = self._read(source)
        return self._relationships[source]

    def _read(self, source: str) -> Relationships:
        folder, name = posixpath.split(source)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if part not in self._archive:
            return NONE
        found = _read_relationships(part, self._archive.read(part), folder, self._limits)
        if any(related.literal for related in found.values()):
            return {key: self._decoded(part, related) for key, related in found.items()}
        return found

    def _decoded(self, part: str, related: Relationship) -> Relationship:
        if related.literal and related.literal in self._archive:
            if related.target in self._archive:
                ambiguous(TwoViews.TARGET_ENCODED, part)
            return related._replace(target=related.literal)
        return related


def targets(relationships: Relationships, kind: str) -> list[str]:
    """The parts inside the package that are reached by relationships of ``kind``."""
    return [each.target for each in relationships.values() if each.kind == kind and not each.external]


def target(relationships: Relationships, kind: str) -> str:
    """The part of the first relationship of ``kind``; empty where there is none."""
    return next(iter(targets(relationships, kind)), "")


class _Types(NamedTuple):
    """Content types by extension and, which count for more, by the name of a part; both in lower case."""

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]


@remembered
def _read_types(part: str, xml: bytes, limits: Limits) -> _Types:
    types = _Types({}, {})
    tables = {
        f"{{{CONTENT_TYPES_SPACE}}}Default": ("Extension", types.defaults),
        f"{{{CONTENT_TYPES_SPACE}}}Override": ("PartName", types.overrides),
    }
    for element in read_tree(part, xml, "Types", limits):
        if element.tag not in tables or len(element):
            ambiguous(TwoViews.SHEET_CONTENT, part)
        attribute, table = tables[element.tag]
        try:
            name, kind = element.attrib[attribute].lstrip("/").lower(), element.attrib["ContentType"]
        except KeyError:
            unreadable(Reason.CONTENT, part)
        if name in table:
            ambiguous(TwoViews.TYPE_TWICE, name)
        table[name] = kind  # type: ignore[index]  # filled here, read-only for everybody else
    return types


@remembered
def _read_relationships(part: str, xml: bytes, folder: str, limits: Limits) -> Relationships:
    found: dict[str, Relationship] = {}
    for element in read_tree(part, xml, "Relationships", limits):
        if element.tag != f"{{{RELATIONSHIPS_SPACE}}}Relationship":
            if local_name(element.tag) == "Relationship" or len(element):
                ambiguous(TwoViews.FOREIGN_TWIN, part)
            continue
        try:
            key, kind, written = (element.attrib[name] for name in ("Id", "Type", "Target"))
        except KeyError:
            unreadable(Reason.CONTENT, part)
        if key in found:
            ambiguous(TwoViews.RELATIONSHIP_TWICE, part, key)
        external = element.get("TargetMode") == "External"
        related = _relationship(part, folder, kind_of(kind, part), written, external)
        found[key] = related._replace(strict=True) if is_strict(kind) else related
    counts = Counter(related.kind for related in found.values())
    if many := next((kind for kind in SINGLE if counts[kind] > 1), ""):
        ambiguous(TwoViews.RELATIONSHIP_MANY, part, many)
    return found


def _relationship(part: str, folder: str, kind: str, written: str, external: bool) -> Relationship:
    if external:
        if kind in STRUCTURAL:
            hostile(Reason.OUTSIDE, part)
        return Relationship(kind, written, True)
    # A place in this workbook; no part.
    if written.startswith("#") or kind == "hyperlink":
        return Relationship(kind, written, True)
    literal = _resolve(folder, written)
    decoded = _resolve(folder, unquote(written)) if "%" in written else literal
    return Relationship(kind, decoded, literal="" if literal == decoded else literal)


def _resolve(folder: str, target: str) -> str:
    """The part a target names, absolute or relative. X02 where it climbs out of the package."""
    path = target.replace("\\", "/").partition("#")[0]
    steps: list[str] = [] if path.startswith("/") else folder.split("/")
    for step in path.split("/"):
        if step != "..":
            steps.append(step)
        elif any(steps):
            steps.pop()
        else:
            hostile(Reason.OUTSIDE, target)
    return "/".join(step for step in steps if step not in ("", "."))
