"""How much of a file is read before it is refused (X04), whatever it declares about itself."""

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one workbook, all on what is really there; a form of 26 indicators uses about 1% of each.

    At the default limits the worst file costs some seconds and some 300 MB.
    """

    file_bytes: int = 32 * MIB
    """Size of the file itself; it is held in memory once."""
    entries: int = 4096
    """Entries of the zip archive."""
    inflated_bytes: int = 48 * MIB
    """Size of all inflated parts together; only parts that are needed are inflated."""
    tags: int = 3_000_000
    """XML tags, opening and closing, in all inflated parts together."""
    part_tags: int = 400_000
    """XML tags of one part that is held as a tree: all but the cells of a sheet and the shared strings."""
    depth: int = 256
    """Nesting of XML elements."""
    sheets: int = 256
    cells: int = 500_000
    """Cells written in all sheets together, blank styled ones included. A cell far away counts as one."""
    characters: int = 65_536
    """Length of one text or formula. Excel itself stops at 32767."""
    shared_characters: int = 2 * MIB
    """Length of all shared formulas of one sheet together, each counted for every cell that shares it."""
    styles: int = 65_536
    """Cell styles. Excel stops at 65490."""
    number_formats: int = 4096
    """Number formats. Excel stops at 250 or so."""
    format_characters: int = 1024
    """Length of one number format. Excel stops at 255."""
    merges: int = 65_536
    """Merged ranges of one sheet. They are kept as ranges, never expanded."""
    ranges: int = 200_000
    """Ranges of cells that the rules of one sheet name together."""


LIMITS = Limits()
