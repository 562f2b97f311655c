"""One table line laid under its header, cell by cell, also where cells slid to one side.

Lines typed or pasted by hand lose or gain cells: a label missing on the left moves the whole line, a label in
the wrong column moves only itself. The order of the cells survives, and most cells show what they are. So
the reading is the cheapest way to give the cells of a line, in order, to the columns of the header.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from intake.grid import Grid, Line, Written
from intake.recognise.header import Header, Slot, is_side
from intake.recognise.levels import is_first, is_second, label
from intake.recognise.typed import Column
from intake.text import is_nothing, number, squeeze

_SPANNING = frozenset({Column.LEVEL3, Column.TARGET, Column.ACTUAL, Column.REASON, Column.EVIDENCE})
"""Columns where one merged cell may speak for several rows. Points and scores count once."""
_MISSING = {Column.POINTS: 4, Column.SCORE: 4, Column.LEVEL3: 3, Column.TARGET: 3, Column.ACTUAL: 3}
_SLIP, _JOIN, _CROWD, _STRAY = 2, 1, 6, 4
"""What it costs when a cell has slid otherwise than the one before it, when two cells make one 三级指标, when
two cells share any other column, and when a cell gets no column."""
_MARKS = re.compile(r"[≥≤><=%]")
_WIDEST = 40
"""Cells a line may have to be a line of a form; keeps hostile sheets cheap."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The cells of a line by column; ``stray`` are those that no column takes."""

    cells: Mapping[Column, tuple[Written, ...]]
    stray: tuple[Written, ...]

    def text(self, column: Column) -> str:
        """The texts of ``column``, one per line; blank for what says that there is nothing."""
        cells = self.cells.get(column, ())
        return "\n".join(cell.text for cell in cells if not is_nothing(cell.text))

    def number(self, column: Column) -> float | None:
        """The number in ``column``; ``None`` where there is none or something else."""
        return number(self.text(column))


@dataclass(frozen=True, slots=True)
class _Path:
    """Slots given to the first cells of a line (``None``: stray), their cost, how far the last one slid."""

    cost: int = 0
    slots: tuple[int | None, ...] = ()
    last: int = -1
    shift: int = 0


def lay_under(grid: Grid, header: Header, line: Line) -> Reading:
    """The reading of ``line`` that makes most sense under ``header``; as it stands, if that does."""
    own = [cell for cell in line if not is_side(cell)]
    cells = sorted([*own, *_lent(grid, header, line)], key=lambda cell: cell.column)
    if len(cells) > _WIDEST:
        return Reading({}, line)
    found: dict[Column, tuple[Written, ...]] = {}
    stray = []
    for cell, index in zip(cells, _cheapest(header.slots, cells).slots, strict=True):
        column = None if index is None else header.slots[index].column
        if column:
            found[column] = (*found.get(column, ()), cell)
        elif index is None:
            stray.append(cell)
    return Reading(found, tuple(stray))


def _lent(grid: Grid, header: Header, line: Line) -> Iterable[Written]:
    """What merged cells that begin further up say on this line."""
    row = line[0].row
    taken = {cell.column for cell in line}
    for slot in header.slots:
        if slot.column in _SPANNING and not taken.intersection(range(slot.first, slot.last + 1)):
            cell = grid.read(row, slot.first)
            if cell and header.bottom < cell.row < row:
                yield replace(cell, row=row)


def _cheapest(slots: Sequence[Slot], cells: Sequence[Written]) -> _Path:
    paths = {-1: _Path()}
    for cell in cells:
        longer: dict[int, _Path] = {}
        for path in paths.values():
            for next_path in _extended(slots, path, cell):
                rival = longer.get(next_path.last)
                if rival is None or next_path.cost < rival.cost:
                    longer[next_path.last] = next_path
        paths = longer
    return min(paths.values(), key=lambda path: path.cost + _skipped(slots[path.last + 1 :]))


def _extended(slots: Sequence[Slot], path: _Path, cell: Written) -> Iterable[_Path]:
    """``path`` and one more cell, in every slot it may go to."""
    for index in range(max(path.last, 0), len(slots)):
        slot = slots[index]
        shift = slot.shift(cell.column)
        cost = path.cost + _misfit(slot, cell, shift) + _SLIP * (shift != path.shift)
        if index == path.last:
            inside = shift == path.shift == 0
            cost += 0 if inside else _JOIN if slot.column is Column.LEVEL3 else _CROWD
        else:
            cost += _skipped(slots[path.last + 1 : index])
        yield _Path(cost, (*path.slots, index), index, shift)
    yield replace(path, cost=path.cost + _STRAY, slots=(*path.slots, None))


def _skipped(slots: Iterable[Slot]) -> int:
    return sum(_MISSING.get(slot.column, 0) for slot in slots if slot.column)


def _misfit(slot: Slot, cell: Written, shift: int) -> int:
    """How little ``cell`` looks like something for ``slot``."""
    if is_nothing(cell.text):
        return 2 if slot.column is Column.POINTS else 0
    value = number(cell.text)
    name = label(cell.text)
    match slot.column:
        case None:
            return 0 if shift == 0 else 3
        case Column.LEVEL1:
            return 0 if is_first(name) else 2 if is_second(name) or shift == 0 else 4
        case Column.LEVEL2:
            return 0 if is_second(name) else 1 if is_first(name) else 2 if shift == 0 else 3
        case Column.LEVEL3:
            figure = number(_MARKS.sub("", squeeze(cell.text))) is not None
            return 3 if figure or is_second(name) or is_first(name) else 0
        case Column.POINTS:
            return 8 if value is None else 0 if value > 0 else 2
        case Column.SCORE:
            return 0 if value is not None else 2 if shift == 0 else 8
        case Column.REASON | Column.EVIDENCE:
            return 0 if value is None else 3
        case _:
            return 2 if is_first(name) or is_second(name) else 0
