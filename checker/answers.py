"""The filler's answers: the issued project with what the inputs of the returned form hold."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from checker.returned import BLANK, CellView, SheetView
from generator.layout import FormLayout
from generator.number_formats import unit_words
from zpj.form import FUND_SOURCES, Fund, Indicator, Kind, Project, Tier
from zpj.kinds import kind_of
from zpj.quantity import read_target


def read_answers(project: Project, layout: FormLayout, sheet: SheetView) -> Project:
    """``project`` as filled. What is locked stays as issued, whatever its cell holds now.

    A numeric actual value that is no number is left out: it scores nothing, and Q02 speaks of it.
    """
    form = _Inputs(layout, sheet)
    indicators = tuple(
        _indicator(form, index, replace(indicator, kind=kind_of(indicator)))
        for index, indicator in enumerate(project.indicators, 1)
    )
    return replace(
        project,
        leader=form.text("zpj_leader", project.leader),
        phone=form.text("zpj_phone", project.phone),
        department=form.text("zpj_department", project.department),
        unit=form.text("zpj_unit", project.unit),
        goal=form.text("zpj_goal", project.goal),
        completion=form.text("zpj_completion", project.completion),
        funds=tuple(_fund(form, row, project.fund(source)) for row, source in enumerate(FUND_SOURCES)),
        indicators=indicators,
    )


class _Inputs:
    """The input cells of a form by their defined names, at the addresses where they were issued."""

    def __init__(self, layout: FormLayout, sheet: SheetView) -> None:
        self._refs: Mapping[str, str] = dict(layout.names)
        self._cells = sheet.cells
        self._inputs = {
            cell.ref for row in layout.rows for cell in row.cells if cell.style.endswith("_input")
        }

    def cell(self, name: str) -> CellView | None:
        """The cell, if it is an input of this form."""
        ref = self._refs[name]
        return self._cells.get(ref, BLANK) if ref in self._inputs else None

    def text(self, name: str, issued: str) -> str:
        cell = self.cell(name)
        return issued if cell is None else cell.text.strip()

    def number(self, name: str, issued: float | None) -> float | None:
        cell = self.cell(name)
        return issued if cell is None else as_number(cell)


def as_number(cell: CellView) -> float | None:
    """The number a cell holds; ``None`` for blanks, texts, booleans and error values."""
    value = cell.value
    return value if isinstance(value, float | int) and not isinstance(value, bool) else None


def _fund(form: _Inputs, row: int, fund: Fund) -> Fund:
    return Fund(
        fund.source,
        form.number(f"zpj_fund{row}_initial", fund.initial),
        form.number(f"zpj_fund{row}_budget", fund.budget),
        form.number(f"zpj_fund{row}_spent", fund.spent),
    )


def _indicator(form: _Inputs, index: int, issued: Indicator) -> Indicator:
    answered = replace(
        issued,
        deduction=form.number(f"zpj_deduction_{index:02d}", None),
        reason=form.text(f"zpj_reason_{index:02d}", ""),
        evidence=form.text(f"zpj_evidence_{index:02d}", ""),
    )
    if issued.kind is not Kind.QUALITATIVE:
        number = form.number(f"zpj_actual_{index:02d}", None)
        return replace(answered, actual="" if number is None else _quantity(number, issued.target))
    tier = form.text(f"zpj_tier_{index:02d}", "")
    return replace(
        answered,
        actual=form.text(f"zpj_actual_{index:02d}", ""),
        tier=Tier(tier) if tier in set(Tier) else None,
        ratio=form.number(f"zpj_ratio_{index:02d}", None),
    )


def _quantity(number: float, target: str) -> str:
    """``number`` in the unit of ``target``, as a definition says it: 95%, 1.9749万人次."""
    quantity = read_target(target)
    digits = Decimal(repr(number))
    if quantity.percent:
        return f"{digits * 100:f}%"
    return f"{digits:f}{unit_words(quantity)}"
