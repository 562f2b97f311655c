"""One table line laid under its header, cell by cell, also where cells slid to one side.

Lines typed or pasted by hand lose or gain cells: a label missing on the left moves the whole line, a label in
the wrong column moves only itself. The order of the cells survives, and most cells show what they are. So
the reading is the cheapest way to give the cells of a line, in order, to the columns of the header.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from zpj.importer.grid import Grid, GridCell, GridLine
from zpj.importer.recognise.cell_look import CellLook, look_at, misfit
from zpj.importer.recognise.table_header import HeaderSlot, TableHeader, is_side
from zpj.importer.recognise.typed_form import TableColumn
from zpj.importer.typed_text import number

SPANNING = frozenset({
    TableColumn.LEVEL3,
    TableColumn.TARGET,
    TableColumn.ACTUAL,
    TableColumn.REASON,
    TableColumn.EVIDENCE,
})  # fmt: skip
"""Columns where one merged cell may speak for several rows. Points and scores count once."""
_MISSING = {
    TableColumn.POINTS: 4,
    TableColumn.SCORE: 4,
    TableColumn.LEVEL3: 3,
    TableColumn.TARGET: 3,
    TableColumn.ACTUAL: 3,
}
"""What a blank cell costs in columns that are rarely blank."""
_SLIP, _JOIN, _CROWD, _STRAY = 2, 1, 6, 4
"""What it costs when a cell has slid otherwise than the one before it, when two cells make one 三级指标, when
two cells share any other column, and when a cell gets no column."""
_WIDEST = 40
"""Cells a line may have to be a line of a form; keeps hostile sheets cheap."""


@dataclass(frozen=True, slots=True)
class RowReading:
    """The cells of a line by column; ``stray`` are those that no column takes."""

    cells: Mapping[TableColumn, tuple[GridCell, ...]]
    stray: tuple[GridCell, ...]

    def text(self, column: TableColumn) -> str:
        """The texts of ``column``, one per line; blank for what says that there is nothing."""
        return "\n".join(cell.text for cell in self.cells.get(column, ()) if not cell.is_nothing)

    def number(self, column: TableColumn) -> float | None:
        """The number in ``column``; ``None`` where there is none or something else.

        Points may be given as a weight: 5% are 5 points.
        """
        text = self.text(column)
        return number(text.strip().rstrip("%％") if column is TableColumn.POINTS else text)


class _Path(NamedTuple):
    """Slots given to the first cells of a line (``None``: stray), their cost, how far the last one slid."""

    cost: int = 0
    slots: tuple[int | None, ...] = ()
    last: int = -1
    shift: int = 0


def lay_under(grid: Grid, header: TableHeader, line: GridLine) -> RowReading:
    """The reading of ``line`` that makes most sense under ``header``: unchanged, if that does."""
    own = [cell for cell in line if not is_side(cell)]
    cells = sorted([*own, *_lent(grid, header, line)], key=lambda cell: cell.column)
    if len(cells) > _WIDEST:
        return RowReading({}, line)
    looks = [look_at(cell) for cell in cells]
    found: dict[TableColumn, tuple[GridCell, ...]] = {}
    stray: list[GridCell] = []
    given = _straight(header.slots, cells, looks) or _cheapest(header.slots, cells, looks)
    for cell, index in zip(cells, given, strict=True):
        column = None if index is None else header.slots[index].column
        if column:
            found[column] = (*found.get(column, ()), cell)
        elif index is None:
            stray.append(cell)
    return RowReading(found, tuple(stray))


def _lent(grid: Grid, header: TableHeader, line: GridLine) -> Iterator[GridCell]:
    """What merged cells that begin further up say on this line."""
    row = line[0].row
    for slot in header.slots:
        if slot.column in SPANNING and not any(slot.first <= cell.column <= slot.last for cell in line):
            cell = grid.cell_shown(row, slot.first)
            if cell and header.bottom < cell.row < row:
                yield replace(cell, row=row)


def _straight(
    slots: Sequence[HeaderSlot], cells: Sequence[GridCell], looks: Sequence[CellLook]
) -> Sequence[int | None]:
    """The slots of the cells where they are, if that costs nothing; else none. Spares most lines a search."""
    given: list[int | None] = []
    missing = {index for index, slot in enumerate(slots) if slot.column in _MISSING}
    for cell, look in zip(cells, looks, strict=True):
        index = next((index for index, slot in enumerate(slots) if slot.shift(cell.column) == 0), None)
        if index is None or misfit(slots[index].column, look, has_slid=False):
            return ()
        given.append(index)
        missing.discard(index)
    return () if missing else given


def _cheapest(
    slots: Sequence[HeaderSlot], cells: Sequence[GridCell], looks: Sequence[CellLook]
) -> Sequence[int | None]:
    # skipped[i] is what it costs to leave the first i slots blank.
    skipped = [0, *accumulate(_MISSING.get(slot.column, 0) if slot.column else 0 for slot in slots)]
    paths = {-1: _Path()}
    for cell, look in zip(cells, looks, strict=True):
        shifts = [slot.shift(cell.column) for slot in slots]
        places = [
            (slot, shift, misfit(slot.column, look, has_slid=shift != 0))
            for slot, shift in zip(slots, shifts, strict=True)
        ]
        longer: dict[int, _Path] = {}
        for path in paths.values():
            for cost, index, last, shift in _next_steps(path, places, skipped):
                rival = longer.get(last)
                if rival is None or cost < rival.cost:
                    longer[last] = _Path(cost, (*path.slots, index), last, shift)
        paths = longer
    return min(paths.values(), key=lambda path: path.cost + skipped[-1] - skipped[path.last + 1]).slots


def _next_steps(
    path: _Path, places: Sequence[tuple[HeaderSlot, int, int]], skipped: Sequence[int]
) -> Iterator[tuple[int, int | None, int, int]]:
    """Every slot one more cell may go to after ``path``: cost, slot, last slot, how far it slid.

    ``places`` says of every slot how far off the cell is there, and how unfit.
    """
    cost, _, last, previous_shift = path
    for index in range(max(last, 0), len(places)):
        slot, shift, unfit = places[index]
        more = unfit if shift == previous_shift else unfit + _SLIP
        if index > last:
            more += skipped[index] - skipped[last + 1]
        elif shift or previous_shift:
            more += _JOIN if slot.column is TableColumn.LEVEL3 else _CROWD
        yield cost + more, index, index, shift
    yield cost + _STRAY, None, last, previous_shift
