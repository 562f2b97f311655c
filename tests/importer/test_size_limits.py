"""What is far too large for a file of forms is refused soon, with the place where it became too large."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from support.handmade import workbook_parts, zip_parts
from support.typed_form import HEAD, HEADER, ROWS, TOTAL, Cells, N, write_typed
from support.typed_imports import FORM, PROFILE, import_typed
from zpj.importer import import_forms
from zpj.importer.size_limits import (
    MOST_FORM_CELLS,
    MOST_FORM_LINES,
    MOST_FORMS,
    MOST_GRID_CELLS,
    MOST_GRID_LINES,
)
from zpj.model.errors import UnreadableFile

SOON = 10.0
"""Seconds of this process: some times what it takes, and far from what quadratic work would take."""


def refused(path: Path) -> tuple[str, str, str]:
    start = time.process_time()
    with pytest.raises(UnreadableFile) as error:
        import_forms(path, PROFILE)
    assert time.process_time() - start < SOON
    (found,) = error.value.findings
    return found.code, found.place.cell, found.expected


def text(folder: Path, lines: Sequence[Cells]) -> Path:
    return write_typed(folder / "甲.txt", lines)


def test_the_largest_form_is_read_soon(tmp_path: Path) -> None:
    lines = [*HEAD, HEADER, *[ROWS[1]] * (MOST_FORM_LINES - len(FORM)), TOTAL]
    start = time.process_time()
    (project,) = import_typed(tmp_path, lines, "txt").projects
    assert time.process_time() - start < SOON
    assert len(project.indicators) == MOST_FORM_LINES - len(FORM)


def test_a_form_of_too_many_lines_is_refused_at_the_first_one_too_many(tmp_path: Path) -> None:
    path = text(tmp_path, [*HEAD, HEADER, *[ROWS[1]] * MOST_FORM_LINES])
    assert refused(path) == ("X04", f"第{MOST_FORM_LINES + 1}行", f"{MOST_FORM_LINES:,}")


def test_too_many_forms_are_refused_at_the_first_one_too_many(tmp_path: Path) -> None:
    form: list[Cells] = [["项目名称", "甲"], HEADER, ROWS[0], TOTAL]
    path = text(tmp_path, form * (MOST_FORMS + 1))
    assert refused(path) == ("X04", f"第{4 * MOST_FORMS + 1}行", str(MOST_FORMS))


def test_forms_of_too_many_cells_are_refused(tmp_path: Path) -> None:
    wide: Cells = ["5"] * 40
    path = text(tmp_path, [HEADER, *[wide] * (MOST_FORM_CELLS // 40)])
    assert refused(path) == ("X04", f"第{MOST_FORM_CELLS // 40 + 1}行", f"{MOST_FORM_CELLS:,}")


def test_a_text_of_fifty_thousand_rows_is_refused_soon(tmp_path: Path) -> None:
    path = text(tmp_path, [*HEAD, HEADER, *[ROWS[1]] * 50_000, TOTAL])
    assert refused(path) == ("X04", f"第{MOST_GRID_LINES + 1}行", f"{MOST_GRID_LINES:,}")


def test_a_text_of_too_many_cells_is_refused(tmp_path: Path) -> None:
    path = text(tmp_path, [["5"] * 100] * (MOST_GRID_CELLS // 100 + 1))
    assert refused(path) == ("X04", f"第{MOST_GRID_CELLS // 100 + 1}行", f"{MOST_GRID_CELLS:,}")


def test_a_sheet_of_many_rows_is_refused_at_the_first_one_too_many(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 160_001))
    path = zip_parts(tmp_path / "甲.xlsx", workbook_parts(rows))
    assert refused(path) == ("X04", f"A{MOST_GRID_LINES + 1}", f"{MOST_GRID_LINES:,}")


@pytest.mark.parametrize(
    "content",
    [
        "1,2,3,4,5,6,7\n" * (4 << 20 >> 4),
        "1," * (2 << 20),
        "\t".join(map(str, HEADER)) + "\n" + "\t" * 250_000 + "x\n" + "y\n" * 200_000,
    ],
    ids=["lines of figures", "figures and commas", "a torn wide line"],
)
def test_megabytes_of_cells_are_refused_soon(tmp_path: Path, content: str) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(content, encoding="utf-8")
    assert refused(path)[0] == "X04"


@pytest.mark.parametrize("piece", ["1,", "(", "共", "<p ", "合计"])
def test_long_cells_are_read_soon(tmp_path: Path, piece: str) -> None:
    cell = piece * 20_000
    row: Cells = [N, cell, cell, cell, cell, 5, 5, 5]
    start = time.process_time()
    form = import_typed(tmp_path, [*HEAD, HEADER, *[row] * 5], "txt")
    assert time.process_time() - start < SOON
    assert len(form.projects[0].indicators) == 5
