"""A typed form as a grid of texts: all that recognition knows, whatever format the form came in.

A grid has the lines somebody wrote, with the place of every cell in the words of its format, and the merged
ranges. Nothing here knows about spreadsheets; another format needs only its own way to make grids.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from zpj.importer.size_limits import MOST_GRID_CELLS, MOST_GRID_LINES, refuse_size
from zpj.importer.typed_text import NOTHING, squeeze, without_brackets
from zpj.model.findings import Place
from zpj.xlsx import LIMITS
from zpj.xlsx.refusal import Measure, too_large


class GridMerge(NamedTuple):
    """A merged rectangle of cells, bounds included, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, eq=False)
class GridCell:
    """A cell with something written in it. Two cells are never equal: each is claimed once."""

    row: int
    column: int
    text: str
    place: Place
    plain: str = field(init=False, repr=False)
    """The text for comparison: without blanks and in half width."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", squeeze(self.text))

    @property
    def bare(self) -> str:
        """The text for comparison, without its brackets and what is in them."""
        return without_brackets(self.plain)

    @property
    def is_nothing(self) -> bool:
        """Whether the cell says that there is nothing to say."""
        return self.plain in NOTHING


GridLine = tuple[GridCell, ...]
"""What is written in one row, left to right; never empty."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, table or page. ``lines`` leaves empty rows out and is ordered from top to bottom."""

    name: str
    lines: tuple[GridLine, ...]
    _cells: dict[tuple[int, int], GridCell] = field(repr=False)
    _merges: dict[int, list[GridMerge]] = field(repr=False)
    """Merges by their left column, top to bottom: looked up by bisection, however many a file declares."""

    @classmethod
    def of(cls, name: str, cells: Iterable[GridCell], merges: Iterable[GridMerge] = ()) -> "Grid":
        """The grid of ``cells`` in any order; cells of nothing but blanks are left out.

        Refused with X04 where a text is longer than any cell of a workbook may hold, and beyond the number
        of lines and cells that are searched for forms.
        """
        filled = sorted(_within_limits(cells), key=lambda cell: (cell.row, cell.column))
        lines = tuple(tuple(line) for _, line in groupby(filled, key=lambda cell: cell.row))
        by_left: dict[int, list[GridMerge]] = {}
        for merge in sorted(merges):
            by_left.setdefault(merge.left, []).append(merge)
        return cls(name, lines, {(cell.row, cell.column): cell for cell in filled}, by_left)

    def cell_shown(self, row: int, column: int) -> GridCell | None:
        """What a person reads at ``row`` in ``column``, where a merged range may have begun further up."""
        merge = self._merge(row, column)
        return self._cells.get((merge.top if merge else row, column))

    def right_edge(self, cell: GridCell) -> int:
        """The last column ``cell`` reaches."""
        merge = self._merge(cell.row, cell.column)
        return merge.right if merge else cell.column

    def _merge(self, row: int, left: int) -> GridMerge | None:
        merges = self._merges.get(left, [])
        index = bisect_right(merges, row, key=lambda merge: merge.top) - 1
        return merges[index] if index >= 0 and merges[index].bottom >= row else None


def _within_limits(cells: Iterable[GridCell]) -> Iterator[GridCell]:
    """The cells that are not blank; the first one too many ends the reading."""
    rows: set[int] = set()
    filled = (cell for cell in cells if cell.plain)
    for number, cell in enumerate(filled, 1):
        rows.add(cell.row)
        if len(cell.text) > LIMITS.characters:
            too_large(Measure.CHARACTERS, LIMITS.characters)
        if len(rows) > MOST_GRID_LINES:
            refuse_size("grid_lines", MOST_GRID_LINES, cell.place)
        if number > MOST_GRID_CELLS:
            refuse_size("grid_cells", MOST_GRID_CELLS, cell.place)
        yield cell
