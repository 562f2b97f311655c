"""A target is a number that shows its words: every program shows it exactly as it was written."""

from pathlib import Path
from types import ModuleType

import pytest

from support.forms import project_of, write_form
from support.specimens import PROFILE
from zpj.model.project import Indicator
from zpj.quantity import read_target
from zpj.scoring.kinds import infer_kind
from zpj.xlsx import Cell, open_workbook

NUMBERS = (
    "≥90%",
    ">=90%",
    "≤3.5%",
    "98.50%",
    "100.0%",
    "20%以上",
    "500人次",
    "1,200人次",
    "1,234,567.89元",
    "5万人次",
    "5亿元",
    "453.3万元以内",
    "不超过550元",
    "300元/人/天",
    "不少于12000平方米",
    "9-12场",
    "0起",
    "5‰",
    "007",
    "0.05",
    "12.50",
    "约100个",
    "5 个",
    "达到“5”个",
    '达到"5"个',
    "[红]5个",
    "5@个",
    "5#",
    "5_个",
    "5*个",
    "a\\5个",
)
WORDS = ("百分之90", "书写1200个福字卷轴", "1.5e3", "≥ 90 %", "全年面向市民开展不少于240场公益演出活动")
"""A number format cannot say these, or not in the width of the column; the cell stays text."""
TARGETS = NUMBERS + WORDS


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    level1, level2 = "产出指标", "数量指标"
    indicators = (
        Indicator(level1, level2, target, target, 1, infer_kind(level2, target)) for target in TARGETS
    )
    return write_form(tmp_path_factory.mktemp("targets") / "form.xlsx", project_of(indicators), PROFILE)


@pytest.fixture(scope="module")
def cells(form: Path) -> dict[str, tuple[str, Cell]]:
    """By target, the address and the cell that shows it; the third level beside it repeats its words."""
    sheet = open_workbook(form).sheets[0]
    rows = {cell.text: row for (row, column), cell in sheet.cells.items() if column == 4}
    return {target: (f"自评表!E{rows[target]}", sheet.cells[rows[target], 5]) for target in TARGETS}


@pytest.fixture(scope="module")
def shown(form: Path, cells: dict[str, tuple[str, Cell]], libreoffice: ModuleType) -> dict[str, str]:
    refs = [ref for ref, _ in cells.values()]
    (answer,) = libreoffice.fill_and_read([libreoffice.Scenario(form, {}, refs)])
    return {target: answer[ref].text for target, (ref, _) in cells.items()}


@pytest.mark.parametrize("target", TARGETS)
def test_libreoffice_shows_a_target_as_it_was_written(target: str, shown: dict[str, str]) -> None:
    assert shown[target] == target


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_is_read_back_as_it_was_written(target: str, cells: dict[str, tuple[str, Cell]]) -> None:
    assert cells[target][1].text == target


@pytest.mark.parametrize("target", NUMBERS)
def test_a_target_is_a_number_that_formulas_can_use(target: str, cells: dict[str, tuple[str, Cell]]) -> None:
    assert cells[target][1].value == read_target(target).value


@pytest.mark.parametrize("target", WORDS)
def test_what_no_number_format_can_say_stays_text(target: str, cells: dict[str, tuple[str, Cell]]) -> None:
    assert cells[target][1].value == target
