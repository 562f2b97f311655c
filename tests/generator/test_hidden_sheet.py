"""The hidden sheet: who the form is, what it was made from, and every locked cell as it was issued."""

import hashlib
import hmac
import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from support.forms import write_form
from support.specimens import FILLED, LONG, PROFILE, SHORT, saying, wordy
from zpj.model.project import Fund, Indicator, Project
from zpj.xlsx import Cell, Workbook, cell_name, open_workbook
from zpj_generator.layout import TEMPLATE_VERSION
from zpj_generator.package import render_form

SEALED = "zpj", "profile", "profile_version", "wiring", "project", "definition"
KEY = bytes(range(32))
LINE_BREAK = re.compile(r"\\(.)")
PROJECTS = {
    "short": SHORT,
    "long": LONG,
    "filled": FILLED,
    "wordy": wordy(),
    "tabs and line breaks": saying("甲\t乙\\n丙\n丁\\"),
}


@pytest.fixture(params=PROJECTS, scope="module")
def issued(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Project, Workbook]:
    project = PROJECTS[request.param]
    form = write_form(tmp_path_factory.mktemp("issued") / "form.xlsx", project, PROFILE)
    return project, open_workbook(form)


def test_a_form_says_who_it_is(issued: tuple[Project, Workbook]) -> None:
    project, book = issued
    entries = read_registry(book)
    assert entries["zpj"] == str(TEMPLATE_VERSION)
    assert (entries["profile"], entries["profile_version"]) == (PROFILE.id, str(PROFILE.version))
    assert entries["project"] == project.code


def test_a_form_carries_its_whole_definition(issued: tuple[Project, Workbook]) -> None:
    project, book = issued
    assert project_from(read_registry(book)["definition"]) == project


def test_no_cell_of_the_hidden_sheet_is_longer_than_excel_allows(issued: tuple[Project, Workbook]) -> None:
    texts = [cell.text for cell in issued[1].sheets[2].cells.values()]
    assert max(len(text.encode("utf-16-le")) // 2 for text in texts) <= 32_767


def test_the_seal_needs_the_key_and_covers_everything_else_of_the_stamp(tmp_path: Path) -> None:
    for number, project in enumerate((SHORT, LONG)):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(render_form(project, PROFILE, key=KEY))
        entries = read_registry(open_workbook(path))
        told = [entries[name] for name in SEALED]
        content = "".join(f"{len(part)}:{part}" for part in told)
        assert entries["seal"] == hmac.new(KEY, content.encode(), hashlib.sha256).hexdigest()


def test_without_a_key_there_is_no_seal(issued: tuple[Project, Workbook]) -> None:
    assert read_registry(issued[1])["seal"] == ""


def test_every_locked_cell_is_registered_as_it_was_issued(issued: tuple[Project, Workbook]) -> None:
    book = issued[1]
    lines = read_registry(book)["locked"].split("\n")
    assert dict(map(registered, lines)) == {
        cell_name(*place): content(cell)
        for place, cell in book.sheets[0].cells.items()
        if cell.locked and (cell.formula or cell.value is not None)
    }
    assert len(lines) == len(dict(map(registered, lines)))


def read_registry(book: Workbook) -> dict[str, str]:
    """The hidden sheet: by key, its text put together again from its rows."""
    cells = book.sheets[2].cells
    entries: dict[str, str] = defaultdict(str)
    for row in sorted({row for row, _ in cells}):
        entries[cells[row, 1].text] += cells[row, 2].text
    return entries


def content(cell: Cell) -> tuple[str, float | str]:
    if cell.formula:
        return "formula", cell.formula.removeprefix("=")
    return ("text", cell.text) if isinstance(cell.value, str) else ("number", float(cell.value or 0))


def registered(line: str) -> tuple[str, tuple[str, float | str]]:
    """A line of the registry: the address, and what is issued there."""
    ref, kind, written = line.split("\t", 2)
    if kind == "number":
        return ref, (kind, float(written))
    return ref, (kind, LINE_BREAK.sub(lambda match: "\n" if match[1] == "n" else match[1], written))


def project_from(definition: str) -> Project:
    told = json.loads(definition)
    for name, kind in (("funds", Fund), ("indicators", Indicator)):
        table = told[name]
        told[name] = tuple(kind(**dict(zip(table["fields"], row, strict=True))) for row in table["rows"])
    return Project(**told)
