"""Checks F01 to F03 and F05: the formulas of a form, and the results stored beside them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.comparison.cell_appearance import issued_text
from zpj.recheck.comparison.same_formula import same_formula
from zpj.recheck.comparison.stored_results import has_result, is_acceptable, is_scored_by_macros, results
from zpj.recheck.context import Context, Pair
from zpj.recheck.returned_file import CellView
from zpj_generator.layout import lay_out
from zpj_generator.sheet.cells import Value

NOT_CALCULATED = "有 {count} 个公式没有已存的计算结果，未核对所显示的数值（得分均已重新计算）。"
BLOCKED = "有 {count} 个公式显示为错误值，多因打开时禁用了宏，未核对所显示的数值（得分均已重新计算）。"


def f01_formula_typed_over(form: Context) -> Iterator[Finding]:
    """A value where a formula was issued."""
    typed = [(issued, found) for issued, found in _overridden(form) if _is_typed(found)]
    gives = _recomputed(form) if typed else {}
    for issued, found in typed:
        expected = issued_text(issued, gives[issued.ref])
        yield form.finding(Code.F01, issued.ref, found=found.text, expected=expected)


def f02_formula_edited(form: Context) -> Iterator[Finding]:
    """Another formula than the one that was issued."""
    for issued, found in _overridden(form):
        if found.formula is not None:
            yield form.finding(Code.F02, issued.ref, found=found.formula, expected=f"={issued.formula}")


def f03_formula_deleted(form: Context) -> Iterator[Finding]:
    """Nothing where a formula was issued."""
    for issued, found in _overridden(form):
        if found.formula is None and not _is_typed(found):
            yield form.finding(Code.F03, issued.ref, expected=f"={issued.formula}")


def f05_stored_result_differs(form: Context) -> Iterator[Finding]:
    """A formula as issued beside a result that it does not have.

    A total over a typed score is what its formula gives of it, so a result is held against the cells as
    found and against the answers; it is wrong where it agrees with neither.
    """
    overridden = {issued.ref for issued, _ in _overridden(form)}
    for result in results(form):
        issued, found = form.pair(result.ref)
        if result.ref in overridden or not has_result(form, found) or is_acceptable(form, found, result):
            continue
        expected = issued_text(issued, result.value)
        yield form.finding(Code.F05, result.ref, found=found.text, expected=expected)


def stored_results_notes(form: Context) -> Iterator[str]:
    """That formulas came back without results, as some programs save them, or blocked; in Chinese."""
    empty = [found for _, found in form.formulas if found.formula is not None and found.value is None]
    failed = sum(found.error is not None for found in empty)
    if len(empty) > failed:
        yield NOT_CALCULATED.format(count=len(empty) - failed)
    if failed and is_scored_by_macros(form):
        yield BLOCKED.format(count=failed)


@lru_cache(maxsize=1)  # F01 to F03 and F05 of one form ask for it
def _overridden(form: Context) -> tuple[Pair, ...]:
    """The cells that do not hold the formula they were issued with."""
    return tuple(
        (issued, found)
        for issued, found in form.formulas
        if found.formula is None or not same_formula(found.formula, issued.formula or "")
    )


def _is_typed(found: CellView) -> bool:
    return found.formula is None and bool(found.text.strip())


def _recomputed(form: Context) -> Mapping[str, Value]:
    """What every formula of the form gives for the answers.

    Answers make rows higher and so may move cells, but there are the same formulas in the same order.
    """
    answered = lay_out(form.project, form.profile, form.filled)
    values = [cell.value for row in answered.rows for cell in row.cells if cell.formula is not None]
    return {issued.ref: value for (issued, _), value in zip(form.formulas, values, strict=True)}
