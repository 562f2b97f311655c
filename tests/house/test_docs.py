"""The documentation says what is there: findings page, links, paths, names."""

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.tree import NOT_COMMITTED, PACKAGES, ROOT, committed
from zpj.model.findings import CATALOGUE

PAGES = sorted(path for path in committed() if path.suffix == ".md")
SOURCES = (".py", ".toml", ".sh", ".bas", ".cfg", ".yml", ".yaml")
"""A bare name with such an ending is a file of the tree; .xlsx and the like are a reader's own."""
BLOCK = re.compile(r"^```.*?^```|^(?: {4}.*\n)+", re.M | re.S)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)")


def test_the_findings_page_is_printed_from_the_catalogue() -> None:
    printed = subprocess.run(
        [sys.executable, ROOT / "scripts/findings_doc.py"], capture_output=True, encoding="utf-8", check=True
    )
    page = (ROOT / "docs/findings.md").read_text(encoding="utf-8")
    assert printed.stdout == page
    assert all(f"| {code} |" in page for code in CATALOGUE)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [target for target in LINK.findall(text_of(page)) if "://" not in target]
    assert [target for target in targets if not (ROOT / page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_paths_and_names_in_backticks_exist(page: Path) -> None:
    codes = CODE.findall(BLOCK.sub("", text_of(page)))
    assert [code for code in codes if is_path(code) and not list(ROOT.glob(code.rstrip("/")))] == []
    assert [code for code in codes if is_file(code) and code not in file_names()] == []
    assert [code for code in codes if is_name(code) and not is_importable(code)] == []


def test_every_page_is_reached_from_the_readme() -> None:
    reached = {Path("README.md")}
    while new := {target for page in reached for target in pages_linked(page)} - reached:
        reached |= new
    assert sorted(set(PAGES) - reached) == []


def test_every_term_of_the_glossary_has_a_name_in_code() -> None:
    """Chinese term, English term, name: no column empty, no term twice."""
    rows = [
        line.strip("|").split("|") for line in text_of(Path("docs/glossary.md")).splitlines() if "`" in line
    ]
    table = [[cell.strip() for cell in row] for row in rows if len(row) > 1]
    assert all(len(row) == 3 and all(row) and is_name(row[2].strip("`")) for row in table), table
    assert len({row[0] for row in table}) == len(table) > 0


def text_of(page: Path) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def pages_linked(page: Path) -> Iterator[Path]:
    for target in LINK.findall(text_of(page)):
        if target.endswith(".md") and "://" not in target:
            yield Path(os.path.normpath(page.parent / target))


def is_path(code: str) -> bool:
    """Of a folder that is committed: what the scripts make, such as out/, need not be there."""
    made = code.split("/")[0] in NOT_COMMITTED
    return not made and re.fullmatch(r"\.?[a-z][\w.\-*/]*/[\w.\-*/]*", code) is not None


def is_file(code: str) -> bool:
    """ID.toml is no file but says what files are called."""
    return re.fullmatch(r"(?![A-Z_]+\.)[\w.\-]+", code) is not None and code.endswith(SOURCES)


def is_name(code: str) -> bool:
    """Of a module or of something in one; zpj.xlam is a file that the program writes."""
    dotted = re.fullmatch(r"\w+(\.\w+)+", code) is not None
    return dotted and code.split(".")[0] in PACKAGES and not code.endswith((*SOURCES, ".xlam", ".typed"))


def is_importable(name: str) -> bool:
    """A module, or something in one, as far in as the dots go."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part, None)
        return found is not None
    return False


def file_names() -> set[str]:
    return {path.name for path in committed()}
