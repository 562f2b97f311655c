"""Returned forms with planted defects: what people, scripts and other programs do to a form.

``tampered(form, copy, type_over("H14", 10.0), unprotect())`` edits the XML of the file and leaves all else as
it was; ``saved_by_openpyxl`` and ``saved_by_libreoffice`` save it anew as those programs do.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree
from openpyxl import Workbook, load_workbook

from support import libreoffice
from support.form_parts import Book, Edit, cells_of, child, clear, main, move, restyled
from support.forms import FORM_SHEET
from support.handmade import PACKAGE
from support.live import Scenario, Typed

REGISTRY_SHEET = "_zpj"


def tampered(form: Path, copy: Path, *edits: Edit) -> Path:
    """``form`` with ``edits``, at ``copy``. Nothing is calculated: stored results stay what they were."""
    book = Book(form)
    for edit in edits:
        edit(book)
    return book.write(copy)


def type_over(ref: str, value: Typed | bool) -> Edit:
    """What ``ref`` held, formula or not, replaced by a value; ``None`` leaves the cell blank."""

    def edit(book: Book) -> None:
        cell = book.cell(ref)
        clear(cell)
        if isinstance(value, str):
            cell.set("t", "inlineStr")
            etree.SubElement(etree.SubElement(cell, main("is")), main("t")).text = value
        elif value is not None:
            if isinstance(value, bool):
                cell.set("t", "b")
            etree.SubElement(cell, main("v")).text = (
                str(int(value)) if isinstance(value, bool) else repr(value)
            )

    return edit


def write_cell(ref: str, content: str, kind: str = "") -> Edit:
    """What ``ref`` held replaced by ``content``, the XML inside a cell of type ``kind``."""

    def edit(book: Book) -> None:
        cell = book.cell(ref)
        clear(cell)
        if kind:
            cell.set("t", kind)
        namespace = main("c")[1:].partition("}")[0]
        cell.extend(etree.fromstring(f'<c xmlns="{namespace}">{content}</c>'))

    return edit


def edit_formula(ref: str, formula: str) -> Edit:
    """Another formula, without ``=``, over the stored result of the old one."""

    def edit(book: Book) -> None:
        child(book.cell(ref), "f").text = formula

    return edit


def forge_result(ref: str, result: float | str) -> Edit:
    """Another stored result under the formula as it was issued."""

    def edit(book: Book) -> None:
        cell = book.cell(ref)
        child(cell, "v").text = str(result)
        cell.attrib.pop("t", None)
        if isinstance(result, str):
            cell.set("t", "str")

    return edit


def show_as(ref: str, number_format: str) -> Edit:
    """Another number format: the cell shows something else."""

    def edit(book: Book) -> None:
        styles = book.root("xl/styles.xml")
        formats = styles.find(main("numFmts"))
        assert formats is not None
        number = str(1 + max(int(each.get("numFmtId", "0")) for each in formats))
        etree.SubElement(formats, main("numFmt"), numFmtId=number, formatCode=number_format)
        restyled(book, ref).set("numFmtId", number)

    return edit


def unlock(ref: str) -> Edit:
    """A locked cell made an input."""

    def edit(book: Book) -> None:
        style = restyled(book, ref)
        for protection in style.findall(main("protection")):
            style.remove(protection)
        etree.SubElement(style, main("protection"), locked="0")

    return edit


def unprotect(sheet: str = FORM_SHEET) -> Edit:
    """The sheet without its protection."""

    def edit(book: Book) -> None:
        root = book.sheet(sheet)
        root.remove(child(root, "sheetProtection"))

    return edit


def paste_over_validation(*refs: str) -> Edit:
    """Input cells that lost their validations, as a paste from elsewhere takes them away."""

    def edit(book: Book) -> None:
        for validation in list(book.sheet().iter(main("dataValidation"))):
            left = [ref for ref in cells_of(validation.get("sqref", "")) if ref not in refs]
            validation.set("sqref", " ".join(left))
            if not left:
                parent = validation.getparent()
                assert parent is not None
                parent.remove(validation)

    return edit


def hide_row(row: int) -> Edit:
    def edit(book: Book) -> None:
        (found,) = (each for each in book.sheet().iter(main("row")) if each.get("r") == str(row))
        found.set("hidden", "1")

    return edit


def hide_column(number: int) -> Edit:
    def edit(book: Book) -> None:
        (found,) = (each for each in book.sheet().iter(main("col")) if each.get("min") == str(number))
        found.set("hidden", "1")

    return edit


def insert_row(row: int) -> Edit:
    """An empty row before ``row``; everything below moves down, references too."""
    return lambda book: move(book.sheet(), lambda column, at: (column, at + (at >= row)))


def delete_row(row: int) -> Edit:
    def edit(book: Book) -> None:
        (found,) = (each for each in book.sheet().iter(main("row")) if each.get("r") == str(row))
        child(book.sheet(), "sheetData").remove(found)
        move(book.sheet(), lambda column, at: (column, at - (at > row)))

    return edit


def insert_column(letter: str) -> Edit:
    """An empty column before ``letter``; everything to the right moves on, references too."""
    return lambda book: move(
        book.sheet(),
        lambda column, at: (chr(ord(column) + (column >= letter)) if len(column) == 1 else column, at),
    )


def delete_column(letter: str) -> Edit:
    def edit(book: Book) -> None:
        for row in book.sheet().iter(main("row")):
            for cell in [each for each in row if each.get("r", "").startswith(letter)]:
                row.remove(cell)
        move(book.sheet(), lambda column, at: (chr(ord(column) - (column > letter)), at))

    return edit


def rename_sheet(name: str, new: str) -> Edit:
    return lambda book: book.entry(name).set("name", new)


def hide_sheet(name: str, state: str = "hidden") -> Edit:
    return lambda book: book.entry(name).set("state", state)


def remove_sheet(name: str) -> Edit:
    def edit(book: Book) -> None:
        child(book.root("xl/workbook.xml"), "sheets").remove(book.entry(name))

    return edit


def add_part(name: str, content: str | bytes = b"") -> Edit:
    """One more file in the archive: ``xl/vbaProject.bin``, ``xl/externalLinks/externalLink1.xml``."""

    def edit(book: Book) -> None:
        book.parts[name] = content
        types = book.root("[Content_Types].xml")
        etree.SubElement(
            types,
            f"{{{PACKAGE}/content-types}}Override",
            PartName=f"/{name}",
            ContentType="application/octet-stream",
        )

    return edit


def rewrite_stamp(key: str, text: str) -> Edit:
    """Another text under ``key`` of the hidden sheet: definition, seal, profile, zpj (the version) ..."""

    def edit(book: Book) -> None:
        rows = [
            [next(cell.iter(main("t"))) for cell in row]
            for row in book.sheet(REGISTRY_SHEET).iter(main("row"))
        ]
        pieces = [told for name, told in rows if name.text == key]
        for piece in pieces:
            piece.text = ""
        pieces[0].text = text

    return edit


def saved_by_openpyxl(form: Path, copy: Path, change: Callable[[Workbook], None] = lambda _: None) -> Path:
    """``form`` as a script saves it, after ``change``: formulas lose their stored results."""
    book = load_workbook(form)
    change(book)
    book.save(copy)
    return copy


def saved_by_libreoffice(form: Path, copy: Path, typed: Mapping[str, Typed] | None = None) -> Path:
    """``form`` as LibreOffice calculates and saves it, after somebody has ``typed`` into its cells."""
    libreoffice.fill_and_read([Scenario(form, typed or {}, store=copy)])
    return copy
