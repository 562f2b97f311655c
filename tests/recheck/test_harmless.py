"""Spellings that programs may write and changes that a person may make: nothing is said of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.form_parts import Book, Edit, child, main
from support.sheet_edits import (
    add,
    attach,
    content,
    define,
    in_book,
    look,
    on,
    on_column,
    on_row,
    swap,
)
from support.tamper_cases import Case, case, cases, expected, issued_form, judged, said
from support.tampering import tampered, type_over

THIN = '<border><left style="thin"/><right/><top/><bottom/><diagonal/></border>'
PRINTER = "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"
VERSION = '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="28526"/>'
IGNORED = '<ignoredErrors><ignoredError sqref="A1:O40" numberStoredAsText="1"/></ignoredErrors>'


def each_formula(change: tuple[str, str]) -> Edit:
    """Another spelling in every formula of the form, texts left as they are."""
    return spelled(lambda piece: piece.replace(*change))


def spelled(change: Callable[[str], str]) -> Edit:
    def edit(book: Book) -> None:
        for formula in book.sheet().iter(main("f")):
            pieces = (formula.text or "").split('"')
            formula.text = '"'.join(piece if at % 2 else change(piece) for at, piece in enumerate(pieces))

    return edit


def indented(book: Book) -> None:
    for row in child(book.sheet(), "sheetData"):
        row.tail = "\n  "
        for cell in row:
            cell.tail = "\n    "


TABLE: list[Case] = [
    *(
        case(f"formulas-with-{name}", "", each_formula(change))
        for name, change in {
            "blanks-behind-commas": (",", ", "),
            "blanks-in-brackets": ("(", "( "),
            "line-breaks": (",IF(", ",\nIF("),
            "a-point-and-nought": (",0)", ",0.0)"),
            "true-as-a-function": ("TRUE,", "TRUE(),"),
        }.items()
    ),
    case("formulas-in-small-letters", "", spelled(str.lower)),
    *(
        case(f"number-{text}", "", content("F14", f"<v>{text}</v>"))
        for text in ("24", "24.0", "24.000", "2.4E1", "2.4e+1", "240E-1", "+24", "024", "24.000000000000004")
    ),
    *(
        case(f"text-{name}", "", content("D14", xml, t="inlineStr"))
        for name, xml in {
            "in-runs": "<is><r><t>举办夜间</t></r><r><t>文旅主题活动</t></r></is>",
            "with-reading": '<is><t>举办夜间文旅主题活动</t><rPh sb="0" eb="1"><t>ju</t></rPh></is>',
            "with-space-kept": '<is><t xml:space="preserve">举办夜间文旅主题活动</t></is>',
        }.items()
    ),
    case("text-as-a-result", "", content("D14", "<v>举办夜间文旅主题活动</v>", t="str")),
    case("spans", "", on("row", spans="1:15")),
    case("descents", "", on("row", thickBot="1")),
    case("indented", "", indented),
    case("dimension", "", add('<dimension ref="A1:O29"/>')),
    case("another-selection", "", on("selection", activeCell="F20", sqref="F20")),
    case("rows-below", "", swap("form", "</sheetData>", '<row r="60"/><row r="61" ht="20"/></sheetData>')),
    case("row-heights", "", on_row(14, ht="60", customHeight="1"), on_row(26, ht="40", customHeight="1")),
    case("columns-wider", "", on_column(4, width="30", customWidth="1"), on_column(9, width="44")),
    case("border-of-an-answer", "", look("F14", "border", THIN)),
    case(
        "ignored-errors",
        "",
        add(IGNORED),
    ),
    case("phonetic", "", add('<phoneticPr fontId="0" type="noConversion"/>')),
    case(
        "window",
        "",
        in_book("workbookView", xWindow="10", windowWidth="20000"),
    ),
    case("calculated-by-excel", "", in_book("calcPr", calcId="191029", fullCalcOnLoad=None)),
    case("saved-by-excel", "", swap("xl/workbook.xml", "<workbookPr ", f"{VERSION}<workbookPr ")),
    case("filter-name", "", define("_xlnm._FilterDatabase", "自评表!$A$13:$O$25", localSheetId="0")),
    case("grid-lines", "", on("sheetView", showGridLines="1")),
    case("zoom", "", on("sheetView", zoomScale="85", zoomScaleNormal="85")),
    case(
        "answers-filled",
        "",
        type_over("C5", "张某"),
        type_over("O16", "台账"),
    ),
    case("answer-with-blanks", "", type_over("O14", "  活动台账\n现场照片 ")),
    case(
        "printer",
        "",
        attach("xl/p1.bin", b"\0", "printerSettings", PRINTER),
    ),
    case("custom-xml", "", attach("xl/custom2.xml", "<a/>", "customXml", "application/xml")),
]


@cases(TABLE)
def test_nothing_is_said(case: Case, tmp_path: Path) -> None:
    assert judged(case, tmp_path) == expected(case)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "us-ascii"])
def test_a_form_in_another_encoding_is_clean(encoding: str, tmp_path: Path) -> None:
    """Every part that is XML, with its declaration."""
    form = tmp_path / "form.xlsx"
    form.write_bytes(issued_form())

    def edit(book: Book) -> None:
        for part in [name for name in book.parts if name.endswith((".xml", ".rels"))]:
            text = book.text(part)
            body = text.partition("?>")[2] if text.startswith("<?xml") else text
            name = "utf-8" if encoding == "utf-8-sig" else encoding
            declared = f'<?xml version="1.0" encoding="{name}"?>{body}'
            book.put(part, declared.encode(encoding, "xmlcharrefreplace"))

    assert said(tampered(form, tmp_path / "copy.xlsx", edit)) == set()
