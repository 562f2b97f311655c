"""Excel's current folder is that of somebody's form: nothing that lies there runs."""

from pathlib import Path

import pytest

from support.excel_host import ask, started_by_vba
from support.tree import PACKAGES
from zpj_addin.addin_errors import CannotInstall
from zpj_addin.build import addin_modules
from zpj_addin.xlwings_vba import MODULE, without_current_folder

DECOYS = (*PACKAGES, "udfs", "templates", "xlwings", "pythoncom", "json", "asyncio", "sitecustomize")


@pytest.fixture
def beside_a_form(tmp_path: Path) -> Path:
    """A folder of packages and modules that leave a file when they run."""
    trap = f"open({str(tmp_path / 'ran')!r}, 'a').write(__name__ + ' ')\n"
    for name in DECOYS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(trap)
        (tmp_path / name / "functions.py").write_text(trap + "ZPJ_ENGINE = lambda: 'decoy'\n")
        (tmp_path / f"{name}.py").write_text(trap)
    return tmp_path


def test_cells_ask_the_installed_package_from_a_folder_of_decoys(beside_a_form: Path) -> None:
    reply = ask([("ZPJ_ENGINE", []), ("ZPJ_GRADE", [85, {"missing": True}])], beside_a_form)
    assert reply.answers[1] == "良"
    assert Path(reply.module).parent.name == "zpj_udfs"
    assert not Path(reply.module).is_relative_to(beside_a_form)
    assert not (beside_a_form / "ran").exists()


def test_the_trap_would_have_caught_the_module_as_xlwings_ships_it(beside_a_form: Path) -> None:
    """A test that cannot fail proves nothing: without the switch Python takes what lies in the folder."""
    from support import excel_host

    switches = [each for each in started_by_vba()[:-1] if each != "-P"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(excel_host, "started_by_vba", lambda: [*switches, started_by_vba()[-1]])
        with pytest.raises(AssertionError):
            ask([("ZPJ_ENGINE", [])], beside_a_form)
    assert (beside_a_form / "ran").exists()


def test_neither_cells_nor_buttons_add_a_folder_or_start_a_program_without_a_path() -> None:
    (source,) = (module.source for module in addin_modules() if module.name == MODULE)
    code = [line for line in source.splitlines() if not line.lstrip().startswith("'")]
    starts = [line for line in code if " -B " in line]
    assert len(starts) == 2
    assert all(" -B -P -c " in line for line in starts)
    assert [line for line in code if "prepare_sys_path(" in line or '"cmd.exe' in line] == []


def test_a_module_of_xlwings_that_starts_python_otherwise_is_refused() -> None:
    with pytest.raises(CannotInstall) as refused:
        without_current_folder('Public Const XLWINGS_VERSION As String = "0.99.0"\n')
    (found,) = refused.value.findings
    assert (found.code, found.found) == ("N18", "0.99.0")
