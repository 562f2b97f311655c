"""Clean forms stay clean whatever program saves them again and whatever a person may change of them.

Forms of every kind, as issued, as Excel and as WPS write them, each with every lawful change, go through
every program. What a program truly destroys is told, and exactly that.
"""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import pytest

from conftest import TYPED_FORMS
from support import libreoffice
from support.rechecks import recheck_one
from support.savers import lawful, programs, remarks
from support.savers.as_excel import as_excel
from support.savers.as_wps import as_wps
from support.specimens import FILLED, PROFILE
from zpj.importer import import_forms
from zpj.model.findings import Severity
from zpj.model.project import Project, Wiring
from zpj.recheck.recheck_file import Issuer
from zpj.scoring import score_project
from zpj.vba import form_project
from zpj.xlsx import open_workbook
from zpj_generator.package import Macros, render_form

KEY = bytes(range(32))
ISSUER = Issuer(key=KEY)
BENCH = Path(__file__).parents[2] / "bench"
EXPLANATION = "受天气影响推迟，下年度提前安排。"
SEAL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
REMARK = remarks.Remark("I16", "请补充佐证材料")
Change = Callable[[bytes], bytes]
Told = tuple[str, str, str]
"""Severity, code, cell."""


@dataclass(frozen=True)
class Form:
    """A clean form."""

    name: str
    project: Project
    data: bytes


def explained(project: Project) -> Project:
    """The project with a reason wherever one may be due."""
    rows = (replace(each, reason=each.reason or EXPLANATION) for each in project.indicators)
    return replace(project, indicators=tuple(rows), completion=project.completion or EXPLANATION)


