"""zpj addin install: the add-in where Excel finds it, the setting where xlwings does, nothing lost."""

from pathlib import Path

import pytest
import xlwings

from support.command import zpj
from zpj.model.errors import OutputExists
from zpj_addin.addin_errors import CannotInstall
from zpj_addin.build import build_addin
from zpj_addin.excel_paths import MACOS, WINDOWS, ExcelPaths, excel_paths
from zpj_addin.install import install

PYTHON = r"C:\Python\python.exe"


@pytest.fixture
def windows(tmp_path: Path) -> ExcelPaths:
    environment = {"APPDATA": str(tmp_path / "Roaming"), "USERPROFILE": str(tmp_path)}
    found = excel_paths(WINDOWS, environment, tmp_path / "elsewhere")
    assert found is not None
    return found


@pytest.fixture
def macos(tmp_path: Path) -> ExcelPaths:
    found = excel_paths(MACOS, {}, tmp_path)
    assert found is not None
    return found


def test_windows_loads_it_from_the_users_start_folder(windows: ExcelPaths, tmp_path: Path) -> None:
    install(windows, PYTHON, encoding="gbk")
    started = tmp_path / "Roaming/Microsoft/Excel/XLSTART/zpj.xlam"
    assert started.read_bytes() == build_addin()
    settings = tmp_path / ".xlwings/xlwings.conf"
    assert settings.read_bytes() == b'"INTERPRETER_WIN","C:\\Python\\python.exe"\r\n'


def test_macos_gets_the_script_that_may_start_python_as_well(macos: ExcelPaths, tmp_path: Path) -> None:
    written = install(macos, "/usr/local/bin/python3", encoding="utf-8")
    library = tmp_path / "Library"
    office = library / "Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel"
    script = f"Application Scripts/com.microsoft.Excel/xlwings-{xlwings.__version__}.applescript"
    settings = library / "Containers/com.microsoft.Excel/Data/xlwings.conf"
    assert set(written) == {office / "zpj.xlam", library / script, settings}
    assert all(path.is_file() for path in written)
    assert settings.read_bytes().startswith(b'"INTERPRETER_MAC","/usr/local/bin/python3"')


@pytest.mark.parametrize(
    "there",
    [
        b'"PYTHONPATH","D:\\\xd7\xf7\xd2\xb5"\r\n"SHOW CONSOLE","True"',
        b'"PYTHONPATH","D:\\\xd7\xf7\xd2\xb5"\n"SHOW CONSOLE","True"\n',
    ],
    ids=["no line end", "unix"],
)
def test_other_settings_of_xlwings_stay_byte_for_byte(windows: ExcelPaths, there: bytes) -> None:
    windows.config.parent.mkdir()
    windows.config.write_bytes(there)
    install(windows, PYTHON, encoding="gbk")
    lines = windows.config.read_bytes().splitlines()
    assert lines == [*there.splitlines(), b'"INTERPRETER_WIN","C:\\Python\\python.exe"']


def test_a_path_in_chinese_is_written_as_vba_reads_it(windows: ExcelPaths) -> None:
    install(windows, r"C:\用户\python.exe", encoding="gbk")
    assert r"C:\用户\python.exe".encode("gbk") in windows.config.read_bytes()


def test_a_path_that_vba_cannot_read_is_refused_before_anything_is_written(windows: ExcelPaths) -> None:
    with pytest.raises(CannotInstall) as refused:
        install(windows, r"C:\用户\python.exe", encoding="cp1252")
    assert [each.code for each in refused.value.findings] == ["N14"]
    assert not windows.addin.exists()


def test_another_python_is_not_replaced_unasked(windows: ExcelPaths) -> None:
    windows.config.parent.mkdir()
    windows.config.write_bytes(b'"interpreter_win","C:\\Other\\python.exe"\r\n"SHOW CONSOLE","True"\r\n')
    with pytest.raises(CannotInstall) as refused:
        install(windows, PYTHON, encoding="gbk")
    assert [each.code for each in refused.value.findings] == ["N12"]
    assert not windows.addin.exists()
    install(windows, PYTHON, encoding="gbk", force=True)
    assert windows.config.read_bytes() == (
        b'"INTERPRETER_WIN","C:\\Python\\python.exe"\r\n"SHOW CONSOLE","True"\r\n'
    )


def test_an_addin_of_that_name_is_not_replaced_unasked(windows: ExcelPaths) -> None:
    windows.addin.parent.mkdir(parents=True)
    windows.addin.write_bytes(b"another")
    with pytest.raises(OutputExists):
        install(windows, PYTHON, encoding="gbk")
    assert windows.addin.read_bytes() == b"another"
    assert not windows.config.exists()
    install(windows, PYTHON, encoding="gbk", force=True)
    assert windows.addin.read_bytes() == build_addin()


def test_installing_again_changes_nothing(windows: ExcelPaths) -> None:
    install(windows, PYTHON, encoding="gbk")
    assert install(windows, PYTHON, encoding="gbk") == ()


def test_an_addin_that_excel_has_open_is_said_to_be(
    windows: ExcelPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("zpj_addin.install.write_whole", in_use)
    with pytest.raises(CannotInstall) as refused:
        install(windows, PYTHON, encoding="gbk")
    assert [each.code for each in refused.value.findings] == ["N15"]


def test_where_there_is_no_excel_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    done = zpj("addin", "install")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert "[N02]" in done.err
    assert "zpj addin build" in done.err
