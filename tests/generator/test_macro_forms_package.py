"""Macro-enabled forms: a sound package, the macros behind every button, and the same form without them."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from support.specimens import FILLED, LONG, PROFILE, SHORT
from zpj.model.project import Project, Wiring
from zpj.vba import DOCUMENTS, form_modules, form_project
from zpj.xlsx import open_workbook
from zpj_generator.package import Macros, render_form

MACROS = {wiring: Macros(form_project(PROFILE), wiring) for wiring in Wiring}
FORMS = {"short": SHORT, "long": LONG, "filled": FILLED}
CODE_NAME = re.compile(r'codeName="(\w+)"')


def enabled(project: Project, wiring: Wiring = Wiring.NATIVE, **options: object) -> bytes:
    return render_form(project, PROFILE, macros=MACROS[wiring], **options)  # type: ignore[arg-type]


def parts(form: bytes) -> dict[str, str]:
    archive = ZipFile(BytesIO(form))
    texts = (name for name in archive.namelist() if not name.endswith(".bin"))
    return {name: archive.read(name).decode() for name in texts}


def entries(form: bytes, folder: Path) -> dict[str, str]:
    """What the hidden sheet says; of a text in several pieces the last."""
    path = folder / "form.xlsm"
    path.write_bytes(form)
    cells = open_workbook(path).sheets[2].cells
    return {cell.text: cells[row, 2].text for (row, column), cell in cells.items() if column == 1}


def test_the_validator_finds_no_error(tmp_path: Path, validator: ModuleType) -> None:
    paths = {(name, wiring): tmp_path / f"{name}-{wiring}.xlsm" for name in FORMS for wiring in Wiring}
    for (name, wiring), path in paths.items():
        path.write_bytes(enabled(FORMS[name], wiring))
    assert {path.stem: errors for path, errors in validator.validate([*paths.values()]).items()} == {
        path.stem: [] for path in paths.values()
    }


def test_it_says_that_it_is_macro_enabled() -> None:
    """The validator does not notice: Excel refuses an .xlsm whose content type is that of an .xlsx."""
    types = etree.fromstring(parts(enabled(SHORT))["[Content_Types].xml"].encode())
    kinds = {each.get("PartName") or each.get("Extension"): each.get("ContentType") for each in types}
    assert kinds["/xl/workbook.xml"] == "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    assert kinds["bin"] == "application/vnd.ms-office.vbaProject"
    assert kinds["vml"] == "application/vnd.openxmlformats-officedocument.vmlDrawing"


def test_every_relationship_leads_to_a_part() -> None:
    form = enabled(SHORT)
    names = set(ZipFile(BytesIO(form)).namelist())
    for part, text in parts(form).items():
        if part.endswith(".rels"):
            base = Path("/", part).parent.parent
            for target in re.findall(r'Target="([^"]+)"', text):
                assert str((base / target).resolve()).lstrip("/") in names, (part, target)


def test_the_code_names_are_those_of_the_modules() -> None:
    texts = parts(enabled(SHORT))
    sheets = ("sheet1", "sheet2", "sheet3")
    found = [CODE_NAME.findall(texts[f"xl/worksheets/{sheet}.xml"]) for sheet in sheets]
    assert CODE_NAME.findall(texts["xl/workbook.xml"]) == ["ThisWorkbook"]
    assert found == [[name] for name in DOCUMENTS]


def test_every_button_has_a_text_and_a_public_macro() -> None:
    buttons = list(drawn(parts(enabled(SHORT))["xl/drawings/vmlDrawing1.vml"]))
    assert [text for text, _ in buttons] == ["一键复核", "下一处", "恢复公式", "清除标记"]
    source = "\n".join(module.source for module in form_modules(PROFILE))
    for _, macro in buttons:
        assert re.search(rf"^Public Sub {macro}\(\)$", source, re.MULTILINE), macro


def drawn(vml: str) -> Iterator[tuple[str, str]]:
    """Text and macro of every button."""
    for shape in etree.fromstring(vml.encode()).iter("{urn:schemas-microsoft-com:vml}shape"):
        macro = next(shape.iter("{urn:schemas-microsoft-com:office:excel}FmlaMacro")).text or ""
        assert macro.startswith("[0]!"), "a macro of this book, wherever the file is renamed to"
        yield "".join(next(shape.iter("font")).itertext()), macro.removeprefix("[0]!")


@pytest.mark.parametrize("wiring", Wiring)
def test_the_same_form_gives_the_same_bytes(wiring: Wiring) -> None:
    form_project.cache_clear()
    again = Macros(form_project(PROFILE), wiring)
    assert render_form(FILLED, PROFILE, macros=again) == enabled(FILLED, wiring)


def test_native_wiring_has_the_formulas_of_the_form_without_macros(tmp_path: Path) -> None:
    plain, native = tmp_path / "a.xlsx", tmp_path / "a.xlsm"
    plain.write_bytes(render_form(FILLED, PROFILE))
    native.write_bytes(enabled(FILLED))
    assert open_workbook(plain).sheets[0].cells == open_workbook(native).sheets[0].cells


def test_udf_wiring_changes_scores_and_grade_and_keeps_every_result(tmp_path: Path) -> None:
    plain, udf = tmp_path / "a.xlsx", tmp_path / "a.xlsm"
    plain.write_bytes(render_form(FILLED, PROFILE))
    udf.write_bytes(enabled(FILLED, Wiring.UDF))
    before, after = (open_workbook(path).sheets[0].cells for path in (plain, udf))
    assert {key: cell.value for key, cell in before.items()} == {
        key: cell.value for key, cell in after.items()
    }
    changed = {str(after[key].formula) for key in before if before[key].formula != after[key].formula}
    assert len(changed) == len(FILLED.indicators) + 1
    assert all("ZPJ_SCORE(" in formula or "ZPJ_GRADE(" in formula for formula in changed)


def test_the_macros_are_told_how_to_open_the_protection_unless_the_issuer_keeps_that(tmp_path: Path) -> None:
    own, kept = (
        entries(enabled(SHORT, key=b"k"), tmp_path),
        entries(enabled(SHORT, password="2026"), tmp_path),  # noqa: S106 - nobody's
    )
    assert len(own["unlock"]) == 16
    assert own["unlock"] != entries(enabled(SHORT, key=b"other"), tmp_path)["unlock"]
    assert kept["unlock"] == ""


def test_the_stamp_says_which_wiring_was_issued(tmp_path: Path) -> None:
    assert entries(enabled(SHORT, Wiring.UDF), tmp_path)["wiring"] == "udf"
    assert entries(enabled(SHORT), tmp_path)["wiring"] == "native"


def test_a_form_whose_scores_need_macros_does_not_calculate_on_opening() -> None:
    """Excel with macros blocked would show #NAME? instead of the stored scores."""
    told = {wiring: parts(enabled(FILLED, wiring))["xl/workbook.xml"] for wiring in Wiring}
    assert "fullCalcOnLoad" in told[Wiring.NATIVE]
    assert "fullCalcOnLoad" not in told[Wiring.UDF]


def test_parts_are_named_as_excel_names_them() -> None:
    """ExcelJS finds sheets by these names alone, and openpyxl keeps no other drawing of buttons."""
    form = parts(enabled(SHORT))
    sheets = sorted(name for name in form if name.startswith("xl/worksheets/sheet"))
    assert sheets == [f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3)]
    assert [name for name in form if name.startswith("xl/drawings/")] == ["xl/drawings/vmlDrawing1.vml"]
    related = "".join(text for name, text in form.items() if name.endswith(".rels"))
    assert all(re.fullmatch(r"rId\d+", identifier) for identifier in re.findall(r' Id="([^"]+)"', related))


def test_openpyxl_keeps_the_buttons(tmp_path: Path) -> None:
    form, saved = tmp_path / "form.xlsm", tmp_path / "saved.xlsm"
    form.write_bytes(enabled(SHORT))
    load_workbook(form, keep_vba=True).save(saved)
    archive = ZipFile(saved)
    related = archive.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    (target,) = re.findall(r'Target="/?([^"]+\.vml)"', related)
    assert target in archive.namelist()
