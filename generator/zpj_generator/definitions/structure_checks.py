"""Checks on what a definition contains. One check, one small function, one code."""

from collections.abc import Callable, Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND, Fund, Indicator, Project
from zpj.rendering.cell_text import MAX_LENGTH, cell_length
from zpj.rules import profile_ids
from zpj_generator.definitions.definition_columns import CODE, Holds
from zpj_generator.definitions.projects import SourcedProject
from zpj_generator.definitions.records import Row
from zpj_generator.definitions.written_values import plain

SOURCE, BUDGET, PROFILE = "资金来源", "全年预算数", "规则"


def unknown_profile(sourced: SourcedProject) -> Iterator[Finding]:
    """D05: no profile of that id."""
    found = sourced.project.profile
    if found not in profile_ids():
        yield finding(Code.D05, sourced.row.place(PROFILE), found=found, expected="、".join(profile_ids()))


def no_indicators(sourced: SourcedProject) -> Iterator[Finding]:
    """D11: nothing to evaluate."""
    if not sourced.indicators:
        yield finding(Code.D11, sourced.row.place(CODE), found=sourced.project.name)


def repeated_fund(sourced: SourcedProject) -> Iterator[Finding]:
    """D14: the form has one row per source."""
    seen: dict[str, Row] = {}
    for row, fund in sourced.fund_rows():
        first = seen.setdefault(fund.source, row)
        if fund.source and first is not row:
            yield finding(
                Code.D14, row.place(SOURCE), what=SOURCE, found=fund.source, expected=first.place(SOURCE)
            )


def no_budget(sourced: SourcedProject) -> Iterator[Finding]:
    """B05: without the year's budget there is no execution rate."""
    total = next((row for row, fund in sourced.fund_rows() if fund.source == TOTAL_FUND), None)
    if total is None:
        yield finding(Code.B05, sourced.row.place(CODE), found="")
    elif sourced.project.fund(TOTAL_FUND).budget == 0 or total.values.get(BUDGET, "") == "":
        yield finding(Code.B05, total.place(BUDGET), found=total.values.get(BUDGET, ""))


def negative_number(sourced: SourcedProject) -> Iterator[Finding]:
    """P08: money, points and ratios are never below zero."""
    for row, item in _rows(sourced):
        for column in row.table.columns:
            value = None if column.holds is Holds.TEXT else getattr(item, column.field)
            if value is not None and value < 0:
                yield finding(Code.P08, row.place(column.header), what=column.header, found=plain(value))


def text_too_long(sourced: SourcedProject) -> Iterator[Finding]:
    """D15: what a spreadsheet cell cannot hold."""
    for row, _ in _rows(sourced):
        for header, value in row.values.items():
            length = cell_length(value) if isinstance(value, str) else 0
            if length > MAX_LENGTH:
                yield finding(Code.D15, row.place(header), what=header, found=length, expected=MAX_LENGTH)


def _rows(sourced: SourcedProject) -> Iterator[tuple[Row, Project | Fund | Indicator]]:
    yield sourced.row, sourced.project
    yield from sourced.fund_rows()
    yield from sourced.indicator_rows()


STRUCTURE_CHECKS: tuple[Callable[[SourcedProject], Iterator[Finding]], ...] = (
    unknown_profile,
    no_indicators,
    repeated_fund,
    no_budget,
    negative_number,
    text_too_long,
)
