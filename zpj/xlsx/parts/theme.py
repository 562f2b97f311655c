"""The theme: the colours and fonts that a workbook names by number."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from zpj.xlsx.limits import Limits
from zpj.xlsx.part_cache import remembered
from zpj.xlsx.xml_tree import local_name, read_tree

_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
"""Names of the colours by the number that cells use: light before dark, unlike in the theme itself."""
_FACES = (("majorFont", "latin"), ("majorFont", "ea"), ("minorFont", "latin"), ("minorFont", "ea"))
_CHINESE = "Hans"
"""The script whose typeface Excel takes in China where the East Asian one is left open."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by number, six hexadecimal digits each; typefaces: major Latin and East Asian, minor both."""

    colors: tuple[str, ...] = (
        *("FFFFFF", "000000", "E7E6E6", "44546A", "5B9BD5", "ED7D31", "A5A5A5", "FFC000", "4472C4", "70AD47"),
        *("0563C1", "954F72"),
    )
    fonts: tuple[str, ...] = ()


NO_THEME = Theme()
"""The colours of Office 2013, which Excel takes for a workbook without a theme."""


@remembered
def read_theme(part: str, xml: bytes, limits: Limits) -> Theme:
    """The theme in ``part``."""
    root = read_tree(part, xml, "theme", limits)
    colors: dict[str, str] = {}
    faces: dict[tuple[str, str], str] = {}
    for element in root.iter():
        match local_name(element.tag):
            case "clrScheme":
                colors |= {local_name(color.tag): _color(color) for color in element}
            case "majorFont" | "minorFont" as font:
                faces |= {(font, kind): face for kind, face in _faces(element).items()}
            case _:
                pass  # no colour and no font of a cell
    return Theme(
        tuple(colors.get(name, f"?theme {name}") for name in _ORDER),
        tuple(faces.get(face, "") for face in _FACES),
    )


def _color(element: Element) -> str:
    for child in element:
        if local_name(child.tag) == "srgbClr" and not len(child):
            return child.get("val", "?").upper()
        if local_name(child.tag) == "sysClr" and not len(child):
            return child.get("lastClr", "?").upper()
    return "?theme"


def _faces(font: Element) -> dict[str, str]:
    faces: dict[str, str] = {}
    for child in font:
        name = local_name(child.tag)
        if name in ("latin", "ea"):
            faces[name] = child.get("typeface", "")
        elif name == "font" and child.get("script") == _CHINESE:
            faces.setdefault("script", child.get("typeface", ""))
    return {"latin": faces.get("latin", ""), "ea": faces.get("ea") or faces.get("script", "")}
