"""Checks F: what was done to a locked cell has its one code there; what other programs save has none."""

from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from support.forms import FORM_SHEET, write_form
from support.live import Scenario
from support.profiles import ALTERNATIVES, own_profile
from support.rechecks import recheck_one
from support.slips import PROPERLY, SLIPS
from support.specimens import FILLED, HOSTILE, LONG, PROFILE, SHORT, bare, saying, sixty, wordy
from support.tampering import (
    Edit,
    edit_formula,
    forge_result,
    saved_by_libreoffice,
    saved_by_openpyxl,
    show_as,
    tampered,
    type_over,
    unprotect,
)
from zpj.recheck.comparison.stored_results import f05_stored_result_differs
from zpj.recheck.form_pair import pair_up
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import FormReport
from zpj.recheck.returned_file import read_returned
from zpj_generator.package import render_form

KEY = bytes(range(32))
ISSUER = Issuer(key=KEY)
SCORES = [f"H{row}" for row in range(14, 26)]
"""Rows 14 to 25 are the indicators of the filled sample, row 26 its total; its scores add up to 92.87."""

PLANTED: dict[str, tuple[tuple[Edit, ...], list[tuple[str, str]]]] = {
    "score typed": ((type_over("H15", 6.0),), [("F01", "H15")]),
    "score typed as it was": ((type_over("H15", 5.4),), [("F01", "H15")]),
    "score as text": ((type_over("H15", "5.40"),), [("F01", "H15")]),
    "two scores typed": ((type_over("H15", 6.0), type_over("H16", 6.0)), [("F01", "H15"), ("F01", "H16")]),
    "rate typed": ((type_over("H7", 1.0),), [("F01", "H7")]),
    "execution score typed": ((type_over("I7", 10.0),), [("F01", "I7")]),
    "total typed": ((type_over("H26", 99.0),), [("F01", "H26")]),
    "grade typed": ((type_over("I26", "优秀"),), [("F01", "I26")]),
    "message typed": ((type_over("N15", "√"),), [("F01", "N15")]),
    "status typed": ((type_over("L4", 0.0),), [("F01", "L4")]),
    "formula edited": ((edit_formula("H15", "MIN(G15,F15)"),), [("F02", "H15")]),
    "constant as a formula": ((edit_formula("H26", "98.5"),), [("F02", "H26")]),
    "constant in the formula": ((edit_formula("H26", "ROUND(I7+SUM(H14:H25),2)+1"),), [("F02", "H26")]),
    "formula deleted": ((type_over("H15", None),), [("F03", "H15")]),
    "blank for a formula": ((type_over("N12", " "),), [("F03", "N12")]),
    "target lowered": ((type_over("E16", 462.0),), [("F04", "E16")]),
    "target in words changed": ((type_over("E19", "2026年6月1日前"),), [("F04", "E19")]),
    "points moved": ((type_over("G15", 5.0), type_over("G16", 7.0)), [("F04", "G15"), ("F04", "G16")]),
    "points as text": ((type_over("G15", "6"),), [("F04", "G15")]),
    "budget changed": ((type_over("E7", 571.32),), [("F04", "E7")]),
    "label changed": ((type_over("D15", "商户"),), [("F04", "D15")]),
    "note changed": ((type_over("A27", "注：略"),), [("F04", "A27")]),
    "kind changed": ((type_over("J20", "正向"),), [("F04", "J20")]),
    "written beside": ((type_over("K14", "达成"),), [("F04", "K14")]),
    "score forged": ((forge_result("H15", 6.0),), [("F05", "H15")]),
    "score and total forged alike": (
        (forge_result("H15", 6.0), forge_result("H26", 93.47), forge_result("N3", 93.47)),
        [("F05", "H15")],
    ),
    "total forged": ((forge_result("H26", 98.5),), [("F05", "H26")]),
    "total as an error": ((forge_result("H26", "#NAME?"),), [("F05", "H26")]),
    "grade forged": ((forge_result("I26", "良"),), [("F05", "I26")]),
    "rate forged": ((forge_result("H7", 1.0),), [("F05", "H7")]),
    "status forged": ((forge_result("N3", 99.0),), [("F05", "N3")]),
    "literal as a format": ((show_as("H26", '"98.50"'),), [("F06", "H26")]),
    "literal on a condition": ((show_as("H26", '[>90]"98.50";0.00'),), [("F06", "H26")]),
    "digits before the number": ((show_as("H15", '"1"0.00'),), [("F06", "H15")]),
    "percent sign by the format": ((show_as("H26", "0.00%"),), [("F06", "H26")]),
    "rounded by the format": ((show_as("H26", "0"),), [("F06", "H26")]),
    "comparator by the format": ((show_as("E25", '"≤"0%'),), [("F06", "E25")]),
    "input hidden": ((show_as("F16", ";;;"),), [("F06", "F16")]),
    "input as another": ((show_as("F16", '"500万人次"'),), [("F06", "F16")]),
    "unit changed": ((show_as("F16", 'General"亿人次"'),), [("F06", "F16")]),
    "grade by the format": ((show_as("I26", '0;0;0;"优秀"'),), [("F06", "I26")]),
}
"""What was done, and the codes with the cells they must be told of."""

