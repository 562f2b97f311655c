"""Planted defects: each is found with its code at its cell, and nothing else is said of the form.

The form is the filled sample: budget in row 7, indicators in rows 14 to 25, total and grade in row 26.
A: labels, E target, F actual, G points, H score, I reason, J kind, K tier, L ratio, M deduction, N check.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import Workbook

from support.cases import by_id
from support.form_parts import Edit
from support.forms import FORM_SHEET
from support.live import Scenario, Typed
from support.rechecks import recheck_one
from support.tampering import (
    REGISTRY_SHEET,
    add_part,
    delete_column,
    delete_row,
    edit_formula,
    forge_result,
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
    show_as,
    tampered,
    type_over,
    unlock,
    unprotect,
)
from zpj.model.findings import CATALOGUE
from zpj.model.project import Project
from zpj.model.project_json import project_to_json
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import FormReport, Status
from zpj.rules import load_profile
from zpj_generator.definitions import load_projects, samples
from zpj_generator.layout import lay_out
from zpj_generator.package import render_form

KEY = bytes(range(32))
(FILLED,) = load_projects([path for path in samples() if path.name == "sample-filled.toml"])
PROFILE = load_profile(FILLED.profile)
ISSUER = Issuer(key=KEY)
INSTRUCTIONS_SHEET = "填报说明"
ROWS = range(14, 26)
Places = set[tuple[str, str]]
"""Code and cell of every finding."""


@dataclass(frozen=True, slots=True)
class Planted:
    """What was done to the filled sample, and everything that recheck may say of it."""

    id: str
    edits: tuple[Edit, ...]
    expected: Places
    issuer: Issuer = ISSUER


def planted(name: str, *edits: Edit, found: str, issuer: Issuer = ISSUER) -> Planted:
    """``found`` as in ``S05 F01:H21``: a code alone is about the whole form."""
    places = {(code, cell) for code, _, cell in (each.partition(":") for each in found.split())}
    return Planted(name, edits, places, issuer)


def lowered() -> Project:
    """The sample with the target of its last row lowered from 90% to 85%."""
    *rows, last = FILLED.indicators
    return replace(FILLED, indicators=(*rows, replace(last, target="≥85%")))


def formula_cells() -> Mapping[str, Typed]:
    """Every formula cell of the sample and the result it was issued with."""
    cells = (cell for row in lay_out(FILLED, PROFILE).rows for cell in row.cells)
    return {cell.ref: cell.value for cell in cells if cell.formula is not None}


def pasted(refs: Callable[[str], bool]) -> tuple[Edit, ...]:
    """Formulas pasted over with their own results, as 选择性粘贴-数值 does."""
    return tuple(type_over(ref, value) for ref, value in formula_cells().items() if refs(ref))


SCORES = [f"H{row}" for row in ROWS]
NO_KEY = Issuer()

PLANTED = (
    planted("one-score-typed", type_over("H21", 6.0), found="F01:H21"),
    planted(
        "one-score-typed-and-all-recalculated",
        type_over("H21", 6.0),
        forge_result("H26", 93.29),
        found="F01:H21",
    ),
    planted("two-scores-typed", type_over("H16", 6.0), type_over("H25", 10.0), found="F01:H16 F01:H25"),
    planted(
        "all-scores-pasted-as-values",
        *pasted(SCORES.__contains__),
        found=" ".join(f"F01:{ref}" for ref in SCORES),
    ),
    planted(
        "everything-pasted-as-values",
        *pasted(lambda _: True),
        found=" ".join(
            f"{'F03' if value in ('', None) else 'F01'}:{ref}" for ref, value in formula_cells().items()
        ),
    ),
    planted("score-typed-as-text", type_over("H21", "6"), found="F01:H21"),
    planted("score-typed-as-truth-value", type_over("H21", True), found="F01:H21"),
    planted("rate-typed", type_over("H7", 1.0), found="F01:H7"),
    planted("execution-score-typed", type_over("I7", 10.0), found="F01:I7"),
    planted("sum-of-points-typed", type_over("G26", 100.0), found="F01:G26"),
    planted("total-typed", type_over("H26", 98.5), found="F01:H26"),
    planted(
        "total-typed-and-grade-recalculated",
        type_over("H26", 85),
        forge_result("I26", "良"),
        found="F01:H26",
    ),
    planted("grade-typed", type_over("I26", "优"), found="F01:I26"),
    planted("check-typed", type_over("N21", "√"), found="F01:N21"),
    planted("unprotected-and-typed", unprotect(), type_over("H21", 6.0), found="S05 F01:H21"),
    planted("formula-edited", edit_formula("H21", "ROUND(6,2)"), found="F02:H21"),
    planted(
        "formula-edited-and-recalculated",
        edit_formula("H21", "ROUND(6,2)"),
        forge_result("H21", 6),
        forge_result("H26", 93.29),
        found="F02:H21",
    ),
    planted("grade-formula-edited", edit_formula("I26", '"优"'), found="F02:I26"),
    planted("formula-deleted", type_over("H21", None), found="F03:H21"),
    planted("formula-blanked", type_over("H21", " "), found="F03:H21"),
    planted(
        "weights-moved-but-still-100", type_over("G14", 2), type_over("G15", 10), found="F04:G14 F04:G15"
    ),
    planted(
        "weights-moved-and-recalculated",
        *(type_over("G14", 10), forge_result("H14", 10), type_over("G21", 2), forge_result("H21", 1.86)),
        forge_result("H26", 93.15),
        found="F04:G14 F04:G21",
    ),
    planted("target-lowered", type_over("E25", 0.85), found="F04:E25"),
    planted(
        "target-lowered-and-recalculated",
        type_over("E25", 0.85),
        forge_result("H25", 10),
        forge_result("H26", 93.04),
        found="F04:E25",
    ),
    planted("target-in-words-rewritten", type_over("E19", "2026年12月31日前"), found="F04:E19"),
    planted("target-of-a-number-as-text", type_over("E25", "≥85%"), found="F04:E25"),
    planted("kind-rewritten", type_over("J21", "正向"), found="F04:J21"),
    planted("indicator-rewritten", type_over("D21", "临时场地"), found="F04:D21"),
    planted("project-renamed", type_over("C3", "别的项目"), found="F04:C3"),
    planted("budget-lowered", type_over("E7", 571.32), forge_result("H7", 1), found="F04:E7"),
    planted("stored-total-forged", forge_result("H26", 98.5), found="F05:H26"),
    planted(
        "stored-total-and-grade-forged", forge_result("H26", 79), forge_result("I26", "中"), found="F05:H26"
    ),
    planted("stored-score-forged", forge_result("H21", 6), forge_result("H26", 93.29), found="F05:H21"),
    planted("stored-grade-forged", forge_result("I26", "良"), found="F05:I26"),
    planted("stored-score-forged-as-text", forge_result("H21", "6"), found="F05:H21"),
    planted("format-shows-another-total", show_as("H26", '"98.50"'), found="F06:H26"),
    planted("format-rounds-the-total", show_as("H26", "0"), found="F06:H26"),
    planted("format-hides-a-score", show_as("H21", ";;;"), found="F06:H21"),
    planted("format-puts-words-to-a-target", show_as("E14", '"≥1"0"场"'), found="F06:E14"),
    planted("format-shows-another-actual", show_as("F14", '"240场"'), found="F06:F14"),
    planted("no-stamp", remove_sheet(REGISTRY_SHEET), found="S01"),
    planted(
        "definition-and-form-rewritten",
        rewrite_stamp("definition", project_to_json(lowered())),
        type_over("E25", 0.85),
        forge_result("H25", 10),
        forge_result("H26", 93.04),
        forge_result("N3", 93.04),
        found="S02",
    ),
    planted("definition-destroyed", rewrite_stamp("definition", '{"code":'), found="S02"),
    planted("definition-destroyed-no-key", rewrite_stamp("definition", "[]"), found="S02", issuer=NO_KEY),
    planted("stamp-damaged", rewrite_stamp("seal", "0" * 64), found="S02"),
    planted("stamp-version-in-words", rewrite_stamp("zpj", "一"), found="S02"),
    planted("registry-rewritten", rewrite_stamp("locked", "H21\tnumber\t6"), found="S02"),
    planted("of-another-issuer", found="S02", issuer=Issuer(key=bytes(32))),
    planted("template-unknown", rewrite_stamp("zpj", "99"), found="S03", issuer=NO_KEY),
    planted(
        "profile-unknown",
        rewrite_stamp("profile", "nowhere-1999"),
        rewrite_stamp("definition", project_to_json(replace(FILLED, profile="nowhere-1999"))),
        found="S03",
        issuer=NO_KEY,
    ),
    planted(
        "profile-rewritten-in-the-definition-only",
        rewrite_stamp("definition", project_to_json(replace(FILLED, profile="nowhere-1999"))),
        found="S02",
        issuer=NO_KEY,
    ),
    planted("stamp-seal-not-ascii", rewrite_stamp("seal", "é" * 64), found="S02"),
    planted("profile-superseded", rewrite_stamp("profile_version", "0"), found="S03", issuer=NO_KEY),
    planted("row-inserted", insert_row(18), found="S04:A18 S13 S16:F19"),
    planted("row-deleted", delete_row(18), found="S04:A18 S13 S11:C17 S16:F18"),
    planted("column-inserted", insert_column("E"), found="S04:E1 S13 S16:G14"),
    planted("column-deleted", delete_column("E"), found="S04:E1 S13 S16:E14 S11:B11 S11:B12 S11:C4 S11:C5"),
    planted("form-sheet-renamed", rename_sheet(FORM_SHEET, "Sheet1"), found="S04 S16:F14"),
    planted("instructions-removed", remove_sheet(INSTRUCTIONS_SHEET), found="S04"),
    planted("form-sheet-removed", remove_sheet(FORM_SHEET), found="S04"),
    planted("unprotected", unprotect(), found="S05"),
    planted("score-unlocked", unlock("H21"), found="S05:H21"),
    planted("pasted-over-a-number", paste_over_validation("F14"), found="S06:F14"),
    planted("pasted-over-a-tier", paste_over_validation("K19"), found="S06:K19"),
    planted("row-hidden", hide_row(21), found="S07:A21"),
    planted("column-hidden", hide_column(8), found="S07:H1"),
    planted("instructions-hidden", hide_sheet(INSTRUCTIONS_SHEET), found="S07"),
    planted("macros-injected", add_part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"), found="S08"),
    planted("external-link", add_part("xl/externalLinks/externalLink1.xml", "<x/>"), found="S08"),
    planted("embedded-object", add_part("xl/embeddings/oleObject1.bin", b"\xd0\xcf"), found="S08"),
    planted(
        "everything-at-once",
        *(unprotect(), hide_row(14), paste_over_validation("F15"), add_part("xl/vbaProject.bin")),
        *(type_over("H21", 6), edit_formula("H16", "6"), type_over("H17", None), type_over("E25", 0.85)),
        *(forge_result("I26", "差"), show_as("H18", '"6.00"')),
        found="S05 S07:A14 S06:F15 S08 F01:H21 F02:H16 F03:H17 F04:E25 F05:I26 F06:H18",
    ),
)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled sample as it came back untouched, sealed."""
    path = tmp_path_factory.mktemp("form") / "form.xlsx"
    path.write_bytes(render_form(FILLED, PROFILE, key=KEY))
    return path


