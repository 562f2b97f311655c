"""Checks on targets, actual values and types. One check, one small function, one code."""

from collections.abc import Callable, Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import Indicator, Kind
from zpj.quantity import NotAQuantity, Quantity, read_actual, read_target
from zpj.scoring.kinds import infer_kind
from zpj_generator.definitions.projects import SourcedProject
from zpj_generator.definitions.records import DefinitionRecord


def unreadable_target(sourced: SourcedProject) -> Iterator[Finding]:
    """Q04: a type that counts, over a target that holds no number."""
    for record, indicator in sourced.each_indicator():
        if indicator.kind in (Kind.POSITIVE, Kind.REVERSE) and indicator.target:
            try:
                read_target(indicator.target)
            except NotAQuantity as why:
                yield finding(Code.Q04, record.at("target"), found=indicator.target, why=why)


def negative_quantity(sourced: SourcedProject) -> Iterator[Finding]:
    """P08: a target or an actual value below zero."""
    for record, indicator in sourced.each_indicator():
        if _kind(record, indicator) is not Kind.QUALITATIVE:
            for field, text, read in (
                ("target", indicator.target, read_target),
                ("actual", indicator.actual, read_actual),
            ):
                if _is_negative(text, read):
                    what = record.table.header(field)
                    yield finding(Code.P08, record.at(field), what=what, found=text)


def tier_of_a_number(sourced: SourcedProject) -> Iterator[Finding]:
    """D13: 档次 and 比例 belong to 定性 indicators; on a number they would silently count for nothing."""
    for record, indicator in sourced.each_indicator():
        kind = _kind(record, indicator)
        if kind in (Kind.POSITIVE, Kind.REVERSE):
            for field in ("tier", "ratio"):
                if record.written(field) != "":
                    what = record.table.header(field)
                    yield finding(Code.D13, record.at(field), what=what, expected=kind)


def _kind(record: DefinitionRecord, indicator: Indicator) -> Kind | None:
    """The type given or inferred; ``None`` while what is given, or the target, cannot be used."""
    if indicator.kind is not None:
        return indicator.kind
    if record.written("kind") != "" or not indicator.target:
        return None
    return infer_kind(indicator.level2, indicator.target)


def _is_negative(text: str, read: Callable[[str], Quantity]) -> bool:
    try:
        return bool(text) and read(text).number < 0
    except NotAQuantity:
        return False


TARGET_CHECKS: tuple[Callable[[SourcedProject], Iterator[Finding]], ...] = (
    unreadable_target,
    negative_quantity,
    tier_of_a_number,
)
