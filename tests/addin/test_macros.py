"""The buttons in Excel, over an engine of ours that two programs back: openpyxl, and LibreOffice live."""

import tempfile
import webbrowser
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import xlwings

from support.forms import FORM_SHEET
from support.specimens import FILLED
from support.xlwings_engine import Opener, excel
from support.xlwings_engine.document import Value
from support.xlwings_engine.with_libreoffice import office
from support.xlwings_engine.with_openpyxl import OpenpyxlDocument
from zpj.keys.own_key import make_key
from zpj.recheck.recheck_file import Issuer, recheck_file
from zpj.recheck.report import FormReport
from zpj.rules import load_profile
from zpj.xlsx import open_workbook
from zpj.xlsx.model.sheet import Sheet
from zpj.xlsx.references import parse_cell
from zpj_addin import macros
from zpj_generator.batch import generate
from zpj_generator.definitions import load_projects, write_workbook
from zpj_generator.package import render_form

PASSWORD = "2026"  # noqa: S105 (opens nothing but this test's form)
RESULTS = "复核结果"
OVERRIDES: Mapping[str, Value] = {"H14": 1.0, "H25": 9.5, "E14": 3.0}
FLAGGED = {"F01 H14", "F01 H25", "F04 E14"}
RED = (0xFF, 0x99, 0x99)
INPUTS = ("F14", "F25", "I14")