def places(report: FormReport) -> Places:
    """Code and cell of every finding; none may come twice."""
    said = [(each.code, each.place.cell) for each in report.findings]
    assert len(set(said)) == len(said)
    return set(said)


@by_id("case", PLANTED)
def test_a_planted_defect_has_its_code_at_its_cell_and_nothing_else(
    case: Planted, form: Path, tmp_path: Path
) -> None:
    report = recheck_one(tampered(form, tmp_path / "form.xlsx", *case.edits), case.issuer)
    assert places(report) == case.expected


def codes(case: Planted) -> set[str]:
    return {code for code, _ in case.expected}


@by_id("case", tuple(case for case in PLANTED if not codes(case) & {"S01", "S02", "S03", "S04"}))
def test_a_defect_outlives_a_script_that_saves_the_form(case: Planted, form: Path, tmp_path: Path) -> None:
    """All but forged results (F05), of which openpyxl saves none, and parts that it drops (S08)."""
    edited = tampered(form, tmp_path / "edited.xlsx", *case.edits)
    report = recheck_one(saved_by_openpyxl(edited, tmp_path / "form.xlsx"), case.issuer)
    assert places(report) == {place for place in case.expected if place[0] not in ("F05", "S08")}


TYPED: Mapping[str, tuple[Mapping[str, Typed], str]] = {
    "number-missing": ({"zpj_actual_01": None}, "Q01:F14"),
    "completion-missing": ({"zpj_completion": None}, "Q01:F12"),
    "tier-missing": ({"zpj_tier_10": None}, "Q01:K23"),
    "number-with-its-unit": ({"zpj_actual_01": "24场"}, "Q02:F14"),
    "95-for-95%": ({"zpj_actual_12": 95, "zpj_reason_12": None}, "Q03:F25"),
    "人次-for-万人次": ({"zpj_actual_03": 4620000, "zpj_reason_03": None}, "Q03:F16"),
    "ratio-outside-its-tier": ({"zpj_ratio_10": 0.7}, "P05:L23"),
    "tier-of-ones-own": ({"zpj_tier_10": "良好"}, "P05:K23"),
    "negative": ({"zpj_actual_01": -24}, "P08:F14"),
    "shortfall-unexplained": ({"zpj_reason_08": None}, "R01:I21"),
    "over-completion-unexplained": ({"zpj_reason_02": None}, "R02:I15"),
    "filler": ({"zpj_reason_08": "无"}, "R03:I21"),
    "deduction-unexplained": ({"zpj_reason_10": None}, "R04:I23"),
    "reason-on-the-next-row": (
        {"zpj_reason_08": None, "zpj_reason_07": "搭建标准提高，单价高于计划。"},
        "R05:I21",
    ),
    "parts-that-do-not-add-up": ({"zpj_fund1_spent": 411.32}, "B01:F7"),
    "above-the-budget": ({"zpj_fund0_spent": 660, "zpj_fund1_spent": 600}, "B04:F7"),
    "two-slips-at-once": ({"zpj_actual_01": None, "zpj_reason_12": "/"}, "Q01:F14 R03:I25"),
}
"""What somebody typed into the inputs of the sample, and what recheck says of it."""


