"""A region of a grid put together as one form, with a finding for whatever has no place in it."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from zpj.importer.grid import Grid, Line, Written
from zpj.importer.recognise.form_regions import Region
from zpj.importer.recognise.fund_block import read_funds
from zpj.importer.recognise.goal_block import read_goals
from zpj.importer.recognise.indicator_table import Table, read_table
from zpj.importer.recognise.printed_grade import read_grade
from zpj.importer.recognise.project_details import Particulars, read_particulars
from zpj.importer.recognise.typed_form import Column, Row, TypedForm
from zpj.importer.typed_text import is_nothing, join_lines, squeeze
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Project

_SHOWN = 80
"""Characters of an unplaced line a finding quotes."""


def read_form(grid: Grid, region: Region, code: str, profile: str) -> TypedForm:
    """The form in ``region`` as project ``code`` under ``profile``; nothing in it is judged."""
    particulars = read_particulars(region.above)
    funds = read_funds(_without(region.above, particulars.claimed))
    grade, beside_grade = read_grade((*region.above, *region.table))
    claimed = particulars.claimed | funds.claimed | beside_grade
    goals = read_goals(_without(region.above, claimed))
    table = read_table(grid, region.headers, region.table) if region.headers else Table((), None, None, ())
    project = Project(
        code,
        particulars.given.get("name", ""),
        particulars.year or 0,
        particulars.given.get("department", ""),
        particulars.given.get("unit", ""),
        particulars.given.get("leader", ""),
        particulars.given.get("phone", ""),
        funds.rows,
        goals.goal,
        goals.completion,
        profile=profile,
    )
    start = (region.above or region.table)[0][0].place
    loose = [*_loose(region.above, claimed | goals.claimed), *((cell,) for cell in funds.unreadable)]
    findings = (
        *_missing(project, particulars, table, start),
        *(_unplaced(line) for line in (*loose, *table.unplaced)),
        *_extra_columns(region),
        *(finding(Code.I14, line[0].place, found=_shown(line)) for line in table.rests),
        *(_told(Code.I10, row) for row in table.rows if row.is_placed),
        *(_told(Code.I15, row) for row in table.rows if row.is_doubtful),
        *(finding for row in table.rows for finding in _incomplete(row)),
    )
    return TypedForm(
        project,
        start,
        table.rows,
        funds.execution,
        table.points,
        table.total,
        findings,
        funds.rate,
        grade,
        funds.places,
    )


def _without(lines: Iterable[Line], claimed: Collection[Written]) -> tuple[Line, ...]:
    rest = (tuple(cell for cell in line if cell not in claimed) for line in lines)
    return tuple(line for line in rest if line)


def _loose(lines: Sequence[Line], claimed: Collection[Written]) -> Iterator[Line]:
    """What nobody claimed, line by line; single cells above the first understood line are captions."""
    in_form = False
    for line in lines:
        in_form = in_form or (len(line) > 1 and any(cell in claimed for cell in line))
        loose = tuple(cell for cell in line if cell not in claimed and not is_nothing(cell.text))
        if loose and (in_form or len(line) > 1):
            yield loose


def _unplaced(line: Line) -> Finding:
    return finding(Code.I01, line[0].place, found=_shown(line))


def _shown(line: Line) -> str:
    text = " | ".join(join_lines(cell.text) for cell in line)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _missing(project: Project, particulars: Particulars, table: Table, start: Place) -> Iterator[Finding]:
    if not project.name:
        yield finding(Code.I08, start, expected="项目名称")
    if particulars.year is None:
        yield finding(Code.I08, start, expected="年度")
    if not table.rows:
        yield finding(Code.D11, start, found=project.name)


def _extra_columns(region: Region) -> Iterator[Finding]:
    """One finding per unknown column, however many pages repeat its header."""
    extra = {squeeze(cell.text): cell for header in reversed(region.headers) for cell in header.extra}
    for cell in extra.values():
        yield finding(Code.I07, cell.place, found=join_lines(cell.text))


def _told(code: Code, row: Row) -> Finding:
    indicator = row.indicator
    levels = f"{indicator.level1}、{indicator.level2}"
    return finding(code, row.place(Column.LEVEL3), indicator=indicator.level3, found=levels)


def _incomplete(row: Row) -> Iterator[Finding]:
    """What a row cannot do without: its names, its target, and an actual value where it has a score."""
    indicator = row.indicator
    for column, is_there in (
        (Column.LEVEL1, indicator.level1),
        (Column.LEVEL3, indicator.level3),
        (Column.TARGET, indicator.target),
        (Column.ACTUAL, indicator.actual or indicator.printed_score is None),
    ):
        if not is_there:
            yield finding(Code.I08, row.place(column), expected=column.value)