@pytest.fixture(scope="module", params=["openpyxl", "libreoffice"])
def opener(request: pytest.FixtureRequest) -> Iterator[Opener]:
    """How workbooks are opened: the engine above is the same."""
    if request.param == "openpyxl":
        yield OpenpyxlDocument
        return
    request.getfixturevalue("libreoffice")
    with office() as live:
        yield live


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The issuer's key and Excel's temporary files are not those of this machine."""
    monkeypatch.setenv("ZPJ_KEY_FILE", str(tmp_path / "key"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))


@pytest.fixture
def app(opener: Opener) -> Iterator[xlwings.App]:
    with excel(opener) as running:
        yield running


@pytest.fixture
def form(app: xlwings.App, tmp_path: Path) -> xlwings.Book:
    """A filled form without a fault, open in front."""
    path = tmp_path / "returns" / "form.xlsx"
    path.parent.mkdir()
    path.write_bytes(render_form(FILLED, load_profile(FILLED.profile), password=PASSWORD, key=make_key()))
    return opened(app, path)


@pytest.fixture
def overridden(form: xlwings.Book) -> xlwings.Book:
    """The same with the protection lifted, two scores and a target typed over, nothing saved."""
    sheet = form.sheets[FORM_SHEET]
    sheet.api.Unprotect(PASSWORD)
    for ref, value in OVERRIDES.items():
        sheet.range(ref).value = value
    return form


def opened(app: xlwings.App, path: Path) -> xlwings.Book:
    book = app.books.open(path)
    book.set_mock_caller()
    return book


def excel_of(book: xlwings.Book) -> Any:
    """What our Excel remembers: alerts, texts of the status bar."""
    return book.app.impl


def what_stands(book: xlwings.Book, file: Path) -> Mapping[str, Sheet]:
    """Everything on the sheets of an open workbook."""
    book.api.SaveCopyAs(str(file))
    return {sheet.name: sheet for sheet in open_workbook(file).sheets}


def coloured(book: xlwings.Book) -> set[str]:
    cells = (f"{column}{row}" for column in "EFGHI" for row in range(12, 30))
    return {ref for ref in cells if book.sheets[FORM_SHEET].range(ref).color == RED}


def result_lines(book: xlwings.Book) -> list[str]:
    """Code and cell of every finding on the result sheet."""
    rows = [[book.sheets[RESULTS].range(f"{column}{row}").value for column in "BC"] for row in range(1, 15)]
    return [f"{code} {spot.rpartition('!')[2]}" for code, spot in rows if code and spot]


def standing(book: xlwings.Book) -> str:
    selected = book.app.selection
    assert selected is not None
    return selected.get_address(False, False)


def test_a_clean_form_gets_no_marks(form: xlwings.Book) -> None:
    shown = macros.recheck()
    assert [book.name for book in form.app.books] == ["form.xlsx"]
    assert "[" not in shown
    assert excel_of(form).alerts == [shown]


def test_exactly_the_overridden_cells_are_marked_on_a_copy(overridden: xlwings.Book) -> None:
    shown = macros.recheck()
    copy = overridden.app.books.active
    assert copy.name == "form（复核）.xlsx"
    assert coloured(copy) == set(OVERRIDES)
    assert set(result_lines(copy)) >= FLAGGED
    for ref in OVERRIDES:
        note = copy.sheets[FORM_SHEET].range(ref).note
        assert note
        assert ("F04" if ref == "E14" else "F01") in note.text
        assert f"{FORM_SHEET}!{ref}" in shown


def test_the_button_finds_what_the_command_finds_in_the_saved_file(
    overridden: xlwings.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[FormReport] = []
    monkeypatch.setattr(macros, "annotate", lambda _, reports, out, **__: seen.extend(reports) or out)
    macros.recheck()
    overridden.save()
    (saved,) = recheck_file(Path(overridden.fullname), Issuer(key=make_key()))
    assert {f"{entry.code} {entry.place.cell}" for entry in saved.findings if entry.place.cell} == FLAGGED
    assert [nowhere(report) for report in seen] == [nowhere(saved)]


def nowhere(report: FormReport) -> FormReport:
    """``report`` without the name of the file."""
    findings = (replace(entry, place=replace(entry.place, file="")) for entry in report.findings)
    return replace(report, file="", findings=tuple(findings))


def test_recheck_and_clear_leave_the_form_as_it_was(overridden: xlwings.Book, tmp_path: Path) -> None:
    before = what_stands(overridden, tmp_path / "before.xlsx")
    macros.recheck()
    assert what_stands(overridden, tmp_path / "marked.xlsx") == before
    macros.clear()
    assert [book.name for book in overridden.app.books] == ["form.xlsx"]
    assert what_stands(overridden, tmp_path / "cleared.xlsx") == before
    assert not list((tmp_path / "temporary").rglob("*.xlsx"))


def test_clear_closes_nothing_but_marked_copies(overridden: xlwings.Book) -> None:
    macros.restore()
    overridden.activate()
    macros.recheck()
    macros.recheck()
    assert [book.name for book in overridden.app.books][-2:] == ["form（复核）.xlsx", "form（复核）2.xlsx"]
    macros.clear()
    assert {book.name for book in overridden.app.books} == {"form.xlsx", "form（恢复）.xlsx"}
    assert "没有" in macros.clear()


def test_next_goes_round_the_findings_and_keeps_to_the_status_bar(overridden: xlwings.Book) -> None:
    visited = []
    for _ in range(4):
        shown = macros.next_finding()
        visited.append(standing(overridden))
        assert f"{FORM_SHEET}!{visited[-1]}" in shown
        assert overridden.app.status_bar
    assert set(visited) == set(OVERRIDES)
    assert visited[3] == visited[0]
    assert excel_of(overridden).alerts == []


def test_next_skips_what_was_mended_meanwhile(overridden: xlwings.Book) -> None:
    sheet = overridden.sheets[FORM_SHEET]
    sheet.range("E14").value = 20.0
    macros.next_finding()
    macros.next_finding()
    before = standing(overridden)
    macros.next_finding()
    assert {before, standing(overridden)} == {"H14", "H25"}


def test_next_says_that_a_clean_form_has_none(form: xlwings.Book) -> None:
    shown = macros.next_finding()
    assert form.app.selection is None
    assert excel_of(form).alerts == [shown]


def test_restore_puts_formulas_back_and_keeps_inputs(overridden: xlwings.Book, tmp_path: Path) -> None:
    overridden.sheets[FORM_SHEET].range("I14").value = "因场地检修少办一场"
    macros.restore()
    copy = overridden.app.books.active
    assert copy.name == "form（恢复）.xlsx"
    before = what_stands(overridden, tmp_path / "overridden.xlsx")[FORM_SHEET]
    after = what_stands(copy, tmp_path / "restored.xlsx")[FORM_SHEET]
    assert not before.protected
    assert after.protected
    assert all(before.cells[parse_cell(ref)].formula is None for ref in ("H14", "H25"))
    assert all(after.cells[parse_cell(ref)].formula for ref in ("H14", "H25"))
    assert after.cells[parse_cell("E14")].value == 20
    inputs = [parse_cell(ref) for ref in INPUTS]
    assert [after.cells[key].value for key in inputs] == [before.cells[key].value for key in inputs]
    (report,) = recheck_file(tmp_path / "restored.xlsx", Issuer(key=make_key()))
    assert report.findings == ()


def test_the_open_definitions_become_the_forms_that_generate_writes(app: xlwings.App, tmp_path: Path) -> None:
    definitions = tmp_path / "definitions.xlsx"
    write_workbook([FILLED], definitions)
    book = opened(app, definitions)
    (by_command,) = generate(load_projects([definitions]), tmp_path / "command", key=make_key())
    macros.generate()
    macros.generate(str(tmp_path / "chosen"))
    beside, chosen = tmp_path / "自评表" / by_command.path.name, tmp_path / "chosen" / by_command.path.name
    assert beside.read_bytes() == chosen.read_bytes() == by_command.path.read_bytes()
    assert any("1/1" in text for text in excel_of(book).shown)
    assert app.status_bar is False


def test_a_second_generate_writes_over_nothing(app: xlwings.App, tmp_path: Path) -> None:
    write_workbook([FILLED], tmp_path / "definitions.xlsx")
    opened(app, tmp_path / "definitions.xlsx")
    macros.generate()
    (first,) = (tmp_path / "自评表").iterdir()
    first.write_bytes(b"filled meanwhile")
    macros.generate()
    assert first.read_bytes() == b"filled meanwhile"
    assert len(list((tmp_path / "自评表(2)").iterdir())) == 1


def test_the_folder_of_the_open_form_is_rechecked_into_one_report(
    overridden: xlwings.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", shown.append)
    overridden.save()
    folder = Path(overridden.fullname).parent
    (folder / "second.xlsx").write_bytes(b"damaged")
    macros.recheck()
    message = macros.summary()
    page = folder / "复核报告.html"
    assert shown == [page.as_uri()]
    assert str(page) in message
    assert all(word in page.read_text(encoding="utf-8") for word in (*OVERRIDES, "second.xlsx"))
    assert {"复核 1/2", "复核 2/2"} <= set(excel_of(overridden).shown)
    # The marked copy that was opened on the way is no return.
    assert "S09" not in page.read_text(encoding="utf-8")
