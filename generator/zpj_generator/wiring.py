"""The two wirings of a form: plain formulas (native), or the functions of the book's own VBA module (udf)."""

from collections.abc import Iterator
from dataclasses import replace

from zpj.model.project import Kind, Wiring
from zpj.quantity import read_target
from zpj.rules import Profile
from zpj_generator.formulas.expressions import number, quoted
from zpj_generator.formulas.score_formulas import inside_tier
from zpj_generator.layout import FormLayout
from zpj_generator.sheet import columns
from zpj_generator.sheet.cells import Cell, Row, Value
from zpj_generator.sheet.row_refs import ROW, RowRefs

_AT = RowRefs()


def wired(layout: FormLayout, profile: Profile, wiring: Wiring) -> FormLayout:
    """The form with the formulas of ``wiring``; results, and everything else, are the same in both."""
    if wiring is Wiring.NATIVE:
        return layout
    return replace(layout, rows=tuple(row._replace(cells=tuple(_cells(row, profile))) for row in layout.rows))


def _cells(row: Row, profile: Profile) -> Iterator[Cell]:
    values = {cell.ref[0]: cell.value for cell in row.cells}
    for cell in row.cells:
        if cell.style == "score" and columns.KIND in values:
            formula = _score(profile, Kind(str(values[columns.KIND])), values[columns.TARGET])
            yield cell._replace(formula=formula.replace(ROW, str(row.number)))
        elif cell.style == "grade":
            yield cell._replace(formula=f"ZPJ_GRADE({columns.SCORE}{row.number})")
        else:
            yield cell


def _score(profile: Profile, kind: Kind, target: Value) -> str:
    """The score of a row; of 定性 the ratio is what is scored, once it lies in its tier."""
    if kind is not Kind.QUALITATIVE:
        return _call(_target(kind, target), _AT.actual, kind)
    filled = f'AND(TRIM({_AT.actual})<>"",{inside_tier(profile, _AT)})'
    return f'IF({filled},{_call(_AT.target, _AT.ratio, kind)},"")'


def _target(kind: Kind, target: Value) -> str:
    """The cell, or the number itself where the cell holds words: B is a number in the unit of those words."""
    if not isinstance(target, str):
        return _AT.target
    quantity = read_target(target)
    return number((quantity.as_ceiling() if kind is Kind.REVERSE else quantity).value)


def _call(target: str, actual: str, kind: Kind) -> str:
    return f"ZPJ_SCORE({target},{actual},{_AT.points},{quoted(kind)},{_AT.deduction})"
