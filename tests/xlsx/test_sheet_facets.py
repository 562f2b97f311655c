"""What a sheet says around its cells: rules, protection, views, print setup, rows and columns."""

from pathlib import Path

import pytest

from support.handmade import MAIN, Parts, workbook_parts, zip_parts
from zpj.xlsx import Range, Sheet, Validation, open_workbook
from zpj.xlsx.model.cell_rules import ConditionalRule
from zpj.xlsx.model.element import Element
from zpj.xlsx.model.page import HeaderFooter, Margins, PageSetup
from zpj.xlsx.model.protection import ALLOWED, Password, ProtectedRange, SheetProtection
from zpj.xlsx.model.sheet import Columns, Defaults, Row
from zpj.xlsx.model.views import Pane, Selection, SheetView

X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
DXFS = (
    '<dxfs><dxf><font><b/><color rgb="FFFF0000"/></font><numFmt numFmtId="170" formatCode="0.0"/>'
    '<fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>'
)


def sheet(tmp_path: Path, after: str = "", before: str = "", rows: str = "") -> Sheet:
    parts: Parts = workbook_parts(
        rows, after=after, before=before, styles="<xf/><xf><protection locked='0'/></xf>"
    )
    parts["xl/styles.xml"] = str(parts["xl/styles.xml"]).partition("<dxfs>")[0] + DXFS + "</styleSheet>"
    return open_workbook(zip_parts(tmp_path / "a.xlsx", parts)).sheets[0]


def extension(content: str) -> str:
    return f'<extLst><ext uri="x" xmlns:x14="{X14}" xmlns:xm="{XM}">{content}</ext></extLst>'


def test_a_sheet_that_says_nothing_has_the_defaults(tmp_path):
    found = sheet(tmp_path)
    assert found.views == (SheetView(),)
    assert found.page == PageSetup()
    assert found.defaults == Defaults()
    assert found.protection is None
    assert (found.columns, found.merges, found.rare, found.unknown) == ((), (), (), ())


def test_a_validation_in_full(tmp_path):
    (found,) = sheet(
        tmp_path,
        '<dataValidations count="1"><dataValidation type="decimal" operator="lessThan" allowBlank="1" '
        'showErrorMessage="true" errorStyle="warning" errorTitle="错" error="太大" showInputMessage="1" '
        'promptTitle="填" '
        'prompt="小于 9" showDropDown="1" imeMode="on" sqref="F12:F30 H4"><formula1>9</formula1>'
        "<formula2>0</formula2>"
        "</dataValidation></dataValidations>",
    ).validations
    assert found == Validation(
        (Range(12, 6, 30, 6), Range(4, 8, 4, 8)),
        "decimal",
        "lessThan",
        ("9",),
        allow_blank=True,
        show_error=True,
        error_style="warning",
        error_title="错",
        error="太大",
        show_input=True,
        prompt_title="填",
        prompt="小于 9",
        hides_arrow=True,
        ime_mode="on",
    )
    assert found.sqref == "F12:F30 H4"


@pytest.mark.parametrize(
    ("written", "operator", "formulas"),
    [
        ('type="list" operator="equal"', "between", ("1",)),
        ('type="whole"', "between", ("1", "2")),
        ('type="whole" operator="notBetween"', "notBetween", ("1", "2")),
        ('type="custom"', "between", ("1",)),
        ("", "between", ()),
    ],
)
def test_what_means_nothing_in_a_validation_makes_no_difference(tmp_path, written, operator, formulas):
    validation = (
        f"<dataValidation {written} sqref='A1'><formula1>1</formula1><formula2>2</formula2></dataValidation>"
    )
    (found,) = sheet(tmp_path, f"<dataValidations>{validation}</dataValidations>").validations
    assert (found.operator, found.formulas) == (operator, formulas)


def test_prompts_may_be_disabled_altogether(tmp_path):
    assert sheet(tmp_path, '<dataValidations disablePrompts="1"/>').prompts_disabled