HARMLESS: dict[str, tuple[Edit, ...]] = {
    "more decimals": (show_as("H15", "0.000"),),
    "decimals without end": (show_as("H15", "0." + "0" * 200),),
    "fewer decimals that are enough": (show_as("H15", "0.0"),),
    "plain formats, as a paste brings them": (show_as("F16", "General"), show_as("F25", "General")),
    "digits in groups": (show_as("F7", "#,##0.00"), show_as("D7", "#,##0.00####;-#,##0.00####")),
    "the grade without its words": (show_as("I26", "General"),),
    "white space in a formula": (
        edit_formula(
            "I26", 'IF( isnumber(H26) ,LOOKUP(ROUND(H26,2.0),{0,60,80,90},{"差","中","良","优"}),"")'
        ),
    ),
    "texts with other line ends": (type_over("A6", "项目资金\r\n(万元) "),),
}


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("issued") / "form.xlsx"
    path.write_bytes(render_form(FILLED, PROFILE, key=KEY))
    return path


def told(report: FormReport) -> list[tuple[str, str]]:
    return [(each.code, each.place.cell) for each in report.findings]


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_defect_is_found_at_its_cell_and_nothing_else(
    name: str, form: Path, tmp_path: Path
) -> None:
    edits, expected = PLANTED[name]
    assert told(recheck_one(tampered(form, tmp_path / "copy.xlsx", *edits), ISSUER)) == expected


@pytest.mark.parametrize("name", HARMLESS)
def test_another_spelling_of_the_same_is_no_finding(name: str, form: Path, tmp_path: Path) -> None:
    assert told(recheck_one(tampered(form, tmp_path / "copy.xlsx", *HARMLESS[name]), ISSUER)) == []


def test_all_scores_pasted_as_values_are_all_told(form: Path, tmp_path: Path) -> None:
    pasted = [type_over(ref, 5.0) for ref in SCORES]
    report = recheck_one(tampered(form, tmp_path / "copy.xlsx", *pasted), ISSUER)
    assert told(report) == [("F01", ref) for ref in SCORES]


def test_an_overwritten_score_says_what_was_typed_and_what_is_right(form: Path, tmp_path: Path) -> None:
    (found,) = recheck_one(tampered(form, tmp_path / "copy.xlsx", type_over("H15", 6.0)), ISSUER).findings
    assert (found.found, found.expected) == ("6.00", "5.40")


def test_a_changed_target_says_both_as_they_are_written(form: Path, tmp_path: Path) -> None:
    (found,) = recheck_one(tampered(form, tmp_path / "copy.xlsx", type_over("E15", 80.0)), ISSUER).findings
    assert (found.found, found.expected) == ("≥80家", "≥100家")
    assert "年度指标值" in found.message


