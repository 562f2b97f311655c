"""zpj.xlam: a package without fault, whose buttons, macros and functions all lead somewhere."""

import hashlib
import importlib
import os
import posixpath
import re
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
import xlwings
from lxml import etree

from support.command import zpj_process
from support.libreoffice import Scenario
from support.olevba import vba_texts
from zpj.installed_from import install_command
from zpj.vba import Module, module_source
from zpj_addin.build import addin_modules, build_addin, render_addin
from zpj_addin.function_dispatch import cell_functions, with_own_names
from zpj_addin.ribbon import BUTTONS
from zpj_addin.xlwings_vba import MODULE, version_of
from zpj_udfs import function_errors
from zpj_udfs import functions as python

ROOT = Path(__file__).parents[2]
MODULES = {module.name: module for module in addin_modules()}
OURS = {name: module for name, module in MODULES.items() if name.startswith("Zpj")}
ADDIN_TYPE = "application/vnd.ms-excel.addin.macroEnabled.main+xml"
WORKBOOK_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
RIBBON = "customUI/customUI14.xml"
RIBBON_RELATION = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
PROCEDURE = re.compile(
    r"^(?:(Public|Private|Friend) )?(?:Static )?(?:Declare PtrSafe )?(?:Sub|Function) (\w+)", re.M
)


@pytest.fixture(scope="module")
def addin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("addin") / "zpj.xlam"
    path.write_bytes(build_addin())
    return path


def part(addin: Path, name: str) -> bytes:
    with ZipFile(addin) as archive:
        return archive.read(name)


def ribbon_buttons(addin: Path) -> list[etree.Element]:
    return [each for each in etree.fromstring(part(addin, RIBBON)).iter() if each.tag.endswith("}button")]


def replaced(addin: Path, name: str, old: bytes, new: bytes) -> bytes:
    """The package with ``old`` in the part ``name`` as ``new``."""
    stream = BytesIO()
    with ZipFile(addin) as source, ZipFile(stream, "w") as target:
        for each in source.namelist():
            data = source.read(each)
            target.writestr(each, data.replace(old, new) if each == name else data)
    assert old in part(addin, name)
    return stream.getvalue()


def test_the_validator_finds_no_error_in_the_package_or_its_ribbon(
    addin: Path, validator: ModuleType, tmp_path: Path
) -> None:
    faulty = tmp_path / "faulty.xlam"
    faulty.write_bytes(replaced(addin, RIBBON, b"onAction", b"onPress"))
    found = validator.validate([addin, faulty])
    assert found[addin] == []
    assert found[faulty]


def test_excel_takes_the_workbook_for_an_addin(addin: Path) -> None:
    types = etree.fromstring(part(addin, "[Content_Types].xml"))
    assert {each.get("PartName"): each.get("ContentType") for each in types}["/xl/workbook.xml"] == ADDIN_TYPE


def test_every_relationship_leads_to_a_part_and_the_ribbon_is_one_of_them(addin: Path) -> None:
    with ZipFile(addin) as archive:
        names = set(archive.namelist())
    for rels, folder in (("_rels/.rels", ""), ("xl/_rels/workbook.xml.rels", "xl")):
        relations = etree.fromstring(part(addin, rels))
        targets = {each.get("Type"): posixpath.join(folder, each.get("Target", "")) for each in relations}
        assert set(targets.values()) <= names
        if not folder:
            assert targets[RIBBON_RELATION] == RIBBON


def test_every_button_has_words_a_picture_and_a_callback_of_its_own(addin: Path) -> None:
    buttons = ribbon_buttons(addin)
    assert len(buttons) == len(BUTTONS) == 7
    for attribute in ("id", "label", "supertip", "imageMso", "onAction"):
        values = [each.get(attribute) for each in buttons]
        assert all(values)
        assert len(set(values)) == len(values)


def test_every_callback_is_a_public_sub_that_takes_the_control(addin: Path) -> None:
    subs = re.findall(r"^Public Sub (\w+)\(ByVal control As Object\)$", MODULES["ZpjRibbon"].source, re.M)
    assert subs == [each.get("onAction") for each in ribbon_buttons(addin)]


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.key)
def test_what_a_button_calls_exists_in_python_and_in_vba(button: object) -> None:
    assert callable(getattr(importlib.import_module(button.module), button.function))  # type: ignore[attr-defined]
    macro = button.macro  # type: ignore[attr-defined]
    assert macro is None or any(f" Sub {macro}()" in module.source for module in OURS.values())


def test_only_what_nothing_but_python_can_do_has_no_macro() -> None:
    assert {button.key for button in BUTTONS if button.macro is None} == {"generate", "summary"}


def test_every_python_function_is_offered_to_cells_once() -> None:
    offered = {each for each in dir(python) if each.startswith("ZPJ_")}
    declared = Counter(
        re.findall(r"^Public Function (ZPJ_\w+)", "\n".join(m.source for m in OURS.values()), re.M)
    )
    assert declared == dict.fromkeys(offered, 1)


def test_no_public_name_exists_twice_in_the_project() -> None:
    names = Counter(
        name.lower()
        for module in MODULES.values()
        if not module.is_class
        for scope, name in PROCEDURE.findall(module.source)
        if scope != "Private"
    )
    assert not names.keys() & {name.lower() for name in MODULES}
    in_branches = {"xlpydllactivateauto", "xlpydllversion", "getudfmodules", "getdirectorypath"}  # of #If
    assert {name for name, count in names.items() if count > 1} <= in_branches


