"""Printed figures that do not add up are reported with their place."""

from zpj.importer.printed_sums import check_sums
from zpj.importer.recognise.typed_form import PrintedFigure, TableColumn, TypedForm, TypedRow
from zpj.model.findings import Place
from zpj.model.project import TOTAL_FUND, Fund, Indicator, Project
from zpj.rules import load_profile

PROFILE = load_profile("beijing-2020")


def row(points: float, printed: float) -> TypedRow:
    indicator = Indicator("产出指标", "数量指标", "甲", "10", points, actual="10", printed_score=printed)
    return TypedRow(indicator, {TableColumn.SCORE: Place(cell="H1")})


def found(
    *rows: TypedRow, total: float | None = None, execution: float | None = None
) -> list[tuple[str, str, str, str]]:
    def figure(value: float | None, cell: str) -> PrintedFigure | None:
        return None if value is None else PrintedFigure(value, Place(cell=cell))

    project = Project("甲", "甲", 2020, funds=(Fund(TOTAL_FUND, 100, 80, 72),))
    form = TypedForm(project, Place(cell="A1"), rows, figure(execution, "I7"), None, figure(total, "H9"), ())
    return [(each.code, each.place.cell, each.found, each.expected) for each in check_sums(form, PROFILE)]


def test_figures_that_add_up_are_not_mentioned() -> None:
    assert found(row(60, 60), row(30, 27), total=96, execution=9) == []


def test_a_total_and_an_execution_score_that_differ_are_reported_where_they_stand() -> None:
    assert found(row(60, 60), row(30, 27), total=96.01, execution=8.99) == [
        ("I06", "I7", "8.99", "9"),
        ("I06", "H9", "96.01", "95.99"),
    ]


def test_points_short_of_full_marks_are_reported() -> None:
    assert found(row(60, 60)) == [("P01", "A1", "70", "100")]