def test_words_of_a_list_that_old_programs_cannot_read_are_named(tmp_path):
    alternatives = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:x12ac="http://schemas.microsoft.com/office/spreadsheetml/2011/1/ac"><mc:Choice '
        'Requires="x12ac">'
        '<x12ac:list>"a,b"</x12ac:list></mc:Choice><mc:Fallback><formula1>"a,b"</formula1></mc:Fallback></mc:AlternateContent>'
    )
    (found,) = sheet(
        tmp_path,
        f"<dataValidations><dataValidation type='list' sqref='A1'>{alternatives}</dataValidation>"
        "</dataValidations>",
    ).validations
    assert found.unknown == ("x12ac:list", "formula1")


def test_conditional_formats_by_priority_with_what_they_show(tmp_path):
    rules = (
        '<cfRule type="cellIs" dxfId="0" priority="7" operator="lessThan"><formula>0</formula></cfRule>'
        '<cfRule type="expression" dxfId="9" priority="3" stopIfTrue="1" aboveAverage="0" rank="0">'
        "<formula>A1</formula></cfRule>"
        '<cfRule type="top10" priority="9" rank="3" bottom="1"/>'
        '<cfRule type="dataBar" priority="8"><dataBar><cfvo type="min"/></dataBar></cfRule>'
    )
    found = sheet(
        tmp_path, f'<conditionalFormatting sqref="A1:A9">{rules}</conditionalFormatting>'
    ).conditional
    area = (Range(1, 1, 9, 1),)
    assert [(rule.kind, rule.priority) for rule in found] == [
        ("expression", 1),
        ("cellIs", 2),
        ("dataBar", 3),
        ("top10", 4),
    ]
    assert found[0] == ConditionalRule(
        area, "expression", 1, ("A1",), stop_if_true=True, unknown=("dxfId=9",)
    )
    look = found[1].look
    assert look is not None
    assert (look.number_format, look.font, look.font_color) == (
        "0.0",
        (("bold", "1"), ("color", "FF0000")),
        "FF0000",
    )
    assert look.fill is not None
    assert (look.fill.pattern, look.fill.foreground) == ("solid", "FFC7CE")
    assert found[1].operator == "lessThan"
    assert found[2].content == (Element("dataBar", (), (Element("cfvo", (("type", "min"),)),)),)
    assert found[3].details == (("bottom", "1"), ("rank", "3"))


def test_conditional_formats_of_extensions_are_rules_too(tmp_path):
    rule = (
        '<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" '
        'priority="1" id="{1}">'
        "<xm:f>乙!A1</xm:f><x14:dxf><font><color rgb='FFFFFFFF'/></font></x14:dxf></x14:cfRule>"
        "<xm:sqref>H4 H9</xm:sqref>"
        "</x14:conditionalFormatting></x14:conditionalFormattings>"
    )
    (found,) = sheet(tmp_path, extension(rule)).conditional
    assert (found.formulas, found.extension) == (("乙!A1",), True)
    assert found.ranges == (Range(4, 8, 4, 8), Range(9, 8, 9, 8))
    assert found.look is not None
    assert found.look.font_color == "FFFFFF"


def test_extensions_are_named_and_strange_ones_kept(tmp_path):
    found = sheet(tmp_path, extension('<x14:sparklineGroups/><z:a xmlns:z="urn:z" b="1">c</z:a>'))
    assert found.extensions == ("x14:sparklineGroups",)
    assert found.unknown == (Element("{urn:z}a", (("b", "1"),), (), "c"),)


def test_protection_flag_by_flag(tmp_path):
    found = sheet(
        tmp_path,
        '<sheetProtection algorithmName="SHA-512" hashValue="aa" saltValue="bb" spinCount="7" '
        'password="cc1a" sheet="1" '
        'objects="1" formatRows="0" selectLockedCells="1" odd="1"/>'
        '<protectedRanges><protectedRange name="x" sqref="A1:B2 C3" algorithmName="MD5" hashValue="d"/>'
        "</protectedRanges>",
    )
    assert found.protected
    assert found.protection == SheetProtection(
        True,
        (ALLOWED | {"formatRows"}) - {"objects", "selectLockedCells"},
        (Password("legacy", "CC1A"), Password("SHA-512", "aa", "bb", 7)),
        ("odd=1",),
    )
    areas = (Range(1, 1, 2, 2), Range(3, 3, 3, 3))
    assert found.protected_ranges == (ProtectedRange("x", areas, (Password("MD5", "d"),)),)


