"""Nothing on the form is cut off: rows are as high as their texts, and paper shows every word."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from types import ModuleType

import pytest

from support.forms import write_form
from support.specimens import FILLED, LONG, PROFILE, SHORT, bare, wordy
from support.wrapping import Boxed, printed_lines
from zpj.model.project import Project
from zpj.rendering import form_styles
from zpj.scoring import score_project
from zpj.xlsx import Range, open_workbook
from zpj_generator.layout import FormLayout, lay_out
from zpj_generator.sheet.cells import Cell

FORMS = {"short": SHORT, "long": LONG, "filled": FILLED, "wordy": wordy(), "bare": bare()}
TALLEST = 409
"""Points; Excel draws no row higher."""
LINE = 12
"""Points of one line of 10-point 宋体 in Excel."""
PRINTED_COLUMNS = range(1, 10)
TARGET_COLUMN = 5
WORD = re.compile(r">([^<]*)</word>")


def boxes(layout: FormLayout) -> Iterator[tuple[Cell, Boxed, float]]:
    """Every text that wraps, with the width of its cell and the height, merged cells as a whole."""
    heights = {row.number: row.height or 0.0 for row in layout.rows}
    widths = layout.columns.widths
    merged = {(area.top, area.left): area for area in layout.merges}
    for cell in (cell for row in layout.rows for cell in row.cells):
        if isinstance(cell.value, str) and cell.value and form_styles()["style"][cell.style].get("wrap"):
            alone = Range(cell.row, cell.column, cell.row, cell.column)
            top, left, bottom, right = merged.get((cell.row, cell.column), alone)
            height = sum(heights[row] for row in range(top, bottom + 1))
            yield cell, Boxed(cell.value, sum(widths[left - 1 : right])), height


@pytest.fixture(scope="module")
def wrapped(
    libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[tuple[Cell, int, float]]]:
    """Per form, every text that wraps: its cell, its lines, the height there is."""
    found = [(form, *box) for form, project in FORMS.items() for box in boxes(lay_out(project, PROFILE))]
    lines = printed_lines([box for _, _, box, _ in found], tmp_path_factory.mktemp("wrapping"))
    result: dict[str, list[tuple[Cell, int, float]]] = {form: [] for form in FORMS}
    for (form, cell, _, height), count in zip(found, lines, strict=True):
        result[form].append((cell, count, height))
    return result


@pytest.mark.parametrize("form", FORMS)
def test_every_text_has_room_for_all_of_its_lines(
    form: str, wrapped: Mapping[str, list[tuple[Cell, int, float]]]
) -> None:
    cut = [
        f"{cell.ref} {str(cell.value)[:12]!r}: {lines} lines in {height} points"
        for cell, lines, height in wrapped[form]
        if lines * LINE > height
    ]
    assert cut == []


def test_the_longest_texts_really_take_many_lines(
    wrapped: Mapping[str, list[tuple[Cell, int, float]]],
) -> None:
    lines = sorted((lines for _, lines, _ in wrapped["wordy"]), reverse=True)
    assert lines[0] > 90
    assert lines[3] > 60


@pytest.mark.parametrize("form", FORMS)
def test_no_row_is_higher_than_excel_draws(form: str) -> None:
    heights = [row.height or 0 for row in lay_out(FORMS[form], PROFILE).rows]
    assert min(heights) > 0
    assert max(heights) <= TALLEST


@pytest.fixture(scope="module")
def paper(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Per form, the workbook and its PDF."""
    folder = tmp_path_factory.mktemp("paper")
    forms = [write_form(folder / f"{name}.xlsx", project, PROFILE) for name, project in FORMS.items()]
    return dict(zip(FORMS, zip(forms, libreoffice.to_pdf(forms, folder / "pdf"), strict=True), strict=True))


@pytest.mark.parametrize("form", FORMS)
def test_every_word_of_the_official_form_is_on_paper(
    form: str, paper: Mapping[str, tuple[Path, Path]]
) -> None:
    workbook, pdf = paper[form]
    words = printed_words(pdf)
    lost = [text for text in printed_texts(workbook, FORMS[form]) if not made_of(text, words)]
    assert lost == []


def test_the_aids_beside_the_form_are_not_on_paper(paper: Mapping[str, tuple[Path, Path]]) -> None:
    workbook, pdf = paper["filled"]
    shown = {cell.text for cell in open_workbook(workbook).sheets[0].cells.values()}
    aids = {"完成档次", "自评比例", "佐证材料", "填报状态"}
    assert aids <= shown
    assert not aids & printed_words(pdf)


def test_a_lost_line_would_be_noticed(paper: Mapping[str, tuple[Path, Path]]) -> None:
    words = printed_words(paper["wordy"][1])
    line = {word for word in words if "午第100项" in word}
    assert len(line) == 1
    assert not made_of(FORMS["wordy"].goal, words - line)


def printed_texts(workbook: Path, project: Project) -> Iterator[str]:
    """What a person must find on paper: texts and targets as they stand in the file, and the scores."""
    for (_, column), cell in open_workbook(workbook).sheets[0].cells.items():
        written = cell.formula is None and (isinstance(cell.value, str) or column == TARGET_COLUMN)
        if column in PRINTED_COLUMNS and written:
            yield cell.text
    score = score_project(PROFILE, project)
    yield from (f"{row.score:.2f}" for row in score.rows if row.score is not None)
    if score.total is not None:
        yield f"{score.total:.2f}"
        yield f"等级：{score.grade}"


def printed_words(pdf: Path) -> set[str]:
    """What the pages show, cut at every line end and blank."""
    page = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True, encoding="utf-8"
    )
    return {unescape(word) for word in WORD.findall(page.stdout)}


def made_of(text: str, words: set[str]) -> bool:
    """Whether the text, blanks aside, is a sequence of these words: wherever its lines were broken."""
    text = "".join(text.split())
    longest = max(map(len, words))
    reached = {0}
    for start in range(len(text)):
        if start in reached:
            ends = range(start + 1, min(start + longest, len(text)) + 1)
            reached.update(end for end in ends if text[start:end] in words)
    return len(text) in reached
