"""Where forms begin and end on a grid: several may stand below one another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.grid import Grid, Line
from intake.recognise.header import Header, read_headers
from intake.recognise.table import is_title, is_total
from intake.text import squeeze

_PROJECT = re.compile(r"项目名称(:.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Region:
    """One form: what stands above its table, and the table from its first header on, notes included."""

    above: tuple[Line, ...]
    table: tuple[Line, ...]
    headers: tuple[Header, ...]


def split(grid: Grid) -> tuple[Region, ...]:
    """The forms of ``grid``; one without a table still counts if it names its project."""
    headers = read_headers(grid)
    starts = [0, *_later_starts(grid, headers)]
    regions = []
    for start, end in zip(starts, [*starts[1:], len(grid.lines)], strict=True):
        region = _region(grid.lines[start:end], headers)
        if region.headers or any(_names_project(line) for line in region.above):
            regions.append(region)
    return tuple(regions)


def _later_starts(grid: Grid, headers: Sequence[Header]) -> list[int]:
    """The lines where a second, third ... form begins: its title, its 项目名称, or a table after a 总分."""
    tops = {header.top for header in headers}
    starts: list[int] = []
    in_table = ended = False
    for index, line in enumerate(grid.lines):
        is_header = line[0].row in tops
        if in_table and (is_header and ended or _opens(grid.lines[index:], tops, ended)):
            starts.append(index)
            in_table = ended = False
        in_table = in_table or is_header
        ended = in_table and (ended or is_total(line))
    return starts


def _opens(lines: Sequence[Line], tops: set[int], ended: bool) -> bool:
    """Whether the first line begins a form; a title right above a header is only a page heading."""
    if _names_project(lines[0]):
        return True
    if not any(is_title(cell) for cell in lines[0]):
        return False
    before_header = next((i for i, line in enumerate(lines) if line[0].row in tops), len(lines))
    return ended or any(_names_project(line) for line in lines[:before_header])


def _names_project(line: Line) -> bool:
    return any(_PROJECT.fullmatch(squeeze(cell.text)) for cell in line)


def _region(lines: Sequence[Line], headers: Sequence[Header]) -> Region:
    if not lines:
        return Region((), (), ())
    first, last = lines[0][0].row, lines[-1][0].row
    own = tuple(header for header in headers if first <= header.top <= last)
    top = own[0].top if own else last + 1
    above = tuple(line for line in lines if line[0].row < top)
    return Region(above, tuple(line for line in lines if line[0].row >= top), own)
