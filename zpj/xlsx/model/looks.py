"""How a cell looks: number format, font, fill, border, alignment, lock. Equal formats are the same object."""

from dataclasses import dataclass

from zpj.xlsx.builtin_formats import GENERAL

BLACK, WHITE = "000000", "FFFFFF"
"""A colour is six hexadecimal digits in capitals: theme, tint, indexed and automatic colours are resolved.
One that cannot be resolved is kept as ``"?"`` and what the file says."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font."""

    name: str = "Calibri"
    size: float = 11.0
    """In points."""
    bold: bool = False
    italic: bool = False
    underline: str = ""
    """``single``, ``double``, ``singleAccounting``, ``doubleAccounting``; empty for none."""
    strike: bool = False
    color: str = BLACK
    position: str = ""
    """``superscript`` or ``subscript``; empty on the line."""
    outline: bool = False
    shadow: bool = False
    condense: bool = False
    extend: bool = False
    family: int = 0
    charset: int | None = None
    scheme: str = ""
    """``minor`` or ``major``: Excel then takes the font of the theme, :attr:`theme_names`."""
    theme_names: tuple[str, ...] = ()
    """Latin and East Asian typeface of the theme for :attr:`scheme`; empty without a scheme."""
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fill:
    """A fill. Colours are empty where the pattern shows none of them."""

    pattern: str = "none"
    """``solid``, ``gray125`` and its like; ``gradient`` with :attr:`gradient`."""
    foreground: str = ""
    """The colour of a solid fill, of a differential format too."""
    background: str = ""
    """The colour behind a pattern; empty for a solid fill."""
    gradient: tuple[str, ...] = ()
    """The colours of a gradient in order."""
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a border; ``style`` empty for none, and then no colour."""

    style: str = ""
    color: str = ""


NO_SIDE = Side()


@dataclass(frozen=True, slots=True)
class Border:
    """A border; ``start`` and ``end`` of strict files are left and right."""

    left: Side = NO_SIDE
    right: Side = NO_SIDE
    top: Side = NO_SIDE
    bottom: Side = NO_SIDE
    diagonal: Side = NO_SIDE
    diagonal_up: bool = False
    diagonal_down: bool = False
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where the text lies in its cell."""

    horizontal: str = "general"
    vertical: str = "bottom"
    wrap: bool = False
    shrink: bool = False
    rotation: int = 0
    """As in the file: 0 to 90 up, 91 to 180 down by that less 90, 255 for stacked letters."""
    indent: int = 0
    reading_order: int = 0
    """0 by the text, 1 left to right, 2 right to left."""
    justify_last_line: bool = False
    unknown: tuple[str, ...] = ()


FONT, FILL, BORDER, ALIGNMENT = Font(), Fill(), Border(), Alignment()


@dataclass(frozen=True, slots=True)
class CellFormat:
    """The resolved format of a cell; one object for all cells, of all files at hand, that share it."""

    number_format: str = GENERAL
    font: Font = FONT
    fill: Fill = FILL
    border: Border = BORDER
    alignment: Alignment = ALIGNMENT
    locked: bool = True
    hidden: bool = False
    """Whether the formula is hidden where the sheet is protected."""
    quote_prefix: bool = False
    date1904: bool = False
    """Whether the workbook counts days from 1904-01-01 instead of 1899-12-30."""
    unknown: tuple[str, ...] = ()
    """Also ``applyFont=0`` and its like where the cell and its named style differ: programs disagree then."""


@dataclass(frozen=True, slots=True)
class DifferentialFormat:
    """What a conditional format changes of a cell; ``None`` and empty for what it leaves as it is."""

    number_format: str = ""
    font: tuple[tuple[str, str], ...] = ()
    """What it says of the font, sorted by name: ``("bold", "1")``, ``("color", "FF0000")``."""
    fill: Fill | None = None
    border: Border | None = None
    alignment: Alignment | None = None
    locked: bool | None = None
    hidden: bool | None = None
    unknown: tuple[str, ...] = ()

    @property
    def font_color(self) -> str:
        """The colour it gives to the text; empty for none."""
        return dict(self.font).get("color", "")
