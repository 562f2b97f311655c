"""One table line laid under its header, also where the line stands some columns to the side of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intake.grid import Grid, Line, Written
from intake.recognise.header import Header, is_side
from intake.recognise.levels import is_first, is_second, label
from intake.recognise.typed import Column
from intake.text import is_nothing, number

_SHIFTS = (0, -1, 1, -2, 2)
"""Lines typed or pasted by hand lose or gain a leading cell or two; the nearest fit wins."""
_LEVELS = frozenset({Column.LEVEL1, Column.LEVEL2})
_SPANNING = frozenset({Column.TARGET, Column.ACTUAL, Column.REASON, Column.EVIDENCE})
"""Columns where one merged cell may speak for several rows. Points and scores count once."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The cells of a line by column; ``stray`` are those that no column claims."""

    cells: Mapping[Column, tuple[Written, ...]]
    stray: tuple[Written, ...]

    def text(self, column: Column) -> str:
        """The texts of ``column``, one per line."""
        return "\n".join(cell.text for cell in self.cells.get(column, ()))

    def number(self, column: Column) -> float | None:
        """The number in ``column``; ``None`` where there is none or something else."""
        return number(self.text(column))

    def has(self, columns: Iterable[Column]) -> bool:
        """Whether something is written in any of ``columns``."""
        return any(not is_nothing(self.text(column)) for column in columns)


def lay_under(grid: Grid, header: Header, line: Line) -> Slots:
    """The reading of ``line`` that makes most sense under ``header``; as it stands, if that does."""
    readings = [_slots(grid, header, line, shift) for shift in _SHIFTS]
    return min(readings, key=_misfit)


def _slots(grid: Grid, header: Header, line: Line, shift: int) -> Slots:
    cells: dict[Column, tuple[Written, ...]] = {}
    stray = []
    for cell in line:
        column = header.columns.get(cell.column - shift)
        if column:
            cells[column] = (*cells.get(column, ()), cell)
        elif cell.column - shift not in header.extra and not is_side(cell):
            stray.append(cell)
    if not shift:
        cells |= _merged(grid, header, line[0].row, cells)
    return Slots(cells, tuple(stray))


def _merged(
    grid: Grid, header: Header, row: int, own: Mapping[Column, tuple[Written, ...]]
) -> dict[Column, tuple[Written, ...]]:
    """Texts a merged cell above lends to ``row``."""
    lent: dict[Column, tuple[Written, ...]] = {}
    for sheet_column, column in header.columns.items():
        if column in _SPANNING and column not in own and column not in lent:
            cell = grid.read(row, sheet_column)
            if cell and header.columns.get(cell.column) is column and cell.row > header.bottom:
                lent[column] = (cell,)
    return lent


def _misfit(slots: Slots) -> int:
    """How little a reading looks like an indicator row; 0 for one that looks just right."""
    points, score = slots.number(Column.POINTS), slots.number(Column.SCORE)
    misfit = 3 * len(slots.stray)
    misfit += 4 * (points is None or points <= 0)
    if score is None:
        misfit += 4 if slots.has([Column.SCORE]) else 1
    elif points is not None and score > points:
        misfit += 2
    misfit += 3 * (not slots.has([Column.LEVEL3])) + 2 * (number(slots.text(Column.LEVEL3)) is not None)
    misfit += 2 * (not slots.has([Column.TARGET]))
    for column in _LEVELS & slots.cells.keys():
        name = label(slots.text(column))
        misfit += 2 * (not is_second(name) and not is_first(name))
    return misfit
