"""Inputs: a formula where a value belongs (Q05), a value outside the bounds of its cell (Q06)."""

from collections.abc import Iterator
from dataclasses import replace

from zpj.model.codes import Code
from zpj.model.findings import Finding, Severity
from zpj.recheck.checks.quantities import size_doubt
from zpj.recheck.form_pair import FormPair
from zpj.recheck.input_values import typed_number, typed_text, typed_value
from zpj.recheck.issued_form import Key
from zpj.texts import wording
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.number_text import number_text
from zpj_generator.sheet.cells import Cell as IssuedCell
from zpj_generator.sheet.cells import Validation


def q05_formula_in_input(form: FormPair) -> Iterator[Finding]:
    """A formula in an input; plain arithmetic on numbers is computed and only told."""
    for issued in form.standing(form.issued.inputs):
        cell = form.cell((issued.row, issued.column))
        if cell.written is None:
            continue
        entry = form.finding(
            Code.Q05, issued, found=cell.formula, expected=typed_text(cell), what=what(issued)
        )
        is_sum = typed_value(cell) is not None and _is_as_stored(cell)
        yield replace(entry, severity=Severity.INFO) if is_sum else entry


def q06_out_of_bounds(form: FormPair) -> Iterator[Finding]:
    """A number beyond what the form itself lets one type; below zero is P08's, 95 for 95% is Q03's."""
    doubtful = {line.row for line in form.rows if size_doubt(form.profile, line.indicator, line.score)}
    for validation in form.issued.layout.validations:
        if validation.second is None or validation.kind == "list":
            continue
        for row, column in _cells(form, validation):
            number = typed_number(form.cell((row, column)))
            most = _bound(form, validation, row)
            if number is not None and most is not None and number > most and row not in doubtful:
                issued = form.issued.cells[row, column]
                code = form.issued.format(issued).number_format
                expected = f"{number_text(0.0, code)}~{number_text(most, code)}"
                found = number_text(number, code)
                yield form.finding(Code.Q06, issued, found=found, expected=expected, what=what(issued))


def what(issued: IssuedCell) -> str:
    """What to call an input, in the words of the form."""
    labels = wording("form")["label"]
    key = issued.role.value if issued.role else ""
    return str(labels.get(key) or wording("recheck")["facet"]["input"])


def _is_as_stored(cell: Cell) -> bool:
    """Whether the stored result is the one of the arithmetic, or none was stored."""
    number = typed_number(cell)
    if cell.value is None or number is None:
        return number is not None
    return isinstance(cell.value, float | int) and abs(cell.value - number) <= 1e-9 * max(1.0, abs(number))


def _cells(form: FormPair, validation: Validation) -> Iterator[Key]:
    for area in validation.areas:
        yield from area.keys_among(form.issued.cells)


def _bound(form: FormPair, validation: Validation, row: int) -> float | None:
    """The upper bound of the validation in ``row``: a number, or the points of the row."""
    try:
        return float(validation.second or "")
    except ValueError:
        return next((line.indicator.points for line in form.rows if line.row == row), None)
