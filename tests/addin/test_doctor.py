"""zpj addin doctor: whatever keeps the add-in from working has a name, and a machine in order has none."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import xlwings

from support.command import zpj
from support.specimens import FILLED
from support.xlwings_engine import excel
from support.xlwings_engine.with_openpyxl import OpenpyxlDocument
from zpj.rules import load_profile
from zpj_addin.diagnose import diagnose
from zpj_addin.doctor import examine
from zpj_addin.excel_paths import MACOS, WINDOWS, excel_paths
from zpj_addin.excel_registry import InstalledOffice, MacroSettings, installed_office, macro_settings
from zpj_addin.install import install
from zpj_addin.machine import Machine, bridge_files, gather
from zpj_generator.package import render_form

VERSION = xlwings.__version__
PYTHON = Path("Python/python.exe")
OFFICE = InstalledOffice("16.0", 64)
SECURITY = r"Software\Microsoft\Office\16.0\Excel\Security"
POLICIES = rf"HKCU\{SECURITY}".replace("Microsoft", r"Policies\Microsoft")

Registry = dict[tuple[str, str], int | str]


def machine() -> Machine:
    """Windows with everything in order."""
    return Machine(
        platform=WINDOWS,
        system="Windows-11",
        python=PYTHON,
        python_version="3.12.1",
        python_bits=64,
        office=OFFICE,
        macros=MacroSettings(),
        xlwings=VERSION,
        has_pywin32=True,
        paths=excel_paths(WINDOWS, {}, Path("home")),
        has_addin=True,
        embedded=VERSION,
        is_blocked=False,
        interpreter=PYTHON,
        files=frozenset({PYTHON, bridge_files(PYTHON, OFFICE, VERSION)[1]}),
    )


def codes(examined: Machine) -> list[str]:
    return [each.code for each in examine(examined)]


def test_a_machine_in_order_has_no_problem() -> None:
    assert codes(machine()) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"office": None}, "N01"),
        ({"has_pywin32": False}, "N03"),
        ({"xlwings": None}, "N04"),
        ({"has_addin": False, "embedded": None}, "N05"),
        ({"embedded": "0.30.0"}, "N06"),
        ({"embedded": None}, "N06"),
        ({"is_blocked": True}, "N07"),
        ({"macros": MacroSettings(True, True)}, "N08"),
        ({"macros": MacroSettings(True, False)}, "N09"),
        ({"interpreter": None}, "N10"),
        ({"interpreter": Path("Gone/python.exe")}, "N11"),
        ({"python": Path("Other/python.exe")}, "N12"),
        ({"office": InstalledOffice("16.0", 32)}, "N16"),
    ],
    ids=str,
)
def test_every_lack_is_found_and_nothing_else(changes: dict[str, object], code: str) -> None:
    assert codes(replace(machine(), **changes)) == [code]  # type: ignore[arg-type]


def test_a_path_in_chinese_is_a_warning() -> None:
    chinese = Path("用户/python.exe")
    files = frozenset({chinese, *bridge_files(chinese, OFFICE, VERSION)})
    (found,) = examine(replace(machine(), interpreter=chinese, python=chinese, files=files))
    assert (found.code, found.severity) == ("N13", "warning")


def test_bits_of_python_that_differ_from_those_of_excel_are_no_problem() -> None:
    """The two run side by side; what has to fit is the library that Excel loads."""
    assert codes(replace(machine(), python_bits=32)) == []


def test_macos_lacks_the_script_and_wants_no_pywin32() -> None:
    found = replace(machine(), platform=MACOS, paths=excel_paths(MACOS, {}, Path("home")), has_pywin32=False)
    assert codes(found) == ["N17"]


def test_an_installation_just_made_is_found_in_order(tmp_path: Path) -> None:
    """Excel apart, which this machine has not."""
    environment = {"APPDATA": str(tmp_path), "USERPROFILE": str(tmp_path)}
    found = excel_paths(WINDOWS, environment, tmp_path)
    python = tmp_path / "python.exe"
    python.touch()
    assert found is not None
    install(found, str(python), encoding="utf-8")
    gathered = gather(WINDOWS, environment, tmp_path, lambda *_: None)
    assert (gathered.has_addin, gathered.embedded, gathered.interpreter) == (True, VERSION, python)
    assert not {"N05", "N06", "N07", "N10", "N11", "N13"} & set(codes(gathered))


@pytest.mark.parametrize(("zone", "blocked"), [(3, True), (4, True), (1, False)])
def test_the_mark_of_a_file_from_the_internet_is_read(tmp_path: Path, zone: int, blocked: bool) -> None:
    environment = {"APPDATA": str(tmp_path), "USERPROFILE": str(tmp_path)}
    found = excel_paths(WINDOWS, environment, tmp_path)
    assert found is not None
    found.addin.parent.mkdir(parents=True)
    found.addin.write_bytes(b"")
    # A stream on Windows, here a file beside it.
    Path(f"{found.addin}:Zone.Identifier").write_text(f"[ZoneTransfer]\nZoneId={zone}\n")
    gathered = gather(WINDOWS, environment, tmp_path, lambda *_: None)
    assert gathered.is_blocked is blocked
    # An add-in that is no workbook at all is not of this version either.
    assert "N06" in codes(gathered)


@pytest.mark.parametrize(
    ("registry", "office"),
    [
        ({}, None),
        ({("16.0", "64"): "x"}, InstalledOffice("16.0", 64)),
        ({("15.0", "32"): "x"}, InstalledOffice("15.0", 32)),
        ({("16.0", "64"): "x", ("Platform", "64"): "x86"}, InstalledOffice("16.0", 32)),
    ],
    ids=str,
)
def test_the_registry_says_which_excel_is_there(
    registry: dict[tuple[str, str], str], office: InstalledOffice | None
) -> None:
    def read(key: str, name: str, bits: int) -> str | None:
        version = next((each for each in ("16.0", "15.0", "14.0") if rf"\{each}\Excel" in key), name)
        return registry.get((version, str(bits)))

    assert installed_office(read) == office


@pytest.mark.parametrize(
    ("registry", "settings"),
    [
        ({}, MacroSettings(False, False)),
        ({(rf"HKCU\{SECURITY}", "VBAWarnings"): 2}, MacroSettings(False, False)),
        ({(rf"HKCU\{SECURITY}", "VBAWarnings"): 4}, MacroSettings(True, False)),
        ({(POLICIES, "VBAWarnings"): 3, (rf"HKCU\{SECURITY}", "VBAWarnings"): 1}, MacroSettings(True, False)),
        (
            {(POLICIES, "VBAWarnings"): 4, (rf"{POLICIES}\Trusted Locations", "AllLocationsDisabled"): 1},
            MacroSettings(True, True),
        ),
    ],
    ids=str,
)
def test_an_administrators_word_on_macros_goes_before_the_users(
    registry: Registry, settings: MacroSettings
) -> None:
    assert macro_settings(lambda key, name, _: registry.get((key, name)), "16.0") == settings


def test_without_excel_the_command_says_so_in_words_and_in_json() -> None:
    done = zpj("addin", "doctor")
    assert (done.status, "[N01]" in done.err) == (1, True)
    assert VERSION in done.out
    report = json.loads(zpj("addin", "doctor", "--json").out)
    assert (report["version"], report["machine"]["xlwings"]) == (1, VERSION)
    assert report["machine"]["office"] is None
    assert [each["code"] for each in report["findings"]] == ["N01"]


def test_the_button_tells_what_the_command_does(tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    form.write_bytes(render_form(FILLED, load_profile(FILLED.profile)))
    with excel(OpenpyxlDocument) as app:
        app.books.open(form).set_mock_caller()
        shown = diagnose()
        assert app.impl.alerts == [shown]
    assert VERSION in shown
    assert "[N01]" in shown
