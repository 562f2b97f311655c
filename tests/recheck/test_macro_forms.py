"""Forms whose scores are macros: planted defects, add-in prefixes, LibreOffice, and macros that were blocked.

The form is the filled sample: scores in H14 to H25, total and grade in row 26.
"""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from support.form_parts import Book, Edit, main
from support.rechecks import recheck_one
from support.specimens import FILLED, PROFILE
from support.tampering import add_part, edit_formula, forge_result, tampered, type_over
from zpj.model.project import Wiring
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import FormReport, Status
from zpj.scoring import score_project
from zpj.vba import Module, form_modules, form_project, vba_project
from zpj_generator.package import Macros, render_form

KEY = bytes(range(32))
ISSUER = Issuer(key=KEY)
TOTAL = score_project(PROFILE, FILLED).total
ADDED = Module("Added", "Option Explicit\nSub Auto_Open()\n    Beep\nEnd Sub\n")
CALL = 'ZPJ_SCORE(F21,F21,G21,"反向",M21)'
"""The actual value where the target was issued."""


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> dict[Wiring, Path]:
    folder = tmp_path_factory.mktemp("forms")
    paths = {wiring: folder / f"{wiring}.xlsm" for wiring in Wiring}
    for wiring, path in paths.items():
        path.write_bytes(render_form(FILLED, PROFILE, key=KEY, macros=Macros(form_project(PROFILE), wiring)))
    return paths


def found(report: FormReport) -> set[tuple[str, str]]:
    return {(each.code, each.place.cell) for each in report.findings}


def calls(change: Callable[[str], str]) -> Edit:
    """``change`` made to every formula with a function of ours."""

    def edit(book: Book) -> None:
        for formula in book.sheet().iter(main("f")):
            if formula.text and "ZPJ_" in formula.text:
                formula.text = change(formula.text)

    return edit


def prefixed(prefix: str) -> Edit:
    return calls(lambda formula: formula.replace("ZPJ_", f"{prefix}ZPJ_"))


def blocked(error: str) -> Edit:
    """What every function of ours shows where macros are blocked; the total is blank then."""

    def edit(book: Book) -> None:
        for cell in book.sheet().iter(main("c")):
            formula, value = cell.find(main("f")), cell.find(main("v"))
            if formula is not None and "ZPJ_" in (formula.text or ""):
                cell.set("t", "e")
                (etree.SubElement(cell, main("v")) if value is None else value).text = error
        forge_result("H26", "")(book)
        forge_result("N3", "")(book)

    return edit


def with_macros(*modules: Module) -> Edit:
    return lambda book: book.parts.update({"xl/vbaProject.bin": vba_project(modules)})


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (type_over("H21", 6.0), {("F01", "H21")}),
        (edit_formula("H21", CALL), {("F02", "H21")}),
        (edit_formula("I26", '"优"'), {("F02", "I26")}),
        (forge_result("H21", 6), {("F05", "H21")}),
        (forge_result("H21", "6"), {("F05", "H21")}),
        (with_macros(*form_modules(PROFILE), ADDED), {("S08", "")}),
        (add_part("xl/externalLinks/externalLink1.xml", "<x/>"), {("S08", "")}),
    ],
    ids=["score-typed", "call-edited", "grade-edited", "forged", "forged-text", "macros-added", "link-added"],
)
def test_a_planted_defect_has_its_code_at_its_cell_and_nothing_else(
    edit: Edit, expected: set[tuple[str, str]], forms: dict[Wiring, Path], tmp_path: Path
) -> None:
    report = recheck_one(tampered(forms[Wiring.UDF], tmp_path / "form.xlsm", edit), ISSUER)
    assert found(report) == expected
    assert report.total == TOTAL


@pytest.mark.parametrize(
    "edit",
    [
        prefixed("'C:\\我的 文件\\zpj.xlam'!"),
        prefixed("zpj.xlam!"),
        calls(lambda formula: formula.replace("ZPJ_SCORE", "zpj_Score")),
    ],
    ids=["path", "name", "letter-case"],
)
def test_how_excel_names_a_function_of_ours_is_no_finding(
    edit: Edit, forms: dict[Wiring, Path], tmp_path: Path
) -> None:
    report = recheck_one(tampered(forms[Wiring.UDF], tmp_path / "form.xlsm", edit), ISSUER)
    assert (report.status, report.unchecked) == (Status.CLEAN, ())


@pytest.mark.parametrize("error", ["#NAME?", "#VALUE!"])
def test_blocked_macros_are_told_and_accuse_nobody(
    error: str, forms: dict[Wiring, Path], tmp_path: Path
) -> None:
    report = recheck_one(tampered(forms[Wiring.UDF], tmp_path / "form.xlsm", blocked(error)), ISSUER)
    assert (report.findings, report.total, report.total_found) == ((), TOTAL, None)
    (note,) = report.unchecked
    assert str(len(FILLED.indicators) + 1) in note, "every score and the grade"


def test_without_macros_in_its_scores_an_error_value_is_a_false_result(
    forms: dict[Wiring, Path], tmp_path: Path
) -> None:
    def failed(book: Book) -> None:
        forge_result("H21", "#NAME?")(book)
        book.cell("H21").set("t", "e")

    report = recheck_one(tampered(forms[Wiring.NATIVE], tmp_path / "form.xlsm", failed), ISSUER)
    assert found(report) == {("F05", "H21")}


def test_saved_by_libreoffice_which_writes_the_macros_anew_it_is_clean(
    libreoffice: ModuleType, forms: dict[Wiring, Path], tmp_path: Path
) -> None:
    """Headless it runs no macros, so what they calculate is not checked."""
    copies = libreoffice.to_macro_enabled([*forms.values()], tmp_path)
    reports = [recheck_one(copy, ISSUER) for copy in copies]
    assert [(report.findings, report.total) for report in reports] == [((), TOTAL)] * len(forms)
    assert [len(report.unchecked) for report in reports] == [wiring is Wiring.UDF for wiring in forms]
