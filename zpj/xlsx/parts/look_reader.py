"""Fills, borders, alignments, and what a conditional format changes."""

from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes, Spot
from zpj.xlsx.model.looks import (
    BLACK,
    NO_SIDE,
    WHITE,
    Alignment,
    Border,
    DifferentialFormat,
    Fill,
    Side,
)
from zpj.xlsx.parts.colors import Colors
from zpj.xlsx.parts.fonts import font_facts
from zpj.xlsx.xml_tree import local_name

_SIDES = {
    "left": "left", "start": "left", "right": "right", "end": "right", "top": "top", "bottom": "bottom",
    "diagonal": "diagonal",
}  # fmt: skip
_HORIZONTAL = {"start": "left", "end": "right"}


def read_fill(element: Element, colors: Colors, differential: bool = False) -> Fill:
    """A fill. Of a differential format the colour behind the pattern is the one of a solid fill."""
    children = list(element)
    if len(children) != 1 or local_name(children[0].tag) not in ("patternFill", "gradientFill"):
        return Fill(unknown=tuple(local_name(child.tag) for child in children))
    child = children[0]
    if child.tag == "gradientFill":
        return _gradient(child, colors)
    named = {each.tag: each.attrib for each in child}
    unknown = tuple(sorted(local_name(tag) for tag in named if tag not in ("fgColor", "bgColor")))
    unknown += ("twice",) if len(named) < len(child) else ()
    pattern = child.get("patternType", "solid" if differential and named else "none")
    if pattern == "none":
        return Fill(unknown=unknown)
    front = colors.resolve(named.get("fgColor", {}), BLACK)
    back = colors.resolve(named.get("bgColor", {}), WHITE)
    if pattern != "solid":
        return Fill(pattern, front, back, unknown=unknown)
    if differential and "bgColor" in named:
        if "fgColor" in named and front != back:
            unknown += (f"fgColor={front}",)
        front = back
    return Fill("solid", front, unknown=unknown)


def _gradient(element: Element, colors: Colors) -> Fill:
    stops = tuple(colors.resolve(color.attrib) for stop in element for color in stop)
    return Fill("gradient", gradient=stops)


def read_border(element: Element, colors: Colors) -> Border:
    """A border."""
    sides: dict[str, Side] = {}
    unknown: list[str] = []
    for child in element:
        name = _SIDES.get(child.tag)
        if name and name not in sides:
            sides[name] = _side(child, colors)
        elif _side(child, colors).style or name:
            unknown.append(local_name(child.tag))
    up, down = (element.get(name) in ("1", "true") for name in ("diagonalUp", "diagonalDown"))
    if not (up or down):
        sides.pop("diagonal", None)
    return Border(**sides, diagonal_up=up, diagonal_down=down, unknown=tuple(unknown))


def _side(element: Element, colors: Colors) -> Side:
    style = element.get("style", "none")
    if style == "none":
        return NO_SIDE
    return Side(style, colors.resolve(element[0].attrib if len(element) else {}))


def read_alignment(element: Element | None, part: str) -> Alignment:
    """An alignment; the usual one where there is no element."""
    if element is None:
        return Alignment()
    given = Attributes(element.attrib, Spot(part, "alignment"))
    horizontal = given.take("horizontal", "general")
    given.drop("relativeIndent")
    return Alignment(
        horizontal=_HORIZONTAL.get(horizontal, horizontal),
        vertical=given.take("vertical", "bottom"),
        wrap=given.flag("wrapText"),
        shrink=given.flag("shrinkToFit"),
        rotation=given.integer("textRotation"),
        indent=given.integer("indent"),
        reading_order=given.integer("readingOrder"),
        justify_last_line=given.flag("justifyLastLine"),
        unknown=given.unknown(),
    )


def read_protection(element: Element | None, part: str) -> tuple[bool, bool]:
    """Whether cells are locked, and whether their formulas are hidden."""
    given = Attributes(element.attrib if element is not None else {}, Spot(part, "protection"))
    return given.flag("locked", True), given.flag("hidden")


def read_differential(element: Element, colors: Colors, part: str) -> DifferentialFormat:
    """A ``dxf`` element."""
    children = {local_name(child.tag): child for child in element}
    unknown = sorted(
        children.keys() - {"font", "numFmt", "fill", "border", "alignment", "protection", "extLst"}
    )
    if len(children) < len(element):
        unknown.append("twice")
    facts, odd = font_facts(children["font"], colors) if "font" in children else ({}, ())
    locked = hidden = None
    if (protection := children.get("protection")) is not None:
        locked, hidden = read_protection(protection, part)
    return DifferentialFormat(
        number_format=children["numFmt"].get("formatCode", "") if "numFmt" in children else "",
        font=tuple(sorted(facts.items())),
        fill=read_fill(children["fill"], colors, True) if "fill" in children else None,
        border=read_border(children["border"], colors) if "border" in children else None,
        alignment=read_alignment(children["alignment"], part) if "alignment" in children else None,
        locked=locked,
        hidden=hidden,
        unknown=(*unknown, *odd),
    )