@pytest.fixture(scope="module")
def forms() -> Sequence[Form]:
    """The sample, a long one, one that was typed elsewhere, and both wirings with macros."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCH)
        from projects import projects
    typed = import_forms(sorted(TYPED_FORMS.glob("*.xlsx"))[0], PROFILE).projects[0]
    plain = {"sample": FILLED, "typed": explained(typed), "long": next(iter(projects()))}
    found = [
        Form(f"{name}.xlsx", project, render_form(project, PROFILE, key=KEY))
        for name, project in plain.items()
    ]
    for wiring in Wiring:
        macros = Macros(form_project(PROFILE), wiring)
        found.append(Form(f"{wiring}.xlsm", FILLED, render_form(FILLED, PROFILE, key=KEY, macros=macros)))
    return found


def sealed(data: bytes) -> bytes:
    """With the seal of the unit below the notes."""
    return remarks.seal(data, SEAL, "A60", "C66")


CHANGES: Mapping[str, Change] = {
    "heights": lawful.row_heights,
    "zoom": lawful.zoom,
    "fonts": lawful.input_fonts,
    "selection": lawful.selection,
    "other sheet in front": lawful.active_sheet,
    "window": lawful.window,
    "remark": lambda data: remarks.comment(data, REMARK),
    "seal": sealed,
}
HINTS: Mapping[str, set[Told]] = {"remark": {("info", "S15", "I16")}, "seal": {("info", "S15", "A60")}}
"""What lawful changes are told."""
WRITERS: Mapping[str, Change] = {"issued": lambda data: data, "excel": as_excel, "wps": as_wps}


def all_changes(data: bytes) -> bytes:
    for change in CHANGES.values():
        data = change(data)
    return data


@pytest.fixture(scope="module")
def files(forms: Sequence[Form], tmp_path_factory: pytest.TempPathFactory) -> Mapping[Path, Project]:
    """Every form as issued, and in every spelling with all lawful changes."""
    folder = tmp_path_factory.mktemp("files")
    found = {}
    for form in forms:
        for writer, write in WRITERS.items():
            found[folder / f"changed-{writer}-{form.name}"] = all_changes(write(form.data)), form.project
        found[folder / f"plain-{form.name}"] = form.data, form.project
    for path, (data, _) in found.items():
        path.write_bytes(data)
    return {path: project for path, (_, project) in found.items()}


def told(path: Path, project: Project) -> set[Told]:
    """What a recheck finds; the total must be that of the project in any case."""
    report = recheck_one(path, ISSUER)
    assert report.total == score_project(PROFILE, project).total, path.name
    return {(each.severity.value, str(each.code), each.place.cell) for each in report.findings}


def hints(path: Path) -> set[Told]:
    return set(chain.from_iterable(HINTS.values())) if path.name.startswith("changed") else set()


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("change", CHANGES)
def test_a_lawful_change_is_at_most_a_hint(
    change: str, writer: str, forms: Sequence[Form], tmp_path: Path
) -> None:
    for form in forms:
        path = tmp_path / form.name
        path.write_bytes(CHANGES[change](WRITERS[writer](form.data)))
        assert told(path, form.project) == HINTS.get(change, set()), form.name


def test_a_conversation_of_reviewers_is_a_hint(forms: Sequence[Form], tmp_path: Path) -> None:
    for form in forms:
        path = tmp_path / form.name
        path.write_bytes(remarks.threaded_comment(as_excel(form.data), REMARK))
        assert told(path, form.project) == {("info", "S15", "I16")}, form.name


def test_excel_and_wps_write_clean_forms(
    files: Mapping[Path, Project], forms: Sequence[Form], tmp_path: Path
) -> None:
    for path, project in files.items():
        assert told(path, project) == hints(path), path.name
    for form in forms:
        for write in WRITERS.values():
            path = tmp_path / form.name
            path.write_bytes(write(form.data))
            assert told(path, form.project) == set(), form.name


@pytest.mark.skipif(bool(libreoffice.missing()), reason="LibreOffice is not installed")
@pytest.mark.parametrize("save", [programs.libreoffice, programs.libreoffice_window])
def test_libreoffice_saves_clean_forms(
    save: programs.Save, files: Mapping[Path, Project], tmp_path: Path
) -> None:
    """Without a window all of them, in one those that Excel wrote."""
    chosen = {
        path: project
        for path, project in files.items()
        if save is programs.libreoffice or path.name.startswith("changed-excel")
    }
    for path, copy in zip(chosen, save(list(chosen), tmp_path), strict=True):
        assert told(copy, chosen[path]) == hints(path), path.name


def test_openpyxl_saves_clean_forms(files: Mapping[Path, Project], tmp_path: Path) -> None:
    """Without results, which is noted, and without pictures where Pillow is not installed."""
    for path, copy in zip(files, programs.openpyxl(list(files), tmp_path), strict=True):
        assert told(copy, files[path]) <= hints(path), path.name
        (note,) = recheck_one(copy, ISSUER).unchecked
        formulas = sum(cell.formula is not None for cell in open_workbook(copy).sheets[0].cells.values())
        assert str(formulas) in note


@pytest.mark.skipif(bool(programs.missing_javascript()), reason=str(programs.missing_javascript()))
def test_exceljs_breaks_a_validation_and_drops_macros(files: Mapping[Path, Project], tmp_path: Path) -> None:
    """Of the deductions it writes NaN as the upper bound; a book with macros it saves without them."""
    for path, copy in zip(files, programs.exceljs(list(files), tmp_path), strict=True):
        lost = {("warning", "S06", "M14")}
        if path.suffix == ".xlsm":
            lost.add(("error", "S08", ""))
        assert told(copy, files[path]) == lost | hints(path), path.name


@pytest.mark.skipif(bool(programs.missing_javascript()), reason=str(programs.missing_javascript()))
def test_sheetjs_drops_what_protects_and_dresses(files: Mapping[Path, Project], tmp_path: Path) -> None:
    """Figures and formulas stay; locks, validations, looks and the print setup go, and each is told."""
    for path, copy in zip(files, programs.sheetjs(list(files), tmp_path), strict=True):
        found = told(copy, files[path])
        loud = {code for severity, code, _ in found if severity != Severity.INFO}
        assert loud - {"S15"} == {"S05", "S06", "F08", "S13"}, path.name
        assert ("warning", "S05", "") in found
        assert {cell for _, code, cell in found if code == "S06"} >= {"F7", "F14", "M14"}
        assert not any(severity == Severity.ERROR for severity, *_ in found), path.name
        # It shows every remark always, so that it lies over the cells.
        assert (("warning", "S15", "I16") in found) == path.name.startswith("changed")
