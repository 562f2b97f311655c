"""The two wirings of a form: plain formulas (native), or the functions of the book's own VBA module (udf)."""

from collections.abc import Iterator
from dataclasses import replace

from generator.formulas.expressions import ROW, quoted
from generator.formulas.refs import RowRefs
from generator.formulas.score import inside_tier
from generator.layout import FormLayout, columns
from generator.layout.model import Cell, Row
from zpj.form import Kind, Wiring
from zpj.rules import Profile

_AT = RowRefs()


def wired(layout: FormLayout, profile: Profile, wiring: Wiring) -> FormLayout:
    """The form with the formulas of ``wiring``; results, and everything else, are the same in both."""
    if wiring is Wiring.NATIVE:
        return layout
    return replace(layout, rows=tuple(row._replace(cells=tuple(_cells(row, profile))) for row in layout.rows))


def _cells(row: Row, profile: Profile) -> Iterator[Cell]:
    kind = next((str(cell.value) for cell in row.cells if cell.ref.startswith(columns.KIND)), "")
    for cell in row.cells:
        if cell.style == "score" and kind:
            yield cell._replace(formula=_score(profile, Kind(kind)).replace(ROW, str(row.number)))
        elif cell.style == "grade":
            yield cell._replace(formula=f"ZPJ_GRADE({columns.SCORE}{row.number})")
        else:
            yield cell


def _score(profile: Profile, kind: Kind) -> str:
    """The score of a row; of 定性 the ratio is what is scored, once it lies in its tier."""
    if kind is not Kind.QUALITATIVE:
        return _call(_AT.actual, kind)
    filled = f'AND(TRIM({_AT.actual})<>"",{inside_tier(profile, _AT)})'
    return f'IF({filled},{_call(_AT.ratio, kind)},"")'


def _call(actual: str, kind: Kind) -> str:
    return f"ZPJ_SCORE({_AT.target},{actual},{_AT.points},{quoted(kind)},{_AT.deduction})"
