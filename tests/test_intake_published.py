"""The 26 published forms: nothing lost, nothing invented, and the printed totals come out again."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake import Imported, import_forms
from intake.text import squeeze
from zpj.form import TOTAL_FUND, Indicator, Kind
from zpj.rules import load_profile
from zpj.scoring import score_project

PROFILE = load_profile("beijing-2020")
FIGURE = re.compile(r"\d+(?:\.\d+)?")

OTHER_KIND = {
    ("08", 8): "one number inside a description, so it can be counted",
    ("15", 5): "answered with a date and two numbers",
    ("15", 10): "answered with a calculation",
    ("15", 11): "answered with an approximate unit in words",
    ("27", 5): "two numbers in the target",
    ("27", 7): "a number in Chinese figures",
    ("27", 8): "answered with three numbers",
}
"""Rows (form, line of its table) whose kind differs from the reading of figures.csv, and why."""


@pytest.fixture(scope="module")
def forms(published: Path) -> dict[str, Imported]:
    return {path.stem: import_forms(path, PROFILE) for path in sorted(published.glob("*.xlsx"))}


@pytest.fixture(scope="module")
def figures(published: Path) -> dict[str, list[dict[str, str]]]:
    by_form: dict[str, list[dict[str, str]]] = {}
    with (published / "figures.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            by_form.setdefault(f"{int(row['form_no']):02}", []).append(row)
    return by_form


@pytest.fixture(scope="module")
def pairs(
    forms: dict[str, Imported], figures: dict[str, list[dict[str, str]]]
) -> list[tuple[tuple[str, int], Indicator, dict[str, str]]]:
    def walk() -> Iterator[tuple[tuple[str, int], Indicator, dict[str, str]]]:
        for code, rows in figures.items():
            (project,) = forms[code].projects
            for number, (indicator, row) in enumerate(zip(project.indicators, rows, strict=True), 1):
                yield (code, number), indicator, row

    return list(walk())


def test_every_row_is_found_in_order_and_none_is_invented(
    pairs: list[tuple[tuple[str, int], Indicator, dict[str, str]]],
) -> None:
    def shown(row: dict[str, str]) -> str:
        return squeeze(row["level3"]).rstrip(".…")

    found = [
        (i.level1, i.level2, squeeze(i.level3)[: len(shown(row))], i.points, i.printed_score)
        for _, i, row in pairs
    ]
    assert found == [
        (row["level1"], row["level2"], shown(row), float(row["points"]), float(row["published_score"]))
        for *_, row in pairs
    ]


def test_targets_and_actual_values_keep_every_figure(
    pairs: list[tuple[tuple[str, int], Indicator, dict[str, str]]],
) -> None:
    # figures.csv shortens sentences but never a figure.
    for where, indicator, row in pairs:
        for text, figure in ((indicator.target, row["target"]), (indicator.actual, row["actual"])):
            if re.fullmatch(r"[≥≤]?[\d.]+%?", figure):
                assert text == figure, where
            assert set(FIGURE.findall(figure)) <= set(FIGURE.findall(text.replace(",", ""))), where


def test_kinds_are_those_a_reader_gives_except_where_listed(
    pairs: list[tuple[tuple[str, int], Indicator, dict[str, str]]],
) -> None:
    differing = {
        where
        for where, indicator, row in pairs
        if (indicator.kind is Kind.QUALITATIVE) != (row["kind"] != "numeric")
    }
    assert differing == set(OTHER_KIND)


def test_the_rule_gives_the_printed_total_except_where_it_forbids_it(forms: dict[str, Imported]) -> None:
    off = {
        code: [form.printed_totals[0], score_project(PROFILE, form.projects[0]).total]
        for code, form in forms.items()
        if form.printed_totals[0] != score_project(PROFILE, form.projects[0]).total
    }
    # 15 does not deduct for over-completion (1.2 points); the printed scores of 17 add up to 88.32.
    assert off == {"15": [87.5, 86.3], "17": [88.31, 88.32]}


def test_only_real_doubts_are_reported(forms: dict[str, Imported]) -> None:
    found = [
        (finding.code, finding.place.form, finding.place.cell)
        for form in forms.values()
        for finding in form.findings
        if finding.code not in ("I03", "I04")
    ]
    assert found == [("I02", "15", "H16"), ("I06", "17", "H24")]


def test_the_head_of_every_form_is_complete(forms: dict[str, Imported]) -> None:
    for code, form in forms.items():
        (project,) = form.projects
        assert project.code == code
        assert project.year == 2020
        assert all((project.name, project.department, project.unit, project.leader, project.phone))
        assert project.goal
        assert project.completion
        assert not re.search("<p>|&nbsp;", project.goal + project.completion)
        assert len(project.funds) == 4
        total = project.fund(TOTAL_FUND)
        assert None not in (total.initial, total.budget, total.spent)
        assert project.funds[3].budget is None
