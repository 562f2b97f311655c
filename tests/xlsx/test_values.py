"""What a file may say about cells, rows and sheets, and how it is read."""

from pathlib import Path

import pytest

from support.handmade import (
    MACRO_TYPE,
    STRICT_MAIN,
    STRICT_OFFICE,
    WORKBOOK_TYPE,
    Parts,
    content_types,
    relationships,
    workbook_parts,
    zip_parts,
)
from zpj.xlsx import Range, Sheet, Validation, Workbook, open_workbook


def opened(tmp_path: Path, parts: Parts) -> Workbook:
    return open_workbook(zip_parts(tmp_path / "a.xlsx", parts))


def sheet(tmp_path: Path, rows: str = "", **kwargs: object) -> Sheet:
    return opened(tmp_path, workbook_parts(rows, **kwargs)).sheets[0]


def values(read: Sheet) -> dict[tuple[int, int], object]:
    return {place: cell.value for place, cell in read.cells.items()}


def test_every_kind_of_stored_value(tmp_path):
    read = sheet(
        tmp_path,
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><t>行内</t></is></c>'
        '<c r="C2" t="str"><f>A2&amp;""</f><v>结果</v></c><c r="D2" t="b"><v>1</v></c>'
        '<c r="E2" t="e"><v>#N/A</v></c><c r="F2"><v>1E-2</v></c><c r="G2"/><c r="H2" t="str"><v></v></c>'
        '<c r="I2" t="d"><v>2020-12-31</v></c></row>',
        strings="<si><t>零</t></si><si><t>壹</t></si>",
    )
    row = ["壹", "行内", "结果", True, None, 0.01, None, "", 44196.0]
    assert values(read) == {(2, column): value for column, value in enumerate(row, 1)}
    assert read.cells[2, 5].error == "#N/A"
    assert read.cells[2, 5].text == "#N/A"
    assert read.cells[2, 3].formula == '=A2&""'
    assert [read.cells[2, column].text for column in (4, 6, 7)] == ["TRUE", "0.01", ""]


def test_cells_and_rows_without_references_follow_one_another(tmp_path):
    read = sheet(
        tmp_path, '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>'
    )
    assert values(read) == {(1, 1): 1, (1, 4): 2, (1, 5): 3, (2, 1): 4}


def test_rich_text_is_joined_and_phonetic_hints_are_left_out(tmp_path):
    strings = "<si><r><rPr><b/></rPr><t>绩</t></r><r><t>效</t></r><rPh><t>ji</t></rPh></si>"
    assert sheet(tmp_path, '<row><c t="s"><v>0</v></c></row>', strings=strings).cells[1, 1].text == "绩效"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a_x000D_b", "a\rb"),
        ("_x005F_x0041_", "_x0041_"),
        ("_xD83D__xDE00_", "😀"),
        ("_xD83D_", "\ufffd"),
        ("_x41_", "_x41_"),
    ],
)
def test_escaped_characters_are_decoded(tmp_path, written, read):
    assert (
        sheet(tmp_path, f'<row><c t="inlineStr"><is><t>{written}</t></is></c></row>').cells[1, 1].value
        == read
    )


def test_a_shared_formula_is_translated_to_each_cell(tmp_path):
    read = sheet(
        tmp_path,
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1+SUM(D1:E1)</f><v>1</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>',
    )
    assert read.cells[1, 1].formula == "=B1*$C$1+SUM(D1:E1)"
    assert read.cells[3, 1].formula == "=B3*$C$1+SUM(D3:E3)"


def test_a_shared_formula_that_cannot_be_translated_is_a_broken_reference(tmp_path):
    read = sheet(
        tmp_path,
        '<row r="5"><c r="B5"><f t="shared" si="0">A1+1</f></c></row>'
        '<row r="6"><c r="A6"><f t="shared" si="0"/></c></row>',
    )
    assert read.cells[6, 1].formula == "=#REF!"


def test_an_array_formula_belongs_to_every_cell_it_fills(tmp_path):
    read = sheet(
        tmp_path,
        '<row r="1"><c r="A1"><f t="array" ref="A1:XFD2">ROW(C1:C2)</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>',
    )
    assert [read.cells[row, 1].formula for row in (1, 2, 3)] == ["=ROW(C1:C2)", "=ROW(C1:C2)", None]


def test_number_format_and_lock_come_from_the_cell_style(tmp_path):
    read = sheet(
        tmp_path,
        '<row><c><v>0.9</v></c><c s="1"><v>0.9</v></c><c s="2"><v>44196</v></c></row>',
        formats={164: '"≥"0%'},
        styles='<xf/><xf numFmtId="164"><protection locked="0"/></xf><xf numFmtId="57"/>',
    )
    assert [cell.text for cell in read.cells.values()] == ["0.9", "≥90%", "2020年12月"]
    assert [cell.locked for cell in read.cells.values()] == [True, False, True]
    assert read.cells[1, 2].number_format == '"≥"0%'


def test_a_workbook_without_style_table_shows_plain_numbers(tmp_path):
    parts = workbook_parts("<row><c><v>0.9</v></c></row>")
    parts["xl/styles.xml"] = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    empty = opened(tmp_path, parts).sheets[0].cells[1, 1]
    parts["xl/_rels/workbook.xml.rels"] = relationships({"rId1": ("worksheet", "worksheets/sheet1.xml")})
    absent = opened(tmp_path, parts).sheets[0].cells[1, 1]
    assert (empty.text, empty.locked) == (absent.text, absent.locked) == ("0.9", True)


