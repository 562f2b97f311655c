"""Buttons and other controls, and OLE objects: told by the sheet, by VML and by the drawing at once."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes, Spot
from zpj.xlsx.model.objects import DrawnObject, ObjectKind
from zpj.xlsx.opc_package import Relationships
from zpj.xlsx.parts.anchors import Geometry, anchored_cells
from zpj.xlsx.parts.drawings import Described
from zpj.xlsx.parts.elements import resolved
from zpj.xlsx.parts.vml import NOTE, VML_SHAPE, VmlShape
from zpj.xlsx.references import Range
from zpj.xlsx.xml_tree import local_name

_INNER = frozenset({"control", "oleObject"})
_KINDS = {"control": ObjectKind.CONTROL, "oleObject": ObjectKind.OLE}


def read_controls(
    containers: Iterable[Element], part: str, related: Relationships, geometry: Geometry
) -> dict[str, DrawnObject]:
    """What ``controls`` and ``oleObjects`` elements tell, by the id of the shape."""
    found: dict[str, DrawnObject] = {}
    for container in containers:
        for element in resolved(container, _INNER, part):
            given = Attributes(element.attrib, Spot(part, local_name(element.tag)))
            number = given.take("shapeId")
            key = given.relationship()
            inner = next(
                (child for child in element if local_name(child.tag) in ("controlPr", "objectPr")), None
            )
            anchor = (
                next((child for child in inner if local_name(child.tag) == "anchor"), None)
                if inner is not None
                else None
            )
            found[f"{VML_SHAPE}{number}"] = DrawnObject(
                _KINDS.get(local_name(element.tag), ObjectKind.UNKNOWN),
                None if anchor is None else anchored_cells(anchor, geometry),
                given.take("name"),
                macro="" if inner is None else inner.get("macro", ""),
                link=given.take("link") or ("" if inner is None else inner.get("linkedCell", "")),
                part=part,
                parts=(related[key].target,) if key in related else (),
                detail=given.take("progId"),
            )
    return found


def merged(
    told: dict[str, DrawnObject], shapes: Iterable[VmlShape], vml: str, drawn: Iterable[Described]
) -> Iterator[DrawnObject]:
    """Every object once: what the drawing and the sheet say of a shape in VML is said of the same thing.

    Where they disagree about what it runs or what it says, both are given.
    """
    rest = dict(told)
    by_look = {(twin.macro, twin.cells): key for key, twin in told.items() if twin.macro}
    known: dict[str, DrawnObject] = {}
    for shape in shapes:
        if shape.kind == NOTE:
            continue
        key = _key(shape, rest, by_look)
        twin = rest.pop(key, None)
        known[key] = _from_vml(shape, vml, twin)
        yield known[key]
        if twin is not None and twin.macro and twin.macro != shape.macro:
            yield twin
    known |= rest
    yield from rest.values()
    for object_, identifiers, has_no_size in drawn:
        twins = [known[each] for each in identifiers if each in known]
        if not (twins and _says_the_same(object_, twins[0], has_no_size)):
            yield object_


def _key(shape: VmlShape, told: dict[str, DrawnObject], by_look: dict[tuple[str, Range | None], str]) -> str:
    """By its number, or, where a program gives all shapes one, by what it runs where."""
    if shape.identifier in told:
        return shape.identifier
    return by_look.get((shape.macro, shape.cells), shape.identifier)


def _says_the_same(second: DrawnObject, first: DrawnObject, has_no_size: bool) -> bool:
    in_place = second.hidden or has_no_size or second.cells == first.cells
    return in_place and second.macro in ("", first.macro) and second.text in ("", first.text)


def _from_vml(shape: VmlShape, part: str, twin: DrawnObject | None) -> DrawnObject:
    if twin is not None:
        kind = twin.kind
    elif shape.kind == "Pict":
        kind = ObjectKind.OLE
    else:
        kind = ObjectKind.CONTROL if shape.kind else ObjectKind.SHAPE
    return DrawnObject(
        kind,
        shape.cells or (twin.cells if twin else None),
        twin.name if twin else "",
        shape.text,
        shape.hidden,
        shape.macro,
        shape.link or (twin.link if twin else ""),
        shape.prints,
        part,
        twin.parts if twin else (),
        shape.kind or (twin.detail if twin else ""),
    )
