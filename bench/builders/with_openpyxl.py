"""The form by openpyxl, cell by cell.

It cannot store a result beside a formula, so it writes less than the others.
"""

from functools import cache
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from builders import page
from builders.looks import look
from builders.ready import ReadyForm
from zpj.rendering import form_styles
from zpj.texts import wording
from zpj.xlsx.references import Range, column_letters
from zpj_generator.layout import FormLayout
from zpj_generator.package import defined_names
from zpj_generator.package.hidden_sheet import HiddenEntry
from zpj_generator.package.instructions_sheet import WIDTH, Instruction
from zpj_generator.package.sheet_lock import Lock
from zpj_generator.sheet.cells import Validation


class Wardrobe:
    """The named styles of one workbook: what openpyxl has for dressing many cells alike, and its quickest."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: set[str] = set()

    def dress(self, cell: Cell | MergedCell, style: str, number_format: str | None = None) -> None:
        """Give ``cell`` the named ``style``."""
        named = _named_style(style, number_format)
        if named.name not in self._known:
            self._book.add_named_style(named)
            self._known.add(named.name)
        cell.style = named.name


class CellByCell:
    """Styles the way openpyxl's manual shows: font, fill, border and the rest given to every cell."""

    def __init__(self, book: Workbook) -> None:
        del book  # named styles belong to a workbook, these do not

    def dress(self, cell: Cell | MergedCell, style: str, number_format: str | None = None) -> None:
        """Give ``cell`` every part of ``style``."""
        named = _named_style(style, number_format)
        cell.font, cell.fill, cell.border = named.font, named.fill, named.border
        cell.alignment, cell.protection = named.alignment, named.protection
        cell.number_format = named.number_format


Styles = Wardrobe | CellByCell


def build_cell_by_cell(form: ReadyForm) -> bytes:
    """The .xlsx of ``form``, styled as the manual shows."""
    return build_with_openpyxl(form, CellByCell)


def build_with_openpyxl(form: ReadyForm, styles: type[Styles] = Wardrobe) -> bytes:
    """The .xlsx of ``form``."""
    words = wording("form")
    book = Workbook()
    book.properties.creator = "zpj"
    book.properties.title, book.properties.subject = words["label"]["title"], form.title
    book.security = WorkbookProtection(
        workbookAlgorithmName="SHA-512",
        workbookHashValue=form.lock.hash,
        workbookSaltValue=form.lock.salt,
        workbookSpinCount=form.lock.spin_count,
        lockStructure=True,
    )
    wardrobe = styles(book)
    sheet: Worksheet = book.worksheets[0]
    sheet.title = words["sheet"]["form"]
    _form(sheet, form.layout, wardrobe)
    _names(book, form.layout)
    _protect(sheet, form.lock)
    sheet.protection.formatRows = False
    _instructions(book.create_sheet(words["sheet"]["instructions"]), form.lines, form.lock, wardrobe)
    _registry(book.create_sheet(words["sheet"]["registry"]), form.entries, form.lock)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _form(sheet: Worksheet, layout: FormLayout, wardrobe: Styles) -> None:
    for column, width in enumerate(layout.columns.widths, 1):
        sheet.column_dimensions[column_letters(column)].width = width
    # merge_cells would make every covered cell anew and take away what it holds.
    for merge in layout.merges:
        sheet.merged_cells.add(merge.a1)
    for row in layout.rows:
        if row.height is not None:
            sheet.row_dimensions[row.number].height = row.height
        for number, column, style, value, formula, number_format, _ in row.cells:
            cell = sheet.cell(number, column)
            if formula is not None:
                cell.value = f"={formula}"
            elif value is not None:
                cell.value = value
            wardrobe.dress(cell, style, number_format)
    for highlight in layout.highlights:
        rule = Rule(
            "expression",
            formula=[highlight.formula],
            dxf=_highlight(highlight.style),
            stopIfTrue=highlight.style != "overwritten" or None,
        )
        sheet.conditional_formatting.add(highlight.area.a1, rule)
    for validation in layout.validations:
        sheet.add_data_validation(_validation(validation))
    _set_up_page(sheet)
    sheet.page_setup.blackAndWhite = True
    sheet.print_options.horizontalCentered = True
    sheet.HeaderFooter.oddFooter.center.text = wording("form")["print"]["footer"]
    sheet.print_area = Range(1, 1, layout.last_row, layout.columns.printed).a1
    sheet.print_title_rows = f"{layout.header_row}:{layout.header_row}"


