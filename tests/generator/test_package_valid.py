"""Every kind of file we write is a workbook without fault: to Microsoft's validator and to openpyxl."""

from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import Workbook, load_workbook

from support.specimens import FILLED, HOSTILE, LONG, PROFILE, SHORT, bare, saying, sixty, wordy
from zpj.importer import import_forms
from zpj_generator.definitions import load_projects, write_workbook
from zpj_generator.package import render_form

FORMS = {
    "short": SHORT,
    "long": LONG,
    "filled": FILLED,
    "bare": bare(),
    "sixty": sixty(),
    "wordy": wordy(),
    "hostile": saying("".join(HOSTILE)),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("kinds")
    paths = {name: folder / f"{name}.xlsx" for name in (*FORMS, "definitions", "imported")}
    for name, project in FORMS.items():
        password = "2026" if name == "filled" else None
        paths[name].write_bytes(render_form(project, PROFILE, password=password))
    write_workbook([SHORT, LONG, FILLED, saying("".join(HOSTILE))], paths["definitions"])
    # A form is laid out like the official one, so it can be read as one that was typed.
    write_workbook(import_forms(paths["filled"], PROFILE).projects, paths["imported"])
    return paths


def test_the_validator_finds_no_error_in_any_kind(files: dict[str, Path], validator: ModuleType) -> None:
    assert {path.stem: errors for path, errors in validator.validate([*files.values()]).items()} == {
        name: [] for name in files
    }


@pytest.mark.parametrize("name", FORMS)
def test_openpyxl_opens_every_form_and_finds_its_three_sheets(name: str, files: dict[str, Path]) -> None:
    book: Workbook = load_workbook(files[name])
    states = {sheet.title: sheet.sheet_state for sheet in book.worksheets}
    assert states == {"自评表": "visible", "填报说明": "visible", "_zpj": "veryHidden"}
    assert book.active.title == "自评表"


def test_the_imported_form_becomes_a_definition_again(files: dict[str, Path]) -> None:
    (project,) = load_projects([files["imported"]])
    assert [each.level3 for each in project.indicators] == [each.level3 for each in FILLED.indicators]
