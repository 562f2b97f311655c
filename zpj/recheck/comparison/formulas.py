"""Formulas of the form: typed over (F01), edited (F02), deleted (F03)."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.comparison.same_formula import same_formula
from zpj.recheck.comparison.shown_values import issued_text
from zpj.recheck.form_pair import FormPair
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.references import Range
from zpj_generator.layout import lay_out
from zpj_generator.sheet.cells import Cell as IssuedCell
from zpj_generator.sheet.cells import Value

OverriddenCell = tuple[IssuedCell, Cell]
"""A cell with a formula as issued, and what came back in its place."""


def f01_formula_typed_over(form: FormPair) -> Iterator[Finding]:
    """A value where a formula was issued."""
    typed = [(issued, found) for issued, found in overridden(form) if _is_typed(found)]
    if not typed:
        return
    gives = recomputed(form)
    for issued, found in typed:
        expected = issued_text(form.issued, issued, gives[issued.row, issued.column])
        yield form.finding(Code.F01, issued, found=found.text, expected=expected)


def f02_formula_edited(form: FormPair) -> Iterator[Finding]:
    """Another formula than the one that was issued."""
    for issued, found in overridden(form):
        if found.formula is not None:
            yield form.finding(Code.F02, issued, found=found.formula, expected=f"={issued.formula}")


def f03_formula_deleted(form: FormPair) -> Iterator[Finding]:
    """Nothing where a formula was issued."""
    for issued, found in overridden(form):
        if found.formula is None and not _is_typed(found):
            yield form.finding(Code.F03, issued, expected=f"={issued.formula}")


@lru_cache(maxsize=1)  # several facets of one form ask for it
def overridden(form: FormPair) -> tuple[OverriddenCell, ...]:
    """The cells that do not hold the formula they were issued with."""
    pairs = form.pairs(form.issued.formulas)
    return tuple((issued, found) for issued, found in pairs if not _is_as_issued(form, issued, found))


def recomputed(form: FormPair) -> Mapping[tuple[int, int], Value]:
    """What every formula of the form gives for the answers, by the place it was issued at.

    Answers make rows higher and so may move cells, but there are the same formulas in the same order.
    """
    return _recomputed(form)


@lru_cache(maxsize=1)
def _recomputed(form: FormPair) -> Mapping[tuple[int, int], Value]:
    answered = lay_out(form.project, form.profile, form.filled)
    values = [cell.value for row in answered.rows for cell in row.cells if cell.formula is not None]
    keys = [(issued.row, issued.column) for issued in form.issued.formulas]
    return dict(zip(keys, values, strict=True))


def _is_as_issued(form: FormPair, issued: IssuedCell, found: Cell) -> bool:
    written = found.written
    if written is None:
        return False
    if written == issued.formula and not form.moves.any:
        return True
    if found.formula_kind == "dataTable" or not _fills_itself(form, issued, found):
        return False
    if form.is_former:
        return True
    expected = form.moves.formula(issued.formula or "")
    return expected is None or same_formula(found.formula or "", expected, form.returned.book.external_links)


def _fills_itself(form: FormPair, issued: IssuedCell, found: Cell) -> bool:
    """Whether an array formula gives this cell alone; one over neighbours writes into them."""
    at = form.moves.now((issued.row, issued.column))
    return found.fills is None or (at is not None and found.fills == Range(*at, *at))


def _is_typed(found: Cell) -> bool:
    return found.formula is None and bool(found.text.strip())
