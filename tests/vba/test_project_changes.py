"""Macros in a returned form: ours are no finding however they were laid out anew, anything else is S08."""

import re
import tracemalloc
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import load_workbook
from pyopenvba.cfb import CFB
from pyopenvba.vba import compress, decompress

from support.rechecks import recheck_one
from support.specimens import FILLED, PROFILE
from support.vba_projects import (
    OF_A_PROJECT,
    REGISTERED,
    replaced,
    with_listing,
    with_record,
    with_reference,
    with_storage,
    with_streams,
)
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import FormReport
from zpj.texts import wording
from zpj.vba import DOCUMENTS, Module, form_modules, form_project, vba_project
from zpj_generator.package import Macros, render_form

MODULES = form_modules(PROFILE)
OURS = form_project(PROFILE)
WORDS = wording("recheck")["macros"]
NO_EXCEL, SOME_EXCEL = bytes.fromhex("cc61ffff000000"), bytes.fromhex("cc61b2000000ff")


def rechecked(project: bytes, folder: Path) -> FormReport:
    path = folder / "form.xlsm"
    path.write_bytes(render_form(FILLED, PROFILE, key=b"k", macros=Macros(project)))
    return recheck_one(path, Issuer(key=b"k"))


def found(project: bytes, folder: Path) -> list[tuple[str, str]]:
    return [(entry.code, entry.found) for entry in rechecked(project, folder).findings]


def laid_out_anew(source: str) -> str:
    """Blanks, letter case and numbers as an editor might write them, texts and comments as they were."""
    pieces = re.split(r'("(?:[^"\n]|"")*"|\'[^\n]*)', source)
    return "".join(
        piece if at % 2 else re.sub(r"\b(\d+)\.0\b", r"\1#", piece.replace("    ", "\t").upper())
        for at, piece in enumerate(pieces)
    )


def test_a_form_as_issued_has_no_finding(tmp_path: Path) -> None:
    report = rechecked(OURS, tmp_path)
    assert (report.findings, report.unchecked) == ((), ())


def test_macros_that_an_editor_laid_out_anew_are_still_ours(tmp_path: Path) -> None:
    anew = [Module(each.name, laid_out_anew(each.source)) for each in MODULES]
    assert [each.source for each in anew] != [each.source for each in MODULES]
    assert found(vba_project(anew), tmp_path) == []


def test_macros_in_another_order_are_still_ours(tmp_path: Path) -> None:
    assert found(vba_project(MODULES[::-1]), tmp_path) == []


