"""The judge itself: a LibreOffice that does not calculate, or a fill nobody could type, must not pass."""

import time
from pathlib import Path
from subprocess import TimeoutExpired
from types import ModuleType

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Protection

from support import soffice
from support.render import render


def protected_sheet(folder: Path) -> Path:
    """Sheet 自评表 with A1 = 3, which may be changed, and B1 = A1*2, which may not."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "自评表"
    sheet.append([3, "=A1*2"])
    sheet["A1"].protection = Protection(locked=False)
    sheet["A1"].number_format = "0.00"
    sheet.protection.sheet = True
    path = folder / "表.xlsx"
    book.save(path)
    return path


def test_stored_results_are_replaced_by_calculated_ones(libreoffice: ModuleType, tmp_path: Path) -> None:
    stale = libreoffice.canary(tmp_path).rename(tmp_path / "stale.xlsx")
    first, second = libreoffice.recalculate([stale, protected_sheet(tmp_path)], tmp_path / "out")
    assert load_workbook(stale, data_only=True).worksheets[0]["B1"].value == 99
    assert load_workbook(first, data_only=True).worksheets[0]["B1"].value == 2
    assert load_workbook(second, data_only=True)["自评表"]["B1"].value == 6


def test_an_office_that_keeps_stored_results_is_found_out(libreoffice: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="did not recalculate"):
        libreoffice.recalculate([], tmp_path, recalculation=soffice.NEVER)


def test_a_file_the_office_cannot_read_is_not_passed_over(libreoffice: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="wrote nothing"):
        libreoffice.to_pdf([tmp_path / "absent.xlsx"], tmp_path / "out")


def test_typed_values_show_in_the_live_sheet(libreoffice: ModuleType, tmp_path: Path) -> None:
    path, stored = protected_sheet(tmp_path), tmp_path / "stored.xlsx"
    reads = ["自评表!A1", "自评表!B1"]
    number, text, blank, formula = libreoffice.fill_and_read(
        [
            libreoffice.Scenario(path, {"自评表!A1": 4.5}, reads, stored),
            libreoffice.Scenario(path, {"自评表!A1": "优"}, reads),
            libreoffice.Scenario(path, {"自评表!A1": None}, reads),
            libreoffice.Scenario(path, {"自评表!A1": "=1/8"}, reads),
        ]
    )
    assert [shown.value for shown in number.values()] == [4.5, 9]
    assert number["自评表!A1"].text == "4.50"
    assert text["自评表!A1"].value == "优"
    assert text["自评表!B1"].error
    assert [shown.value for shown in blank.values()] == [None, 0]
    assert formula["自评表!B1"].value == 0.25
    assert load_workbook(stored, data_only=True)["自评表"]["B1"].value == 9


def test_a_locked_cell_cannot_be_filled(libreoffice: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="自评表!B1 is locked"):
        libreoffice.fill_and_read([libreoffice.Scenario(protected_sheet(tmp_path), {"自评表!B1": 100})])


def test_printed_pages_become_pictures(libreoffice: ModuleType, tmp_path: Path) -> None:
    (page,) = render([protected_sheet(tmp_path)], tmp_path / "pages", dpi=20)
    assert page.name == "表-1.png"
    assert page.read_bytes().startswith(b"\x89PNG")


def test_nothing_started_outlives_its_time(tmp_path: Path) -> None:
    sign_of_life = tmp_path / "alive"
    with pytest.raises(TimeoutExpired):
        soffice.run(["bash", "-c", f"(sleep 1; touch '{sign_of_life}') & wait"], timeout=0.3)
    time.sleep(1)
    assert not sign_of_life.exists()