def test_every_error_value_that_python_names_becomes_one_of_excel() -> None:
    assert [
        name for name in function_errors.ERRORS if f'Case "{name}": ' not in MODULES["ZpjPython"].source
    ] == []


def test_functions_set_aside_keep_the_texts_that_name_them() -> None:
    source = "Option Explicit\nPublic Function ZPJ_A(x As Variant, _\n    Optional y As Variant) As Variant\n"
    source += '    ZPJ_A = "ZPJ_A" & ZPJ_AB(x)\nEnd Function\n'
    module = Module("ZpjA", source)
    (offered,) = cell_functions([module])
    assert (offered.name, offered.arguments) == ("ZPJ_A", "x, y")
    (moved,) = with_own_names([module], [offered])
    assert f'{offered.own} = "ZPJ_A" & ZPJ_AB(x)' in moved.source
    assert "Function ZPJ_A(" not in moved.source


def test_olevba_reads_in_every_module_what_was_written(addin: Path) -> None:
    read = vba_texts(addin)
    for name, module in MODULES.items():
        # Of a class the head is Excel's own.
        text = module.source[module.source.index("Option Explicit") :] if module.is_class else module.source
        assert text.strip() in read.pop(f"{name}.cls" if module.is_class else f"{name}.bas")
    assert set(read) == {"ThisWorkbook.cls", "SettingsSheet.cls"}


def test_no_module_holds_a_character_beyond_ascii() -> None:
    assert [module.name for module in MODULES.values() if not module.source.isascii()] == []


def test_the_bridge_is_of_the_version_that_is_installed(addin: Path) -> None:
    source = module_source(addin, MODULE)
    assert source is not None
    assert version_of(source) == xlwings.__version__
    assert "BSD 3-clause" in source


def test_xlwings_is_told_not_to_take_python_from_where_forms_lie(addin: Path) -> None:
    texts = [each.text for each in etree.fromstring(part(addin, "xl/worksheets/settings.xml")).iter("{*}t")]
    assert texts == ["ADD_WORKBOOK_TO_PYTHONPATH", "False"]
    # Under this name xlwings looks for it.
    assert MODULES[MODULE].source.count('PROJECT_NAME As String = "xlwings"') == 1
    assert b'name="xlwings.conf"' in part(addin, "xl/workbook.xml")


def test_a_workbook_somebody_sent_cannot_tell_xlwings_which_python_to_start() -> None:
    """Of xlwings' two modules for VBA one reads its settings in the workbook in front."""
    assert "ActiveWorkbook" not in MODULES[MODULE].source


def test_nothing_of_ours_names_the_part_of_xlwings_that_is_not_free() -> None:
    folders = ("addin", "udfs", "templates", "vba")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    texts = {path: path.read_bytes() for path in files if path.suffix != ".pyc"}
    assert [path.name for path, text in texts.items() if b"xlwings.pro" in text] == []


def test_another_process_builds_the_same_bytes(addin: Path) -> None:
    again = "import sys; from zpj_addin.build import build_addin; sys.stdout.buffer.write(build_addin())"
    environment = os.environ | {"PYTHONHASHSEED": "4711"}
    done = subprocess.run([sys.executable, "-c", again], capture_output=True, check=True, env=environment)
    assert hashlib.sha256(done.stdout).digest() == hashlib.sha256(addin.read_bytes()).digest()


def test_without_python_its_functions_compute(libreoffice: ModuleType, tmp_path: Path) -> None:
    """LibreOffice opens no add-ins and stops at xlwings' module: the same as a workbook, without that."""
    bare = tmp_path / "bare.xlam"
    bare.write_bytes(render_addin([*OURS.values()]))
    book = bare.with_suffix(".xlsm")
    book.write_bytes(replaced(bare, "[Content_Types].xml", ADDIN_TYPE.encode(), WORKBOOK_TYPE.encode()))
    typed = {"xlwings.conf!D1": "=ZPJ_GRADE(85)", "xlwings.conf!D2": '=ZPJ_SCORE(40;39;5;"正向")'}
    (shown,) = libreoffice.fill_and_read([Scenario(book, typed, tuple(typed))])
    assert [cell.value for cell in shown.values()] == ["良", 4.88]


def test_without_xlwings_the_command_says_in_one_line_what_to_install(tmp_path: Path) -> None:
    # A module of that name that cannot be imported stands for one that is not installed.
    (tmp_path / "xlwings.py").write_text("raise ModuleNotFoundError(name='xlwings')\n")
    target = tmp_path / "zpj.xlam"
    path = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))
    done = zpj_process("addin", "build", "-o", str(target), environment={"PYTHONPATH": path})
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert install_command("excel") in done.err
    assert not target.exists()


def test_an_existing_file_is_kept_unless_told_otherwise(tmp_path: Path) -> None:
    target = tmp_path / "zpj.xlam"
    target.write_bytes(b"mine")
    done = zpj_process("addin", "build", "-o", str(target))
    assert (done.status, target.read_bytes()) == (2, b"mine")
    assert "X05" in done.err
    assert zpj_process("addin", "build", "-o", str(target), "--force").status == 0
    assert target.read_bytes()[:2] == b"PK"
