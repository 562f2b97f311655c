"""The form by XlsxWriter, cell by cell, each formula with its stored result.

It knows neither SHA-512 passwords nor a locked structure of the workbook, so it writes less than ours.
"""

from functools import cache
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from builders import page
from builders.looks import look
from builders.ready import ReadyForm
from generator.layout.model import FormLayout, Validation
from generator.package.instructions import WIDTH, Line
from generator.package.registry import Entry
from templates import form_styles, form_words

Options = dict[str, Any]


class Wardrobe:
    """The formats of one workbook, each made once: XlsxWriter does not let workbooks share them."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._formats: dict[tuple[str, str | None], Format] = {}

    def __call__(self, style: str, number_format: str | None = None) -> Format:
        """The format of the named ``style``."""
        key = style, number_format
        if key not in self._formats:
            self._formats[key] = self._book.add_format(_properties(*key))
        return self._formats[key]


def build_with_xlsxwriter(form: ReadyForm) -> bytes:
    """The .xlsx of ``form``."""
    words = form_words()
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": words["label"]["title"], "subject": form.title, "author": "zpj"})
    wardrobe = Wardrobe(book)
    _form(book, book.add_worksheet(words["sheet"]["form"]), form.layout, wardrobe)
    _instructions(book.add_worksheet(words["sheet"]["instructions"]), form.lines, wardrobe)
    _registry(book.add_worksheet(words["sheet"]["registry"]), form.entries)
    book.close()
    return stream.getvalue()


def _form(book: Workbook, sheet: Worksheet, layout: FormLayout, wardrobe: Wardrobe) -> None:
    for index, width in enumerate(layout.widths.values()):
        sheet.set_column_pixels(index, index, 0)
        sheet.set_column(index, index, width)
    # Merging first, with nothing: every covered cell gets its own frame below.
    for merge in layout.merges:
        sheet.merge_range(merge, "")
    _cells(sheet, layout, wardrobe)
    for priority, highlight in enumerate(layout.highlights, 1):
        options = {"type": "formula", "criteria": f"={highlight.formula}"}
        sheet.conditional_format(highlight.cells, options)
