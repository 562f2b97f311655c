"""What a cell of an indicator table looks like, and how well it fits a column by its looks."""

import re
from typing import NamedTuple

from zpj.importer.grid import GridCell
from zpj.importer.recognise.level_labels import LEVELS, both_levels, is_first, is_second, label
from zpj.importer.recognise.typed_form import TableColumn
from zpj.importer.typed_text import number

_MARKS = re.compile(r"[≥≤><=%]")


class CellLook(NamedTuple):
    """What a cell shows, whichever column it may belong to."""

    nothing: bool = False
    value: float | None = None
    is_figure: bool = False
    is_share: bool = False
    is_first: bool = False
    is_second: bool = False
    is_label: bool = False
    """Whether it is a level beyond doubt: some indicators are called 满意度, none 满意度指标."""


def look_at(cell: GridCell) -> CellLook:
    """The look of ``cell``."""
    value = number(cell.text)
    if value is not None:
        return CellLook(value=value, is_figure=True)
    name = label(cell.text)
    is_figure = number(_MARKS.sub("", cell.plain)) is not None
    is_share = is_figure and cell.plain.endswith("%")
    first, second = is_first(name) or both_levels(name) is not None, is_second(name)
    is_label = (first or second) and name.endswith(LEVELS.suffix)
    return CellLook(cell.is_nothing, None, is_figure, is_share, first, second, is_label)


def misfit(column: TableColumn | None, look: CellLook, *, has_slid: bool) -> int:
    """How little a cell looks like something for ``column``; a cell in its own column may look odd."""
    if look.nothing:
        return 2 if column is TableColumn.POINTS else 0
    match column:
        case None:
            return 3 if has_slid else 0
        case TableColumn.LEVEL1 | TableColumn.LEVEL2 | TableColumn.LEVEL3:
            return _misfit_as_name(column, look, has_slid)
        case TableColumn.POINTS:
            return _misfit_as_points(look, has_slid)
        case TableColumn.SCORE:
            return 0 if look.value is not None else 8 if has_slid else 2
        case _ if look.is_label:
            return 5
        case TableColumn.REASON | TableColumn.EVIDENCE:
            return 0 if look.value is None else 3 if has_slid else 1
        case _:
            return 2 if look.is_first or look.is_second else 0


def _misfit_as_name(column: TableColumn, look: CellLook, has_slid: bool) -> int:
    if column is TableColumn.LEVEL3:
        return 5 if look.is_label else 3 if look.is_figure or look.is_first or look.is_second else 0
    if look.is_figure:
        return 6
    if column is TableColumn.LEVEL1:
        return 0 if look.is_first else 4 if has_slid and not look.is_second else 2
    return 0 if look.is_second else 1 if look.is_first else 3 if has_slid else 2


def _misfit_as_points(look: CellLook, has_slid: bool) -> int:
    """Some give points as a weight in per cent."""
    if look.value is None:
        return 3 if look.is_share and not has_slid else 8
    return 0 if look.value > 0 else 2
