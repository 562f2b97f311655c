"""The hidden sheet: who the form is, what it was made from, and every locked cell as it was issued."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from support.forms import write_form
from support.specimens import FILLED, LONG, PROFILE, SHORT, saying, wordy
from zpj.keys.signing import public_key
from zpj.model.project import Fund, Indicator, Project
from zpj.xlsx import Cell, Workbook, cell_name, open_workbook
from zpj_generator.layout import TEMPLATE_VERSION, lay_out
from zpj_generator.package import render_form
from zpj_generator.package.locked_content import locked_text

SEALED = "zpj", "profile", "profile_version", "wiring", "project", "definition", "signer"
KEY = bytes(range(32))
ESCAPE = re.compile(r"\\(u([0-9a-f]{4})|.)")
PROJECTS = {
    "short": SHORT,
    "long": LONG,
    "filled": FILLED,
    "wordy": wordy(),
    "tabs and line breaks": saying("甲\t乙\\n丙\n丁\\"),
    "all that needs an escape": saying('\\#\\u4e00\\\\"\r\f\b\x01\x7f𠮷é_x0041_'),
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


def test_the_signature_needs_the_key_and_covers_everything_else_of_the_stamp(tmp_path: Path) -> None:
    for number, project in enumerate((SHORT, LONG)):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(render_form(project, PROFILE, key=KEY))
        entries = read_registry(open_workbook(path))
        told = [entries[name] for name in SEALED]
        content = "".join(f"{len(part)}:{part}" for part in told).encode()
        assert entries["signer"] == public_key(KEY).fingerprint
        assert public_key(KEY).verifies(bytes.fromhex(entries["seal"]), content)
        assert not public_key(bytes(32)).verifies(bytes.fromhex(entries["seal"]), content)


def test_the_hidden_sheet_is_ascii(tmp_path: Path) -> None:
    """LibreOffice cuts a text into runs wherever Chinese and Latin letters meet."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(render_form(replace(wordy(), code="甲-1"), PROFILE, key=KEY))
    hidden = open_workbook(path).sheets[2]
    assert all(cell.text.isascii() for cell in hidden.cells.values())
    assert json.loads(f'"{read_registry(open_workbook(path))["project"]}"') == "甲-1"


def test_without_a_key_there_is_no_seal(issued: tuple[Project, Workbook]) -> None:
    assert read_registry(issued[1])["seal"] == ""


def test_every_locked_cell_is_registered_as_it_was_issued(issued: tuple[Project, Workbook]) -> None:
    book = issued[1]
    told = list(registered(read_registry(book)["locked"]))
    assert dict(told) == {
        cell_name(*place): content(cell)
        for place, cell in book.sheets[0].cells.items()
        if cell.locked and (cell.formula or cell.value is not None)
    }
    assert len(told) == len(dict(told))


def test_a_formula_is_written_once_for_all_rows_of_its_kind() -> None:
    indicators = tuple(replace(each, kind=None, target="≥100个") for each in SHORT.indicators)
    few, many = (
        locked_text(lay_out(replace(SHORT, indicators=indicators * count), PROFILE)) for count in (1, 5)
    )
    formulas = [sum(line.startswith("=") for line in text.split("\n")) for text in (few, many)]
    assert formulas[0] == formulas[1]


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


def registered(locked: str) -> Iterator[tuple[str, tuple[str, float | str]]]:
    """The cells the registry lists: the address, and what is issued there."""
    patterns: list[str] = []
    for line in locked.split("\n"):
        if line.startswith("="):
            patterns.append(line[1:])
            continue
        row, *cells = line.split("\t")
        for cell in cells:
            letters, sign, written = re.fullmatch("([A-Z]+)([':=])(.*)", cell).groups()  # type: ignore[union-attr]
            if sign == "=":
                yield letters + row, ("formula", plain(patterns[int(written) - 1], row))
            else:
                yield letters + row, ("number", float(written)) if sign == ":" else ("text", plain(written))


def plain(text: str, row: str = "") -> str:
    """``text`` without its escapes, as the macros read it."""
    signs = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "#": row}
    told = ESCAPE.sub(lambda each: chr(int(each[2], 16)) if each[2] else signs.get(each[1], each[1]), text)
    return told.encode("utf-16", "surrogatepass").decode("utf-16")


def project_from(definition: str) -> Project:
    told = json.loads(definition)
    for name, kind in (("funds", Fund), ("indicators", Indicator)):
        table = told[name]
        told[name] = tuple(kind(**dict(zip(table["fields"], row, strict=True))) for row in table["rows"])
    return Project(**told)
