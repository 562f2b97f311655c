"""Number formats (F06): one that makes a cell show something else than it holds."""

from collections.abc import Iterator

from zpj.model.codes import Code
from zpj.model.findings import Finding
from zpj.recheck.comparison.shown_values import same_code, shows_number, shows_text
from zpj.recheck.comparison.stored_results import results
from zpj.recheck.form_pair import FormPair
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.number_text import number_text
from zpj_generator.layout.form_section import INPUT
from zpj_generator.sheet.cells import Cell as IssuedCell


def f06_format_hides_value(form: FormPair) -> Iterator[Finding]:
    """A number, a result or an answer whose number format shows a literal, other words or fewer digits."""
    for issued, cell in form.pairs(form.issued.cells.values()):
        issued_format = form.issued.format(issued)
        if cell.format is issued_format:
            continue
        code, meant = cell.number_format, issued_format.number_format
        if code == meant or (cell.value is None and cell.written is None) or same_code(code, meant):
            continue
        value = _value(form, issued, cell)
        is_input = issued.style.endswith(INPUT)
        if isinstance(value, float):
            if not (shows_number(value, code, meant, is_input) or (is_input and _is_date(issued, cell))):
                yield form.finding(Code.F06, issued, found=code, expected=number_text(value, meant))
        elif isinstance(value, str) and value and not shows_text(code, meant):
            yield form.finding(Code.F06, issued, found=code, expected=value)


def _value(form: FormPair, issued: IssuedCell, cell: Cell) -> str | float | bool | None:
    """What the cell holds; of a formula that was saved without its result, what it gives."""
    if cell.value is not None or cell.written is None:
        return cell.value
    key = issued.row, issued.column
    return next((result.value for result in results(form) if result.key == key), None)


def _is_date(issued: IssuedCell, cell: Cell) -> bool:
    """Whether a day was typed where words are asked for: it brings its own format."""
    wants_number = issued.style in ("number_input", "money_input", "aid_number_input", "aid_ratio_input")
    return not wants_number and cell.text != "" and any(sign.isdigit() for sign in cell.text)