def test_a_view_in_full(tmp_path):
    (view,) = sheet(
        tmp_path,
        before='<sheetViews><sheetView tabSelected="1" workbookViewId="2" view="pageBreakPreview" '
        'zoomScale="10" '
        'zoomScaleNormal="100" showFormulas="1" showGridLines="0" showRowColHeaders="0" showZeros="0" '
        'rightToLeft="1" '
        'topLeftCell="C7" defaultGridColor="0" colorId="9"><pane xSplit="1" ySplit="2" topLeftCell="B3" '
        'activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="D4" '
        'sqref="$D$4:E5"/>'
        "</sheetView></sheetViews>",
    ).views
    assert view == SheetView(
        window=2,
        selected=True,
        kind="pageBreakPreview",
        zoom=10,
        formulas=True,
        gridlines=False,
        headers=False,
        zeros=False,
        right_to_left=True,
        grid_color="9",
        top_left=(7, 3),
        pane=Pane("frozen", 1, 2, (3, 2), "bottomRight"),
        selections=(Selection((4, 4), (Range(4, 4, 5, 5),), "bottomRight"),),
    )


def test_the_print_setup_in_full(tmp_path):
    found = sheet(
        tmp_path,
        '<printOptions horizontalCentered="1" headings="1"/><pageMargins left="1" right="0" top="0" '
        'bottom="0" header="0" '
        'footer="0"/><pageSetup paperSize="9" orientation="landscape" scale="50" fitToHeight="0" '
        'blackAndWhite="1" draft="1" '
        'pageOrder="overThenDown" firstPageNumber="3" useFirstPageNumber="1" cellComments="atEnd" '
        'errors="blank"/>'
        '<headerFooter differentFirst="1"><oddHeader>a</oddHeader><evenHeader>b</evenHeader>'
        "<firstFooter>c</firstFooter>"
        '</headerFooter><rowBreaks><brk id="9" man="1"/></rowBreaks>',
        before='<sheetPr codeName="S"><tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/><pageSetUpPr '
        'fitToPage="1"/></sheetPr>',
    )
    assert found.page == PageSetup(
        paper=9,
        orientation="landscape",
        scale=50,
        fits=True,
        fit_height=0,
        black_and_white=True,
        draft=True,
        over_then_down=True,
        first_page=3,
        comments="atEnd",
        errors="blank",
        horizontal_centered=True,
        headings=True,
        margins=Margins(1, 0, 0, 0, 0, 0),
        texts=HeaderFooter("a", first_footer="c", different_first=True),
        row_breaks=(9,),
    )
    assert (found.code_name, found.tab_color, found.properties) == ("S", "FF0000", (("summaryBelow", "0"),))


def test_rows_and_columns(tmp_path):
    found = sheet(
        tmp_path,
        before='<sheetFormatPr defaultRowHeight="18" zeroHeight="1" defaultColWidth="9.5"/><cols>'
        '<col min="4" max="4" width="0"/><col min="1" max="1" width="5" customWidth="1"/>'
        '<col min="2" max="3" width="5" customWidth="true"/><col min="6" max="7" hidden="1" style="1" '
        'outlineLevel="1"/></cols>',
        rows='<row r="1" spans="1:9"/><row r="2" ht="0.5" customHeight="1"/><row r="3" hidden="true" s="1" '
        'customFormat="1"/>'
        '<row r="4" ht="0"/><row r="5" s="1"/>',
    )
    unlocked = found.rows[3].format
    assert unlocked is not None
    assert not unlocked.locked
    assert found.rows == {
        2: Row(0.5, custom_height=True),
        3: Row(hidden=True, format=unlocked),
        4: Row(0.0),
    }
    assert found.columns == (
        Columns(1, 3, 5, custom_width=True),
        Columns(4, 4, 0),
        Columns(6, 7, hidden=True, format=unlocked, outline_level=1),
    )
    assert found.defaults == Defaults(18, hides_rows=True, column_width=9.5)
    assert (found.hidden_rows, found.hidden_columns) == ({3, 4}, {4, 6, 7})


