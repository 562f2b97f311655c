"""Clean forms, filled properly, have no finding, whichever program saved them, however they are dressed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from support.forms import FORM_SHEET
from support.live import Scenario
from support.rechecks import recheck_one
from support.slips import PROPERLY
from support.specimens import FILLED, PROFILE, SHORT
from support.tampering import saved_by_openpyxl
from zpj.importer import import_forms
from zpj.model.project import Project
from zpj.recheck.recheck_file import Issuer
from zpj.recheck.report import Status
from zpj.scoring import score_project
from zpj_generator.package import render_form

KEY = bytes(range(32))
ISSUER = Issuer(key=KEY)
BENCH = Path(__file__).parents[2] / "bench"
EXPLANATION = "第{}项受天气影响推迟，下年度提前安排。"


@pytest.fixture(scope="module")
def projects() -> Mapping[str, Project]:
    """Filled projects: the sample, and long ones of 26 rows with percentages, ranges and ceilings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCH)
        from projects import projects

        return {"sample": FILLED, **{f"long-{each.code}": each for each in islice(projects(), 2)}}


@pytest.fixture(scope="module")
def completed(typed_forms: Path) -> Mapping[str, Project]:
    """The published forms whose fillers left nothing open but reasons, with those given."""
    imported = {path.stem: import_forms(path, PROFILE) for path in sorted(typed_forms.glob("*.xlsx"))}
    return {name: explained(each.projects[0]) for name, each in imported.items()}


def explained(project: Project) -> Project:
    indicators = (
        replace(each, reason=each.reason if said_once(each.reason, project) else EXPLANATION.format(number))
        for number, each in enumerate(project.indicators, 1)
    )
    return replace(project, indicators=tuple(indicators), completion=project.completion or "已完成。")


def said_once(reason: str, project: Project) -> bool:
    return bool(reason) and [each.reason for each in project.indicators].count(reason) == 1


def issued(project: Project, path: Path) -> Path:
    path.write_bytes(render_form(project, PROFILE, key=KEY))
    return path


def assert_clean(path: Path, project: Project, unchecked: int = 0) -> None:
    """No finding at all, and the total of the project, recomputed and as the form shows it."""
    report = recheck_one(path, ISSUER)
    said = [(each.code, each.place.cell, each.found, each.expected) for each in report.findings]
    assert (said, report.ledger, report.status) == ([], (), Status.CLEAN), path
    score = score_project(PROFILE, project)
    assert (report.total, report.total_found, report.grade) == (score.total, score.total, score.grade)
    assert len(report.unchecked) == unchecked


def test_an_untouched_form_is_clean(projects: Mapping[str, Project], tmp_path: Path) -> None:
    for name, project in projects.items():
        assert_clean(issued(project, tmp_path / f"{name}.xlsx"), project)


def dressed(book: Workbook) -> None:
    """Other heights, wider columns, a zoom, frozen heads; fonts, colours and alignments of all answers."""
    sheet = book[FORM_SHEET]
    for row in sheet.iter_rows():
        sheet.row_dimensions[row[0].row].height = 60
        for cell in row:
            if cell.protection.locked:
                continue
            cell.font = Font(name="仿宋", size=14, bold=True, color="FF333399")
            cell.fill = PatternFill("solid", fgColor="FFEEEEEE")
            cell.alignment = Alignment(horizontal="left", wrap_text=True)
    sheet.column_dimensions["I"].width = 60
    sheet.sheet_view.zoomScale = 150
    sheet.freeze_panes = "A14"
    book.active = 1


@pytest.mark.parametrize("change", [lambda _: None, dressed], ids=["as-it-was", "dressed"])
def test_a_form_saved_by_a_script_is_clean(
    change: Callable[[Workbook], None], projects: Mapping[str, Project], tmp_path: Path
) -> None:
    """openpyxl saves no results: that is noted as not checked, and is no finding."""
    for name, project in projects.items():
        form = issued(project, tmp_path / f"{name}.xlsx")
        assert_clean(saved_by_openpyxl(form, form, change), project, unchecked=1)


def test_a_form_saved_by_libreoffice_is_clean(
    libreoffice: ModuleType, projects: Mapping[str, Project], tmp_path: Path
) -> None:
    """Once and twice, and after a script had dressed it or had saved it."""
    forms = {tmp_path / f"{name}.xlsx": project for name, project in projects.items()}
    for path, project in list(forms.items()):
        issued(project, path)
        forms[saved_by_openpyxl(path, path.with_stem(f"{path.stem}-dressed"), dressed)] = project
    once = libreoffice.recalculate(list(forms), tmp_path / "once")
    twice = libreoffice.recalculate(once, tmp_path / "twice")
    for path, project in [*zip(once, forms.values(), strict=True), *zip(twice, forms.values(), strict=True)]:
        assert_clean(path, project)
        saved_by_openpyxl(path, path)
        assert_clean(path, project, unchecked=1)


def test_a_form_filled_in_libreoffice_is_clean(libreoffice: ModuleType, tmp_path: Path) -> None:
    blank, saved = issued(SHORT, tmp_path / "blank.xlsx"), tmp_path / "saved.xlsx"
    libreoffice.fill_and_read([Scenario(blank, PROPERLY, store=saved)])
    report = recheck_one(saved, ISSUER)
    assert (report.findings, report.unchecked, report.status) == ((), (), Status.CLEAN)
    assert report.total == report.total_found is not None


def test_published_forms_completed_with_reasons_are_clean(
    completed: Mapping[str, Project], libreoffice: ModuleType, tmp_path: Path
) -> None:
    """As they were generated, and as LibreOffice saved them."""
    forms = {name: issued(project, tmp_path / f"{name}.xlsx") for name, project in completed.items()}
    saved = dict(zip(forms, libreoffice.recalculate(list(forms.values()), tmp_path / "saved"), strict=True))
    for paths in (forms, saved):
        told = {
            (name, each.code, each.place.cell)
            for name, path in paths.items()
            for each in recheck_one(path, ISSUER).findings
        }
        assert told == set()
