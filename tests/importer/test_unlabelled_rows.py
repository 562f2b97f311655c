"""Rows whose label is missing or printed further down get the levels their points and contents show."""

from pathlib import Path

import pytest

from support.typed_form import HEAD, HEADER, Cells, N
from zpj.importer import import_forms
from zpj.rules import load_profile

PROFILE = load_profile("beijing-2020")
OUTPUT, BENEFIT = "产出指标", "效益指标"
NUMBER: Cells = [N, "产出指标(50分)", "数量指标", "甲数", 10, 10, 40, 40]
QUALITY: Cells = [N, N, "质量指标", "甲质", "≥90%", "95%", 10, 10]
DATE: Cells = [N, N, N, "甲时", "2021年12月31日前", "按时", 10, 10]
COST: Cells = [N, N, N, "甲事预算控制数", "80万元以内", "72万元", 10, 10]
EFFECT: Cells = [N, "效益指标(30分)", "社会效益指标", "甲效", "得到提升", "有所提升", 20, 20]
OTHER_EFFECT: Cells = [N, N, N, "乙效", "得到提升", "有所提升", 10, 10]


def under(label: str, row: Cells) -> Cells:
    return [*row[:2], label, *row[3:]]


def read(folder: Path, *rows: Cells) -> tuple[list[tuple[str, str]], list[str]]:
    """Levels of every row, and the places of the rows that were placed by their content."""
    path = folder / "甲.txt"
    lines = [*HEAD, HEADER, *rows]
    cells = (["" if cell is None else str(cell).replace("\n", "") for cell in line] for line in lines)
    path.write_text("\n".join("\t".join(line) for line in cells), encoding="utf-8")
    form = import_forms(path, PROFILE)
    levels = [(row.level1, row.level2) for row in form.projects[0].indicators]
    first = len(HEAD) + 2
    return levels, [f"{int(f.place.cell[1:-1]) - first}" for f in form.findings if f.code == "I10"]


def test_rows_without_a_sign_stay_under_the_label_above(tmp_path: Path) -> None:
    plain: Cells = [N, N, N, "乙质", "≥2019年的80%", "95%", 10, 10]
    levels, placed = read(tmp_path, NUMBER, QUALITY, plain)
    assert levels == [(OUTPUT, "数量指标"), (OUTPUT, "质量指标"), (OUTPUT, "质量指标")]
    assert placed == []


def test_lost_labels_are_told_by_a_date_and_by_a_cost(tmp_path: Path) -> None:
    levels, placed = read(tmp_path, NUMBER, QUALITY, DATE, COST, EFFECT)
    assert levels[2:] == [(OUTPUT, "时效指标"), (OUTPUT, "成本指标"), (BENEFIT, "社会效益指标")]
    assert placed == ["2", "3"]


@pytest.mark.parametrize("name", ["时效指标", "进度指标"])
def test_a_label_in_the_middle_of_its_group_speaks_for_the_row_above(tmp_path: Path, name: str) -> None:
    levels, placed = read(tmp_path, NUMBER, QUALITY, DATE, under(name, DATE), under("成本指标", COST))
    assert levels[2:4] == [(OUTPUT, name), (OUTPUT, name)]
    assert placed == ["2"]


def test_no_row_goes_below_a_label_that_comes_later_in_the_order(tmp_path: Path) -> None:
    levels, placed = read(tmp_path, NUMBER, DATE, QUALITY)
    assert levels[1] == (OUTPUT, "数量指标")
    assert placed == []


def test_a_row_above_a_first_level_that_lacks_its_points_belongs_to_it(tmp_path: Path) -> None:
    levels, placed = read(tmp_path, NUMBER, under("成本指标", COST), OTHER_EFFECT, EFFECT)
    assert levels[1:] == [(OUTPUT, "成本指标"), (BENEFIT, "社会效益指标"), (BENEFIT, "社会效益指标")]
    assert placed == ["2"]


def test_a_first_level_gives_away_no_row_it_needs_for_its_own_points(tmp_path: Path) -> None:
    levels, placed = read(tmp_path, [*NUMBER[:6], 30, 30], QUALITY, OTHER_EFFECT, EFFECT)
    assert levels[2] == (OUTPUT, "质量指标")
    assert placed == []


def test_points_that_do_not_fit_move_nothing(tmp_path: Path) -> None:
    unfit: Cells = [*OTHER_EFFECT[:6], 7, 7]
    levels, placed = read(tmp_path, NUMBER, under("质量指标", QUALITY), unfit, EFFECT)
    assert levels[2] == (OUTPUT, "质量指标")
    assert placed == []


def test_rows_above_the_first_label_belong_to_it(tmp_path: Path) -> None:
    top: Cells = [N, N, N, "乙数", "≥20人次", "25人次", 10, 10]
    levels, placed = read(tmp_path, top, NUMBER, QUALITY)
    assert levels[0] == (OUTPUT, "数量指标")
    assert placed == ["0"]
