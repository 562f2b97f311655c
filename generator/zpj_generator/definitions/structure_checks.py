"""Checks on what a definition contains. One check, one small function, one code."""

from collections.abc import Callable, Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import TOTAL_FUND, Fund, Indicator, Project
from zpj.quantity.plain_numbers import plain
from zpj.rendering.cell_text import MAX_LENGTH, cell_length
from zpj.rules import profile_ids
from zpj.texts.punctuation import listed
from zpj_generator.definitions.definition_columns import Holds
from zpj_generator.definitions.projects import SourcedProject
from zpj_generator.definitions.records import DefinitionRecord


def unknown_profile(sourced: SourcedProject) -> Iterator[Finding]:
    """D05: no profile of that id."""
    found = sourced.project.profile
    if found not in profile_ids():
        place, expected = sourced.record.at("profile"), listed(profile_ids())
        yield finding(Code.D05, place, found=found, expected=expected)


def no_indicators(sourced: SourcedProject) -> Iterator[Finding]:
    """D11: nothing to evaluate."""
    if not sourced.indicators:
        yield finding(Code.D11, sourced.record.at("code"), found=sourced.project.name)


def repeated_fund(sourced: SourcedProject) -> Iterator[Finding]:
    """D14: the form has one row per source."""
    seen: dict[str, DefinitionRecord] = {}
    for record, fund in sourced.each_fund():
        first = seen.setdefault(fund.source, record)
        if fund.source and first is not record:
            place, what = record.at("source"), record.table.header("source")
            yield finding(Code.D14, place, what=what, found=fund.source, expected=first.at("source"))


def no_budget(sourced: SourcedProject) -> Iterator[Finding]:
    """B05: without the year's budget there is no execution rate."""
    total = next((record for record, fund in sourced.each_fund() if fund.source == TOTAL_FUND), None)
    if total is None:
        yield finding(Code.B05, sourced.record.at("code"), found="")
    elif sourced.project.fund(TOTAL_FUND).budget == 0 or total.written("budget") == "":
        yield finding(Code.B05, total.at("budget"), found=total.written("budget"))


def negative_number(sourced: SourcedProject) -> Iterator[Finding]:
    """P08: money, points and ratios are never below zero."""
    for record, item in _records(sourced):
        for column in record.table.columns:
            value = None if column.holds is Holds.TEXT else getattr(item, column.field)
            if value is not None and value < 0:
                yield finding(Code.P08, record.place(column.header), what=column.header, found=plain(value))


def text_too_long(sourced: SourcedProject) -> Iterator[Finding]:
    """D15: what a spreadsheet cell cannot hold."""
    for record, _ in _records(sourced):
        for header, value in record.values.items():
            length = cell_length(value) if isinstance(value, str) else 0
            if length > MAX_LENGTH:
                yield finding(Code.D15, record.place(header), what=header, found=length, expected=MAX_LENGTH)


def _records(sourced: SourcedProject) -> Iterator[tuple[DefinitionRecord, Project | Fund | Indicator]]:
    yield sourced.record, sourced.project
    yield from sourced.each_fund()
    yield from sourced.each_indicator()


STRUCTURE_CHECKS: tuple[Callable[[SourcedProject], Iterator[Finding]], ...] = (
    unknown_profile,
    no_indicators,
    repeated_fund,
    no_budget,
    negative_number,
    text_too_long,
)
