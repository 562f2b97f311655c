"""The text parts of a form: nothing forgotten in them, nothing left over, and no way for markup to get in."""

import re
from io import BytesIO
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import jinja2
import pytest
from lxml import etree

from support.specimens import FILLED, HOSTILE, PROFILE, SHORT, bare, saying
from zpj.rendering import Rendered, form_styles, workbook_template
from zpj.rendering.cell_text import MAX_LENGTH, cell_length, cell_text
from zpj.rendering.xml_text import xml_text
from zpj.texts import wording
from zpj_generator.layout import lay_out
from zpj_generator.package import render_form
from zpj_generator.package.instructions_sheet import instructions

ROOT = Path(__file__).parents[2]
LEFT_OVER = re.compile(rb"\{\{|\{%|\{#|\bNone\b|\bUndefined\b")
SHEETS = tuple(f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_every_text_is_escaped_into_xml_and_comes_back(text: str) -> None:
    element = etree.fromstring(f'<a b="{xml_text(text)}">{xml_text(text)}</a>')
    attribute = element.attrib["b"]
    assert element.text == cell_text(text)
    # A parser turns line breaks in an attribute into blanks.
    assert attribute == cell_text(text).replace("\n", " ").replace("\t", " ")


def test_what_a_template_printed_is_printed_as_it_is() -> None:
    assert xml_text(Rendered("<a>&amp;</a>")) == "<a>&amp;</a>"


def test_a_name_that_a_template_lacks_is_refused() -> None:
    with pytest.raises(jinja2.UndefinedError):
        workbook_template("docProps/core.xml")({"title": "甲"})


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_the_length_of_a_cell_is_counted_as_excel_counts_it(text: str) -> None:
    assert cell_length(text) == len(cell_text(text).encode("utf-16-le")) // 2 <= MAX_LENGTH


@pytest.mark.parametrize("project", [SHORT, FILLED, bare()], ids=lambda each: each.code)
def test_no_part_of_a_form_shows_a_forgotten_placeholder(project: object) -> None:
    archive = ZipFile(BytesIO(render_form(project, PROFILE)))
    for name in archive.namelist():
        part = archive.read(name)
        assert not LEFT_OVER.search(part), name
        etree.fromstring(part)


def test_a_template_expression_in_a_text_is_only_text() -> None:
    form = ZipFile(BytesIO(render_form(saying("{{ 7 * 7 }}"), PROFILE))).read(SHEETS[0])
    assert b"{{ 7 * 7 }}" in form
    assert b"49" not in form.replace(b'r="49"', b"")


def test_every_named_style_is_worn_by_some_cell() -> None:
    forms = (lay_out(project, PROFILE) for project in (SHORT, FILLED, bare()))
    worn = {cell.style for layout in forms for row in layout.rows for cell in row.cells}
    told = {style for line in instructions(PROFILE) for style in (line.style, line.sample) if style}
    # The first style of a workbook is that of the cells that are not there.
    assert set(form_styles()["style"]) - worn - told == {next(iter(form_styles()["style"]))}


def test_every_font_of_a_form_is_the_official_one() -> None:
    assert {font["name"] for font in form_styles()["font"].values()} == {"宋体"}


def test_every_word_of_the_form_is_used_somewhere() -> None:
    """A word that nothing shows any more would be kept up for nobody."""
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py"))
    parts = (path.read_text(encoding="utf-8") for path in (ROOT / "templates/workbook").rglob("*.xml"))
    text = "".join(chain(sources, parts))
    keys = {key for name, table in wording("form").items() if name != "fund" for key in table}
    assert {key for key in keys if f'"{key}"' not in text and f".{key}" not in text} == set()
