"""The buttons of a macro-enabled form, pressed: in LibreOffice and in pyOpenVBA's interpreter.

The form that is tampered with is the filled sample: two scores typed over, a target lowered.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cache, partial
from pathlib import Path
from types import ModuleType

import pytest

from support.macros import (
    DRIVER,
    RESULTS_SHEET,
    InInterpreter,
    OpenForm,
    in_interpreter,
    in_libreoffice,
    password_of,
)
from support.office import office
from support.specimens import FILLED, PROFILE
from support.tampering import edit_formula, tampered
from zpj.model.project import Wiring
from zpj.recheck.recheck_file import Issuer, recheck_file
from zpj.recheck.report import FormReport
from zpj.texts import wording
from zpj.vba import form_modules, form_project
from zpj_generator.package import Macros, render_form
from zpj_generator.package.buttons import MACROS

TYPED = {"H14": 5.0, "H15": 5.5}
LOWERED = {"E16": 300.0}
OVERRIDDEN = TYPED | LOWERED
CODES = [["F01", "H14"], ["F01", "H15"], ["F04", "E16"]]
UNTOUCHED = "F14"

Opener = Callable[[Path], AbstractContextManager[OpenForm]]


@pytest.fixture(scope="module", params=["libreoffice", "interpreter"])
def opened(request: pytest.FixtureRequest) -> Iterator[Opener]:
    """Opens a form in either program."""
    if request.param == "interpreter":
        yield in_interpreter
        return
    request.getfixturevalue("libreoffice")
    with office(DRIVER) as running:
        yield partial(in_libreoffice, running)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return write(tmp_path / "form.xlsm")


def write(path: Path, wiring: Wiring = Wiring.NATIVE, password: str | None = None) -> Path:
    path.write_bytes(render(wiring, password))
    return path


@cache
def render(wiring: Wiring, password: str | None) -> bytes:
    enabled = Macros(form_project(PROFILE), wiring)
    return render_form(FILLED, PROFILE, password=password, macros=enabled)


def report_of(opened: OpenForm, path: Path) -> FormReport:
    """What ``zpj recheck`` says of the form as it would be saved."""
    (report,) = recheck_file(opened.save(path), Issuer())
    return report


def found(report: FormReport) -> list[tuple[str, str]]:
    return sorted((entry.code, entry.place.cell) for entry in report.findings)


def test_recheck_marks_exactly_the_overridden_cells(opened: Opener, form: Path) -> None:
    with opened(form) as book:
        before = book.look()
        book.put(OVERRIDDEN)
        book.press("ZPJ_Recheck")
        after = book.look()
    changed = {ref for ref in after.colours if after.colours[ref] != before.colours.get(ref)}
    assert changed == after.notes.keys() == OVERRIDDEN.keys()
    assert all(code in after.notes[ref] for code, ref in CODES)
    assert after.protected == before.protected
    assert after.sheets == tuple(sorted((*before.sheets, RESULTS_SHEET)))


def test_result_sheet_has_the_differences_of_zpj_recheck(opened: Opener, form: Path, tmp_path: Path) -> None:
    with opened(form) as book:
        book.put(OVERRIDDEN)
        book.press("ZPJ_Recheck")
        (_, totals, _, *rows), report = book.results(), report_of(book, tmp_path / "marked.xlsm")
    assert [row[:2] for row in rows] == CODES
    ledger = {entry.cell: entry for entry in report.ledger}
    assert {row[1]: float(row[4]) for row in rows[:2]} == {ref: ledger[ref].difference for ref in TYPED}
    assert {row[1]: float(row[3]) for row in rows[:2]} == {ref: float(ledger[ref].expected) for ref in TYPED}
    assert f"{report.total:.2f}" in totals[0]
    assert report.grade is not None
    assert report.grade in totals[0]


def test_lowered_target_shows_what_it_gained(opened: Opener, form: Path) -> None:
    with opened(form) as book:
        book.put(LOWERED)
        book.press("ZPJ_Recheck")
        (*_, row) = book.results()
    assert row[:4] == ["F04", "E16", "300", "500"]
    assert float(row[4]) > 0


def test_marks_add_no_finding_but_themselves(opened: Opener, form: Path, tmp_path: Path) -> None:
    with opened(form) as book:
        book.put(OVERRIDDEN)
        unmarked = found(report_of(book, tmp_path / "unmarked.xlsm"))
        book.press("ZPJ_Recheck")
        marked = found(report_of(book, tmp_path / "marked.xlsm"))
    assert set(unmarked) <= set(marked)
    # Colours, notes and the sheet of results are seen as what they are until ZPJ_ClearMarks takes them away.
    assert {code for code, _ in set(marked) - set(unmarked)} <= {"F08", "S15", "S18"}


def test_clear_gives_the_sheet_back_as_it_was(opened: Opener, form: Path) -> None:
    with opened(form) as book:
        book.put(OVERRIDDEN, notes={"H15": "自己的批注"})
        before = book.look()
        book.press("ZPJ_Recheck")
        assert book.look().notes["H15"].startswith("自己的批注")
        book.press("ZPJ_Recheck")
        book.press("ZPJ_ClearMarks")
        after = book.look()
    assert after == before


def test_restore_puts_formulas_and_constants_back_and_keeps_inputs(
    opened: Opener, form: Path, tmp_path: Path
) -> None:
    with opened(form) as book:
        before = book.look()
        book.put(OVERRIDDEN | {"F14": 11.0, "B3": None, "D14": "2026年"})
        book.press("ZPJ_Recheck")
        book.press("ZPJ_Restore")
        after, report = book.look(), report_of(book, tmp_path / "restored.xlsm")
    assert after.contents["F14"] == "11"
    assert {**after.contents, "F14": before.contents["F14"]} == before.contents
    assert (after.colours, after.notes, after.sheets) == (before.colours, before.notes, before.sheets)
    assert {code for code, _ in found(report)} <= {"R01"}, "a lower actual value wants a reason, nothing else"


def test_clean_form_is_left_alone(opened: Opener, form: Path, tmp_path: Path) -> None:
    with opened(form) as book:
        before = book.look()
        for macro in ("ZPJ_Recheck", "ZPJ_ClearMarks", "ZPJ_Restore", "ZPJ_NextFinding"):
            book.press(macro)
        after, report = book.look(), report_of(book, tmp_path / "clean.xlsm")
    assert after == before
    assert found(report) == []


def test_form_cleared_and_saved_is_clean_again(opened: Opener, form: Path, tmp_path: Path) -> None:
    with opened(form) as book:
        book.put(OVERRIDDEN)
        for macro in ("ZPJ_Recheck", "ZPJ_ClearMarks", "ZPJ_Restore"):
            book.press(macro)
        report = report_of(book, tmp_path / "cleared.xlsm")
    assert found(report) == []


def test_next_finding_goes_round(opened: Opener, form: Path) -> None:
    with opened(form) as book:
        book.put(OVERRIDDEN)
        book.press("ZPJ_Recheck")
        stops = []
        for _ in range(4):
            book.press("ZPJ_NextFinding")
            stops.append(book.selected())
    assert stops == ["H14", "H15", "E16", "H14"]


def test_form_wired_with_functions_is_rechecked_alike(opened: Opener, tmp_path: Path) -> None:
    with opened(write(tmp_path / "udf.xlsm", Wiring.UDF)) as book:
        book.put(TYPED)
        book.press("ZPJ_Recheck")
        assert [row[:2] for row in book.results()[3:]] == CODES[:2]


def test_inserted_row_is_told_and_nothing_painted(form: Path, libreoffice: ModuleType) -> None:
    with office(DRIVER) as running, in_libreoffice(running, form) as book:
        book.insert_row(15)
        before = book.look()
        book.press("ZPJ_Recheck")
        book.press("ZPJ_Restore")
        assert book.look() == before


# Below, in the interpreter alone: it keeps what message boxes say, and knows all of Excel's protection.


@pytest.fixture
def book(form: Path) -> Iterator[InInterpreter]:
    with in_interpreter(form) as opened:
        yield opened


def test_every_button_says_one_thing(book: InInterpreter) -> None:
    book.put(OVERRIDDEN)
    for count, macro in enumerate(MACROS.values(), 1):
        book.press(macro)
        assert len(book.messages) == count - (count > 1), "the next finding is shown, not told"
    for macro in ("ZPJ_ClearMarks", "ZPJ_Restore", "ZPJ_NextFinding"):
        book.press(macro)
    words = wording("macros")["message"]
    assert book.messages[-3:] == [words["nothing_to_clear"], words["nothing_to_restore"], words["no_marks"]]


def test_what_is_missing_is_counted(book: InInterpreter) -> None:
    book.put({"F14": None, "F15": 1.0, "I15": None, "L19": None})
    book.press("ZPJ_Recheck")
    (said,) = book.messages
    assert wording("macros")["message"]["missing"].format(values=2, reasons=1) in said


def test_protection_is_exactly_as_before(book: InInterpreter) -> None:
    before = book.protection()
    for macro in MACROS.values():
        book.put(OVERRIDDEN)
        book.press(macro)
        assert book.protection() == before
    assert book.app.workbook.vba_get("ProtectStructure")


def test_unprotected_form_stays_unprotected(book: InInterpreter, form: Path) -> None:
    book.app.sheet("自评表").sheet.vba_call("Unprotect", [password_of(form)])
    book.press("ZPJ_Recheck")
    assert not book.protection()["ProtectContents"]


def test_formulas_spelled_otherwise_are_no_finding(tmp_path: Path) -> None:
    """As other programs save them, and as Excel does where an add-in answered the names."""
    form = write(tmp_path / "udf.xlsm", Wiring.UDF)
    spelled = {
        "H14": "'C:\\tools\\zpj.xlam'!ZPJ_SCORE( E14,F14,G14, \"正向\",M14 )",
        "H15": '[1]!zpj_score(e15,f15,g15,"正向",m15)',
        "I26": "@ZPJ_GRADE(H26)",
    }
    copy = tampered(form, tmp_path / "copy.xlsm", *(edit_formula(ref, text) for ref, text in spelled.items()))
    with in_interpreter(copy) as book:
        book.press("ZPJ_Recheck")
        assert RESULTS_SHEET not in book.look().sheets


@pytest.mark.parametrize(("edit", "code"), [("{}+1", "F02"), (None, "F03")])
def test_edited_and_deleted_formulas_are_told_apart(book: InInterpreter, edit: str | None, code: str) -> None:
    book.put({"H14": edit and edit.format(book.look().contents["H14"])})
    book.press("ZPJ_Recheck")
    assert [row[:2] for row in book.results()[3:]] == [[code, "H14"]]


def test_issuer_password_is_asked_for(tmp_path: Path) -> None:
    form = write(tmp_path / "form.xlsm", password="issuer")  # noqa: S106
    with in_interpreter(form) as book:
        before = book.look(), book.protection()
        book.app.answer_dialogs("wrong")
        book.press("ZPJ_Recheck")
        assert book.messages == [wording("macros")["message"]["locked"]]
        book.app.answer_dialogs("", "issuer")
        book.press("ZPJ_Recheck")
        book.press("ZPJ_Recheck")
        assert len(book.messages) == 3
        assert (book.look(), book.protection()) == before


def test_other_workbook_is_no_form() -> None:
    from pyopenvba.apps.excel import ExcelApplication

    app = ExcelApplication()
    app.add_workbook()
    for module in form_modules(PROFILE):
        app.add_module(module.source, name=module.name)
    for macro in MACROS.values():
        app.run(macro)
    assert {text for _, text, _, _ in app.dialogs} == {wording("macros")["message"]["not_a_form"]}
    assert len(app.dialogs) == len(MACROS)


def test_every_button_has_its_macro_without_arguments() -> None:
    source = "\n".join(module.source for module in form_modules(PROFILE))
    subs = dict(re.findall(r"^Public Sub (ZPJ_\w+)\((.*)\)$", source, re.MULTILINE))
    assert set(MACROS.values()) <= subs.keys()
    assert set(subs.values()) == {""}
