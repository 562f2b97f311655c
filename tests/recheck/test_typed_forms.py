"""The 26 published forms rechecked in three notations, held against a committed table and figures.csv."""

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest

from support.rechecks import recheck_one
from zpj.importer import read_forms
from zpj.model.findings import Finding, Place
from zpj.model.project import DEFAULT_PROFILE
from zpj.recheck.checks.slips import Slip
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import FormReport

TABLE = Path(__file__).parents[1] / "data/typed_recheck.toml"
ABOUT_READING = {"S01", "I10"}
"""That it has no stamp; and in the text, where labels were lost, how a row was placed."""
DEPARTURES = {"P03", "P04", "P06", "P07"}
UNREADABLE = {("15", 5): "figures.csv reads one number of an answer of several"}

Said = list[dict[str, Any]]


@pytest.fixture(scope="module")
def table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["xlsx", "docx", "txt"])
def reports(typed_forms: Path, request: pytest.FixtureRequest) -> dict[str, tuple[FormReport, Said]]:
    paths = sorted(typed_forms.glob(f"*.{request.param}"))
    return {path.stem: (report := recheck_one(path, Issuer()), said(path, report)) for path in paths}


def said(path: Path, report: FormReport) -> Said:
    """The findings on indicator rows, as the table writes them."""
    (form,) = read_forms(path, DEFAULT_PROFILE).forms
    rows = {(p.sheet, p.cell): at for at, row in enumerate(form.rows, 1) for p in row.places.values()}
    found = [each for each in report.findings if each.code not in ABOUT_READING]
    entries = [entry(each, rows[spot(each.place)]) for each in found]
    return sorted(entries, key=lambda each: (each["row"], each["code"]))


def entry(found: Finding, row: int) -> dict[str, Any]:
    slip = next((slip.name for slip in Slip if slip.words in found.message), None)
    figures = (
        {"printed": float(found.found), "rule": float(found.expected)} if found.code in DEPARTURES else {}
    )
    return {"row": row, "code": found.code, **figures, **({"slip": slip} if slip else {})}


def spot(place: Place) -> tuple[str, str]:
    return place.sheet, place.cell


def test_recheck_says_of_every_form_what_the_table_says(
    reports: dict[str, tuple[FormReport, Said]], table: dict[str, dict[str, Any]]
) -> None:
    assert {"all", *reports} == set(table)
    for code, (report, found) in reports.items():
        assert found == table[code]["findings"], code
        assert (report.total_found, report.total) == (table[code]["printed"], table[code].get("by_rule")), (
            code
        )


def test_every_numeric_row_follows_the_rule_or_has_exactly_one_code_for_its_score(
    table: dict[str, dict[str, Any]],
) -> None:
    forms = {code: form for code, form in table.items() if code != "all"}
    for code, form in forms.items():
        departed = [each["row"] for each in form["findings"] if each["code"] in DEPARTURES]
        assert len(departed) == len(set(departed)) == form["numeric"] - form["exact"], code
    for count in ("rows", "numeric", "exact"):
        assert sum(form[count] for form in forms.values()) == table["all"][count]


def test_the_table_departs_where_the_figures_do(typed_forms: Path, table: dict[str, dict[str, Any]]) -> None:
    expected, rows = {}, dict.fromkeys(table, 0)
    with (typed_forms / "figures.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            code = f"{int(line['form_no']):02}"
            rows[code] += 1
            if line["rule_score"] and float(line["rule_score"]) != float(line["published_score"]):
                expected[code, rows[code]] = float(line["published_score"]), float(line["rule_score"])
    found = {
        (code, each["row"]): (each["printed"], each["rule"])
        for code, form in table.items()
        for each in form.get("findings", ())
        if each["code"] in DEPARTURES
    }
    assert {at: figures for at, figures in expected.items() if at not in UNREADABLE} == found
    assert {code: form["rows"] for code, form in table.items()} == {**rows, "all": sum(rows.values())}
