"""Checks S: every change around the cells has its code at its place, and a form left whole has none."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from support.rechecks import recheck_one
from support.specimens import FILLED, PROFILE, SHORT
from support.tampering import (
    Edit,
    add_part,
    delete_column,
    delete_row,
    hide_column,
    hide_row,
    hide_sheet,
    insert_column,
    insert_row,
    paste_over_validation,
    remove_sheet,
    rename_sheet,
    rewrite_stamp,
    saved_by_openpyxl,
    tampered,
    type_over,
    unlock,
    unprotect,
)
from zpj.model.ascii_text import to_ascii
from zpj.model.findings import Severity
from zpj.model.project import Project
from zpj.model.project_json import project_to_json
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import FormReport
from zpj_generator.package import render_form

KEY = bytes(range(32))
FORM, HELP, HIDDEN = "自评表", "填报说明", "_zpj"
Recheck = Callable[..., FormReport]

PLANTED: dict[str, tuple[tuple[Edit, ...], str, str]] = {
    "hidden sheet deleted": ((remove_sheet(HIDDEN),), "S01", ""),
    "copied into another book": ((remove_sheet(HIDDEN), remove_sheet(HELP)), "S01", ""),
    "stamp cut short": ((rewrite_stamp("zpj", ""),), "S02", HIDDEN),
    "seal forged": ((rewrite_stamp("seal", "0" * 64),), "S02", HIDDEN),
    "definition replaced": ((rewrite_stamp("definition", project_to_json(SHORT)),), "S02", HIDDEN),
    "definition torn": ((rewrite_stamp("definition", "{}"),), "S02", HIDDEN),
    "registry edited": ((rewrite_stamp("locked", "H14\tformula\t6"),), "S02", HIDDEN),
    "form sheet renamed": ((rename_sheet(FORM, "表一"),), "S04", "表一"),
    "form sheet deleted": ((remove_sheet(FORM),), "S04", FORM),
    "instructions renamed": ((rename_sheet(HELP, "说明"),), "S04", HELP),
    "instructions deleted": ((remove_sheet(HELP),), "S04", HELP),
    "hidden sheet renamed": ((rename_sheet(HIDDEN, "a"),), "S04", HIDDEN),
    "row inserted at the top": ((insert_row(2),), "S04", f"{FORM}!A2"),
    "row inserted": ((insert_row(15),), "S04", f"{FORM}!A15"),
    "two rows inserted": ((insert_row(15), insert_row(15)), "S04", f"{FORM}!A15"),
    "row inserted above the total": ((insert_row(26),), "S04", f"{FORM}!A26"),
    "row deleted": ((delete_row(15),), "S04", f"{FORM}!A15"),
    "last indicator deleted": ((delete_row(25),), "S04", f"{FORM}!A25"),
    "column inserted": ((insert_column("C"),), "S04", f"{FORM}!C1"),
    "column inserted at the left": ((insert_column("A"),), "S04", f"{FORM}!A1"),
    "column deleted": ((delete_column("D"),), "S04", f"{FORM}!D1"),
    "protection removed": ((unprotect(),), "S05", FORM),
    "score unlocked": ((unlock("H15"),), "S05", f"{FORM}!H15"),
    "text unlocked": ((unlock("D15"),), "S05", f"{FORM}!D15"),
    "validation of an actual value lost": ((paste_over_validation("F14"),), "S06", f"{FORM}!F14"),
    "dropdown lost": ((paste_over_validation("K24"),), "S06", f"{FORM}!K24"),
    "row hidden": ((hide_row(16),), "S07", f"{FORM}!A16"),
    "column hidden": ((hide_column(4),), "S07", f"{FORM}!D1"),
    "form sheet hidden": ((hide_sheet(FORM),), "S07", FORM),
    "instructions hidden": ((hide_sheet(HELP),), "S07", HELP),
    "macros injected": ((add_part("xl/vbaProject.bin"),), "S08", ""),
    "external link added": ((add_part("xl/externalLinks/externalLink1.xml"),), "S08", ""),
    "object embedded": ((add_part("xl/embeddings/oleObject1.bin"),), "S08", ""),
    "data connection added": ((add_part("xl/connections.xml"),), "S08", ""),
}
"""What was done, the one code it must have, and the sheet or cell it must be told of."""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("issued") / "form.xlsx"
    path.write_bytes(render_form(FILLED, PROFILE, key=KEY))
    return path


@pytest.fixture
def recheck(form: Path, tmp_path: Path) -> Recheck:
    """The report of the form after edits."""

    def report(*edits: Edit, issuer: Issuer | None = None) -> FormReport:
        return recheck_one(tampered(form, tmp_path / "copy.xlsx", *edits), issuer or Issuer(key=KEY))

    return report


def told(report: FormReport) -> list[tuple[str, str]]:
    return [
        (each.code, "!".join(part for part in (each.place.sheet, each.place.cell) if part))
        for each in report.findings
    ]


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_change_is_found_at_its_place_and_nothing_else(name: str, recheck: Recheck) -> None:
    edits, code, place = PLANTED[name]
    first, *others = told(recheck(*edits))
    assert first == (code, place)
    # What a script moves or renames leaves names, print area and merges behind, and those are reported too.
    assert {other for other, _ in others} <= ({"S11", "S13", "S16"} if code == "S04" else set())


def test_a_form_left_whole_has_no_finding_and_nothing_unchecked(recheck: Recheck) -> None:
    report = recheck()
    assert (told(report), report.unchecked) == ([], ())


@pytest.mark.parametrize(
    "edit",
    [
        hide_sheet(HIDDEN, "hidden"),
        add_part("customXml/item1.xml"),
        add_part("xl/drawings/vmlDrawing1.vml"),
        add_part("docProps/custom.xml"),
        hide_sheet(HIDDEN, "visible"),
    ],
)
def test_what_programs_and_people_do_harmlessly_is_no_finding(edit: Edit, recheck: Recheck) -> None:
    assert told(recheck(edit)) == []


def test_a_sheet_that_the_unit_added_is_only_told(form: Path, tmp_path: Path) -> None:
    copy = saved_by_openpyxl(form, tmp_path / "copy.xlsx", lambda book: book.create_sheet("附表"))
    (found,) = recheck_one(copy, Issuer(key=KEY)).findings
    assert (found.code, found.severity, found.place.sheet) == ("S18", Severity.INFO, "附表")


def test_a_sheet_that_looks_like_the_form_is_an_error(form: Path, tmp_path: Path) -> None:
    copy = saved_by_openpyxl(form, tmp_path / "copy.xlsx", lambda book: book.create_sheet("自评表 "))
    (found,) = recheck_one(copy, Issuer(key=KEY)).findings
    assert (found.code, found.severity) == ("S18", Severity.ERROR)


def test_one_finding_stands_for_a_stretch_of_lost_validations(recheck: Recheck) -> None:
    report = recheck(paste_over_validation("M14", "M15", "M16", "M20"))
    # The rule that is left begins at M17 now, but its bound is still written for M14: another rule.
    assert [(each.place.cell, each.found) for each in report.findings] == [
        ("M14", "M14:M16"),
        ("M20", "M20"),
        ("M17", "M17:M19"),
        ("M21", "M21:M25"),
    ]


def test_a_plain_form_that_calls_itself_macro_enabled_is_found(form: Path, tmp_path: Path) -> None:
    copy = tampered(form, tmp_path / "copy.xlsm", add_part("xl/vbaProject.bin"))
    assert {code for code, _ in told(recheck_one(copy, Issuer(key=KEY)))} == {"S08"}


def test_an_unprotected_form_is_still_told_what_was_typed_over(recheck: Recheck) -> None:
    report = recheck(unprotect(), type_over("H15", 6.0))
    assert sorted(told(report)) == [("F01", f"{FORM}!H15"), ("S05", FORM)]


def test_cells_are_compared_where_they_stand_now(recheck: Recheck) -> None:
    report = recheck(type_over("H20", 6.0), type_over("E16", 1.0), insert_row(15))
    assert {("S04", f"{FORM}!A15"), ("F01", f"{FORM}!H21"), ("F04", f"{FORM}!E17")} <= set(told(report))
    assert report.unchecked == ()


def test_without_a_key_the_report_says_so_and_finds_nothing(recheck: Recheck) -> None:
    for edits in ((), (rewrite_stamp("seal", ""),)):
        report = recheck(*edits, issuer=Issuer())
        assert told(report) == []
        assert len(report.unchecked) == 1


def test_a_key_of_another_issuer_is_told(recheck: Recheck) -> None:
    assert told(recheck(issuer=Issuer(key=b"x" * 32))) == [("S02", HIDDEN)]


def test_the_issuers_definitions_win_over_a_consistently_forged_form(tmp_path: Path) -> None:
    eased = lower_target(FILLED)
    path = tmp_path / "form.xlsx"
    path.write_bytes(render_form(eased, PROFILE))
    assert told(recheck_one(path, Issuer())) == []
    report = recheck_one(path, Issuer({FILLED.code: FILLED}))
    assert told(report) == [("S02", HIDDEN), ("F04", f"{FORM}!E16")]


def test_versions_that_are_not_at_hand_are_told(recheck: Recheck) -> None:
    unsealed = rewrite_stamp("seal", "")
    cases = {("zpj", "9"): Severity.ERROR, ("profile", "x-1999"): Severity.ERROR}
    cases |= {("profile_version", "0"): Severity.WARNING, ("profile_version", "99"): Severity.ERROR}
    for (key, text), severity in cases.items():
        report = recheck(unsealed, rewrite_stamp(key, text), issuer=Issuer())
        assert [(each.code, each.severity) for each in report.findings] == [("S03", severity)], (key, text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"year":2026', '"year":"x"'),
        ('"name":"城市', '"name":5,"x":"城市'),
        ('"year":2026', '"year":NaN'),
        ('"20场",6', '"20场","6"'),
        ('"20场",6', '"20场",1e300'),
        ('"20场",6', "null,6"),
        ('"20场",6', '"很多",6,"正向"],["","","",""'),
    ],
)
def test_a_definition_that_no_form_can_be_made_of_is_told_and_breaks_nothing(
    old: str, new: str, recheck: Recheck
) -> None:
    definition, old, new = project_to_json(FILLED), to_ascii(old), to_ascii(new)
    assert old in definition
    report = recheck(rewrite_stamp("seal", ""), rewrite_stamp("definition", definition.replace(old, new, 1)))
    assert told(report) == [("S02", HIDDEN)]


def lower_target(project: Project) -> Project:
    first, second, third, *rest = project.indicators
    return replace(project, indicators=(first, second, replace(third, target="462万人次"), *rest))
