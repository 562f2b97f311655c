"""A machine without xlwings: everything works but what runs inside Excel, and that says what to install."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.command import Done
from support.tree import PACKAGES, modules
from zpj.installed_from import install_command
from zpj.keys.own_key import KEY_FILE

INSIDE_EXCEL = ("zpj_udfs", "zpj_addin")
MODULES = [name for name, _ in modules(*(package for package in PACKAGES if package not in INSIDE_EXCEL))]
WITHOUT = "import sys; sys.modules['xlwings'] = None\n"
IMPORT_ALL = """
from importlib import import_module
for module in sys.argv[1:]:
    if not module.endswith("__main__"):
        import_module(module)
"""
COMMAND = "from zpj.cli import main; raise SystemExit(main(sys.argv[1:]))"


def python(source: str, *arguments: str | Path, key: Path | None = None) -> Done:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT + source, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | ({KEY_FILE: str(key)} if key else {}) | {"PYTHONUTF8": "1"},
    )
    return Done(done.returncode, done.stdout, done.stderr)


def test_every_module_but_those_inside_excel_is_imported() -> None:
    done = python(IMPORT_ALL, *MODULES)
    assert done.status == 0, done.err


def test_forms_are_generated_and_rechecked(tmp_path: Path) -> None:
    key = tmp_path / "key"
    made = python(COMMAND, "new", tmp_path / "定义.xlsx", key=key)
    generated = python(COMMAND, "generate", tmp_path / "定义.xlsx", "-o", tmp_path / "自评表", key=key)
    assert (made.status, generated.status) == (0, 0), made.err + generated.err
    checked = python(COMMAND, "recheck", tmp_path / "自评表", "--json", "-", key=key)
    assert checked.status == 1, checked.err  # blank forms have findings
    assert '"Q01"' in checked.out


@pytest.mark.parametrize("package", ["zpj_udfs.functions"])
def test_what_runs_inside_excel_says_what_to_install(package: str) -> None:
    done = python(f"import {package}")
    assert done.status == 1
    assert install_command("excel") in done.err.splitlines()[-1]
