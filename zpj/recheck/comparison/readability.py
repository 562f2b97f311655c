"""Whether a person can read what a cell shows."""

from functools import lru_cache

from zpj.xlsx.model.looks import WHITE, CellFormat

LEAST_SIZE = 6.0
"""In points; smaller letters are a grey line."""
LEAST_CONTRAST = 1.9
"""Between letters and fill, as the web guidelines compute it: 1 is the same colour, 21 black on white."""
MOST_INDENT = 3
"""Steps by which a text may be pushed into its cell."""
SYMBOL_FONTS = (
    "wingding",
    "webding",
    "symbol",
    "marlett",
    "dingbat",
    "mt extra",
    "bookshelf",
    "barcode",
    "blank",
)
"""Parts of the names of fonts whose letters are pictures, or nothing."""


@lru_cache(maxsize=4096)
def is_readable(found: CellFormat, meant: CellFormat) -> bool:
    """Whether what ``found`` shows can be read as well as in ``meant``, or well enough."""
    font, alignment = found.font, found.alignment
    if font.size < min(LEAST_SIZE, meant.font.size) or is_symbol_font(font.name):
        return False
    if (
        alignment.indent > max(MOST_INDENT, meant.alignment.indent)
        or alignment.rotation != meant.alignment.rotation
    ):
        return False
    if font.position != meant.font.position or alignment.reading_order > 1:
        return False
    ground = found.fill.gradient or (found.fill.foreground or WHITE,)
    return all(_contrast(font.color, colour) >= LEAST_CONTRAST for colour in ground)


def is_symbol_font(name: str) -> bool:
    """Whether the letters of the font are pictures."""
    return any(part in name.lower() for part in SYMBOL_FONTS)


@lru_cache(maxsize=1024)
def _contrast(letters: str, ground: str) -> float:
    """The contrast of two colours; 1 where one of them is not known."""
    try:
        bright, dark = sorted((_luminance(letters), _luminance(ground)), reverse=True)
    except ValueError:
        return 1.0
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.1, of six hexadecimal digits."""
    if len(colour) != 6:
        raise ValueError(colour)
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