def typed_by_script(form: Path, copy: Path, typed: Mapping[str, Typed]) -> Path:
    def change(book: Workbook) -> None:
        for name, value in typed.items():
            sheet, _, ref = (
                book.defined_names[name].attr_text.replace("'", "").replace("$", "").partition("!")
            )
            book[sheet][ref] = value

    return saved_by_openpyxl(form, copy, change)


@pytest.mark.parametrize("name", TYPED)
def test_a_wrong_answer_typed_by_a_script_has_its_code_at_its_cell(
    name: str, form: Path, tmp_path: Path
) -> None:
    typed, found = TYPED[name]
    report = recheck_one(typed_by_script(form, tmp_path / "form.xlsx", typed), ISSUER)
    assert places(report) == planted(name, found=found).expected


def test_a_wrong_answer_typed_in_libreoffice_has_its_code_at_its_cell(
    libreoffice: ModuleType, form: Path, tmp_path: Path
) -> None:
    copies = {name: tmp_path / f"{name}.xlsx" for name in TYPED}
    libreoffice.fill_and_read(
        [Scenario(form, typed, store=copies[name]) for name, (typed, _) in TYPED.items()]
    )
    told = {name: places(recheck_one(copy, ISSUER)) for name, copy in copies.items()}
    assert told == {name: planted(name, found=found).expected for name, (_, found) in TYPED.items()}


