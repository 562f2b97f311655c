"""How cells look: fonts, fills, borders, colours, locks, as Excel resolves them."""

from pathlib import Path

import pytest

from support.handmade import MAIN, Parts, relationships, workbook_parts, zip_parts
from zpj.xlsx import Cell, Workbook, open_workbook
from zpj.xlsx.model.looks import Alignment, Border, CellFormat, Fill, Font, Side
from zpj.xlsx.number_format import canonical

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" '
    'lastClr="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>'
    '<a:accent1><a:srgbClr val="5B9BD5"/></a:accent1></a:clrScheme><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/>'
    "</a:minorFont>"
    "</a:fontScheme></a:themeElements></a:theme>"
)


def book(
    tmp_path: Path, styles: str, rows: str = '<row><c s="1"><v>1</v></c></row>', strings: str = ""
) -> Workbook:
    """A workbook with these styles and the theme above."""
    parts: Parts = workbook_parts(rows, strings=strings)
    parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    parts["xl/theme/theme1.xml"] = THEME
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace(
        "</Types>",
        '<Override PartName="/xl/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>',
    )
    parts["xl/_rels/workbook.xml.rels"] = relationships(
        {
            "rId1": ("worksheet", "worksheets/sheet1.xml"),
            "rId2": ("sharedStrings", "sharedStrings.xml"),
            "rId3": ("styles", "styles.xml"),
            "rId4": ("theme", "theme/theme1.xml"),
        }
    )
    return open_workbook(zip_parts(tmp_path / "a.xlsx", parts))


def cell(tmp_path: Path, styles: str) -> Cell:
    (found,) = book(tmp_path, styles).sheets[0].cells.values()
    return found


def look(
    tmp_path: Path, font: str = "", fill: str = "", border: str = "", xf: str = "<xf/>", more: str = ""
) -> CellFormat:
    """The format of a cell with this font, fill, border and ``xf``."""
    styles = (
        f"<fonts><font/><font>{font}</font></fonts><fills><fill/><fill>{fill}</fill></fills>"
        f"<borders><border/><border>{border}</border></borders>"
        f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/>{xf}</cellXfs>{more}"
    )
    return cell(tmp_path, styles).format


@pytest.mark.parametrize(
    ("color", "seen"),
    [
        ('rgb="FFFF0000"', "FF0000"),
        ('rgb="00ff00"', "00FF00"),
        ('theme="0"', "FFFFFF"),
        ('theme="1"', "000000"),
        ('theme="4"', "5B9BD5"),
        ('theme="4" tint="0.5999938962981048"', "BDD7EE"),
        ('theme="0" tint="-0.249977111117893"', "BFBFBF"),
        ('indexed="10"', "FF0000"),
        ('indexed="64"', "000000"),
        ('indexed="65"', "FFFFFF"),
        ('auto="1"', "000000"),
        ('theme="99"', "?theme=99"),
        ('indexed="99"', "?indexed=99"),
        ('rgb="red"', "?rgb=red"),
        ('theme="0" rgb="FF000000"', "?rgb=FF000000 theme=0"),
    ],
)
def test_a_colour_is_the_one_that_is_seen(tmp_path, color, seen):
    assert look(tmp_path, f"<color {color}/>", xf='<xf fontId="1"/>').font.color == seen


def test_a_palette_of_its_own_counts(tmp_path):
    colors = '<colors><indexedColors><rgbColor rgb="00123456"/></indexedColors></colors>'
    font = look(tmp_path, '<color indexed="0"/>', xf='<xf fontId="1"/>', more=colors).font
    assert font.color == "123456"


def test_a_font_in_full(tmp_path):
    written = (
        '<b/><i val="0"/><strike/><outline/><shadow/><condense/><extend/><u val="double"/><vertAlign '
        'val="superscript"/>'
        '<sz val="10.5"/><name val="宋体"/><family val="3"/><charset val="134"/><scheme val="minor"/>'
    )
    assert look(tmp_path, written, xf='<xf fontId="1"/>').font == Font(
        name="宋体",
        size=10.5,
        bold=True,
        strike=True,
        underline="double",
        position="superscript",
        outline=True,
        shadow=True,
        condense=True,
        extend=True,
        family=3,
        charset=134,
        scheme="minor",
        theme_names=("Calibri", "宋体"),
    )


def test_what_is_not_understood_of_a_font_is_kept(tmp_path):
    font = look(tmp_path, '<sz val="10"/><sz val="1"/><glow/>', xf='<xf fontId="1"/>').font
    assert font.unknown == ("glow", "sz")


