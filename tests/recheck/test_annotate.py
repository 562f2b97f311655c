"""Annotated copies: every finding at its cell and on one sheet, and everything else as it came back."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from support.forms import FORM_SHEET
from support.handmade import workbook_parts, zip_parts
from support.rechecks import recheck_one
from support.tampering import (
    add_part,
    paste_over_validation,
    saved_by_libreoffice,
    saved_by_openpyxl,
    tampered,
    type_over,
    unprotect,
)
from zpj.keys.stamp_signature import SealVerdict, seal_verdict
from zpj.model.errors import OutputExists, UnreadableFile
from zpj.model.findings import Finding, Place, Severity
from zpj.recheck.annotate import annotate, annotate_all
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import Explained, FolderReport, FormReport, Override, Status
from zpj.recheck.returned_file import read_returned
from zpj.rules import load_profile
from zpj.xlsx import open_workbook
from zpj.xlsx.model.cell import PLAIN
from zpj_generator.definitions import load_projects, samples
from zpj_generator.package import render_form

KEY = b"k" * 32
ISSUER = Issuer(key=KEY)
PROJECT = next(load_projects([path])[0] for path in samples() if path.stem == "sample-filled")
RESULTS = "复核结果"
MARKED = {"F01 H14", "F01 H25", "F04 E14", "S06 F17"}


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A form with two scores typed over, a target lowered, a validation and the protection gone."""
    form = tmp_path / "form.xlsx"
    form.write_bytes(render_form(PROJECT, load_profile(PROJECT.profile), key=KEY))
    edits = (type_over("H14", 1.0), type_over("H25", 9.5), type_over("E14", 3.0))
    return tampered(form, tmp_path / "returned.xlsx", *edits, paste_over_validation("F17"), unprotect())


def annotated(path: Path) -> Path:
    return annotate(path, [recheck_one(path, ISSUER)], path.with_name(f"annotated-{path.name}"))


def report_of(path: Path, *findings: Finding) -> FormReport:
    return FormReport(str(path), "T-1", "试算", "某单位", Status.FINDINGS, 90.0, "优", 91.0, findings)


def at(cell: str, sheet: str = FORM_SHEET, **words: str) -> Finding:
    said = {"found": "98", "expected": "90", "message": "请改正。", **words}
    return Finding("F01", Severity.ERROR, Place("", "", sheet, cell), **said)


def sheet_of(path: Path, name: str = FORM_SHEET) -> Worksheet:
    sheet = load_workbook(path)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def notes(path: Path, sheet: str = FORM_SHEET) -> dict[str, str]:
    return {
        cell.coordinate: cell.comment.text
        for row in sheet_of(path, sheet).iter_rows()
        for cell in row
        if cell.comment is not None
    }


def texts(path: Path, sheet: str = RESULTS) -> list[str]:
    (found,) = (each for each in open_workbook(path).sheets if each.name == sheet)
    return [cell.text for cell in found.cells.values()]


def test_every_finding_about_a_cell_is_noted_and_coloured_there(returned: Path) -> None:
    copy, report = annotated(returned), recheck_one(returned, ISSUER)
    found = {f"{each.code} {each.place.cell}" for each in report.findings if each.place.cell}
    assert found >= MARKED
    written, before, after = notes(copy), sheet_of(returned), sheet_of(copy)
    for entry in report.findings:
        if ref := entry.place.cell:
            assert entry.code in written[ref]
            assert entry.message in written[ref]
            assert after[ref].fill.fgColor.rgb != before[ref].fill.fgColor.rgb
    assert len(written) == len({each.place.cell for each in report.findings if each.place.cell})


