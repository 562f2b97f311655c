"""Colours as a file writes them (RGB, theme and tint, indexed, automatic) to the colour that is seen."""

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

from zpj.xlsx.attributes import NUMBER
from zpj.xlsx.model.looks import BLACK, WHITE
from zpj.xlsx.parts.theme import NO_THEME, Theme

# ECMA-376 part 1, 18.8.27: the first eight come twice.
_FIRST = ("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")
PALETTE = (
    *_FIRST, *_FIRST,
    "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
    "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
    "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF",
    "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
    "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696",
    "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
)  # fmt: skip
"""Colours by index, where the workbook has no palette of its own."""
SYSTEM = {"64": BLACK, "65": WHITE, "32767": BLACK, "81": BLACK}
"""Indices that mean the colours of the system: text, background, automatic, text of a hint."""
_RGB = re.compile("(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")
_HALF = 0.5
_FULL = 255


@dataclass(frozen=True, slots=True)
class Colors:
    """Resolves colours of one workbook."""

    theme: Theme = NO_THEME
    palette: tuple[str, ...] = PALETTE

    def resolve(self, attributes: Mapping[str, str], automatic: str = BLACK) -> str:
        """The colour of an element ``color`` with these attributes; ``?`` and what it says where unknown.

        Where more than one is named, programs take the first of: automatic, theme, RGB, index.
        """
        named = [name for name in ("auto", "theme", "rgb", "indexed") if name in attributes]
        base = self._base(named, attributes, automatic)
        if len(named) > 1 or base is None:
            return "?" + " ".join(f"{name}={value}" for name, value in sorted(attributes.items()))
        return _tinted(base, attributes.get("tint", "0"))

    def _base(self, named: list[str], attributes: Mapping[str, str], automatic: str) -> str | None:
        match named:
            case ["theme"]:
                return _item(self.theme.colors, attributes["theme"])
            case ["rgb"]:
                match_ = _RGB.fullmatch(attributes["rgb"])
                return match_[1].upper() if match_ else None
            case ["indexed"]:
                index = attributes["indexed"]
                return SYSTEM.get(index) or _item(self.palette, index)
            case _:
                return automatic


NO_COLORS = Colors()
"""Those of a workbook without theme and palette of its own."""


def _item(colors: tuple[str, ...], index: str) -> str | None:
    place = int(index) if index.isascii() and index.isdigit() and len(index) < len("1000") else len(colors)
    return colors[place] if place < len(colors) and not colors[place].startswith("?") else None


def _tinted(color: str, tint: str) -> str:
    """The colour made lighter or darker: ECMA-376 part 1, 18.8.19."""
    amount = float(tint) if NUMBER.fullmatch(tint) else None
    if amount is None or not -1 <= amount <= 1:
        return f"?{color} tint={tint}"
    if not amount:
        return color
    red, green, blue = (int(color[start : start + 2], 16) / _FULL for start in (0, 2, 4))
    hue, light, saturation = rgb_to_hls(red, green, blue)
    light = light * (1 + amount) if amount < 0 else light * (1 - amount) + amount
    parts = hls_to_rgb(hue, light, saturation)
    return "".join(f"{int(part * _FULL + _HALF):02X}" for part in parts)