@pytest.mark.parametrize(
    ("written", "fill"),
    [
        ('<patternFill patternType="none"><fgColor rgb="FFFF0000"/></patternFill>', Fill()),
        (
            '<patternFill patternType="solid"><fgColor rgb="FFFFFBE0"/><bgColor indexed="64"/></patternFill>',
            Fill("solid", "FFFBE0"),
        ),
        ('<patternFill patternType="solid"/>', Fill("solid", "000000")),
        ('<patternFill patternType="gray125"/>', Fill("gray125", "000000", "FFFFFF")),
        (
            '<gradientFill><stop position="0"><color theme="0"/></stop><stop position="1"><color '
            'theme="4"/></stop>'
            "</gradientFill>",
            Fill("gradient", gradient=("FFFFFF", "5B9BD5")),
        ),
    ],
)
def test_fills(tmp_path, written, fill):
    assert look(tmp_path, fill=written, xf='<xf fillId="1"/>').fill == fill


def test_a_border_and_an_alignment(tmp_path):
    found = look(
        tmp_path,
        border='<start style="thin"><color auto="1"/></start><right style="none">'
        '<color rgb="FFFF0000"/></right>'
        '<diagonal style="thick"><color rgb="FFFF0000"/></diagonal>',
        xf='<xf borderId="1"><alignment horizontal="center" wrapText="1" textRotation="255" '
        'readingOrder="2"/></xf>',
    )
    assert found.border == Border(left=Side("thin", "000000"))
    assert found.alignment == Alignment("center", wrap=True, rotation=255, reading_order=2)


def test_locks_hidden_formulas_and_quotes(tmp_path):
    found = look(tmp_path, xf='<xf quotePrefix="1"><protection locked="0" hidden="1"/></xf>')
    assert (found.locked, found.hidden, found.quote_prefix) == (False, True, True)


def test_equal_formats_are_one_object_in_all_files(tmp_path):
    xf = '<xf fontId="1" fillId="1"/>'
    first = look(tmp_path, '<sz val="9"/>', xf=xf)
    second = look(tmp_path, '<sz val="9.0"/><color auto="1"/>', xf=xf)
    assert first is second


def test_excel_goes_by_the_cell_whatever_is_said_to_apply(tmp_path):
    found = look(tmp_path, '<sz val="1"/>', xf='<xf fontId="1" applyFont="0" applyFill="0"/>')
    assert found.font.size == 1
    assert found.unknown == ("applyFont=0",), "others take the font of the named style"


def test_a_number_format_that_everybody_knows_by_its_number_is_not_given_another(tmp_path):
    styles = (
        '<numFmts><numFmt numFmtId="9" formatCode="&quot;100%&quot;"/></numFmts><cellXfs><xf/><xf '
        'numFmtId="9"/></cellXfs>'
    )
    found = cell(tmp_path, styles).format
    assert (found.number_format, found.unknown) == ('"100%"', ("numFmtId=9",))


STRETCHES = (
    '<si><r><rPr><sz val="11"/><rFont val="Calibri"/></rPr><t>总分</t></r>'
    '<r><rPr><sz val="11"/><color rgb="FFFFFFFF"/><rFont val="Calibri"/></rPr><t>90</t></r>'
    "<r><t>分</t></r><r><t> </t></r></si>"
)


@pytest.mark.parametrize("before", ["", "<!-- -->"])
def test_stretches_that_look_otherwise_than_their_cell_are_given(tmp_path, before):
    """The same, whether the table of strings is read past the parser or not."""
    rows = '<row><c s="0" t="s"><v>0</v></c></row>'
    (found,) = book(tmp_path, "", rows, before + STRETCHES).sheets[0].cells.values()
    assert found.value == "总分90分 "
    assert found.extra is not None
    assert [run.text for run in found.extra.runs] == ["总分", "90", "分 "]
    assert [run.font and run.font.color for run in found.extra.runs] == [None, "FFFFFF", None]


def test_stretches_that_look_like_their_cell_are_one_text(tmp_path):
    plain = "<si><r><rPr><sz val='11'/><rFont val='Calibri'/></rPr><t>总</t></r><r><t>分</t></r></si>"
    rows = '<row><c s="0" t="s"><v>0</v></c></row>'
    (found,) = book(tmp_path, "", rows, plain).sheets[0].cells.values()
    assert (found.value, found.extra) == ("总分", None)


def test_a_reading_aid_is_kept_beside_the_text(tmp_path):
    rows = '<row><c s="0" t="inlineStr"><is><t>绩效</t><rPh sb="0" eb="1"><t>ji</t></rPh></is></c></row>'
    (found,) = book(tmp_path, "", rows).sheets[0].cells.values()
    assert found.extra is not None
    assert (found.value, found.extra.phonetic, found.extra.runs) == ("绩效", "ji", ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"≥"0%', "\\≥0%"),
        ('0"个"', "0\\个"),
        ('General"人次"', 'GENERAL"人次"'),
        ("[Red]0;-0", '[RED]0;"-"0'),
        ("yyyy-mm-dd", 'YYYY"-"MM\\-DD'),
    ],
)
def test_number_formats_that_mean_the_same_have_one_spelling(one, other):
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"), [("0%", '0"%"'), ("0", "0.0"), ("0", '"0"'), ("@", '"@"'), ("0;;", "0")]
)
def test_number_formats_that_show_something_else_have_another(one, other):
    assert canonical(one) != canonical(other)
