"""The tree is what pyproject.toml and the design say it is."""

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = PROJECT["tool"]["setuptools"]["packages"]
PRODUCT = {name.split(".")[0] for name in PACKAGES}
NOT_COMMITTED = [".git", *(ROOT / ".gitignore").read_text(encoding="utf-8").replace("/", "").split()]
NOT_PRODUCT = ["tests", "bench", "docs", "scripts"]


def committed(folder: Path = ROOT) -> Iterator[Path]:
    """Every file below ``folder`` that .gitignore does not leave out, relative to the root."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not ignored(name)]
        yield from (Path(parent, name).relative_to(ROOT) for name in names if not ignored(name))


def ignored(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in NOT_COMMITTED)


def product_files() -> list[Path]:
    """The files of the packages that are installed."""
    return [path for top in PRODUCT for path in committed(ROOT / top)]


def test_every_folder_of_modules_is_a_declared_package() -> None:
    modules = [path for path in committed() if path.suffix == ".py" and path.parts[0] not in NOT_PRODUCT]
    folders = {".".join(path.parent.parts) for path in modules}
    packages = {".".join(path.parent.parts) for path in modules if path.name == "__init__.py"}
    assert sorted(PACKAGES) == sorted(folders) == sorted(packages)


def test_the_installed_package_holds_exactly_what_the_tree_holds() -> None:
    try:
        installed = {Path(path) for path in files("zpj") or ()}
    except PackageNotFoundError:
        pytest.skip("zpj is not installed here: run scripts/test.sh")
    shipped = {path for path in installed if path.parts[0] in PRODUCT and path.suffix != ".pyc"}
    assert sorted(map(str, shipped ^ set(product_files()))) == []


def test_the_domain_imports_the_standard_library_only() -> None:
    allowed = {*sys.stdlib_module_names, "zpj"}
    foreign = [
        f"{path}: {name}"
        for path in committed(ROOT / "zpj")
        if path.suffix == ".py" and "cli" not in path.parts
        for name in imported(path)
        if name.split(".")[0] not in allowed or name.startswith("zpj.cli")
    ]
    assert foreign == []


def test_the_declared_dependencies_are_the_imported_ones() -> None:
    modules = [path for path in product_files() if path.suffix == ".py"]
    names = {name.split(".")[0] for path in modules for name in imported(path)}
    entries = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["excel"]]
    declared = {re.split(r"[<>=~]", entry)[0] for entry in entries}
    assert names - PRODUCT - sys.stdlib_module_names == declared


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module if node.module and not node.level else f"(relative) {node.module}"


def test_every_module_says_what_it_is() -> None:
    modules = [path for path in product_files() if path.suffix == ".py"]
    silent = [path for path in modules if not ast.get_docstring(ast.parse((ROOT / path).read_text("utf-8")))]
    assert silent == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    place = re.compile(r"(?<![\w.~-])/(home|root|Users|work)/|[A-Z]:\\Users\\\w")
    texts = ((path, (ROOT / path).read_bytes().decode("utf-8", "replace")) for path in committed())
    assert [f"{path}: {found[0]}" for path, text in texts if (found := place.search(text))] == []
