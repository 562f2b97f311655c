"""The two wirings of a form: plain formulas (native), or the functions of the book's own VBA module (udf)."""

from collections.abc import Iterator
from dataclasses import replace

from zpj.model.project import Kind, Wiring
from zpj.quantity import read_target
from zpj.rules import Profile
from zpj_generator.formulas.expressions import number, on_row, quoted
from zpj_generator.formulas.score_formulas import inside_tier
from zpj_generator.layout import FormLayout
from zpj_generator.sheet.cells import Cell, SheetRow, Value
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role
from zpj_generator.sheet.row_refs import RowRefs, row_refs


def wired(layout: FormLayout, profile: Profile, wiring: Wiring) -> FormLayout:
    """The form with the formulas of ``wiring``; results, and everything else, are the same in both."""
    if wiring is Wiring.NATIVE:
        return layout
    rows = (row._replace(cells=tuple(_cells(layout.columns, row, profile))) for row in layout.rows)
    return replace(layout, rows=tuple(rows))


def _cells(columns: SheetColumns, row: SheetRow, profile: Profile) -> Iterator[Cell]:
    values = {cell.role: cell.value for cell in row.cells}
    for cell in row.cells:
        if cell.role == Role.SCORE and cell.formula is not None:
            kind, target = Kind(str(values[Role.KIND])), values[Role.TARGET]
            pattern = _score(profile, row_refs(columns), kind, target)
            yield cell._replace(formula=on_row(pattern, row.number))
        elif cell.role == Role.GRADE:
            yield cell._replace(formula=f"ZPJ_GRADE({columns.ref(Role.TOTAL, row.number)})")
        else:
            yield cell


def _score(profile: Profile, at: RowRefs, kind: Kind, target: Value) -> str:
    """The score of a row; of 定性 the ratio is what is scored, once it lies in its tier."""
    if kind is not Kind.QUALITATIVE:
        return _call(at, _target(at, kind, target), at.actual, kind)
    filled = f'AND(TRIM({at.actual})<>"",{inside_tier(profile, at)})'
    return f'IF({filled},{_call(at, at.target, at.ratio, kind)},"")'


def _target(at: RowRefs, kind: Kind, target: Value) -> str:
    """The cell, or the number itself where the cell holds words: B is a number in the unit of those words."""
    if not isinstance(target, str):
        return at.target
    quantity = read_target(target)
    return number((quantity.as_ceiling() if kind is Kind.REVERSE else quantity).value)


def _call(at: RowRefs, target: str, actual: str, kind: Kind) -> str:
    return f"ZPJ_SCORE({target},{actual},{at.points},{quoted(kind)},{at.deduction})"
