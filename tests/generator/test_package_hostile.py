"""Text from a definition is text: in the form it reads exactly as written, and nothing of it is computed."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from support.specimens import HOSTILE, PROFILE, SHORT, saying
from zpj.model.project import Project
from zpj.xlsx import Workbook, open_workbook
from zpj_generator.definitions import load_projects, write_toml, write_workbook
from zpj_generator.package import render_form

CORE = "docProps/core.xml"
SUBJECT = "{http://purl.org/dc/elements/1.1/}subject"
WRITERS = {".toml": write_toml, ".xlsx": lambda project, path: write_workbook([project], path)}


def opened(project: Project, path: Path) -> Workbook:
    path.write_bytes(render_form(project, PROFILE))
    return open_workbook(path)


def spoken(book: Workbook) -> Iterator[str]:
    """What stands in every cell that shows a text of the definition."""
    cells = {f"{row}.{column}": cell for (row, column), cell in book.sheets[0].cells.items()}
    # Project name, department, unit, leader, phone, goal and completion; then the indicator rows.
    yield from (cells[at].text for at in ("3.3", "4.3", "4.7", "5.3", "5.7", "12.2", "12.6"))
    for name, refers_to in book.defined_names.items():
        if name.startswith("zpj_actual_"):
            row = refers_to.rpartition("$")[2]
            yield from (cells[f"{row}.{column}"].text for column in (4, 5, 6, 9, 15))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_every_field_reads_exactly_as_it_was_written(text: str, tmp_path: Path) -> None:
    book = opened(saying(text), tmp_path / "form.xlsx")
    assert set(spoken(book)) == {text}
    assert len(list(spoken(book))) == 7 + 5 * len(SHORT.indicators)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_becomes_a_formula(text: str, tmp_path: Path) -> None:
    plain, book = (opened(saying(words), tmp_path / f"{len(words)}.xlsx") for words in ("甲", text))
    formulas, expected = (
        {place for place, cell in each.sheets[0].cells.items() if cell.formula} for each in (book, plain)
    )
    assert len(formulas) == len(expected)
    assert not any(cell.formula for sheet in book.sheets[1:] for cell in sheet.cells.values())


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_the_file_properties_stay_well_formed(text: str) -> None:
    core = ZipFile(BytesIO(render_form(replace(SHORT, name=text), PROFILE))).read(CORE)
    (subject,) = etree.fromstring(core).iter(SUBJECT)
    assert subject.text


@pytest.mark.parametrize("suffix", WRITERS)
def test_hostile_texts_come_through_the_whole_chain(suffix: str, tmp_path: Path) -> None:
    """Definition file, form, and back: only blanks at the ends of a text are taken off."""
    for number, text in enumerate(HOSTILE):
        path = tmp_path / f"{number}{suffix}"
        WRITERS[suffix](replace(saying(text), code=f"H{number}"), path)
    definitions = [tmp_path / f"{number}{suffix}" for number in range(len(HOSTILE))]
    for text, project in zip(HOSTILE, load_projects(definitions), strict=True):
        assert set(spoken(opened(project, tmp_path / "form.xlsx"))) == {text.strip()}
