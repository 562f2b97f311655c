"""A region of a grid put together as one form, with a finding for whatever has no place in it."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from zpj.importer.grid import Grid, GridCell, GridLine
from zpj.importer.recognise.form_regions import FormRegion
from zpj.importer.recognise.fund_block import FundBlock, read_funds
from zpj.importer.recognise.goal_block import GoalBlock, read_goals
from zpj.importer.recognise.indicator_table import IndicatorTable, read_table
from zpj.importer.recognise.printed_grade import read_grade
from zpj.importer.recognise.project_details import ProjectDetails, read_details
from zpj.importer.recognise.typed_form import TableColumn, TypedForm, TypedRow
from zpj.importer.typed_text import join_lines
from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import Project
from zpj.texts import wording

_SHOWN = 80
"""Characters of an unplaced line a finding quotes."""


def assemble_form(grid: Grid, region: FormRegion, code: str, profile: str) -> TypedForm:
    """The form in ``region`` as project ``code`` under ``profile``; nothing in it is judged.

    Each block reads what the blocks before it left over above the table.
    """
    details = read_details(region.above)
    funds = read_funds(_without(region.above, details.claimed))
    grade, beside_grade = read_grade((*region.above, *region.table))
    claimed = details.claimed | funds.claimed | beside_grade
    goals = read_goals(_without(region.above, claimed))
    table = read_table(grid, region.headers, region.table) if region.headers else IndicatorTable()
    place = (region.above or region.table)[0][0].place
    loose = (*_unclaimed(region.above, claimed | goals.claimed), *((cell,) for cell in funds.unreadable))
    form = TypedForm(
        _project(code, profile, details, funds, goals),
        place,
        table.rows,
        funds.execution,
        table.points,
        table.total,
        (),
        funds.rate,
        grade,
        funds.places,
    )
    return form.with_findings(
        (
            *_missing(form),
            *(_quoted(Code.I01, line) for line in (*loose, *table.unplaced)),
            *_extra_columns(region),
            *(_quoted(Code.I14, line) for line in table.rests),
            *(_level_doubt(Code.I10, row) for row in table.rows if row.is_placed),
            *(_level_doubt(Code.I15, row) for row in table.rows if row.is_doubtful),
            *(entry for row in table.rows for entry in _incomplete(row)),
        )
    )


def _project(code: str, profile: str, details: ProjectDetails, funds: FundBlock, goals: GoalBlock) -> Project:
    given = details.given
    return Project(
        code,
        given.get("name", ""),
        details.year or 0,
        given.get("department", ""),
        given.get("unit", ""),
        given.get("leader", ""),
        given.get("phone", ""),
        funds.rows,
        goals.goal,
        goals.completion,
        profile=profile,
    )


def _without(lines: Iterable[GridLine], claimed: Collection[GridCell]) -> tuple[GridLine, ...]:
    rest = (tuple(cell for cell in line if cell not in claimed) for line in lines)
    return tuple(line for line in rest if line)


def _unclaimed(lines: Sequence[GridLine], claimed: Collection[GridCell]) -> Iterator[GridLine]:
    """What no block claimed, line by line; single cells above the first understood line are captions."""
    in_form = False
    for line in lines:
        in_form = in_form or (len(line) > 1 and any(cell in claimed for cell in line))
        loose = tuple(cell for cell in line if cell not in claimed and not cell.is_nothing)
        if loose and (in_form or len(line) > 1):
            yield loose


def _quoted(code: Code, line: GridLine) -> Finding:
    """A finding that quotes ``line``."""
    text = " | ".join(join_lines(cell.text) for cell in line)
    return finding(code, line[0].place, found=text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def _missing(form: TypedForm) -> Iterator[Finding]:
    """What every form has, and this one has not."""
    parts = wording("importer")["part"]
    if not form.project.name:
        yield finding(Code.I08, form.place, expected=parts["name"])
    if not form.project.year:
        yield finding(Code.I08, form.place, expected=parts["year"])
    if not form.rows:
        yield finding(Code.D11, form.place, found=form.project.name)


def _extra_columns(region: FormRegion) -> Iterator[Finding]:
    """One finding per unknown column, however many pages repeat its header."""
    extra = {cell.plain: cell for header in reversed(region.headers) for cell in header.extra}
    for cell in extra.values():
        yield finding(Code.I07, cell.place, found=join_lines(cell.text))


def _level_doubt(code: Code, row: TypedRow) -> Finding:
    indicator = row.indicator
    levels = wording("importer")["levels"]["both"].format(level1=indicator.level1, level2=indicator.level2)
    return finding(code, row.place(TableColumn.LEVEL3), indicator=indicator.level3, found=levels)


def _incomplete(row: TypedRow) -> Iterator[Finding]:
    """What a row cannot do without: its names, its target, and an actual value where it has a score."""
    indicator = row.indicator
    for column, is_there in (
        (TableColumn.LEVEL1, indicator.level1),
        (TableColumn.LEVEL3, indicator.level3),
        (TableColumn.TARGET, indicator.target),
        (TableColumn.ACTUAL, indicator.actual or indicator.printed_score is None),
    ):
        if not is_there:
            yield finding(Code.I08, row.place(column), expected=column.heading)
