"""Check F06: number formats that make a cell show something else than it holds."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.comparison.cell_appearance import issued_format, shows_number, shows_text
from zpj.recheck.comparison.stored_results import results
from zpj.recheck.context import Context
from zpj.recheck.returned_file import CellView
from zpj.xlsx.number_text import number_text
from zpj_generator.package.hidden_sheet import INPUT
from zpj_generator.sheet.cells import Cell

NUMBER_INPUTS = ("number_input", "money_input", "aid_number_input", "aid_ratio_input")
"""Inputs for texts may be given a date, which brings its own format."""


def f06_format_hides_value(form: Context) -> Iterator[Finding]:
    """A number or a result whose number format shows a literal, other words or fewer digits."""
    for issued, cell in form.pairs:
        if cell.value is None and cell.formula is None:
            continue
        code = issued_format(issued)
        if cell.number_format == code or not _is_shown(issued):
            continue
        ref, value = issued.ref, _value(form, issued.ref, cell)
        if value in (None, ""):
            continue
        if isinstance(value, float) and not isinstance(value, bool):
            if not shows_number(value, cell.number_format, code, issued.style.endswith(INPUT)):
                expected = number_text(value, code)
                yield form.finding(Code.F06, ref, found=cell.number_format, expected=expected)
        elif isinstance(value, str) and not shows_text(cell.number_format, code):
            yield form.finding(Code.F06, ref, found=cell.number_format, expected=value)


def _value(form: Context, ref: str, cell: CellView) -> str | float | bool | None:
    """What the cell holds; of a formula that was saved without its result, what it gives."""
    if cell.value is not None or cell.formula is None:
        return cell.value
    return next((result.value for result in results(form) if result.ref == ref), None)


def _is_shown(issued: Cell) -> bool:
    return issued.style in NUMBER_INPUTS or not issued.style.endswith(INPUT)
