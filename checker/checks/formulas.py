"""Checks F01 to F03 and F05: the formulas of a form, and the results stored beside them."""

from collections.abc import Iterator, Mapping

from checker.appearance import issued_text
from checker.context import Context
from checker.formula_text import same_formula
from checker.results import acceptable_results, has_result, is_acceptable
from generator.layout import lay_out
from generator.layout.model import Cell, Value
from zpj.findings import Finding

NOT_CALCULATED = "有 {count} 个公式没有已存的计算结果，未核对所显示的数值（得分均已重新计算）。"


def f01_formula_typed_over(form: Context) -> Iterator[Finding]:
    """A value where a formula was issued."""
    typed = [cell for cell in _formula_cells(form) if _is_typed(form, cell.ref)]
    results = _recomputed(form) if typed else {}
    for cell in typed:
        expected = issued_text(cell, results[cell.ref])
        yield form.finding("F01", cell.ref, found=form.cell(cell.ref).text, expected=expected)


def f02_formula_edited(form: Context) -> Iterator[Finding]:
    """Another formula than the one that was issued."""
    for cell in _formula_cells(form):
        formula = form.cell(cell.ref).formula
        if formula is not None and not same_formula(formula, cell.formula or ""):
            yield form.finding("F02", cell.ref, found=formula, expected=f"={cell.formula}")


def f03_formula_deleted(form: Context) -> Iterator[Finding]:
    """Nothing where a formula was issued."""
    for cell in _formula_cells(form):
        if form.cell(cell.ref).formula is None and not _is_typed(form, cell.ref):
            yield form.finding("F03", cell.ref, expected=f"={cell.formula}")


def f05_stored_result_differs(form: Context) -> Iterator[Finding]:
    """A formula as issued beside a result that it does not have.

    A total over a typed score is what its formula gives of it, so a result is held against the cells as
    found and against the answers; it is wrong where it agrees with neither.
    """
    for result in acceptable_results(form):
        issued, cell = form.issued[result.ref], form.cell(result.ref)
        if cell.formula is None or not same_formula(cell.formula, issued.formula or ""):
            continue
        if has_result(cell) and not is_acceptable(cell, result):
            expected = issued_text(issued, result.values[0])
            yield form.finding("F05", result.ref, found=form.cell(result.ref).text, expected=expected)


def stored_results_note(form: Context) -> str | None:
    """That formulas came back without results, as some programs save them; in Chinese."""
    count = sum(
        form.cell(ref).formula is not None and form.cell(ref).value is None and form.cell(ref).error is None
        for ref in (cell.ref for cell in _formula_cells(form))
    )
    return NOT_CALCULATED.format(count=count) if count else None


def _formula_cells(form: Context) -> Iterator[Cell]:
    return (cell for cell in form.issued.values() if cell.formula is not None)


def _is_typed(form: Context, ref: str) -> bool:
    cell = form.cell(ref)
    return cell.formula is None and bool(cell.text.strip())


def _recomputed(form: Context) -> Mapping[str, Value]:
    """What every formula of the form gives for the answers.

    Answers make rows higher and so may move cells, but there are the same formulas in the same order.
    """
    answered = lay_out(form.project, form.profile, form.filled)
    results = [cell.value for row in answered.rows for cell in row.cells if cell.formula is not None]
    return {cell.ref: result for cell, result in zip(_formula_cells(form), results, strict=True)}
