"""``import zpj``: every name documented and typed, loaded when asked for, and the README's example works."""

import ast
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import zpj
from support.command import Done
from support.command import zpj as command
from support.tree import ROOT
from zpj import api
from zpj.keys.own_key import KEY_FILE

SLOW_TO_IMPORT = ("importlib.metadata", "jinja2", "lxml", "openpyxl", "pyopenvba", "rich", "xlwings")
HEADINGS = {"README.md": "**As a library**", "README.zh-CN.md": "## 作为程序库"}


def python(*arguments: str, folder: Path) -> Done:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {KEY_FILE: str(folder / "key"), "PYTHONUTF8": "1"},
    )
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("name", zpj.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(zpj, name) is getattr(api, name)
    assert name in dir(zpj)
    text = inspect.getdoc(getattr(zpj, name)) or ""
    # A dataclass without a docstring gets its signature as one.
    assert len(text.split()) > 3
    assert not text.startswith(f"{name}(")


def test_type_checkers_see_the_same_names() -> None:
    tree = ast.parse(inspect.getsource(zpj))
    imported = [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "zpj.api"
        for alias in node.names
    ]
    assert imported == zpj.__all__ == api.__all__


@pytest.mark.parametrize("name", [name for name in zpj.__all__ if inspect.isfunction(getattr(zpj, name))])
def test_every_argument_and_result_has_a_type(name: str) -> None:
    signature = inspect.signature(getattr(zpj, name))
    types = [signature.return_annotation, *(each.annotation for each in signature.parameters.values())]
    assert inspect.Signature.empty not in types


def test_no_name_is_that_of_a_package_or_module() -> None:
    """Importing ``zpj.recheck`` anywhere puts that package where a function of its name was."""
    folder = Path(zpj.__file__).parent
    taken = {path.stem for path in folder.iterdir() if path.is_dir() or path.suffix == ".py"}
    assert taken.intersection(zpj.__all__) == set()


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        zpj.nonsense  # noqa: B018


def test_importing_it_imports_nothing_until_a_name_is_asked_for(tmp_path: Path) -> None:
    source = "import sys, zpj; print(*sorted(name for name in sys.modules if name.startswith('zpj')))"
    assert python("-c", source, folder=tmp_path).out.split() == ["zpj", "zpj.version"]
    assert python("-c", f"import zpj; zpj.score; {source}", folder=tmp_path).out.split()[2:] != []


def test_the_help_of_the_command_waits_for_no_library(tmp_path: Path) -> None:
    done = python("-X", "importtime", "-m", "zpj", "--help", folder=tmp_path)
    imported = {line.rpartition("|")[2].strip() for line in done.err.splitlines()}
    assert "zpj.cli" in imported
    assert imported.intersection(SLOW_TO_IMPORT) == set()


@pytest.mark.parametrize("readme", HEADINGS)
def test_the_example_of_the_readme_runs_as_printed(readme: str, tmp_path: Path) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    found = re.search(rf"^{re.escape(HEADINGS[readme])}\n.*?```python\n(.*?)```", text, re.M | re.S)
    assert found is not None
    assert len(found[1].splitlines()) <= 12
    assert command("new", tmp_path / "定义.xlsx").status == 0
    done = python("-c", found[1], folder=tmp_path)
    assert (done.status, done.err) == (0, "")
    promised = [line.partition("  # ")[2] for line in found[1].splitlines() if line.startswith("print")]
    assert promised
    assert done.out.splitlines()[: len(promised)] == promised
    assert "[Q01]" in done.out
    assert list((tmp_path / "自评表").glob("*.xlsx"))