def test_defects_survive_that_libreoffice_saves_the_form(
    libreoffice: ModuleType, form: Path, tmp_path: Path
) -> None:
    """It calculates, so forged results are gone; it drops parts it does not know; TRUE becomes a formula."""
    kept = [case for case in PLANTED if codes(case) <= {"F01", "F02", "F03", "F04", "F06", "S05", "S07"}]
    edited = [tampered(form, tmp_path / f"{case.id}.xlsx", *case.edits) for case in kept]
    saved = libreoffice.recalculate(edited, tmp_path / "saved")
    told = {case.id: places(recheck_one(path, ISSUER)) for case, path in zip(kept, saved, strict=True)}
    expected = {case.id: case.expected for case in kept}
    assert told == expected | {"score-typed-as-truth-value": {("F02", "H21")}}


def test_a_budget_left_blank_is_b05(tmp_path: Path) -> None:
    funds = (replace(FILLED.funds[0], budget=None), *FILLED.funds[1:])
    path = tmp_path / "form.xlsx"
    path.write_bytes(render_form(replace(FILLED, funds=funds), PROFILE, key=KEY))
    assert places(recheck_one(path, ISSUER)) == {("B05", "E7")}


def test_a_sheet_copied_into_another_book_has_no_stamp(form: Path, tmp_path: Path) -> None:
    def only_the_form(book: Workbook) -> None:
        for name in (INSTRUCTIONS_SHEET, REGISTRY_SHEET):
            del book[name]

    copied = saved_by_openpyxl(form, tmp_path / "copied.xlsx", only_the_form)
    assert places(recheck_one(copied, ISSUER)) == {("S01", "")}


