"""Rows mean the same however XML spells them: what is read past the parser and what it reads agree."""

import io
import zipfile
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from support.handmade import MAIN, Parts, workbook_parts, zip_parts
from support.small_workbook import PARTS as WRITTEN_BY_OPENPYXL
from support.specimens import FILLED, PROFILE
from zpj.model.errors import UnreadableFile
from zpj.xlsx import LIMITS, Limits, Sheet, open_workbook
from zpj.xlsx.cell_builder import CellBuilder, Tables
from zpj.xlsx.model.looks import CellFormat
from zpj.xlsx.plain_rows import LONGEST_ROW, PlainRows
from zpj_generator.package import render_form

SHEET = "xl/worksheets/sheet1.xml"
SECONDS = 2.0
START, END = b"<sheetData>", b"</sheetData>"
FORMATS = {"strings": "<si><t>零</t></si>", "styles": "<xf/><xf><protection locked='0'/></xf>"}
ROWS = (
    '<row r="1" ht="30.0"><c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve"> 一&#10;二 </t></is></c>'
    '<c r="B1" s="1"/><c r="C1" t="s"><v>0</v></c><c r="D1"><v>1E-2</v></c></row>\n'
    '<row r="2" hidden="1"><c r="A2" t="str"><f aca="false">IF(B1&lt;&gt;"",B1&amp;"&quot;",1)</f><v></v></c>'
    '<c r="B2"><f t="shared" ref="B2:B3" si="0">A1+1</f><v>2</v></c><c r="C2" t="e"><v>#N/A</v></c></row>'
    '<row r="3"><c r="B3"><f t="shared" si="0"/><v/></c><c t="b"><v>1</v></c></row><row r="4"/>'
)


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spelling") / "a.xlsx"


def outcome(path: Path, rows: str, limits: Limits = LIMITS) -> Sheet | list[str]:
    """The sheet with these rows, or the codes of a refusal."""
    zip_parts(path, workbook_parts(rows, **FORMATS))
    try:
        (sheet,) = open_workbook(path, limits).sheets
    except UnreadableFile as error:
        return [finding.code for finding in error.findings]
    return sheet


def by_parser(path: Path, rows: str, limits: Limits = LIMITS) -> Sheet | list[str]:
    """The same, read by the parser: no row begins with a comment."""
    return outcome(path, f"<!-- -->{rows}", limits)


ATTRIBUTES = st.sampled_from(
    [
        ' r="A1"',
        ' r="C7"',
        ' r="$B$2"',
        ' r="A0"',
        ' s="1"',
        ' s="9"',
        ' t="s"',
        ' t="str"',
        ' t="b"',
        ' t="e"',
        ' t="d"',
        ' t="n"',
        ' t="inlineStr"',
        ' t="odd"',
        " t='str'",
        ' t = "str"',
        "\n t='n'",
        ' r=""',
        f' xmlns="{MAIN}"',
        ' xmlns="urn:x"',
        ' hidden="1"',
        ' ht="1>2"',
        ' t="&#115;tr"',
        "",
    ]
)
TEXTS = st.sampled_from(
    [
        "",
        "1",
        "-5",
        "0",
        " ",
        "绩 效",
        "&lt;&amp;lt;&quot;&gt;",
        "&amp;#10;",
        "&#x4e00;&#10;&#13;",
        "&none;",
        "&",
        "& ;",
        "&#0;",
        "&#xd800;",
        "&#1114112;",
        "_x0041_",
        "a\r\nb",
        "\x01",
        "<![CDATA[<v>]]>",
        "<!-- c -->2",
        "<?p q?>3",
        "nan",
        "2020-12-31",
        "x" * 60,
    ]
)


@st.composite
def cells(draw: st.DrawFn) -> str:
    tag = f"c{draw(ATTRIBUTES)}{draw(ATTRIBUTES)}"
    formula = st.builds(
        "<f{}>{}</f>".format, st.sampled_from(["", ' t="shared" si="0"', ' t="array" ref="A1:C2"']), TEXTS
    )
    value = st.one_of(
        st.builds("<v>{}</v>".format, TEXTS),
        st.builds("<is><t>{}</t></is>".format, TEXTS),
        st.builds("<is><r><t>{}</t></r><rPh><t>x</t></rPh></is>".format, TEXTS),
        st.sampled_from(
            ["<v/>", "<v />", "<is/>", "<is><t/></is>", "<v>1</t></is>", "<x/>", "</c>", "<row>"]
        ),
    )
    inside = draw(st.lists(st.one_of(formula, value), max_size=2))
    return f"<{tag}>{''.join(inside)}</c>" if inside else f"<{tag}/>"


@st.composite
def rows(draw: st.DrawFn) -> str:
    inside = draw(st.lists(st.one_of(cells(), st.sampled_from([" ", "<c/>", "</row>", "text"])), max_size=3))
    return f"<row{draw(ATTRIBUTES)}>{''.join(inside)}</row>"


