"""Where forms begin and end on a grid: there may be several below one another."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from zpj.importer.grid import Grid, GridLine
from zpj.importer.recognise.boilerplate import DETAILS, is_title, is_total
from zpj.importer.recognise.table_header import TableHeader, read_headers


@dataclass(frozen=True, slots=True)
class FormRegion:
    """One form: the lines above its table, and the table from its first header on, notes included."""

    above: tuple[GridLine, ...]
    table: tuple[GridLine, ...]
    headers: tuple[TableHeader, ...]

    @property
    def lines(self) -> tuple[GridLine, ...]:
        """All lines of the form."""
        return (*self.above, *self.table)


def find_regions(grid: Grid) -> tuple[FormRegion, ...]:
    """The forms of ``grid``; one without a table still counts if it names its project."""
    headers = read_headers(grid)
    starts = [0, *_later_starts(grid.lines, {header.top for header in headers})]
    regions = (
        _region(grid.lines[start:end], headers)
        for start, end in zip(starts, [*starts[1:], len(grid.lines)], strict=True)
    )
    return tuple(r for r in regions if r.headers or any(_names_project(line) for line in r.above))


def _later_starts(lines: Sequence[GridLine], tops: Collection[int]) -> list[int]:
    """The lines where a second, third ... form begins: its title, its 项目名称, or a table after a 总分."""
    ahead = _projects_ahead(lines, tops)
    starts: list[int] = []
    in_table = ended = False
    for index, line in enumerate(lines):
        is_header = line[0].row in tops
        # A title in the middle of a table, with no project named after it, is only a page heading.
        has_title = in_table and (ended or ahead[index]) and any(map(is_title, line))
        if in_table and ((is_header and ended) or has_title or _names_project(line)):
            starts.append(index)
            in_table = ended = False
        in_table = in_table or is_header
        ended = in_table and (ended or is_total(line))
    return starts


def _projects_ahead(lines: Sequence[GridLine], tops: Collection[int]) -> list[bool]:
    """For every line, whether a project is named on it or below it before the next table header."""
    ahead: list[bool] = []
    for line in reversed(lines):
        below = bool(ahead) and ahead[-1]
        ahead.append(_names_project(line) or (below and line[0].row not in tops))
    return ahead[::-1]


def _names_project(line: GridLine) -> bool:
    return any(DETAILS.label["name"].fullmatch(cell.plain.partition(":")[0]) for cell in line)


def _region(lines: tuple[GridLine, ...], all_headers: Sequence[TableHeader]) -> FormRegion:
    first, last = (lines[0][0].row, lines[-1][0].row) if lines else (0, 0)
    start, end = (bisect_left(all_headers, row, key=lambda header: header.top) for row in (first, last + 1))
    headers = tuple(all_headers[start:end])
    table = bisect_left(lines, headers[0].top, key=lambda line: line[0].row) if headers else len(lines)
    return FormRegion(lines[:table], lines[table:], headers)
