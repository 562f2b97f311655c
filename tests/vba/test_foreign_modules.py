"""Macros in a returned form: ours are no finding however they were laid out anew, anything added is S08."""

from pathlib import Path

import pytest

from support.rechecks import recheck_one
from support.specimens import FILLED, PROFILE
from zpj.recheck.recheck_file import Issuer
from zpj.vba import Module, form_modules, form_project, vba_project
from zpj_generator.package import Macros, render_form

MODULES = form_modules(PROFILE)
FIRST, *OTHERS = MODULES


def found(project: bytes, folder: Path) -> list[tuple[str, str]]:
    path = folder / "form.xlsm"
    path.write_bytes(render_form(FILLED, PROFILE, key=b"k", macros=Macros(project)))
    return [(entry.code, entry.found) for entry in recheck_one(path, Issuer(key=b"k")).findings]


def test_a_form_as_issued_has_no_finding(tmp_path: Path) -> None:
    assert found(form_project(PROFILE), tmp_path) == []


def test_macros_that_a_program_laid_out_anew_are_still_ours(tmp_path: Path) -> None:
    anew = [
        Module(each.name, each.source.replace("    ", "\t").replace("Dim ", "dim  ").upper())
        for each in MODULES
    ]
    assert found(vba_project(anew), tmp_path) == []


@pytest.mark.parametrize(
    ("modules", "name"),
    [
        ((*MODULES, Module("Added", "Option Explicit\nSub Auto_Open()\n    Beep\nEnd Sub\n")), "Added"),
        ((Module(FIRST.name, FIRST.source + "\nSub Auto_Close()\nEnd Sub\n"), *OTHERS), FIRST.name),
    ],
    ids=["a-module-added", "a-procedure-added-to-ours"],
)
def test_added_macros_are_found_by_the_name_of_their_module(
    modules: tuple[Module, ...], name: str, tmp_path: Path
) -> None:
    assert found(vba_project(modules), tmp_path) == [("S08", name)]


@pytest.mark.parametrize("project", [b"", b"no project", form_project(PROFILE)[:4000]], ids=len)
def test_macros_that_cannot_be_read_are_found(project: bytes, tmp_path: Path) -> None:
    assert found(project, tmp_path) == [("S08", "xl/vbaProject.bin")]


def test_macros_are_found_missing_nowhere_because_every_form_works_without_them(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(render_form(FILLED, PROFILE, key=b"k"))
    assert recheck_one(path, Issuer(key=b"k")).findings == ()
