"""The checkout the tests belong to: its packages, modules and files."""

import ast
import os
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DISTRIBUTION: str = PROJECT["project"]["name"]
WHEEL = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
PACKAGES: dict[str, Path] = {Path(folder).name: ROOT / folder for folder in WHEEL["packages"]}
"""The import packages, by name, with their folders."""
CARRIED: dict[Path, str] = {ROOT / folder: inside for folder, inside in WHEEL["force-include"].items()}
"""Folders of data that the wheel carries, and where in it."""
NOT_COMMITTED = [".git", *(ROOT / ".gitignore").read_text(encoding="utf-8").replace("/", "").split()]


def committed(folder: Path = ROOT) -> Iterator[Path]:
    """Every file below ``folder`` that .gitignore does not leave out, relative to the root."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _ignored(name)]
        yield from (Path(parent, name).relative_to(ROOT) for name in names if not _ignored(name))


def product_files() -> Iterator[tuple[Path, str]]:
    """The files of the product, relative to the root, each with its place in the wheel."""
    for name, folder in PACKAGES.items():
        for path in committed(folder):
            yield path, str(Path(name) / (ROOT / path).relative_to(folder))
    for folder, inside in CARRIED.items():
        for path in committed(folder):
            yield path, str(Path(inside) / (ROOT / path).relative_to(folder))


def modules(*packages: str) -> Iterator[tuple[str, Path]]:
    """The modules of ``packages``, all where none is named: dotted name and absolute path."""
    for name in packages or PACKAGES:
        folder = PACKAGES[name]
        for path in sorted(folder.rglob("*.py")):
            parts = (name, *path.relative_to(folder).with_suffix("").parts)
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imported(path: Path) -> Iterator[str]:
    """The modules that the module at ``path`` imports, at its top or anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module if node.module and not node.level else f"(relative) {node.module}"


def _ignored(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in NOT_COMMITTED)
