"""The filler's answers: the issued project with what the inputs of the returned form hold."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from zpj.model.project import FUND_SOURCES, Fund, Indicator, Kind, Project, Tier
from zpj.quantity import LARGEST, read_target
from zpj.recheck.input_values import typed_number, typed_text
from zpj.recheck.issued_form import IssuedForm, input_names
from zpj.recheck.moved_cells import Moves
from zpj.recheck.returned_file import BLANK
from zpj.scoring.kinds import kind_of
from zpj.xlsx.model.cell import Cell
from zpj.xlsx.model.sheet import Sheet
from zpj_generator.sheet.number_formats import unit_words

_BEYOND = LARGEST * 10
_TIERS = {tier.value: tier for tier in Tier}


def read_answers(issued: IssuedForm, moves: Moves, sheet: Sheet) -> Project:
    """The project of ``issued`` as filled. What is locked stays as issued, whatever its cell holds now.

    A numeric actual value that is no number is left out: it scores nothing, and Q02 speaks of it.
    """
    project, form = issued.project, _Inputs(issued, moves, sheet)
    return replace(
        project,
        leader=form.text("zpj_leader", project.leader),
        phone=form.text("zpj_phone", project.phone),
        department=form.text("zpj_department", project.department),
        unit=form.text("zpj_unit", project.unit),
        goal=form.text("zpj_goal", project.goal),
        completion=form.text("zpj_completion", project.completion),
        funds=tuple(_fund(form, row, project.fund(source)) for row, source in enumerate(FUND_SOURCES)),
        indicators=tuple(_indicator(form, *each) for each in enumerate(project.indicators, 1)),
    )


class _Inputs:
    """The input cells of a form by their defined names, where they stand now."""

    def __init__(self, issued: IssuedForm, moves: Moves, sheet: Sheet) -> None:
        found: dict[str, Cell] = {}
        for name, cell in input_names(issued):
            at = moves.now((cell.row, cell.column))
            found[name] = BLANK if at is None else sheet.cells.get(at, BLANK)
        self._cells: Mapping[str, Cell] = found

    def text(self, name: str, issued: str) -> str:
        cell = self._cells.get(name)
        return issued if cell is None else typed_text(cell).strip()

    def number(self, name: str, issued: float | None) -> float | None:
        cell = self._cells.get(name)
        return issued if cell is None else typed_number(cell)


def _fund(form: _Inputs, row: int, fund: Fund) -> Fund:
    return Fund(
        fund.source,
        form.number(f"zpj_fund{row}_initial", fund.initial),
        form.number(f"zpj_fund{row}_budget", fund.budget),
        form.number(f"zpj_fund{row}_spent", fund.spent),
    )


def _indicator(form: _Inputs, number: int, issued: Indicator) -> Indicator:
    kind, index = kind_of(issued), f"{number:02d}"
    judged = kind is Kind.QUALITATIVE
    return Indicator(
        level1=issued.level1,
        level2=issued.level2,
        level3=issued.level3,
        target=issued.target,
        points=issued.points,
        kind=kind,
        actual=form.text(f"zpj_actual_{index}", "") if judged else _actual(form, index, issued.target),
        tier=_TIERS.get(form.text(f"zpj_tier_{index}", "")) if judged else issued.tier,
        ratio=form.number(f"zpj_ratio_{index}", None) if judged else issued.ratio,
        deduction=form.number(f"zpj_deduction_{index}", None),
        reason=form.text(f"zpj_reason_{index}", ""),
        evidence=form.text(f"zpj_evidence_{index}", ""),
        printed_score=issued.printed_score,
    )


def _actual(form: _Inputs, index: str, target: str) -> str:
    """The number in the unit of ``target``, as a definition says it: 95%, 1.9749万人次."""
    number = form.number(f"zpj_actual_{index}", None)
    if number is None:
        return ""
    # Beyond the bound all numbers are alike, and one of more digits would be read as none.
    quantity, digits = read_target(target), Decimal(repr(min(max(number, -_BEYOND), _BEYOND)))
    if quantity.percent:
        return f"{digits * 100:f}%"
    return f"{digits:f}{unit_words(quantity)}"
