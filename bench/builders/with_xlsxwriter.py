"""The form by XlsxWriter, cell by cell, each formula with its stored result.

It knows neither SHA-512 passwords nor a locked structure of the workbook, so it writes less than ours.
"""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from builders import page
from builders.looks import look
from builders.ready import ReadyForm
from zpj.rendering import form_styles
from zpj.texts import wording
from zpj.xlsx.references import Range
from zpj_generator.layout import FormLayout
from zpj_generator.package import defined_names
from zpj_generator.package.hidden_sheet import HiddenEntry
from zpj_generator.package.instructions_sheet import WIDTH, Instruction
from zpj_generator.sheet.cells import Highlight, Validation

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

    def look(self, style: str) -> Format:
        """What a conditional format of this ``style`` puts over a cell."""
        return self._book.add_format(_look_properties(style))


def build_with_xlsxwriter(form: ReadyForm) -> bytes:
    """The .xlsx of ``form``."""
    words = wording("form")
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
    _set_up_columns(sheet, layout.columns.widths)
    # Merging first, and nothing: every covered cell gets a frame of its own below.
    for merge in layout.merges:
        sheet.merge_range(merge.a1, "")
    _cells(sheet, layout, wardrobe)
    for highlight in layout.highlights:
        sheet.conditional_format(highlight.area.a1, _highlight(wardrobe, highlight))
    for validation in layout.validations:
        sheet.data_validation(validation.areas[0].a1, _validation(validation))
    for name, target in defined_names.names(layout):
        book.define_name(name, f"={target}")
    _set_up_page(sheet)
    sheet.print_black_and_white()
    sheet.center_horizontally()
    sheet.set_footer(f"&C{wording('form')['print']['footer']}")
    sheet.print_area(Range(1, 1, layout.last_row, layout.columns.printed).a1)
    sheet.repeat_rows(layout.header_row - 1)
    sheet.protect("", {"format_rows": True})


def _cells(sheet: Worksheet, layout: FormLayout, wardrobe: Wardrobe) -> None:
    for row in layout.rows:
        at = row.number - 1
        if row.height is not None:
            sheet.set_row_pixels(at, row.height * page.PIXELS_PER_POINT)
        for _, number, style, value, formula, number_format, _ in row.cells:
            column, form = number - 1, wardrobe(style, number_format)
            if formula is not None:
                sheet.write_formula(at, column, f"={formula}", form, value)
            elif value is None:
                sheet.write_blank(at, column, None, form)
            elif isinstance(value, str):
                sheet.write_string(at, column, value, form)
            else:
                sheet.write_number(at, column, value, form)


def _highlight(wardrobe: Wardrobe, highlight: Highlight) -> Options:
    return {
        "type": "formula",
        "criteria": f"={highlight.formula}",
        "format": wardrobe.look(highlight.style),
        "stop_if_true": highlight.style != "overwritten",
    }


def _validation(validation: Validation) -> Options:
    prompts = wording("form")["prompt"]
    return {
        "validate": "list" if validation.kind == "list" else "decimal",
        "criteria": ">=" if validation.kind == "at_least" else "between",
        "value": validation.first,
        "maximum": validation.second,
        "error_title": prompts["error"],
        "error_message": validation.error,
        "input_title": prompts["title"],
        "input_message": validation.prompt,
        "multi_range": validation.cells,
    }


def _instructions(sheet: Worksheet, lines: tuple[Instruction, ...], wardrobe: Wardrobe) -> None:
    _set_up_columns(sheet, (page.INSTRUCTION_COLUMN, WIDTH))
    sheet.merge_range(0, 0, 0, 1, "")
    for at, line in enumerate(lines):
        sheet.set_row_pixels(at, line.height * page.PIXELS_PER_POINT)
        if line.sample is not None:
            sheet.write_blank(at, 0, None, wardrobe(line.sample))
        sheet.write_string(at, 1 if line.style == "body" else 0, line.text, wardrobe(line.style))
    _set_up_page(sheet)
    sheet.protect()


def _registry(sheet: Worksheet, entries: tuple[HiddenEntry, ...]) -> None:
    for at, entry in enumerate(entries):
        sheet.write_string(at, 0, entry.key)
        sheet.write_string(at, 1, entry.text)
    sheet.very_hidden()
    sheet.protect()


def _set_up_columns(sheet: Worksheet, widths: Iterable[float]) -> None:
    for index, width in enumerate(widths):
        sheet.set_column_pixels(index, index, width * page.PIXELS_PER_CHARACTER)


def _set_up_page(sheet: Worksheet) -> None:
    sheet.hide_gridlines(2)
    sheet.set_default_row(page.DEFAULT_ROW_HEIGHT)
    sheet.set_paper(page.A4)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**page.MARGINS)


@cache
def _properties(style: str, number_format: str | None) -> Options:
    own = look(style)
    colors = {"font_color": _rgb(own.color), "fg_color": _rgb(own.fill), "border_color": _rgb(own.border)}
    return {
        "font_name": own.font,
        "font_size": own.size,
        "font_family": 3,
        "font_charset": 134,
        "bold": own.bold,
        "pattern": 1 if own.fill else 0,
        "border": 1 if own.border else 0,
        "valign": "vcenter",
        "text_wrap": own.wrap,
        "shrink": own.shrink,
        "locked": not own.input,
        "num_format": number_format or own.format,
        **({"align": own.align} if own.align else {}),
        **{key: color for key, color in colors.items() if color},
    }


@cache
def _look_properties(style: str) -> Options:
    keys = {"font": "font_color", "fill": "bg_color"}
    return {keys[part]: _rgb(color) for part, color in form_styles()["look"][style].items()}


def _rgb(argb: str) -> str:
    return f"#{argb[2:]}" if argb else ""