def test_macros_that_libreoffice_saved_are_still_ours(libreoffice: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsm"
    path.write_bytes(render_form(FILLED, PROFILE, key=b"k", macros=Macros(OURS)))
    (saved,) = libreoffice.to_macro_enabled([path], tmp_path / "saved")
    report = recheck_one(saved, Issuer(key=b"k"))
    assert [entry for entry in report.findings if entry.code == "S08"] == []


def test_macros_that_openpyxl_kept_are_still_ours(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsm"
    path.write_bytes(render_form(FILLED, PROFILE, key=b"k", macros=Macros(OURS)))
    book = load_workbook(path, keep_vba=True)
    book.save(path)
    assert [entry for entry in recheck_one(path, Issuer(key=b"k")).findings if entry.code == "S08"] == []


LAWFUL = {
    "Excel's cache of a run": with_streams(OURS, {("VBA", "__SRP_0"): b"run", ("VBA", "__SRP_1a"): b"run"}),
    "code page of a Chinese Windows": with_record(OURS, 0x0003, (936).to_bytes(2, "little")),
    "the library of Excel": with_reference(
        OURS, REGISTERED, "*\\G{00020813-0000-0000-C000-000000000046}#1.9#0#EXCEL.EXE#Excel"
    ),
    "without the empty module of a sheet, as LibreOffice leaves it": vba_project(MODULES, DOCUMENTS[:-1]),
    "the empty module of a sheet with results": vba_project(MODULES, (*DOCUMENTS, "Sheet1")),
    "another id of the project": with_listing(OURS, 'ID="{E', 'ID="{F'),
}


@pytest.mark.parametrize("case", LAWFUL)
def test_what_programs_add_by_themselves_is_no_finding(case: str, tmp_path: Path) -> None:
    assert found(LAWFUL[case], tmp_path) == []


CHANGED = {
    "band moved": ("ZpjScore", ">= 2.0", ">= 5.0"),
    "band to a neighbour's": ("ZpjScore", ">= 3.0", ">= 2.0"),
    "share": ("ZpjScore", "share = 0.3", "share = 0.1"),
    "share out of its line": ("ZpjScore", "result = result - share * points", "result = result"),
    "comparison turned": ("ZpjScore", "If b < a Then", "If b > a Then"),
    "bound left out": ("ZpjScore", "If share >= ", "If share > "),
    "operands exchanged": ("ZpjScore", "b / a * points", "a / b * points"),
    "factor twice": ("ZpjScore", "b / a * points", "b / a * points * points"),
    "not dropped": ("ZpjMissing", "If Not IsReason(", "If IsReason("),
    "and for or": ("ZpjMissing", "If Not (IsFigure(target) And", "If Not (IsFigure(target) Or"),
    "line to a comment": ("ZpjMissing", "    MissingReasons = count", "    ' MissingReasons = count"),
    "line to a remark": ("ZpjMissing", "    MissingReasons = count", "    Rem MissingReasons = count"),
    "line taken out": ("ZpjMissing", "    MissingReasons = count\n", ""),
    "line behind a comment that goes on": (
        "ZpjMissing",
        "    MissingReasons = count",
        "    ' as counted _\n    MissingReasons = count",
    ),
    "loop ended": ("ZpjMissing", "    For Each row", "    Exit Function\n    For Each row"),
    "procedure added": ("ZpjMissing", "Option Explicit", "Option Explicit\nSub Auto_Close()\nEnd Sub"),
    "program started": (
        "ZpjMissing",
        "    MissingReasons = count",
        '    Shell "cmd"\n    MissingReasons = count',
    ),
    "text": ("ZpjRecheck", '"', '" '),
    "made public": ("ZpjScore", "Private Function", "Public Function"),
    "made visible to cells": ("ZpjScore", "Option Private Module\n", ""),
    "without declarations": ("ZpjScore", "Option Explicit\n", ""),
}


@pytest.mark.parametrize("case", CHANGED)
def test_a_changed_macro_is_found_with_its_module_and_line(case: str, tmp_path: Path) -> None:
    name, old, new = CHANGED[case]
    report = rechecked(vba_project(replaced(MODULES, name, old, new)), tmp_path)
    (entry,) = report.findings
    assert entry.code == "S08"
    assert WORDS["changed"] in entry.message
    module, _, place, _ = entry.found.split(" ", 3)
    source = next(each.source for each in MODULES if each.name == name)
    line = source[: source.index(old)].count("\n") + 1
    assert module == name
    assert 0 <= int(place) - line <= 6, "the first statement that differs is that one or the next"
    assert entry.expected != ""


def without(name: str) -> list[Module]:
    return [each for each in MODULES if each.name != name]


def swapped(first: str, second: str) -> list[Module]:
    sources = {each.name: each.source for each in MODULES}
    names = {first: second, second: first}
    return [Module(each.name, sources[names.get(each.name, each.name)]) for each in MODULES]


ADDED = Module("Added", "Option Explicit\nSub Auto_Open()\n    Beep\nEnd Sub\n")
PROJECTS: dict[str, tuple[Sequence[str], bytes, str]] = {
    "module added": (["Added"], vba_project([*MODULES, ADDED]), "added"),
    "empty module added": (["Added"], vba_project([*MODULES, Module("Added", "\n")]), "added"),
    "class added": (["Added"], vba_project([*MODULES, Module("Added", "Dim a\n", is_class=True)]), "added"),
    "module removed": (["ZpjUnits"], vba_project(without("ZpjUnits")), "removed"),
    "module listed as a class": (["ZpjText"], with_listing(OURS, "Module=ZpjText", "Class=ZpjText"), "type"),
    "module not listed": (["ZpjText"], with_listing(OURS, "Module=ZpjText\r\n", ""), "type"),
    "form": (["Form/"], with_storage(OURS, "Form"), "stream"),
    "unknown stream": (["VBA/Hidden"], with_streams(OURS, {("VBA", "Hidden"): b"MZ"}), "stream"),
    "unknown stream beside": (["Hidden"], with_streams(OURS, {("", "Hidden"): b"MZ"}), "stream"),
    "licence of a control": (["PROJECTlk"], with_streams(OURS, {("", "PROJECTlk"): b"MZ"}), "stream"),
    "library": (
        ["{420B2830-E718-11CF-893D-00A0C9054228}"],
        with_reference(OURS, REGISTERED, "*\\G{420B2830-E718-11CF-893D-00A0C9054228}#1.0#0#scrrun.dll#S"),
        "reference",
    ),
    "another project": (
        ["*\\A\\\\server\\other.xlam"],
        with_reference(OURS, OF_A_PROJECT, "*\\A\\\\server\\other.xlam"),
        "reference",
    ),
    "password": (["VBAProject"], with_listing(OURS, 'DPB="BEBC', 'DPB="BEBB'), "protected"),
    "unknown code page": (["10000"], with_record(OURS, 0x0003, (10000).to_bytes(2, "little")), "code_page"),
    "constants": (["Mac = 1"], with_record(OURS, 0x000C, b"Mac = 1"), "constants"),
    "renamed project": (["Other"], with_record(OURS, 0x0004, b"Other"), "name"),
}


@pytest.mark.parametrize("case", PROJECTS)
def test_whatever_else_was_not_issued_is_found(case: str, tmp_path: Path) -> None:
    names, project, kind = PROJECTS[case]
    findings = rechecked(project, tmp_path).findings
    assert [(entry.code, entry.found) for entry in findings] == [("S08", name) for name in names]
    assert all(WORDS[kind] in entry.message for entry in findings)


def test_modules_whose_bodies_changed_places_are_both_found(tmp_path: Path) -> None:
    project = vba_project(swapped("ZpjUnits", "ZpjNumbers"))
    assert [each.split()[0] for _, each in found(project, tmp_path)] == ["ZpjUnits", "ZpjNumbers"]


def test_a_procedure_in_the_module_of_the_book_is_found(tmp_path: Path) -> None:
    name = "FormSheet"
    source = CFB.from_bytes(OURS).get_stream_at(("VBA",), name)
    body = decompress(source) + b"\r\nPrivate Sub Worksheet_Activate()\r\n    Beep\r\nEnd Sub\r\n"
    ((code, where),) = found(with_streams(OURS, {("VBA", name): compress(body)}), tmp_path)
    assert (code, where.split()[0]) == ("S08", name)
    hidden = decompress(source).replace(b"VB_Exposed = True", b"VB_Exposed = False")
    assert hidden != decompress(source)
    assert found(with_streams(OURS, {("VBA", name): compress(hidden)}), tmp_path) == [("S08", name)]
    asked_for = decompress(source) + b"\r\nOption Explicit\r\n"
    assert found(with_streams(OURS, {("VBA", name): compress(asked_for)}), tmp_path) == []


@pytest.mark.parametrize("project", [b"", b"no project", OURS[:4000]], ids=len)
def test_macros_that_cannot_be_read_are_found(project: bytes, tmp_path: Path) -> None:
    assert found(project, tmp_path) == [("S08", "xl/vbaProject.bin")]


def test_a_source_that_unpacks_to_hundreds_of_megabytes_is_not_unpacked(
    tmp_path: Path,
) -> None:
    chunk = bytes([0x03, 0xB0, 0x02, 0x41, 0xFF, 0x0F])  # one letter, then that letter over and over
    for name in ("FormSheet", "dir"):
        bomb = with_streams(OURS, {("VBA", name): b"\x01" + chunk * 60_000})
        tracemalloc.start()
        assert found(bomb, tmp_path) == [("S08", "xl/vbaProject.bin")]
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 50_000_000


def test_compiled_code_is_told_to_be_unchecked(tmp_path: Path) -> None:
    compiled = with_streams(OURS, {("VBA", "_VBA_PROJECT"): SOME_EXCEL})
    report = rechecked(compiled, tmp_path)
    assert report.findings == ()
    assert report.unchecked == (wording("recheck")["unchecked"]["compiled"],)
    assert rechecked(with_streams(OURS, {("VBA", "_VBA_PROJECT"): NO_EXCEL}), tmp_path).unchecked == ()


def test_macros_are_found_missing_nowhere_because_every_form_works_without_them(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(render_form(FILLED, PROFILE, key=b"k"))
    assert recheck_one(path, Issuer(key=b"k")).findings == ()