def test_merges_protection_validations_and_hidden_rows_and_columns(tmp_path):
    extension = (
        '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidations>'
        '<x14:dataValidation type="list"><x14:formula1><xm:f>乙!A1:A3</xm:f></x14:formula1>'
        "<xm:sqref>H4:H9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
    )
    read = sheet(
        tmp_path,
        '<row r="3" hidden="1"/>',
        before='<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" hidden="true"/>'
        '<col min="9" max="9"/></cols>',
        after='<sheetProtection sheet="1"/><mergeCells><mergeCell ref="B3:F12"/></mergeCells>'
        f'<dataValidations><dataValidation type="decimal" sqref="F12:F30 H4"/></dataValidations>{extension}',
    )
    assert read.merges == (Range(3, 2, 12, 6),)
    assert read.merges[0].a1 == "B3:F12"
    assert read.protected
    assert read.validations == (
        Validation((Range(12, 6, 30, 6), Range(4, 8, 4, 8)), "decimal"),
        Validation((Range(4, 8, 9, 8),), "list", formulas=("乙!A1:A3",), extension=True),
    )
    assert read.hidden_rows == {3}
    assert read.hidden_columns == {2, 3, 4}


def test_a_sheet_is_not_protected_by_options_alone(tmp_path):
    assert not sheet(tmp_path, after='<sheetProtection formatCells="0"/>').protected


def test_sheets_come_in_tab_order_with_state_and_names(tmp_path):
    parts = workbook_parts()
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "</sheets>",
        '<sheet name="乙" sheetId="2" state="veryHidden" r:id="rId8"/>'
        '<sheet name="图" sheetId="3" r:id="rId9"/></sheets>'
        '<definedNames><definedName name="total">甲!$H$40</definedName>'
        '<definedName name="_xlnm.Print_Area" localSheetId="1">乙!$A$1:$I$9</definedName></definedNames>',
    )
    parts["xl/_rels/workbook.xml.rels"] = relationships(
        {
            "rId9": ("chartsheet", "chartsheets/sheet1.xml"),
            "rId8": ("worksheet", "/xl/other/b.xml"),
            "rId1": ("worksheet", "./worksheets/../worksheets/sheet1.xml"),
        }
    )
    parts["xl/other/b.xml"] = parts["xl/worksheets/sheet1.xml"]
    parts["xl/chartsheets/sheet1.xml"] = (
        '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    )
    parts["[Content_Types].xml"] = content_types(
        WORKBOOK_TYPE, {"xl/other/b.xml": "worksheet", "xl/chartsheets/sheet1.xml": "chartsheet"}
    )
    read = opened(tmp_path, parts)
    assert [(tab.name, tab.state) for tab in read.sheets] == [
        ("甲", "visible"),
        ("乙", "veryHidden"),
        ("图", "visible"),
    ]
    assert read.defined_names == {"total": "甲!$H$40", "乙!_xlnm.Print_Area": "乙!$A$1:$I$9"}
    assert "xl/other/b.xml" in read.part_names


def test_the_1904_date_system_of_a_workbook_reaches_its_cells(tmp_path):
    parts = workbook_parts("<row><c><v>42734</v></c></row>", styles='<xf numFmtId="14"/>')
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "<sheets>", '<workbookPr date1904="1"/><sheets>'
    )
    assert opened(tmp_path, parts).sheets[0].cells[1, 1].text == "2020年12月31日"


def test_strict_documents_are_read_like_transitional_ones(tmp_path):
    parts = workbook_parts(
        '<row><c t="s"><v>0</v></c></row>',
        strings="<si><t>严</t></si>",
        main=STRICT_MAIN,
        office=STRICT_OFFICE,
    )
    assert opened(tmp_path, parts).sheets[0].cells[1, 1].value == "严"


def test_macro_workbooks_are_read_whatever_their_name(tmp_path):
    parts = workbook_parts("<row><c><v>1</v></c></row>") | {"[Content_Types].xml": content_types(MACRO_TYPE)}
    assert values(open_workbook(zip_parts(tmp_path / "a.txt", parts)).sheets[0]) == {(1, 1): 1}


def test_a_workbook_in_utf_16_is_read(tmp_path):
    parts = workbook_parts('<row><c t="inlineStr"><is><t>绩效</t></is></c></row>')
    parts["xl/worksheets/sheet1.xml"] = str(parts["xl/worksheets/sheet1.xml"]).encode("utf-16")
    assert opened(tmp_path, parts).sheets[0].cells[1, 1].value == "绩效"


def test_parts_are_found_in_any_letter_case_and_with_backslashes(tmp_path):
    parts = workbook_parts("<row><c><v>1</v></c></row>")
    parts["XL\\Worksheets\\Sheet1.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    assert values(opened(tmp_path, parts).sheets[0]) == {(1, 1): 1}


def test_a_far_cell_and_a_huge_merge_cost_nothing(tmp_path):
    read = sheet(
        tmp_path,
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    assert values(read) == {(1_048_576, 16_384): 1}
    assert read.merges == (Range(1, 1, 1_048_576, 16_384),)
