"""One file of forms from elsewhere, from its path to its reports."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from zpj.importer import TableColumn, read_forms
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Kind
from zpj.recheck.foreign.printed_form import PrintedForm, make_printed
from zpj.recheck.foreign.typed_answers import q01_missing, q02_not_a_number, q03_doubtful_size
from zpj.recheck.foreign.typed_budget import (
    b01_parts_do_not_add_up,
    b02_rate,
    b03_execution_score,
    b04_rate_above_one,
    b05_no_budget,
)
from zpj.recheck.foreign.typed_points import p01_not_full_marks, p02_block_points
from zpj.recheck.foreign.typed_reasons import reasons
from zpj.recheck.foreign.typed_scores import (
    p03_above_points,
    p04_not_by_the_rule,
    p06_marked_down,
    p07_over_completion,
    p08_negative,
)
from zpj.recheck.foreign.typed_totals import result, t01_total, t02_grade, t03_scores_outrun_execution
from zpj.recheck.report import FormReport, Origin, Status, unreadable_report
from zpj.rules import Profile

CHECKS = (
    q01_missing,
    q02_not_a_number,
    q03_doubtful_size,
    p01_not_full_marks,
    p02_block_points,
    p03_above_points,
    p04_not_by_the_rule,
    p06_marked_down,
    p07_over_completion,
    p08_negative,
    reasons,
    b01_parts_do_not_add_up,
    b02_rate,
    b03_execution_score,
    b04_rate_above_one,
    b05_no_budget,
    t01_total,
    t02_grade,
    t03_scores_outrun_execution,
)
UNANSWERED = (Code.I08, TableColumn.ACTUAL.heading)
"""What intake says of an actual value that is missing; here it is Q01."""


class Unchecked(StrEnum):
    """What nobody can check on a form from elsewhere."""

    NOT_ISSUED = "没有下达印记，未核对公式、锁定内容，以及指标、指标值和分值是否与下达的一致。"
    NOT_CALCULATED = "有公式没有已存的计算结果，未核对其得分和合计；请用 Excel 或 WPS 打开保存后再复核。"
    UNSCORED = "有的行无法按规则计分，未计算总分和等级。"
    JUDGED = "定性指标没有完成档次和自评比例，按所印得分计入总分，未核对。"


def recheck_foreign(
    path: Path,
    profile: Profile,
    origin: Origin,
    about_file: tuple[Finding, ...] = (),
    *,
    calculated: bool = True,
) -> tuple[FormReport, ...]:
    """A report per form in the file at ``path``; without any, one that says so.

    What there is to say about the file as a whole stands in the first. A workbook that is not ``calculated``
    has formulas without results: a figure that is not there is no omission then.

    Raises:
        UnreadableFile: with one finding of family X.
    """
    read = read_forms(path, profile.id)
    about_file = (*about_file, *read.findings)
    if not read.forms:
        return (unreadable_report(path, about_file),)
    printed = (make_printed(form, profile, calculated=calculated) for form in read.forms)
    first, *others = (_report(str(path), form, origin) for form in printed)
    own = (replace(entry, place=replace(entry.place, form=first.form)) for entry in about_file)
    return replace(first, findings=(*own, *first.findings)), *others


def _report(file: str, form: PrintedForm, origin: Origin) -> FormReport:
    typed, recomputed = form.typed, result(form)
    project = typed.project
    return FormReport(
        file,
        project.code,
        project.name or project.code,
        project.unit,
        Status.FINDINGS,
        recomputed.total,
        recomputed.grade,
        typed.total.value if typed.total else None,
        tuple(typed.with_form(_findings(form))),
        unchecked=tuple(_unchecked(form)),
        origin=origin,
    )


def _findings(form: PrintedForm) -> Iterator[Finding]:
    yield finding(Code.S01, Place(form.typed.place.file))
    yield from (each for each in form.typed.findings if (each.code, each.expected) != UNANSWERED)
    for check in CHECKS:
        yield from check(form)


def _unchecked(form: PrintedForm) -> Iterator[str]:
    yield Unchecked.NOT_ISSUED
    if not form.calculated:
        yield Unchecked.NOT_CALCULATED
    if any(line.recomputed is None for line in form.lines):
        yield Unchecked.UNSCORED
    if any(line.score.kind is Kind.QUALITATIVE for line in form.lines):
        yield Unchecked.JUDGED
