"""What lies over the cells of a sheet or hangs on them."""

from dataclasses import dataclass
from enum import StrEnum

from zpj.xlsx.references import Range


class ObjectKind(StrEnum):
    """What kind of thing an object over the cells is."""

    PICTURE = "picture"
    SHAPE = "shape"
    TEXT_BOX = "textbox"
    CONNECTOR = "connector"
    CHART = "chart"
    DIAGRAM = "smartart"
    GROUP = "group"
    CONTROL = "control"
    OLE = "ole"
    INK = "ink"
    SLICER = "slicer"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DrawnObject:
    """A picture, shape, chart, button or the like."""

    kind: ObjectKind
    cells: Range | None = None
    """The cells it covers; ``None`` where that cannot be known. From row heights and column widths where the
    file gives a size only."""
    name: str = ""
    text: str = ""
    hidden: bool = False
    macro: str = ""
    """What it runs when it is clicked."""
    link: str = ""
    """Where it leads when it is clicked, or the cell it is bound to (``fmlaLink``)."""
    prints: bool = True
    part: str = ""
    """The part that draws it."""
    parts: tuple[str, ...] = ()
    """The parts it shows: an image, a chart, an embedded file."""
    detail: str = ""
    """``Button`` and its like for a control, the program of an OLE object, the preset of a shape."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A note on a cell."""

    cell: tuple[int, int]
    text: str
    author: str = ""
    always_shown: bool = False
    covers: Range | None = None
    """Where its box lies."""
    threaded: bool = False
    """Whether it belongs to a conversation; the text is then that of the note beside it."""
    replies: tuple[str, ...] = ()
    """The conversation, each as ``person: text``."""


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link on cells."""

    cells: Range
    target: str = ""
    """An address outside the workbook."""
    location: str = ""
    """A place in the workbook."""
    display: str = ""
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of Excel over cells."""

    name: str
    cells: Range | None
    part: str = ""
    query: bool = False
    """Whether it is filled from elsewhere."""