@settings(max_examples=500, deadline=None, database=None)
@given(st.lists(rows(), max_size=3).map("".join))
@example(ROWS)
@example('<row xmlns="urn:x"><c><v>1</v></c></row>')
@example('<row><c r="A1"/><c r="A1"/><c r="A0"/></row>')
@example('<row><c/><c><f si="0" si="0">1</f></c></row>')
@example('<row><c t="inlineStr"><v>&none;</v></c></row>')
@example("<row><c><f>A1]]></f></c></row>")
@example('<row><c t="str"><v>\ufffe</v></c></row>')
@example('<row><c a:="1"/></row>')
def test_rows_read_past_the_parser_read_as_it_would_read_them(path, rows):
    limits = Limits(characters=50, cells=8)
    assert outcome(path, rows, limits) == by_parser(path, rows, limits)


def left_to_the_parser(xml: bytes) -> bytes:
    """What remains of the rows of a sheet."""
    limits = LIMITS
    formats = dict.fromkeys(map(str, range(200)), CellFormat())
    builder = CellBuilder("part", Tables([""] * 100, formats), limits, limits.cells)
    start = xml.index(START) + len(START)
    return xml[PlainRows(builder).read(xml, start) : xml.index(END)].strip()


def test_what_programs_write_is_read_past_the_parser():
    """Or reading a form would take twice as long."""
    with zipfile.ZipFile(io.BytesIO(render_form(FILLED, PROFILE))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    for xml in (*sheets, WRITTEN_BY_OPENPYXL[SHEET], START + ROWS.encode() + END):
        assert left_to_the_parser(xml) == b""


def prefixed(xml: str) -> str:
    """All elements under a prefix, as some libraries write them."""
    return (
        xml.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:").replace("xmlns=", "xmlns:x=")
    )


def test_a_row_that_only_the_parser_can_read_does_not_keep_the_others_from_being_read(path):
    odd = '<row r="5"><c r="A5"><!-- odd --><v>5</v></c></row>'
    sheet = outcome(path, f'{ROWS}{odd}<row r="6"><c r="A6"><v>6</v></c></row>')
    assert isinstance(sheet, Sheet)
    assert [sheet.cells[row, 1].text for row in (1, 5, 6)] == [" 一\n二 ", "5", "6"]


def test_prefixes_and_utf_16_change_nothing(path):
    parts: Parts = workbook_parts(ROWS, **FORMATS)
    xml = str(parts[SHEET])
    expected = outcome(path, ROWS)
    for spelled in (prefixed(xml), xml.encode("utf-16"), "\ufeff" + xml):
        (sheet,) = open_workbook(zip_parts(path, parts | {SHEET: spelled})).sheets
        assert sheet == expected


def test_what_only_looks_like_rows_is_not_read(path):
    parts: Parts = workbook_parts()
    comment = "<!-- <sheetData><row><c><v>1</v></c></row></sheetData> -->"
    xml = str(parts[SHEET]).replace("<sheetData></sheetData>", comment + "<sheetData/>")
    (sheet,) = open_workbook(zip_parts(path, parts | {SHEET: xml})).sheets
    assert sheet.cells == {}


@pytest.mark.parametrize(
    "rows",
    [
        '<x xmlns="urn:x"><sheetData><row><c><v>1</v></c></row></sheetData></x><sheetData/>',
        '<c r="A1"><v>2</v><sheetData><row><c r="B1"><v>1</v></c></row></sheetData></c>',
    ],
)
def test_rows_in_another_place_are_not_taken_for_rows(path, rows):
    parts: Parts = workbook_parts()
    nested = str(parts[SHEET]).replace("<sheetData></sheetData>", rows)
    with pytest.raises(UnreadableFile, match="X06"):
        open_workbook(zip_parts(path, parts | {SHEET: nested}))


def test_a_row_of_any_length_is_read(path):
    cell, cells = "<c><v>1234567890</v></c>", 12_000
    assert cells * len(cell) > LONGEST_ROW
    sheet = outcome(path, f"<row>{cell * cells}</row>")
    assert isinstance(sheet, Sheet)
    assert len(sheet.cells) == cells


@pytest.mark.parametrize("filling", [" ", "&", "&lt;", "<c", "<c ", "<c><f", "<c><v>", "<c><v></c>", "<c/> "])
def test_no_row_takes_longer_than_in_proportion_to_its_length(path, filling):
    """As it would if every place were tried anew: minutes."""
    rows = f"<row>{filling * (LONGEST_ROW // len(filling) - 9)}</row>"
    start = process_time()
    found = outcome(path, rows)
    assert process_time() - start < SECONDS
    assert found == by_parser(path, rows)
