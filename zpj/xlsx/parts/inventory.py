"""Every part of the package, how it is reached, and what leads out of the package."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from zpj.xlsx.archive_reader import Archive
from zpj.xlsx.model.book import ExternalTarget, PartInfo
from zpj.xlsx.opc_package import CONTENT_TYPES, PACKAGE, Package, Relationship
from zpj.xlsx.refusal import TwoViews, ambiguous
from zpj.xlsx.relationship_types import OF_ONE_STANDARD, contradicts

QUERIES = "DataMashup"
"""The kind of an item of custom XML that holds queries, which its relationship does not say."""
_RELATIONSHIPS = ".rels"
_QUERIES = b"schemas.microsoft.com/DataMashup"
"""Its namespace, in UTF-8 or, without its noughts, in UTF-16."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What is in a package."""

    parts: tuple[PartInfo, ...]
    """In the order of the archive, without content types and relationships."""
    external: tuple[ExternalTarget, ...]
    missing: tuple[PartInfo, ...]
    """Parts that a relationship leads to and the archive does not hold."""


def take_inventory(archive: Archive, package: Package) -> Inventory:
    """All parts. X06 for one whose content type contradicts the relationship that leads to it."""
    found: dict[str, PartInfo] = {}
    external: list[ExternalTarget] = []
    standards: set[bool] = set()
    for source, related in _relationships(package):
        kind, target = related.kind, related.target
        if related.external:
            external.append(ExternalTarget(source, kind, target))
            continue
        if kind in OF_ONE_STANDARD:
            standards.add(related.strict)
        known = found.get(target.lower())
        if known is None:
            content_type = package.content_type(target)
            if target in archive and contradicts(kind, content_type):
                ambiguous(TwoViews.TYPE_CONTRADICTS, target)
            if kind == "customXml" and _QUERIES in archive.read(target).replace(b"\0", b""):
                kind = QUERIES
            found[target.lower()] = PartInfo(target, content_type, kind, source, 1)
        else:
            found[target.lower()] = replace(known, times=known.times + 1)
    # Who knows one standard only would not find the other's parts.
    if len(standards) > 1:
        ambiguous(TwoViews.DIALECTS)
    names = [name for name in archive.names if name != CONTENT_TYPES and not name.endswith(_RELATIONSHIPS)]
    parts = tuple(
        replace(found[name.lower()], name=name)
        if name.lower() in found
        else PartInfo(name, package.content_type(name))
        for name in names
    )
    return Inventory(
        parts, tuple(external), tuple(each for each in found.values() if each.name not in archive)
    )


def _relationships(package: Package) -> Iterator[tuple[str, Relationship]]:
    """Source and relationship, of every one that can be reached."""
    waiting, seen = deque([PACKAGE]), {PACKAGE}
    while waiting:
        source = waiting.popleft()
        for related in package.relationships(source).values():
            yield source, related
            target = related.target.lower()
            if not related.external and target not in seen:
                seen.add(target)
                waiting.append(related.target)
