"""What readers of a sheet's facets share."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from zpj.xlsx.attributes import Attributes, Spot
from zpj.xlsx.limits import Limits
from zpj.xlsx.model.book import Ambiguity
from zpj.xlsx.parts.styles import Styles
from zpj.xlsx.references import Range, parse_cell, plain_range
from zpj.xlsx.refusal import Measure, TwoViews, ambiguous, too_large, words_of


@dataclass(slots=True)
class SheetContext:
    """The part that is read, what it refers to, and how much of it may still come."""

    part: str
    styles: Styles
    limits: Limits
    ranges_left: int = 0
    notes: list[Ambiguity] = field(default_factory=list[Ambiguity])

    def __post_init__(self) -> None:
        self.ranges_left = self.limits.ranges

    def attributes(self, element: Element) -> Attributes:
        """The attributes of an element of this part."""
        return Attributes(element.attrib, Spot(self.part, element.tag))

    def areas(self, text: str) -> tuple[Range, ...]:
        """The ranges of an ``sqref``. X06 where one is spelled in an unusual way, X04 for too many."""
        written = text.split()
        self.ranges_left -= len(written)
        if self.ranges_left < 0:
            too_large(Measure.MERGES, self.limits.ranges)
        return tuple(map(self.area, written))

    def area(self, text: str) -> Range:
        """One range."""
        try:
            return plain_range(text)
        except ValueError:
            ambiguous(TwoViews.CELL_ADDRESS, self.part, text)

    def place(self, text: str) -> tuple[int, int]:
        """(row, column) of one cell."""
        try:
            return parse_cell(text)
        except ValueError:
            ambiguous(TwoViews.CELL_ADDRESS, self.part, text)

    def note(self, what: TwoViews, where: str) -> None:
        """Something that is read as the standard says, though programs may read it differently."""
        self.notes.append(Ambiguity(self.part, words_of(what), where))
