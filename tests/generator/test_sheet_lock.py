"""What is locked, what may be typed into, and the password that opens it."""

import hashlib
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell import Cell

from support.specimens import FILLED, LONG, PROFILE, SHORT, bare, saying
from zpj.model.project import Project
from zpj_generator.package import render_form

INPUT_YELLOW = "FFFFFBE0"
MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
SHEETS = ("sheet1", "sheet2", "sheet3")


def attributes(form: bytes, part: str, element: str) -> dict[str, str]:
    root = etree.fromstring(ZipFile(BytesIO(form)).read(part))
    (found,) = root.iterfind(f".//m:{element}", MAIN)
    return {str(key): str(value) for key, value in found.attrib.items()}


def locks(form: bytes) -> Iterator[dict[str, str]]:
    """The lock of each sheet and of the structure, attributes named alike."""
    for sheet in SHEETS:
        yield attributes(form, f"xl/worksheets/{sheet}.xml", "sheetProtection")
    structure = attributes(form, "xl/workbook.xml", "workbookProtection")
    yield {key[8:9].lower() + key[9:]: value for key, value in structure.items()}


def opens(password: str, lock: dict[str, str]) -> bool:
    """ECMA-376, part 1, 18.3.1.85: the salted password, hashed again and again with the turn."""
    key = hashlib.sha512(b64decode(lock["saltValue"]) + password.encode("utf-16-le")).digest()
    for turn in range(int(lock["spinCount"])):
        key = hashlib.sha512(key + turn.to_bytes(4, "little")).digest()
    return key == b64decode(lock["hashValue"])


@pytest.mark.parametrize("password", ["2026", "密码 𠮷 Aé"])
def test_the_given_password_opens_every_sheet_and_the_structure(password: str) -> None:
    found = list(locks(render_form(SHORT, PROFILE, password=password)))
    assert len(found) == 4
    assert {lock["algorithmName"] for lock in found} == {"SHA-512"}
    assert len({lock["hashValue"] for lock in found}) == 1
    assert opens(password, found[0])
    assert not opens(password + " ", found[0])


@pytest.mark.parametrize("guess", ["", "no password", "None", "zpj"])
def test_without_a_password_the_obvious_ones_open_nothing(guess: str) -> None:
    assert not opens(guess, next(locks(render_form(SHORT, PROFILE))))


def test_the_filler_may_change_row_heights_but_nothing_else_of_a_sheet() -> None:
    form = render_form(SHORT, PROFILE)
    allowed = attributes(form, "xl/worksheets/sheet1.xml", "sheetProtection")
    assert {key: value for key, value in allowed.items() if key.islower() or key.startswith("format")} == {
        "sheet": "1",
        "objects": "1",
        "scenarios": "1",
        "formatRows": "0",
    }
    assert attributes(form, "xl/workbook.xml", "workbookProtection")["lockStructure"] == "1"


@pytest.mark.parametrize("project", [SHORT, LONG, FILLED, bare(), saying("甲")], ids=lambda each: each.code)
def test_exactly_the_light_yellow_cells_can_be_typed_into(project: Project) -> None:
    sheet = load_workbook(BytesIO(render_form(project, PROFILE)))["自评表"]
    # openpyxl knows no style of the cells that a merge covers.
    cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell)]
    yellow = {cell.coordinate for cell in cells if cell.fill.fgColor.rgb == INPUT_YELLOW}
    assert yellow == {cell.coordinate for cell in cells if not cell.protection.locked}
    assert len(yellow) > len(project.indicators) * 3


def test_no_cell_of_the_other_sheets_can_be_typed_into() -> None:
    book = load_workbook(BytesIO(render_form(SHORT, PROFILE)))
    for name in ("填报说明", "_zpj"):
        cells = [cell for row in book[name].iter_rows() for cell in row]
        assert all(cell.protection.locked for cell in cells)
        assert cells
