"""Checks on targets, actual values and types. One check, one small function, one code."""

from collections.abc import Callable, Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding, finding
from zpj.model.project import Indicator, Kind
from zpj.quantity import NotAQuantity, Quantity, read_actual, read_target
from zpj.scoring.kinds import infer_kind
from zpj_generator.definitions.projects import SourcedProject
from zpj_generator.definitions.records import Row

TARGET, ACTUAL, KIND, TIER, RATIO = "年度指标值", "全年实际值", "类型", "档次", "比例"


def unreadable_target(sourced: SourcedProject) -> Iterator[Finding]:
    """Q04: a type that counts, over a target that holds no number."""
    for row, indicator in sourced.indicator_rows():
        if indicator.kind in (Kind.POSITIVE, Kind.REVERSE) and indicator.target:
            try:
                read_target(indicator.target)
            except NotAQuantity as why:
                yield finding(Code.Q04, row.place(TARGET), found=indicator.target, why=why)


def negative_quantity(sourced: SourcedProject) -> Iterator[Finding]:
    """P08: a target or an actual value below zero."""
    for row, indicator in sourced.indicator_rows():
        if _kind(row, indicator) is not Kind.QUALITATIVE:
            for header, text, read in (
                (TARGET, indicator.target, read_target),
                (ACTUAL, indicator.actual, read_actual),
            ):
                if _is_negative(text, read):
                    yield finding(Code.P08, row.place(header), what=header, found=text)


def tier_of_a_number(sourced: SourcedProject) -> Iterator[Finding]:
    """D13: 档次 and 比例 belong to 定性 indicators; on a number they would silently count for nothing."""
    for row, indicator in sourced.indicator_rows():
        kind = _kind(row, indicator)
        if kind in (Kind.POSITIVE, Kind.REVERSE):
            for header in (TIER, RATIO):
                if row.values.get(header, "") != "":
                    yield finding(Code.D13, row.place(header), what=header, expected=kind)


def _kind(row: Row, indicator: Indicator) -> Kind | None:
    """The type given or inferred; ``None`` while what is given, or the target, cannot be used."""
    if indicator.kind is not None:
        return indicator.kind
    if row.values.get(KIND, "") != "" or not indicator.target:
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