def _validation(validation: Validation) -> DataValidation:
    prompts = wording("form")["prompt"]
    return DataValidation(
        type="list" if validation.kind == "list" else "decimal",
        operator="greaterThanOrEqual" if validation.kind == "at_least" else None,
        formula1=validation.first,
        formula2=validation.second,
        allow_blank=True,
        showInputMessage=True,
        showErrorMessage=True,
        errorTitle=prompts["error"],
        error=validation.error,
        promptTitle=prompts["title"],
        prompt=validation.prompt,
        sqref=validation.cells,
    )


def _names(book: Workbook, layout: FormLayout) -> None:
    for name, target in defined_names.names(layout):
        book.defined_names[name] = DefinedName(name, attr_text=target)


def _instructions(
    sheet: Worksheet, lines: tuple[Instruction, ...], lock: Lock, wardrobe: Wardrobe | CellByCell
) -> None:
    for column, width in enumerate((page.INSTRUCTION_COLUMN, WIDTH), 1):
        sheet.column_dimensions[column_letters(column)].width = width
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=2)
    for number, line in enumerate(lines, 1):
        sheet.row_dimensions[number].height = line.height
        if line.sample is not None:
            wardrobe.dress(sheet.cell(number, 1), line.sample)
        cell = sheet.cell(number, 2 if line.style == "body" else 1, line.text)
        wardrobe.dress(cell, line.style)
    _set_up_page(sheet)
    _protect(sheet, lock)


def _registry(sheet: Worksheet, entries: tuple[HiddenEntry, ...], lock: Lock) -> None:
    for row, entry in enumerate(entries, 1):
        sheet.cell(row, 1, entry.key)
        sheet.cell(row, 2, entry.text)
    sheet.sheet_state = "veryHidden"
    _protect(sheet, lock)


def _set_up_page(sheet: Worksheet) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.sheet_format.defaultRowHeight = page.DEFAULT_ROW_HEIGHT
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.paperSize = page.A4
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins = PageMargins(**page.MARGINS, header=0.3, footer=0.3)


def _protect(sheet: Worksheet, lock: Lock) -> None:
    protection = sheet.protection
    protection.sheet = protection.objects = protection.scenarios = True
    protection.algorithmName = "SHA-512"
    protection.hashValue, protection.saltValue, protection.spinCount = lock.hash, lock.salt, lock.spin_count


@cache
def _named_style(style: str, number_format: str | None) -> NamedStyle:
    """Made once: one workbook after the other may use it."""
    own = look(style)
    side = Side("thin", own.border) if own.border else Side()
    return NamedStyle(
        f"{style} {number_format or own.format}",
        font=Font(own.font, own.size, own.bold, charset=134, family=3, color=own.color or None),
        fill=PatternFill("solid", own.fill) if own.fill else PatternFill(),
        border=Border(side, side, side, side),
        alignment=Alignment(own.align or None, "center", wrap_text=own.wrap, shrink_to_fit=own.shrink),
        protection=Protection(locked=not own.input),
        number_format=number_format or own.format,
    )


@cache
def _highlight(style: str) -> DifferentialStyle:
    parts = form_styles()["look"][style]
    font = Font(color=parts["font"]) if "font" in parts else None
    fill = PatternFill("solid", parts["fill"], parts["fill"]) if "fill" in parts else None
    return DifferentialStyle(font=font, fill=fill)
