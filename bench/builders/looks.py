"""The named styles of a form as plain values, for libraries that want a style object of their own."""

from functools import cache
from typing import NamedTuple

from zpj.rendering import form_styles


class Look(NamedTuple):
    """One named style; colours are ARGB, empty for none."""

    font: str
    size: float
    bold: bool
    color: str
    fill: str
    border: str
    align: str
    wrap: bool
    shrink: bool
    input: bool
    format: str


@cache
def look(style: str) -> Look:
    """The look of the style of this name."""
    parts = form_styles()
    own = parts["style"][style]
    font = parts["font"][own.get("font", "body")]
    return Look(
        font["name"],
        font["size"],
        font.get("bold", False),
        font.get("color", ""),
        parts["fill"][own.get("fill", "none")],
        parts["border"][own.get("border", "none")],
        own.get("align", ""),
        own.get("wrap", False),
        own.get("shrink", False),
        own.get("input", False),
        own.get("format", "General"),
    )
