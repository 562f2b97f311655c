"""VML: the old drawings that still hold the boxes of comments, buttons and pictures of headers."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from zpj.xlsx.limits import Limits
from zpj.xlsx.parts.anchors import vml_cells
from zpj.xlsx.references import Range
from zpj.xlsx.refusal import Refused
from zpj.xlsx.xml_tree import as_utf8, local_name, normal, parse

_OPEN_BREAK = re.compile(rb"<br\s*>", re.IGNORECASE)
_SHAPES = frozenset(
    {"shape", "rect", "roundrect", "oval", "line", "polyline", "curve", "arc", "image", "group"}
)
NOTE = "Note"
VML_SHAPE = "_x0000_s"
"""Before the number of a shape, by which the sheet and its drawing know it."""


@dataclass(frozen=True, slots=True)
class VmlShape:
    """A shape. ``kind`` is ``Note``, ``Button``, ``Pict``, ...; empty for one that is none of Excel's."""

    identifier: str
    kind: str = ""
    cells: Range | None = None
    text: str = ""
    cell: tuple[int, int] | None = None
    """The cell of a note."""
    visible: bool = False
    """Whether a note is always shown."""
    hidden: bool = False
    macro: str = ""
    link: str = ""
    prints: bool = True
    images: tuple[str, ...] = ()
    """Ids of relationships."""


def read_vml(part: str, xml: bytes, limits: Limits) -> tuple[VmlShape, ...] | None:
    """The shapes of a part; ``None`` where it is not even nearly XML."""
    # Excel writes line breaks in it that nobody closes, as web pages do.
    for spelled in (xml, _OPEN_BREAK.sub(b"<br/>", xml)):
        try:
            root = normal(part, parse(part, as_utf8(part, spelled), limits), "", limits)
        except Refused:
            continue
        return tuple(_shape(element) for element in _shapes(root))
    return None


def _shapes(element: Element) -> list[Element]:
    """The shapes that stand for themselves: not those of a group, which is one."""
    found: list[Element] = []
    for child in element:
        if local_name(child.tag) in _SHAPES:
            found.append(child)
        elif local_name(child.tag) not in ("shapetype", "shapelayout", "shapedefaults"):
            found += _shapes(child)
    return found


def _shape(element: Element) -> VmlShape:
    data = next((child for child in element.iter() if local_name(child.tag) == "ClientData"), Element("none"))
    facts = {local_name(child.tag): (child.text or "").strip() for child in data}
    row, column = facts.get("Row", ""), facts.get("Column", "")
    style = element.get("style", "").replace(" ", "").lower()
    spid = next((value for name, value in element.attrib.items() if local_name(name) == "spid"), "")
    images = [
        value
        for child in element.iter()
        if local_name(child.tag) == "imagedata"
        for name, value in child.attrib.items()
        if local_name(name) in ("relid", "id", "pict")
    ]
    boxes = [child for child in element.iter() if local_name(child.tag) == "textbox"]
    return VmlShape(
        spid or element.get("id", ""),
        data.get("ObjectType", ""),
        vml_cells(facts.get("Anchor", "")),
        "\n".join("".join(box.itertext()).strip() for box in boxes).strip(),
        (int(row) + 1, int(column) + 1) if _is_number(row) and _is_number(column) else None,
        "Visible" in facts and facts["Visible"].lower() not in ("false", "f"),
        "visibility:hidden" in style,
        facts.get("FmlaMacro", ""),
        facts.get("FmlaLink", ""),
        facts.get("PrintObject", "").lower() not in ("false", "f"),
        tuple(images),
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < len("10000000")