def test_the_issuers_definition_wins_over_a_stamp_that_was_forged_with_the_form(tmp_path: Path) -> None:
    """Generated anew from an easier definition, which only the seal or the issuer's definitions betray."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(render_form(lowered(), PROFILE))
    assert places(recheck_one(path, Issuer())) == set()
    issuer = Issuer(definitions={FILLED.code: FILLED})
    assert places(recheck_one(path, issuer)) == {("S02", ""), ("F04", "E25")}


UNREADABLE: Mapping[str, tuple[bytes, str]] = {
    "truncated": (render_form(FILLED, PROFILE)[:-100], "X01"),
    "renamed .xls": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook".encode("utf-16-le"),
        "X03",
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_return_has_one_finding(name: str, tmp_path: Path) -> None:
    content, code = UNREADABLE[name]
    path = tmp_path / "form.xlsx"
    path.write_bytes(content)
    report = recheck_one(path, ISSUER)
    assert (report.status, places(report)) == (Status.UNREADABLE, {(code, "")})


def test_an_archive_that_climbs_out_or_is_too_large_has_one_finding(form: Path, tmp_path: Path) -> None:
    climbing = tampered(form, tmp_path / "climbing.xlsx", add_part("../../evil.txt"))
    large = tampered(
        form, tmp_path / "large.xlsx", lambda book: book.parts.update({"xl/styles.xml": bytes(49 << 20)})
    )
    assert places(recheck_one(climbing, ISSUER)) == {("X02", "")}
    assert places(recheck_one(large, ISSUER)) == {("X04", "")}


ELSEWHERE = {
    "S09 S10": "test_folder_inputs.py and test_batch.py: only a set has them",
    "P03 P04 P06 P07 B02 B03 T01 T02": "test_foreign.py: typed figures of our forms are F01",
    "T03": "tests/cli/test_recheck.py: no profile that ships sets its limit",
    "P01 P02": "test_foreign.py: no form of ours is made of such a definition",
    "Q04": "tests/generator/test_definitions_problems.py: no form is made of such a definition",
    "F07 F08 Q05 Q06 S11 S12 S13 S14 S15 S16 S17 S18 S19": "test_tampered_*.py: what was not issued",
    "S20 S21": "test_identity.py: definitions of another day or year",
    "R06": "test_reasons.py: one reason on several rows",
    "T04": "test_no_total.py: every other check is taken away",
    "X06": "tests/xlsx/test_hostile.py: files that two programs read differently",
    "X05": "a file that is written",
}


def test_every_code_of_a_recheck_is_planted_somewhere() -> None:
    here = {code for case in PLANTED for code in codes(case)}
    here |= {place.partition(":")[0] for _, found in TYPED.values() for place in found.split()}
    here |= {"B05", "X01", "X02", "X03", "X04"}
    there = {code for codes in ELSEWHERE for code in codes.split()}
    assert here | there == {code for code in CATALOGUE if code[0] in "XSFQPRBT"}
