"""A form on paper: A4, inside its margins, the table's header on every page, no page for nothing."""

import re
import subprocess
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from support.forms import write_form
from support.specimens import FILLED, LONG, PROFILE, SHORT, sixty

PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</word>')
A4 = (595, 842)
MARGIN = 30
FORMS = {"short": SHORT, "filled": FILLED, "long": LONG, "sixty": sixty()}
FORM_PAGES = {"short": 1, "filled": 1, "long": 2, "sixty": 3}
"""Besides them there is one page of instructions."""


class Page(NamedTuple):
    """A printed page: its size, and its words with their left and right ends in points."""

    size: tuple[int, int]
    words: list[tuple[str, float, float]]

    @property
    def text(self) -> str:
        return "".join(word for word, *_ in self.words)


@pytest.fixture(scope="module")
def printed(libreoffice: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    folder = tmp_path_factory.mktemp("look")
    forms = [write_form(folder / f"{name}.xlsx", project, PROFILE) for name, project in FORMS.items()]
    return dict(zip(FORMS, map(pages, libreoffice.to_pdf(forms, folder / "pdf")), strict=True))


def pages(pdf: Path) -> list[Page]:
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return [
        Page(
            (round(float(width)), round(float(height))),
            [(word, float(left), float(right)) for left, right, word in WORD.findall(content)],
        )
        for width, height, content in PAGE.findall(told)
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_takes_no_more_pages_than_it_needs(form: str, printed: dict[str, list[Page]]) -> None:
    assert len(printed[form]) == FORM_PAGES[form] + 1
    assert {page.size for page in printed[form]} == {A4}


@pytest.mark.parametrize("form", FORMS)
def test_the_header_of_the_table_is_on_every_page_of_it(form: str, printed: dict[str, list[Page]]) -> None:
    *table, instructions = printed[form]
    assert all("三级指标" in page.text and "年度指标值(A)" in page.text for page in table)
    assert "怎么填" in instructions.text


@pytest.mark.parametrize("form", FORMS)
def test_nothing_runs_over_the_sides_of_the_paper(form: str, printed: dict[str, list[Page]]) -> None:
    outside = [
        word
        for page in printed[form]
        for word, left, right in page.words
        if left < MARGIN or right > A4[0] - MARGIN
    ]
    assert outside == []


@pytest.mark.parametrize("form", FORMS)
def test_every_page_of_the_form_has_its_number(form: str, printed: dict[str, list[Page]]) -> None:
    *table, _ = printed[form]
    assert [page.text.count(f"第{number}页，共") for number, page in enumerate(table, 1)] == [1] * len(table)


def test_no_number_is_too_wide_for_its_cell(printed: dict[str, list[Page]]) -> None:
    assert not [page for form in printed.values() for page in form if "###" in page.text]