def test_a_script_that_changes_cells_is_told_and_its_missing_results_are_no_finding(
    form: Path, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        sheet = book[FORM_SHEET]
        sheet["H15"], sheet["H16"], sheet["E14"] = 6, "=G16", 18
        sheet["D14"].font = Font("黑体", 14)
        sheet.row_dimensions[14].height = 60

    report = recheck_one(saved_by_openpyxl(form, tmp_path / "copy.xlsx", change), ISSUER)
    assert told(report) == [("F01", "H15"), ("F02", "H16"), ("F04", "E14"), ("F08", "D14")]
    assert len(report.unchecked) == 1


def test_a_score_typed_in_a_program_that_recalculates_is_told_alone(
    form: Path, libreoffice: ModuleType, tmp_path: Path
) -> None:
    opened = tampered(form, tmp_path / "opened.xlsx", unprotect())
    copy = saved_by_libreoffice(
        opened, tmp_path / "copy.xlsx", {f"{FORM_SHEET}!H15": 6, f"{FORM_SHEET}!E16": 462}
    )
    assert sorted(told(recheck_one(copy, ISSUER))) == [("F01", "H15"), ("F04", "E16"), ("S05", "")]


def structural(report: FormReport) -> list[tuple[str, str]]:
    """What is found besides the answers."""
    return [(each.code, each.place.cell) for each in report.findings if each.code[0] in "XSF"]


UNCHANGED = [text for text in HOSTILE if "_x005F" not in text]
"""LibreOffice reads an escape twice and so changes a text that spells one out: that it is told is right."""


def test_forms_saved_by_libreoffice_and_openpyxl_have_no_finding(
    libreoffice: ModuleType, tmp_path: Path
) -> None:
    projects = [FILLED, LONG, SHORT, bare(), wordy(), sixty(), *map(saying, UNCHANGED)]
    forms = []
    for number, project in enumerate(projects):
        forms.append(tmp_path / f"{number}.xlsx")
        forms[-1].write_bytes(render_form(project, PROFILE, key=KEY))
    copies = libreoffice.recalculate(forms, tmp_path / "libreoffice")
    scripted = [saved_by_openpyxl(path, tmp_path / f"openpyxl-{path.name}") for path in forms[:6]]
    assert {
        str(path): found
        for path in (*forms, *copies, *scripted)
        if (found := structural(recheck_one(path, ISSUER)))
    } == {}


UNSCORED = [slip for slip in SLIPS if not slip.scored]
"""The slips on which a form shows blanks where Python may still have a score."""


def test_whatever_a_filler_types_no_formula_is_blamed_for_it(libreoffice: ModuleType, tmp_path: Path) -> None:
    blank = tmp_path / "blank.xlsx"
    blank.write_bytes(render_form(SHORT, PROFILE, key=KEY))
    scenarios = [
        Scenario(blank, {**PROPERLY, **slip.typed}, store=tmp_path / f"{number}.xlsx")
        for number, slip in enumerate(UNSCORED)
    ]
    libreoffice.fill_and_read(scenarios)
    reports = {
        slip.id: recheck_one(tmp_path / f"{number}.xlsx", ISSUER) for number, slip in enumerate(UNSCORED)
    }
    assert {name: found for name, report in reports.items() if (found := structural(report))} == {}


@pytest.mark.parametrize("profile_id", sorted(path.stem for path in ALTERNATIVES.glob("*.toml")))
def test_results_by_other_rules_are_no_finding(profile_id: str, tmp_path: Path) -> None:
    profile = own_profile(profile_id)
    path = write_form(tmp_path / "form.xlsx", FILLED, profile)
    form = read_returned(path)
    pair = pair_up(form, form.book.sheets[0], FILLED, profile)
    assert list(f05_stored_result_differs(pair)) == []
