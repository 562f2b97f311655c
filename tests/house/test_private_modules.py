"""What runs on a user's machine stands on nothing that Python keeps to itself and may change any day."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.tree import modules

PUBLIC = {"__future__"}


def private_imports(source: str) -> Iterator[str]:
    """Private modules and names of the standard library that ``source`` imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] in sys.stdlib_module_names - PUBLIC and any(map(_is_private, parts)):
                yield name


def _is_private(part: str) -> bool:
    return part.startswith(("_", "sre_"))


def test_no_module_of_the_product_imports_what_python_keeps_to_itself() -> None:
    found: dict[Path, list[str]] = {
        path: names for _, path in modules() if (names := list(private_imports(path.read_text("utf-8"))))
    }
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "from re import _parser",
        "import re._parser",
        "import sre_parse",
        "import _thread",
        "def f():\n    from re._constants import IN",
    ],
)
def test_a_private_import_is_noticed(source: str) -> None:
    assert list(private_imports(source))


def test_own_names_and_the_future_are_free() -> None:
    assert not list(private_imports("from __future__ import annotations\nfrom zpj.scoring import _grade"))
