"""Real sheets with random damage to their rows: what is read past the parser is what the parser reads."""

import io
import random
import re
import zipfile
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook as XlsxWriter

from support.specimens import FILLED, PROFILE
from zpj.xlsx import Limits, Sheet
from zpj.xlsx.cell_builder import Tables
from zpj.xlsx.model.looks import CellFormat
from zpj.xlsx.parts.styles import Styles
from zpj.xlsx.parts.worksheet import SheetEntry, read_sheet
from zpj.xlsx.refusal import Refused
from zpj_generator.package import render_form

MUTANTS = 2500
START, END = "<sheetData>", "</sheetData>"
FORMATS = {str(number): CellFormat(number_format=f"0.{'0' * number}") for number in range(60)}
TABLES = Tables(["甲", "乙"] * 60, FORMATS)
STYLES = Styles(FORMATS)
LIMITS = (Limits(), Limits(cells=20), Limits(characters=30), Limits(shared_characters=30))
TOKEN = re.compile("<[^>]*>|[^<]+")
ROW = re.compile("<row.*?</row>", re.DOTALL)
TOKENS = (
    *("<c/>", '<c r="A1"/>', '<c r="ZZ9"><v>1</v></c>', "<row>", "</row>", "<row/>", "nan", "<sheetData>"),
    *("<!-- c -->", "<?p q?>", "<![CDATA[x<v>]]>", "]]>", "&#10;", "&#x4e2d;", "&quot;", "&amp;", "&bad;"),
    *("&", "&#0;", "&#xD800;", "\r\n", "\x01", "\ufffe", "\uffff", "_x000D_", "_xD83D__xDE00_", "1e999"),
    *('<f t="shared" si="0"/>', '<f t="shared" ref="A1:A3" si="0">A1</f>', '<f ca="1"/>', "<f/>", "１２"),
    *('<f t="array" ref="A1:C9">B1</f>', '<f si="0" si="0">1</f>', "<v/>", "<v />", "<v>&bad;</v>", "<is/>"),
    *("<is><t>a</t></is>", "<is><r><t>a</t></r><rPh><t>x</t></rPh></is>", '<v xml:space="preserve"> 1 </v>'),
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice/>'
    "</mc:AlternateContent>",
)  # fmt: skip
ATTRIBUTES = (
    *(' spans="1:9"', ' x14ac:dyDescent="0.25"', ' ph="1"', ' cm="1"', ' vm="1"', ' xml:space="preserve"'),
    *(' xmlns="urn:x"', ' xmlns:x=""', ' r="A1"', ' r="$B$3"', ' r=""', ' r="A0"', ' r="7"', ' r="1_0"'),
    *(' s="1"', ' s="999"', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="inlineStr"', ' t="odd"'),
    *(' hidden="1"', ' ht="1>2"', " t='n'", ' t = "n"', '\nt="n"', ' t="n"s="0"', ' a:="1"', ' é="1"'),
)  # fmt: skip


def saved_by_xlsxwriter(form: bytes) -> bytes:
    """The first sheet of ``form`` with texts shared and formulas beside results."""
    stream = io.BytesIO()
    book = XlsxWriter(stream)
    sheet = book.add_worksheet()
    for row in load_workbook(io.BytesIO(form)).worksheets[0].iter_rows():
        for cell in row:
            sheet.write(cell.row - 1, cell.column - 1, cell.value, book.formats[0])
    book.close()
    return stream.getvalue()


def saved_by_openpyxl(form: bytes) -> bytes:
    stream = io.BytesIO()
    load_workbook(io.BytesIO(form)).save(stream)
    return stream.getvalue()


def sheets() -> Iterator[str]:
    """Sheets as we, openpyxl and XlsxWriter write them, with the prefix declared that Excel uses in rows."""
    form = render_form(FILLED, PROFILE)
    for content in (form, saved_by_openpyxl(form), saved_by_xlsxwriter(form)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                if "worksheets/" in name and name.endswith(".xml"):
                    xml = archive.read(name).decode()
                    yield xml.replace("<worksheet ", '<worksheet xmlns:x14ac="urn:ac" ', 1)


SHEETS = list(sheets())


def mutant(rng: random.Random) -> tuple[str, str, str]:
    """What stands before the rows of a sheet, some of its rows, damaged, and what stands after them."""
    xml = rng.choice(SHEETS)
    before, _, rest = xml.partition(START)
    rows, _, after = rest.partition(END)
    found = ROW.findall(rows)
    first = rng.randrange(len(found))
    tokens: list[str] = TOKEN.findall("".join(found[first : first + rng.randrange(1, 3)]))
    for _ in range(rng.choice([1, 1, 2, 4])):
        at = rng.randrange(len(tokens))
        match rng.randrange(5):
            case 0:
                del tokens[at]
            case 1:
                tokens.insert(at, tokens[rng.randrange(len(tokens))])
            case 2:
                tokens.insert(at, rng.choice(TOKENS))
            case 3:
                tokens[at] = re.sub("(?=[ >/])", lambda _: rng.choice(ATTRIBUTES), tokens[at], count=1)
            case _:
                cut = rng.randrange(len(tokens[at]) + 1)
                tokens[at] = tokens[at][:cut] + rng.choice([*TOKENS, '"', "<", ">", "/"]) + tokens[at][cut:]
    return before + START, "".join(tokens), END + after


def outcome(xml: str, limits: Limits) -> Sheet | str:
    """The sheet, or the code of its refusal."""
    data = xml.encode()
    try:
        return read_sheet(
            SheetEntry("甲", "visible", "sheet"), data, TABLES, STYLES, limits, limits.cells
        ).sheet
    except Refused as refused:
        return refused.code


@pytest.mark.parametrize("seed", range(2))
def test_damaged_rows_read_as_the_parser_would_read_them(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - cases, no secrets
    read = 0
    for _ in range(MUTANTS):
        before, rows, after = mutant(rng)
        limits = rng.choice(LIMITS)
        # No row begins with a comment: the parser reads them all.
        expected = outcome(f"{before}<!-- -->{rows}{after}", limits)
        assert outcome(before + rows + after, limits) == expected, rows
        read += isinstance(expected, Sheet)
    assert read > MUTANTS // 25, "nearly all mutants are refused, but some must be read"
