"""Repaired forms: everything locked as it was issued, everything typed kept, nothing guessed."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from support.form_parts import Book, Edit, main
from support.forms import FORM_SHEET
from support.rechecks import recheck_one
from support.slips import PROPERLY
from support.tampering import (
    add_part,
    delete_row,
    edit_formula,
    insert_column,
    insert_row,
    paste_over_validation,
    rename_sheet,
    rewrite_stamp,
    saved_by_libreoffice,
    saved_by_openpyxl,
    show_as,
    tampered,
    type_over,
    unprotect,
)
from zpj.keys.stamp_signature import SealVerdict, seal_verdict
from zpj.model.errors import NotRepairable, OutputExists
from zpj.model.project import Project
from zpj.model.project_json import project_to_json
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.repaired_form import Repaired, repair
from zpj.recheck.returned_file import read_returned
from zpj.rules import load_profile
from zpj.xlsx import Cell, cell_name, open_workbook
from zpj_generator.definitions import load_projects, samples
from zpj_generator.layout import lay_out
from zpj_generator.package import render_form

KEY = b"k" * 32
PROJECTS = {path.stem: load_projects([path])[0] for path in samples()}
FILLED, BLANK = PROJECTS["sample-filled"], PROJECTS["sample-short"]
PROFILE = load_profile(FILLED.profile)
SCORES = [f"H{row}" for row in range(14, 26)]


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return issued(tmp_path / "form.xlsx", FILLED)


def issued(path: Path, project: Project, key: bytes | None = KEY) -> Path:
    path.write_bytes(render_form(project, PROFILE, key=key))
    return path


def repaired(path: Path, issuer: Issuer | None = None) -> tuple[Path, Repaired]:
    out = path.with_name("repaired.xlsx")
    return out, repair(path, out, issuer or Issuer(key=KEY))


def cells(path: Path) -> dict[str, Cell]:
    (sheet,) = (sheet for sheet in open_workbook(path).sheets if sheet.name == FORM_SHEET)
    return {cell_name(*key): cell for key, cell in sheet.cells.items()}


def codes(path: Path, issuer: Issuer | None = None) -> list[str]:
    return [
        f"{each.code} {each.place.cell}" for each in recheck_one(path, issuer or Issuer(key=KEY)).findings
    ]


def test_a_form_that_nobody_touched_is_repaired_to_the_same_bytes(form: Path) -> None:
    out, result = repaired(form)
    assert out.read_bytes() == form.read_bytes()
    assert (result.restored, result.lost) == ((), ())


def test_every_kind_of_tampering_is_undone_and_told(form: Path, tmp_path: Path) -> None:
    copy = tampered(
        form,
        tmp_path / "copy.xlsx",
        *(type_over(ref, 10.0) for ref in SCORES),
        type_over("H26", 100.0),
        type_over("I26", "优"),
        type_over("E14", 3.0),
        type_over("D15", "商户"),
        edit_formula("H7", "1"),
        show_as("G14", "0.0000"),
        paste_over_validation("F14"),
        unprotect(),
    )
    out, result = repaired(copy)
    assert out.read_bytes() == form.read_bytes()
    told = {f"{each.code} {each.place.cell}" for each in result.restored}
    assert told >= {f"F01 {ref}" for ref in [*SCORES, "H26", "I26"]} | {"F04 E14", "F04 D15", "S05 "}
    assert result.lost == ()


def test_what_was_typed_is_kept_to_the_letter_and_only_that_is_left_to_its_filler(tmp_path: Path) -> None:
    typed = {
        "F15": "三百家",
        "F16": "462万人次",
        "L19": "全部",
        "K19": "基本达成",
        "F7": " 571.32 ",
        "I14": "=1+1",
        "M20": 0.1234567890123457,
    }
    copy = tampered(
        issued(tmp_path / "form.xlsx", FILLED),
        tmp_path / "copy.xlsx",
        *(type_over(ref, value) for ref, value in typed.items()),
        type_over("H15", 6.0),
    )
    out, _ = repaired(copy)
    held = cells(out)
    assert {ref: held[ref].value for ref in typed} == typed
    assert held["I14"].formula is None
    left = codes(out)
    assert left
    assert not [code for code in left if code[0] in "SF"], left


def test_the_stamp_says_what_was_issued_and_not_what_was_answered(tmp_path: Path) -> None:
    copy = tampered(
        issued(tmp_path / "form.xlsx", BLANK), tmp_path / "copy.xlsx", type_over("F7", 78.0), unprotect()
    )
    out, result = repaired(copy)
    stamp = read_returned(out).stamp
    assert stamp is not None
    assert seal_verdict(stamp, KEY, ()) is SealVerdict.VALID
    assert stamp.definition == project_to_json(BLANK)
    assert result.project.funds[0].spent == 78.0


def test_a_repaired_form_calculates_the_total_of_the_rule(tmp_path: Path, libreoffice: ModuleType) -> None:
    form = issued(tmp_path / "form.xlsx", BLANK)
    names = {name.name: name.ref for name in lay_out(BLANK, PROFILE).names}
    filled = saved_by_libreoffice(form, tmp_path / "filled.xlsx", PROPERLY)
    right = recheck_one(filled, Issuer(key=KEY)).total
    total = names["zpj_total"]
    copy = tampered(
        filled, tmp_path / "copy.xlsx", type_over(total, 100.0), type_over("H14", 1.0), unprotect()
    )
    out, _ = repaired(copy)
    (calculated,) = libreoffice.recalculate([out], tmp_path / "calculated")
    assert cells(calculated)[total].value == right is not None
    assert codes(out) == []


@pytest.mark.parametrize(
    "edit",
    [insert_row(1), insert_row(9), insert_row(16)],
    ids=["on-top", "in-funds", "in-table"],
)
def test_answers_are_found_by_their_texts_where_a_script_moved_rows(
    form: Path, tmp_path: Path, edit: Edit
) -> None:
    out, result = repaired(tampered(form, tmp_path / "copy.xlsx", edit))
    assert out.read_bytes() == form.read_bytes()
    # A script that moves cells moves no names.
    assert {each.code for each in result.restored} >= {"S04", "S16"}


@pytest.mark.parametrize("column", ["A", "B", "E", "H"])
def test_answers_are_found_by_their_heads_where_a_script_moved_columns(
    form: Path, tmp_path: Path, column: str
) -> None:
    out, result = repaired(tampered(form, tmp_path / "copy.xlsx", insert_column(column)))
    assert out.read_bytes() == form.read_bytes()
    assert result.lost == ()


def test_answers_are_found_by_their_names_where_excel_moved_them(form: Path, tmp_path: Path) -> None:
    def move_names(book: Book) -> None:
        for name in book.root("xl/workbook.xml").iter(main("definedName")):
            column, _, row = (name.text or "").rpartition("$")
            if row.isdigit() and ":" not in column:
                name.text = f"{column}${int(row) + 2}"

    copy = tampered(
        form, tmp_path / "copy.xlsx", insert_row(1), insert_row(1), move_names, type_over("D18", "改名")
    )
    out, result = repaired(copy)
    assert out.read_bytes() == form.read_bytes()
    assert result.lost == ()


def test_answers_are_found_on_a_renamed_sheet(form: Path, tmp_path: Path) -> None:
    out, _ = repaired(tampered(form, tmp_path / "copy.xlsx", rename_sheet(FORM_SHEET, "表一")))
    assert out.read_bytes() == form.read_bytes()


def test_an_indicator_whose_text_was_edited_keeps_its_answers(form: Path, tmp_path: Path) -> None:
    copy = tampered(form, tmp_path / "copy.xlsx", type_over("D16", "别的指标"), type_over("D22", "又一个"))
    out, _ = repaired(copy)
    assert out.read_bytes() == form.read_bytes()


@pytest.mark.parametrize("row", [16, 25], ids=["inside", "last"])
def test_the_answers_of_a_deleted_row_are_reported_and_not_taken_from_another(
    form: Path, tmp_path: Path, row: int
) -> None:
    out, result = repaired(tampered(form, tmp_path / "copy.xlsx", delete_row(row)))
    inputs = [f"{column}{row}" for column in "FIMO"]
    assert sorted(each.place.cell for each in result.lost) == inputs
    assert {each.code for each in result.lost} == {"A01"}
    before, after = cells(form), cells(out)
    changed = {ref for ref in after if after[ref].value != before[ref].value}
    assert {ref for ref in changed if after[ref].formula is None} <= set(inputs)


def test_equal_indicators_are_told_apart_by_their_order(tmp_path: Path) -> None:
    twins = [replace(each, level3="同名指标") for each in FILLED.indicators[:2]]
    project = replace(FILLED, indicators=(*twins, *FILLED.indicators[2:]))
    form = issued(tmp_path / "form.xlsx", project)
    out, _ = repaired(tampered(form, tmp_path / "copy.xlsx", insert_row(14)))
    assert out.read_bytes() == form.read_bytes()


def test_a_long_answer_makes_its_row_taller_and_moves_nothing(form: Path, tmp_path: Path) -> None:
    reason = "受天气影响，部分场次延期。" * 80
    out, _ = repaired(tampered(form, tmp_path / "copy.xlsx", type_over("I14", reason), type_over("H14", 1.0)))
    assert codes(out) == []
    assert cells(out)["I14"].value == reason
    assert cells(out).keys() == cells(form).keys()


def test_a_form_saved_by_a_script_without_results_gets_them_back(form: Path, tmp_path: Path) -> None:
    out, _ = repaired(saved_by_openpyxl(form, tmp_path / "copy.xlsx"))
    assert out.read_bytes() == form.read_bytes()


def test_what_the_repaired_form_does_not_have_is_told(form: Path, tmp_path: Path) -> None:
    with_sheet = saved_by_openpyxl(form, tmp_path / "sheet.xlsx", lambda book: book.create_sheet("附表"))
    copy = tampered(with_sheet, tmp_path / "copy.xlsx", add_part("xl/media/image1.png", b"\x89PNG"))
    _, result = repaired(copy)
    lost = [(each.code, each.found) for each in result.lost]
    assert [code for code, _ in lost] == ["A03", "A03"]
    assert any("附表" in found for _, found in lost)


def test_a_formula_in_an_input_is_told_and_its_result_kept(form: Path, tmp_path: Path) -> None:
    def calculate(book: object) -> None:
        book[FORM_SHEET]["F14"] = "=20+4"  # type: ignore[index]

    copy = saved_by_libreoffice(
        saved_by_openpyxl(form, tmp_path / "by-script.xlsx", calculate), tmp_path / "c.xlsx"
    )
    out, result = repaired(copy)
    assert [(each.code, each.place.cell) for each in result.lost] == [("A02", "F14")]
    assert (cells(out)["F14"].value, cells(out)["F14"].formula) == (24, None)


def test_the_issuers_own_definition_wins_over_the_stamp(form: Path, tmp_path: Path) -> None:
    lowered = replace(
        FILLED, indicators=(replace(FILLED.indicators[0], target="3场"), *FILLED.indicators[1:])
    )
    copy = tampered(form, tmp_path / "copy.xlsx", rewrite_stamp("definition", project_to_json(lowered)))
    out, _ = repaired(copy, Issuer({FILLED.code: FILLED}, KEY))
    assert out.read_bytes() == form.read_bytes()


def test_a_forged_definition_is_never_sealed(form: Path, tmp_path: Path) -> None:
    lowered = replace(
        FILLED, indicators=(replace(FILLED.indicators[0], target="3场"), *FILLED.indicators[1:])
    )
    forged = rewrite_stamp("definition", project_to_json(lowered))
    with pytest.raises(NotRepairable) as refused:
        repaired(tampered(form, tmp_path / "forged.xlsx", forged))
    assert [each.code for each in refused.value.findings] == ["A04"]
    out, _ = repaired(tampered(form, tmp_path / "unsealed.xlsx", forged, rewrite_stamp("seal", "")))
    stamp = read_returned(out).stamp
    assert stamp is not None
    assert stamp.seal == ""


def test_a_form_without_a_stamp_is_repaired_from_the_definition_of_its_name_only(
    form: Path, tmp_path: Path
) -> None:
    copy = tampered(form, tmp_path / "copy.xlsx", rewrite_stamp("zpj", "?"), unprotect())
    with pytest.raises(NotRepairable):
        repaired(copy)
    out, _ = repaired(copy, Issuer({project.code: project for project in PROJECTS.values()}, KEY))
    assert out.read_bytes() == form.read_bytes()


def test_nothing_is_overwritten_unasked(form: Path, tmp_path: Path) -> None:
    copy = tampered(form, tmp_path / "copy.xlsx", unprotect())
    before = copy.read_bytes()
    with pytest.raises(OutputExists):
        repair(copy, copy, Issuer(key=KEY))
    assert copy.read_bytes() == before


def test_the_password_given_is_the_one_that_opens_the_repaired_form(form: Path, tmp_path: Path) -> None:
    repair(form, tmp_path / "out.xlsx", Issuer(key=KEY), password="2026")  # noqa: S106
    assert (tmp_path / "out.xlsx").read_bytes() == render_form(FILLED, PROFILE, password="2026", key=KEY)  # noqa: S106
