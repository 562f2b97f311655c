"""The hidden sheet: who the form is, what it was made from, and every locked cell as it was issued."""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from support.forms import write_form
from support.specimens import FILLED, LONG, PROFILE, SHORT, saying, wordy

from generator.layout import TEMPLATE_VERSION
from workbooks import Cell, Workbook, cell_name, open_workbook
from zpj.form import Project

PROJECTS = {
    "short": SHORT,
    "long": LONG,
    "filled": FILLED,
    "wordy": wordy(),
    "tabs and line breaks": saying("甲\t乙\\n丙\n丁\\"),
}


@pytest.fixture(params=PROJECTS, scope="module")
def issued(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Workbook]:
    project = PROJECTS[request.param]
    return project, open_workbook(write_form(tmp_path_factory.mktemp("issued") / "form.xlsx", project, PROFILE))


def test_a_form_says_who_it_is(issued: tuple[Project, Workbook]) -> None:
    project, book = issued
    entries = read_registry(book)
    assert entries["zpj"] == str(TEMPLATE_VERSION)
    assert (entries["profile"], entries["profile_version"]) == (PROFILE.id, str(PROFILE.version))
    assert entries["project"] == project.code


def test_a_form_carries_its_whole_definition(issued: tuple[Project, Workbook]) -> None:
    project, book = issued
    assert json.loads(read_registry(book)["definition"]) == without_defaults(project)


def test_no_cell_of_the_hidden_sheet_is_longer_than_excel_allows(issued: tuple[Project, Workbook]) -> None:
    texts = [cell.text for cell in issued[1].sheets[2].cells.values()]
    assert max(len(text.encode("utf-16-le")) // 2 for text in texts) <= 32_767


def test_the_digest_covers_version_profile_and_definition(issued: tuple[Project, Workbook]) -> None:
    entries = read_registry(issued[1])
    stamped = [entries[key] for key in ("zpj", "profile", "profile_version", "definition")]
    assert entries["digest"] == hashlib.sha256("\n".join(stamped).encode()).hexdigest()


def test_every_locked_cell_is_registered_as_it_was_issued(issued: tuple[Project, Workbook]) -> None:
    book = issued[1]
    registered = {line.split("\t", 1)[0]: line for line in read_registry(book)["locked"].split("\n")}
    locked = {
        cell_name(*place): cell
        for place, cell in book.sheets[0].cells.items()
        if cell.locked and (cell.formula or cell.value is not None)
    }
    assert registered == {ref: f"{ref}\t{content(cell)}" for ref, cell in locked.items()}


def read_registry(book: Workbook) -> dict[str, str]:
    """The hidden sheet: by key, its text put together again."""
    cells = book.sheets[2].cells
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})[1:]
    return {
        cells[row, 1].text: "".join(cells[row, at].text for at in columns if (row, at) in cells) for row in rows
    }


def content(cell: Cell) -> str:
    if cell.formula:
        return f"formula\t{escaped(cell.formula.removeprefix('='))}"
    if isinstance(cell.value, str):
        return f"text\t{escaped(cell.value)}"
    return f"number\t{cell.value}"


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def without_defaults(project: Project) -> dict[str, Any]:
    """The project as plain data, without what is not given."""

    def told(item: Any) -> Any:
        if isinstance(item, dict):
            return {key: told(value) for key, value in item.items() if value not in (None, "", ())}
        return [told(part) for part in item] if isinstance(item, list | tuple) else item

    plain: dict[str, Any] = told(asdict(project))
    plain.pop("profile")
    return plain
