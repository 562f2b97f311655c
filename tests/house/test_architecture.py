"""The tree is what pyproject.toml and docs/architecture.md say it is."""

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from support.tree import PACKAGES, PROJECT, ROOT, committed, imported, modules, product_files

DOMAIN = ("zpj.texts", "zpj.model", "zpj.quantity", "zpj.rules", "zpj.scoring")
"""Standard library only: it runs wherever Python does, in a browser too."""
OFTEN_NAMED = {"__init__", "__main__"}


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for _, path in modules()}
    assert [folder for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_modules_lie_in_the_packages_the_tests_and_the_benchmarks_only() -> None:
    stray = [
        path
        for path in committed()
        if path.suffix == ".py"
        and path.parts[0] not in ("tests", "bench", "scripts")
        and not any((ROOT / path).is_relative_to(folder) for folder in PACKAGES.values())
    ]
    assert stray == []


def test_the_tests_run_against_this_tree() -> None:
    """What is imported is the tree itself or, installed from a wheel, equal to it: never an earlier state."""
    locations = {name: Path(import_module(name).__path__[0]) for name in PACKAGES}
    assert locations == PACKAGES or _differing(locations.values()) == set()


def _differing(locations: Iterable[Path]) -> set[str]:
    tree = {place: (ROOT / path).read_bytes() for path, place in product_files()}
    installed = {
        path.relative_to(location.parent).as_posix(): path.read_bytes()
        for location in locations
        for path in location.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    return {place for place in tree.keys() | installed.keys() if tree.get(place) != installed.get(place)}


def test_the_domain_imports_the_standard_library_only() -> None:
    allowed = {*sys.stdlib_module_names, "zpj"}
    foreign = [
        f"{module}: {name}"
        for module, path in modules("zpj")
        if module.startswith(DOMAIN)
        for name in imported(path)
        if name.split(".")[0] not in allowed or not name.startswith(("zpj", *sys.stdlib_module_names))
    ]
    assert foreign == []


def test_every_module_can_be_imported_first_and_alone() -> None:
    """In one process that forgets everything between two modules: a circle shows at whichever comes first."""
    names = [module for module, _ in modules() if not module.endswith("__main__")]
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EACH, *PACKAGES],
        input="\n".join(names),
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


IMPORT_EACH = """
import sys
from importlib import import_module

for name in sys.stdin.read().split():
    for loaded in [loaded for loaded in sys.modules if loaded.split(".")[0] in sys.argv[1:]]:
        del sys.modules[loaded]
    try:
        import_module(name)
    except ImportError as error:
        print(f"{name}: {error}")
"""


def test_the_declared_dependencies_are_the_imported_ones() -> None:
    names = {name.split(".")[0] for _, path in modules() for name in imported(path)}
    entries = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["excel"]]
    declared = {re.split(r"[<>=~\[]", entry)[0] for entry in entries}
    assert names - set(PACKAGES) - sys.stdlib_module_names == declared


def test_every_module_says_what_it_is() -> None:
    silent = [name for name, path in modules() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_no_two_modules_of_one_package_have_the_same_name() -> None:
    """Somebody who looks for a file by its name finds one."""
    counts = Counter(
        (name.split(".")[0], path.stem) for name, path in modules() if path.stem not in OFTEN_NAMED
    )
    assert [f"{package}: {stem}" for (package, stem), count in counts.items() if count > 1] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    place = re.compile(r"(?<![\w.~-])/(home|root|Users|work)/|[A-Z]:\\Users\\\w")
    texts = ((path, (ROOT / path).read_bytes().decode("utf-8", "replace")) for path in committed())
    assert [f"{path}: {found[0]}" for path, text in texts if (found := place.search(text))] == []


LETTERS = re.compile(
    r"""["'$:][A-Z]{1,2}\$?(\{|[1-9][0-9]*\b)|Range\("[A-Z]|ABCDE|\bord\(['"]A|\bref\[|get_column_letter"""
)
"""A column written as a letter: ``f"F{row}"``, ``"A1:I1"``, ``"A" & row``, ``"ABCDEFGHI"``, ``ref[0]``."""


def test_columns_are_numbers_wherever_forms_are_made() -> None:
    """Letters are made by zpj.xlsx.references alone: a column more would else be sought in every file."""
    places = (*(ROOT / "generator").rglob("*.py"), *(ROOT / "zpj/vba").rglob("*.py"))
    lettered = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in (*places, *(ROOT / "bench").rglob("*.py"), *(ROOT / "templates/vba").rglob("*.bas"))
        for text in _literals(path)
        if (found := LETTERS.search(text))
    ]
    assert lettered == []


def _literals(path: Path) -> list[str]:
    """The file without its comments and docstrings, which may well speak of F14."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".bas":
        return [line.partition("' ")[0] for line in text.splitlines()]
    return ast.unparse(_without_docstrings(ast.parse(text))).splitlines()


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(body := getattr(node, "body", None), list):
            kept = [each for each in body if not _is_text(each)]
            node.body = kept or [ast.Pass()]  # type: ignore[attr-defined]
    return tree


def _is_text(statement: ast.stmt) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def test_the_workflow_tries_the_pythons_that_the_project_names() -> None:
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["project"]["classifiers"]))
    workflow = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    assert f"python: {json.dumps(named)}" in workflow
    assert PROJECT["project"]["requires-python"] == f">={named[0]}"
