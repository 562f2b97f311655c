"""The drawing part of a sheet: pictures, shapes, charts and what else lies over the cells."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from zpj.xlsx.limits import Limits
from zpj.xlsx.model.objects import DrawnObject, ObjectKind
from zpj.xlsx.opc_package import Relationship, Relationships
from zpj.xlsx.parts.anchors import Geometry, anchored_cells
from zpj.xlsx.parts.vml import VML_SHAPE
from zpj.xlsx.xml_tree import ALTERNATIVES, OFFICE_RELATIONSHIPS, local_name, read_tree

_ANCHORS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})
_CONTENTS = {
    "pic": ObjectKind.PICTURE,
    "sp": ObjectKind.SHAPE,
    "cxnSp": ObjectKind.CONNECTOR,
    "grpSp": ObjectKind.GROUP,
    "graphicFrame": ObjectKind.UNKNOWN,
    "contentPart": ObjectKind.INK,
}
_GRAPHICS = {
    "chart": ObjectKind.CHART,
    "chartex": ObjectKind.CHART,
    "diagram": ObjectKind.DIAGRAM,
    "slicer": ObjectKind.SLICER,
    "timeslicer": ObjectKind.SLICER,
    "ole": ObjectKind.OLE,
}
"""Kinds of graphic frames, by the last word of what they hold."""
_TRUE = ("1", "true")
_COUNTERPART = "compatExt"
"""Names the shape in VML of which this is a second description."""


class Described(NamedTuple):
    """An object, and by what it may be known as a second description of a control."""

    object: DrawnObject
    identifiers: tuple[str, ...] = ()
    """Of the shape in VML, and of the shape itself."""
    has_no_size: bool = False


def read_drawing(
    part: str, xml: bytes, related: Relationships, geometry: Geometry, limits: Limits
) -> list[Described]:
    """The objects of a drawing part."""
    root = read_tree(part, xml, "", limits)
    drawn = (_drawn(anchor, part, related, geometry) for anchor in _every(root))
    return list(dict.fromkeys(drawn))


def _every(parent: Element) -> Iterator[Element]:
    """The children, and of alternatives those of all versions: which one is shown depends on the program."""
    for child in parent:
        if child.tag == ALTERNATIVES:
            for branch in child:
                yield from branch
        else:
            yield child


def _drawn(anchor: Element, part: str, related: Relationships, geometry: Geometry) -> Described:
    if local_name(anchor.tag) not in _ANCHORS:
        return Described(DrawnObject(ObjectKind.UNKNOWN, part=part, detail=local_name(anchor.tag)))
    contents = [child for child in _every(anchor) if local_name(child.tag) in _CONTENTS]
    prints = all(
        child.get("fPrintsWithSheet", "1") in _TRUE
        for child in anchor
        if local_name(child.tag) == "clientData"
    )
    cells = anchored_cells(anchor, geometry)
    if not contents:
        return Described(DrawnObject(ObjectKind.UNKNOWN, cells, prints=prints, part=part))
    versions = [_described(content, related) for content in contents]
    drawn = replace(versions[0], cells=cells, prints=prints, part=part)
    for other in versions[1:]:
        drawn = replace(drawn, text=_both(drawn.text, other.text), macro=_both(drawn.macro, other.macro))
    corners = [[part.text for part in child] for child in anchor if local_name(child.tag) in ("from", "to")]
    return Described(drawn, _identifiers(contents[0]), len(corners) > 1 and corners[0] == corners[1])


def _both(text: str, other: str) -> str:
    return text if other in text else f"{text}\n{other}".strip()


def _identifiers(content: Element) -> tuple[str, ...]:
    """The names under which VML and the sheet know this object, if they do."""
    found = [each.get("spid", "") for each in content.iter() if local_name(each.tag) == _COUNTERPART]
    own = (each.get("id", "") for each in content.iter() if local_name(each.tag) == "cNvPr")
    return (*found, *(f"{VML_SHAPE}{number}" for number in own))


def _described(content: Element, related: Relationships) -> DrawnObject:
    kind = _CONTENTS[local_name(content.tag)]
    inside: dict[str, list[Element]] = {}
    for element in content.iter():
        inside.setdefault(local_name(element.tag), []).append(element)
    own = (inside.get("cNvPr") or [Element("cNvPr")])[0]
    text = "\n".join(
        "".join(run.text or "" for run in paragraph.iter() if local_name(run.tag) == "t")
        for paragraph in inside.get("p", ())
    ).strip()
    if kind is ObjectKind.UNKNOWN:
        kind = _graphic(inside.get("graphicData", []))
    if kind is ObjectKind.SHAPE and any(each.get("txBox") in _TRUE for each in inside.get("cNvSpPr", ())):
        kind = ObjectKind.TEXT_BOX
    macros = [macro for element in content.iter() if (macro := element.get("macro"))]
    return DrawnObject(
        kind,
        name=own.get("name", ""),
        text=text,
        hidden=own.get("hidden") in _TRUE,
        macro=" ".join(macros),
        link=_link(inside, content, related),
        parts=_parts(content, related),
        detail=next((each.get("prst", "") for each in inside.get("prstGeom", ())), ""),
    )


def _graphic(data: list[Element]) -> ObjectKind:
    uri = data[0].get("uri", "") if data else ""
    return _GRAPHICS.get(uri.rpartition("/")[2].lower(), ObjectKind.UNKNOWN)


def _link(inside: Mapping[str, list[Element]], content: Element, related: Relationships) -> str:
    clicks = [each for name in ("hlinkClick", "hlinkHover") for each in inside.get(name, ())]
    targets = [found.target for each in clicks for found in _named(each, related)]
    return " ".join([*targets, *filter(None, [content.get("textlink")])])


def _parts(content: Element, related: Relationships) -> tuple[str, ...]:
    found = (
        each.target
        for element in content.iter()
        for each in _named(element, related)
        if each.kind != "hyperlink"
    )
    return tuple(dict.fromkeys(found))


def _named(element: Element, related: Relationships) -> Iterator[Relationship]:
    """The relationships that the attributes of an element name."""
    for name, value in element.attrib.items():
        if name.startswith(_IDS) and value in related:
            yield related[value]


_IDS = tuple(f"{{{space}}}" for space in OFFICE_RELATIONSHIPS)