def test_the_result_sheet_lists_every_finding_with_a_link_that_leads_there(returned: Path) -> None:
    report, sheet = recheck_one(returned, ISSUER), sheet_of(annotated(returned), RESULTS)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for entry in report.findings:
        assert any(row[1] == entry.code and row[5] == entry.message for row in rows)
    links = {cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert links == {f"'{FORM_SHEET}'!{each.place.cell}" for each in report.findings if each.place.cell}


def test_ledger_explanations_and_what_was_not_checked_are_on_the_result_sheet(returned: Path) -> None:
    override = Override(FORM_SHEET, "H14", "F01", "某指标：得分", "1", "6", -5.0, 90.0, 85.0, "优", "良")
    report = replace(
        report_of(returned),
        ledger=(override,),
        explained=(Explained(at("I20"), "已另附材料", "复核岗"),),
        unchecked=("没有密钥",),
    )
    copy = annotate(returned, [report], returned.with_name("copy.xlsx"))
    shown = texts(copy)
    assert {"没有密钥", "已另附材料", "复核岗"} <= set(shown)
    assert any("某指标：得分" in text and "-5.00" in text for text in shown)


def test_what_is_not_touched_survives_byte_for_byte(returned: Path) -> None:
    macros = tampered(
        returned, returned.with_name("macros.xlsx"), add_part("xl/vbaProject.bin", bytes(range(256)) * 9)
    )
    copy = annotated(macros)
    with zipfile.ZipFile(macros) as before, zipfile.ZipFile(copy) as after:
        same = {name for name in before.namelist() if before.read(name) == after.read(name)}
        assert not after.testzip()
    assert same >= {"xl/vbaProject.bin", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"}


def codes_and_cells(report: FormReport) -> set[tuple[str, str]]:
    return {(each.code, each.place.cell) for each in report.findings}


def test_the_form_in_the_copy_is_the_form_that_came_back(returned: Path, tmp_path: Path) -> None:
    resaved = saved_by_libreoffice(returned, tmp_path / "resaved.xlsx")
    for path in (returned, resaved):
        copy = annotated(path)
        for before, after in zip(open_workbook(path).sheets, open_workbook(copy).sheets, strict=False):
            bare = {"cells": {}, "comments": (), "objects": ()}
            assert replace(before, **bare) == replace(after, **bare)
            held = [
                {key: cell._replace(format=PLAIN) for key, cell in each.cells.items()}
                for each in (before, after)
            ]
            assert held[0] == held[1]
        told, again = codes_and_cells(recheck_one(path, ISSUER)), codes_and_cells(recheck_one(copy, ISSUER))
        # The marks of the copy, its notes and its sheet are no part of the form.
        assert {code for code, _ in again - told} <= {"F08", "S15", "S18"}
        assert told <= again
        stamp = read_returned(copy).stamp
        assert stamp is not None
        assert seal_verdict(stamp, KEY, ()) is SealVerdict.VALID


def test_the_open_xml_validator_has_nothing_against_a_copy(
    returned: Path, tmp_path: Path, validator: ModuleType
) -> None:
    noted = saved_by_openpyxl(returned, tmp_path / "noted.xlsx", _leave_a_note)
    once = annotated(returned)
    copies = [once, annotated(once)]
    assert validator.validate(copies) == {copy: [] for copy in copies}
    # openpyxl writes fonts the validator refuses: ours add nothing to that.
    copy = annotated(noted)
    problems = validator.validate([noted, copy])
    assert len(problems[copy]) == len(problems[noted])


def _leave_a_note(book: object) -> None:
    sheet = book[FORM_SHEET]  # type: ignore[index]
    sheet["H14"].comment = Comment("这里我改过", "填报人")
    sheet["A1"].comment = Comment("题目", "填报人")


def test_libreoffice_shows_the_notes_and_calculates_the_same_total(
    returned: Path, tmp_path: Path, libreoffice: ModuleType
) -> None:
    copy = annotated(returned)
    plain, marked = libreoffice.recalculate([returned, copy], tmp_path / "calculated")
    values = [
        {key: cell.value for key, cell in open_workbook(path).sheets[0].cells.items() if cell.formula}
        for path in (plain, marked)
    ]
    assert values[0] == values[1]
    assert notes(marked).keys() == notes(copy).keys()


def test_notes_that_somebody_wrote_stay(returned: Path, tmp_path: Path) -> None:
    copy = annotated(saved_by_openpyxl(returned, tmp_path / "noted.xlsx", _leave_a_note))
    written = notes(copy)
    assert written["A1"] == "题目"
    assert written["H14"].startswith("这里我改过")
    assert "F01" in written["H14"]
    with zipfile.ZipFile(copy) as archive:
        (drawing,) = (archive.read(name).decode() for name in archive.namelist() if name.endswith(".vml"))
    # Excel shows a note only where a shape is drawn for it.
    assert len(re.findall(r"Row>\d+</", drawing)) == len(written)


def test_a_copy_is_annotated_again_without_losing_anything(returned: Path) -> None:
    once = annotated(returned)
    names = load_workbook(annotated(once)).sheetnames
    assert names[: len(load_workbook(once).sheetnames)] == load_workbook(once).sheetnames
    assert len(names) == len(set(names)) == len(load_workbook(once).sheetnames) + 1


def test_text_of_a_form_stays_text_and_within_what_a_cell_holds(returned: Path) -> None:
    nasty = '=HYPERLINK("x")\x01_x0041_<&>\'' + "长" * 60_000
    report = report_of(returned, at("H14", found=nasty), at("Z99", expected=nasty, message=nasty))
    copy = annotate(returned, [report], returned.with_name("copy.xlsx"))
    (sheet,) = (each for each in open_workbook(copy).sheets if each.name == RESULTS)
    assert any(cell.text.startswith(nasty[:25]) for cell in sheet.cells.values())
    assert all(cell.formula is None and len(cell.text) < 32_767 for cell in sheet.cells.values())
    assert {"H14", "Z99"} <= notes(copy).keys()


def test_ranges_are_coloured_and_noted_once_and_other_places_only_listed(returned: Path) -> None:
    report = report_of(
        returned, at("F20:F22 K19"), at("第3行"), at("H1", sheet="没有此表"), at("", message="整张表")
    )
    copy = annotate(returned, [report], returned.with_name("copy.xlsx"))
    assert notes(copy).keys() == {"F20"}
    before, after = sheet_of(returned), sheet_of(copy)
    marked = {
        ref
        for ref in ("F19", "F20", "F21", "F22", "K19")
        if after[ref].fill.fgColor.rgb != before[ref].fill.fgColor.rgb
    }
    assert marked == {"F20", "F21", "F22", "K19"}
    assert "整张表" in texts(copy)


def test_a_workbook_without_styles_or_the_cell_in_question_is_annotated(tmp_path: Path) -> None:
    parts = workbook_parts('<row><c><v>1</v></c></row><row r="5"><c r="C5"><v>2</v></c></row>')
    del parts["xl/styles.xml"]
    parts["xl/_rels/workbook.xml.rels"] = str(parts["xl/_rels/workbook.xml.rels"]).replace(
        "relationships/styles", "relationships/other"
    )
    types = str(parts["[Content_Types].xml"])
    parts["[Content_Types].xml"] = re.sub(r'<Override PartName="/xl/styles.xml"[^>]*/>', "", types)
    path = zip_parts(tmp_path / "bare.xlsx", parts)
    report = report_of(path, at("A1", "甲"), at("B3", "甲"), at("D5", "甲"), at("B5", "甲"))
    copy = annotate(path, [report], tmp_path / "copy.xlsx")
    assert notes(copy, "甲").keys() == {"A1", "B3", "D5", "B5"}
    assert [(cell.text) for cell in open_workbook(copy).sheets[0].cells.values() if cell.text] == ["1", "2"]


def test_the_original_is_never_written(returned: Path) -> None:
    before = returned.read_bytes()
    with pytest.raises(OutputExists):
        annotate(returned, [recheck_one(returned, ISSUER)], returned, force=True)
    annotated(returned)
    assert returned.read_bytes() == before


def test_a_file_that_cannot_be_read_is_refused_with_its_finding(tmp_path: Path) -> None:
    path = tmp_path / "bad.xlsx"
    path.write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(UnreadableFile):
        annotate(path, [report_of(path)], tmp_path / "copy.xlsx")
    assert not (tmp_path / "copy.xlsx").exists()


def test_a_folder_of_copies_has_one_per_form_with_findings(returned: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / returned.name
    other.parent.mkdir()
    other.write_bytes(returned.read_bytes())
    damaged = report_of(tmp_path / "gone.xlsx", at("H14"))
    clean = replace(report_of(tmp_path / "form.xlsx"), status=Status.CLEAN)
    forms = (report_of(returned, at("H14")), damaged, clean, report_of(other, at("H15")))
    folder = tmp_path / "copies"
    written: list[Path] = []
    with pytest.raises(UnreadableFile):
        written.extend(annotate_all(FolderReport(forms), folder))
    assert [sorted(notes(path)) for path in sorted(folder.iterdir())] == [["H15"], ["H14"]]
    with pytest.raises(OutputExists):
        list(annotate_all(FolderReport(forms), folder))
