"""One table line laid under its header, cell by cell, also where cells slid to one side.

Lines typed or pasted by hand lose or gain cells: a label missing on the left moves the whole line, a label in
the wrong column moves only itself. The order of the cells survives, and most cells show what they are. So
the reading is the cheapest way to give the cells of a line, in order, to the columns of the header.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from zpj.importer.grid import Grid, Line, Written
from zpj.importer.recognise.levels import is_both, is_first, is_second, label
from zpj.importer.recognise.table_header import Header, Slot, is_side
from zpj.importer.recognise.typed_form import Column
from zpj.importer.typed_text import is_nothing, number, squeeze

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
        """The number in ``column``; ``None`` where there is none or something else.

        Points may be given as a weight: 5% are 5 points.
        """
        text = self.text(column)
        return number(text.strip().rstrip("%％") if column is Column.POINTS else text)


class _Path(NamedTuple):
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
    for slot in header.slots:
        if slot.column in _SPANNING and not any(slot.first <= cell.column <= slot.last for cell in line):
            cell = grid.read(row, slot.first)
            if cell and header.bottom < cell.row < row:
                yield replace(cell, row=row)


def _cheapest(slots: Sequence[Slot], cells: Sequence[Written]) -> _Path:
    # skipped[i] is what it costs to leave the first i slots blank.
    skipped = [0, *accumulate(_MISSING.get(slot.column, 0) if slot.column else 0 for slot in slots)]
    paths = {-1: _Path()}
    for cell in cells:
        look = _look(cell)
        places = [(slot, slot.shift(cell.column), _misfit(slot, cell, look)) for slot in slots]
        longer: dict[int, _Path] = {}
        for path in paths.values():
            for next_path in _extended(path, places, skipped):
                rival = longer.get(next_path.last)
                if rival is None or next_path.cost < rival.cost:
                    longer[next_path.last] = next_path
        paths = longer
    return min(paths.values(), key=lambda path: path.cost + skipped[-1] - skipped[path.last + 1])


def _extended(
    path: _Path, places: Sequence[tuple[Slot, int, int]], skipped: Sequence[int]
) -> Iterable[_Path]:
    """``path`` and one more cell, in every slot it may go to; ``places``: how far off and how unfit there."""
    cost, given, last, previous_shift = path
    for index in range(max(last, 0), len(places)):
        slot, shift, misfit = places[index]
        more = misfit if shift == previous_shift else misfit + _SLIP
        if index > last:
            more += skipped[index] - skipped[last + 1]
        elif shift or previous_shift:
            more += _JOIN if slot.column is Column.LEVEL3 else _CROWD
        yield _Path(cost + more, (*given, index), index, shift)
    yield _Path(cost + _STRAY, (*given, None), last, previous_shift)


class _Look(NamedTuple):
    """What a cell shows, whichever column it may belong to."""

    nothing: bool
    value: float | None
    is_figure: bool
    is_share: bool
    is_first: bool
    is_second: bool
    is_label: bool
    """Whether it is a level beyond doubt: some indicators are called 满意度, none 满意度指标."""


def _look(cell: Written) -> _Look:
    name, value = label(cell.text), number(cell.text)
    is_figure = number(_MARKS.sub("", squeeze(cell.text))) is not None
    is_share = is_figure and squeeze(cell.text).endswith("%")
    first, second = is_first(name) or is_both(name), is_second(name)
    is_label = (first or second) and name.endswith("指标")
    return _Look(is_nothing(cell.text), value, is_figure, is_share, first, second, is_label)


def _misfit(slot: Slot, cell: Written, look: _Look) -> int:
    """How little ``cell`` looks like something for ``slot``; a cell in its own column may look odd."""
    slid = slot.shift(cell.column) != 0
    if look.nothing:
        return 2 if slot.column is Column.POINTS else 0
    if look.is_label and slot.column in _SPANNING:
        return 5
    match slot.column:
        case None:
            return 3 if slid else 0
        case Column.LEVEL1 | Column.LEVEL2 if look.is_figure:
            return 6
        case Column.LEVEL1:
            return 0 if look.is_first else 4 if slid and not look.is_second else 2
        case Column.LEVEL2:
            return 0 if look.is_second else 1 if look.is_first else 3 if slid else 2
        case Column.LEVEL3:
            return 3 if look.is_figure or look.is_first or look.is_second else 0
        case Column.POINTS:
            return _no_points(look, slid)
        case Column.SCORE:
            return 0 if look.value is not None else 8 if slid else 2
        case Column.REASON | Column.EVIDENCE:
            return 0 if look.value is None else 3 if slid else 1
        case _:
            return 2 if look.is_first or look.is_second else 0


def _no_points(look: _Look, slid: bool) -> int:
    """How little a cell looks like points, which some give as a weight in per cent."""
    if look.value is None:
        return 3 if look.is_share and not slid else 8
    return 0 if look.value > 0 else 2
