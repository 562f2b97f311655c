"""What keeps a button from its work reaches the user as one Chinese message, and never as a traceback."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import xlwings
from openpyxl import Workbook

from support.forms import FORM_SHEET
from support.specimens import FILLED
from support.xlwings_engine import excel
from support.xlwings_engine.with_openpyxl import OpenpyxlDocument
from zpj.rules import load_profile
from zpj_addin import macros, snapshot
from zpj_generator.definitions import write_workbook
from zpj_generator.package import render_form

BUTTONS = (
    macros.generate,
    macros.recheck,
    macros.next_finding,
    macros.restore,
    macros.clear,
    macros.summary,
)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[xlwings.App]:
    monkeypatch.setenv("ZPJ_KEY_FILE", str(tmp_path / "key"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    with excel(OpenpyxlDocument) as running:
        yield running


@pytest.fixture
def form(app: xlwings.App, tmp_path: Path) -> xlwings.Book:
    """A filled form, protected as it was issued."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(render_form(FILLED, load_profile(FILLED.profile)))
    return opened(app, path)


def opened(app: xlwings.App, path: Path) -> xlwings.Book:
    book = app.books.open(path)
    book.set_mock_caller()
    return book


def alerts(app: xlwings.App) -> list[str]:
    impl: Any = app.impl
    return list(impl.alerts)


@pytest.mark.parametrize("button", BUTTONS)
def test_without_a_workbook_every_button_says_so(
    button: Callable[[], str], app: xlwings.App, form: xlwings.Book
) -> None:
    form.close()
    assert "[M01]" in button()
    assert len(alerts(app)) == 1


def test_a_workbook_that_is_no_form_is_said_to_be_none(app: xlwings.App, tmp_path: Path) -> None:
    Workbook().save(tmp_path / "other.xlsx")
    opened(app, tmp_path / "other.xlsx")
    assert "[I05]" in macros.recheck()
    assert "[A05]" in macros.restore()
    assert [book.name for book in app.books] == ["other.xlsx"]


def test_problems_of_definitions_are_told_with_their_cells_and_nothing_is_written(
    app: xlwings.App, tmp_path: Path
) -> None:
    write_workbook([FILLED], tmp_path / "definitions.xlsx")
    book = opened(app, tmp_path / "definitions.xlsx")
    book.sheets["指标"].range("F2").value = "五十"
    shown = macros.generate()
    assert "指标!F2" in shown
    assert tempfile.gettempdir() not in shown
    assert not (tmp_path / "自评表").exists()


def test_many_problems_leave_the_message_box_on_the_screen(app: xlwings.App, tmp_path: Path) -> None:
    write_workbook([FILLED], tmp_path / "definitions.xlsx")
    book = opened(app, tmp_path / "definitions.xlsx")
    for row in range(2, 14):
        book.sheets["指标"].range(f"F{row}").value = "五十"
    assert 8 <= macros.generate().count("\n") < 12


def test_nothing_is_left_among_temporary_files(app: xlwings.App) -> None:
    path = Path(tempfile.gettempdir(), "definitions.xlsx")
    write_workbook([FILLED], path)
    opened(app, path)
    assert "[M02]" in macros.generate()
    assert list(path.parent.iterdir()) == [path]


def test_a_locked_form_is_marked_without_its_password(form: xlwings.Book) -> None:
    """Nobody can colour a cell or add a sheet there: the copy is what makes the button work at all."""
    sheet = form.sheets[FORM_SHEET]
    with pytest.raises(PermissionError):
        sheet.range("H14").value = 1.0
    sheet.range("F14").value = 3.0
    macros.recheck()
    assert form.app.books.active.name == "form（复核）.xlsx"


def test_recheck_of_the_marked_copy_is_recheck_of_the_form(form: xlwings.Book) -> None:
    form.sheets[FORM_SHEET].range("F14").value = None
    macros.recheck()
    form.sheets[FORM_SHEET].range("F14").value = 20.0
    assert form.app.books.active.name == "form（复核）.xlsx"
    assert "[Q01]" not in macros.recheck()


def test_what_nobody_foresaw_is_a_message_too(form: xlwings.Book, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_: xlwings.Book, __: Path) -> None:
        raise RuntimeError("0x800AC472")

    monkeypatch.setattr(snapshot, "_save_copy", busy)
    shown = macros.recheck()
    assert "0x800AC472" in shown
    assert alerts(form.app) == [shown]


def test_on_macos_only_what_is_saved_can_be_read(form: xlwings.Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "sys", SimpleNamespace(platform="darwin"))
    form.sheets[FORM_SHEET].range("F14").value = None
    assert "[M03]" in macros.recheck()
    form.save()
    assert "[Q01]" in macros.recheck()