def test_merges_are_in_order(tmp_path):
    found = sheet(tmp_path, '<mergeCells><mergeCell ref="C1:C2"/><mergeCell ref="A1:B1"/></mergeCells>')
    assert found.merges == (Range(1, 1, 1, 2), Range(1, 3, 2, 3))


def test_what_is_rare_is_kept_as_it_is(tmp_path):
    found = sheet(
        tmp_path,
        '<scenarios current="0"><scenario name="x"/></scenarios><autoFilter ref="A1:B9"/>'
        '<ignoredErrors><ignoredError sqref="A1" evalError="1"/></ignoredErrors>',
    )
    assert [element.name for element in found.rare] == ["scenarios", "autoFilter", "ignoredErrors"]
    filtered = found.rare_one("autoFilter")
    assert filtered is not None
    assert filtered.get("ref") == "A1:B9"


def test_an_order_that_no_program_writes_is_noted(tmp_path):
    parts: Parts = workbook_parts(after="<mergeCells/><sheetProtection/>")
    book = open_workbook(zip_parts(tmp_path / "a.xlsx", parts))
    (note,) = book.ambiguities
    assert (note.part, note.cell) == ("xl/worksheets/sheet1.xml", "sheetProtection")


def test_kinds_of_formulas(tmp_path):
    found = sheet(
        tmp_path,
        rows='<row r="1"><c r="A1"><f>1</f></c><c r="B1"><f t="shared" si="0">2</f></c><c r="C1"><f '
        't="shared" si="0"/></c>'
        '<c r="D1" cm="1"><f t="array" ref="D1:D2">3</f></c><c r="E1"><f t="dataTable" ref="E1:E2" '
        'dt2D="1" r1="A1" r2="A2"/></c>'
        '<c r="F1" t="e" vm="1"><v>#VALUE!</v></c><c r="G1"/></row><row r="2"><c r="D2"><v>4</v></c><c '
        'r="E2"><v>5</v></c></row>',
    ).cells
    row = [found[1, column] for column in range(1, 8)]
    assert [cell.formula_kind for cell in row] == ["normal", "normal", "shared", "array", "dataTable", "", ""]
    assert [cell.formula for cell in (row[4], found[2, 4], found[2, 5])] == [
        "=TABLE(A1,A2)",
        "=3",
        "=TABLE(A1,A2)",
    ]
    assert (row[3].fills, found[2, 4].fills) == (Range(1, 4, 2, 4), Range(1, 4, 2, 4))
    assert row[3].extra is not None
    assert row[3].extra.dynamic_array
    assert row[5].extra is not None
    assert row[5].extra.rich_value, "Excel shows a picture there"


def test_macro_sheets_are_read_like_others(tmp_path):
    parts: Parts = workbook_parts('<row r="1"><c r="A1"><f>HALT()</f></c></row>')
    text = str(parts["xl/worksheets/sheet1.xml"]).replace(
        f'xmlns="{MAIN}"', f'xmlns="{MAIN}" xmlns:xm="{XM}"'
    )
    parts["xl/worksheets/sheet1.xml"] = text.replace("<worksheet", "<xm:macrosheet").replace(
        "</worksheet", "</xm:macrosheet"
    )
    kind = "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"
    parts["xl/_rels/workbook.xml.rels"] = str(parts["xl/_rels/workbook.xml.rels"]).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet", kind
    )
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
        "application/vnd.ms-excel.macrosheet+xml",
    )
    for spelled in ("", "<!-- -->"):
        parts["xl/worksheets/sheet1.xml"] = str(parts["xl/worksheets/sheet1.xml"]).replace(
            "<row", f"{spelled}<row", 1
        )
        found = open_workbook(zip_parts(tmp_path / "a.xlsx", parts)).sheets[0]
        assert (found.kind, found.cells[1, 1].formula) == ("macrosheet", "=HALT()")
