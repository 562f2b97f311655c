"""A typed form as a grid of texts: all that recognition knows, whatever notation the form came in.

A grid has the lines somebody wrote, with the place of every cell in the words of its notation, and the
merged ranges. Nothing here knows about spreadsheets; another notation needs only its own way to make grids.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from zpj.model.findings import Place
from zpj.xlsx import LIMITS
from zpj.xlsx.refusal import Measure, too_large


class Merge(NamedTuple):
    """A merged rectangle of cells, bounds included, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Written:
    """A cell with something written in it."""

    row: int
    column: int
    text: str
    place: Place


Line = tuple[Written, ...]
"""What is written in one row, left to right; never empty."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, table or page. ``lines`` leaves empty rows out and is ordered from top to bottom."""

    name: str
    lines: tuple[Line, ...]
    _written: dict[tuple[int, int], Written] = field(repr=False)
    _merges: dict[int, list[Merge]] = field(repr=False)
    """Merges by their left column, top to bottom: looked up by bisection, however many a file declares."""

    @classmethod
    def of(cls, name: str, cells: Iterable[Written], merges: Iterable[Merge] = ()) -> "Grid":
        """The grid of ``cells`` in any order; cells of nothing but blanks are left out.

        Refused with X04 where a text is longer than any cell of a workbook may hold.
        """
        filled = (cell for cell in cells if cell.text.strip())
        written = sorted(filled, key=lambda cell: (cell.row, cell.column))
        if any(len(cell.text) > LIMITS.characters for cell in written):
            too_large(Measure.CHARACTERS, LIMITS.characters)
        lines = tuple(tuple(line) for _, line in groupby(written, key=lambda cell: cell.row))
        by_left: dict[int, list[Merge]] = {}
        for merge in sorted(merges):
            by_left.setdefault(merge.left, []).append(merge)
        return cls(name, lines, {(cell.row, cell.column): cell for cell in written}, by_left)

    def read(self, row: int, column: int) -> Written | None:
        """What a person reads at ``row`` in ``column``, where a merged range may have begun further up."""
        merge = self._merge(row, column)
        return self._written.get((merge.top if merge else row, column))

    def right_edge(self, cell: Written) -> int:
        """The last column ``cell`` reaches."""
        merge = self._merge(cell.row, cell.column)
        return merge.right if merge else cell.column

    def _merge(self, row: int, left: int) -> Merge | None:
        merges = self._merges.get(left, [])
        index = bisect_right(merges, row, key=lambda merge: merge.top) - 1
        return merges[index] if index >= 0 and merges[index].bottom >= row else None
