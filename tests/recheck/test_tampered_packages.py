"""Files that programs would read differently, and parts that do not belong in a form."""

import zipfile
from pathlib import Path

import pytest

from support.form_parts import Book, Edit
from support.handmade import OFFICE
from support.sheet_edits import attach, relate, sheet_part, swap
from support.tamper_cases import Case, case, cases, expected, issued_form, judged, said

MS = "http://schemas.microsoft.com/office"
BINARY = "application/octet-stream"
BOOK, STYLES = "xl/workbook.xml", "xl/styles.xml"
RELS = "xl/_rels/workbook.xml.rels"


def related(source: str, kind: str, target: str, mode: str | None = None) -> Edit:
    return lambda book: _relate(book, source, kind, target, mode)


def _relate(book: Book, source: str, kind: str, target: str, mode: str | None) -> None:
    relate(book, sheet_part(book) if source == "form" else source, kind, target, mode)


def cell_swap(ref: str, old: str, new: str) -> Edit:
    """Other text in the XML of one cell."""

    def edit(book: Book) -> None:
        part = sheet_part(book)
        text = book.text(part)
        start = text.index(f'<c r="{ref}"')
        end = text.index("</c>", start) + 4
        assert old in text[start:end], text[start:end]
        book.put(part, text[:start] + text[start:end].replace(old, new) + text[end:])

    return edit


def around_cell(ref: str, before: str, after: str) -> Edit:
    """More XML before and behind one cell."""

    def edit(book: Book) -> None:
        part = sheet_part(book)
        text = book.text(part)
        start = text.index(f'<c r="{ref}"')
        end = text.index("</c>", start) + 4
        book.put(part, text[:start] + before + text[start:end] + after + text[end:])

    return edit


MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
CHOICE = f'<mc:AlternateContent {MC}><mc:Choice Requires="r">'
FALLBACK = "</mc:Choice><mc:Fallback/></mc:AlternateContent>"
TWIN = '<c r="H26"><v>98</v></c>'
VALUE = "<v>24.0</v>"
NUMBERS = (
    "2_4", "２４", "٢٤", "24,0", "24 ", "0x18", "24e", "1e400", "NaN", "-INF", "Infinity", "24.0.0", "24%",
    "+-24", "２4", "twenty", "24\u00a0", "⑳", "Ⅻ", "--24", "24d", "1,024", "24:00", "24/1", "=24", "$24",
)  # fmt: skip
ELEMENTS = [
    *(case(f"number-{number}", "X06", cell_swap("F14", VALUE, f"<v>{number}</v>")) for number in NUMBERS),
    *(
        case(f"value-{name}", "X06", cell_swap("F14", VALUE, inside))
        for name, inside in {
            "twice": "<v>24</v><v>30</v>",
            "and-inline": "<v>24</v><is><t>30</t></is>",
            "of-two-pieces": "<v>2<x/>4</v>",
            "foreign": '<v xmlns="urn:x">24</v>',
            "nested": "<v><v>24</v></v>",
            "wrapped": f"{CHOICE}<v>30</v>{FALLBACK}",
            "in-extension": '<extLst><ext uri="x"><v>30</v></ext></extLst>',
        }.items()
    ),
    *(
        case(f"address-{ref}", "X06", cell_swap("H26", 'r="H26"', f'r="{ref}"'))
        for ref in (
            "$H$26",
            "h26",
            "H026",
            "26H",
            "R26C8",
            "H26 ",
            "Ｈ26",
            "H 26",
            "XFE26",
            "H0",
            "自评表!H26",
            "H26:I26",
        )
    ),
    *(
        case(f"around-total-{name}", "X06", around_cell("H26", before, after))
        for name, (before, after) in {
            "twin-before": (TWIN, ""),
            "twin-behind": ("", TWIN),
            "choice": (CHOICE, FALLBACK),
            "foreign": ('<x xmlns="urn:x">', "</x>"),
            "extension": ('<extLst><ext uri="x">', "</ext></extLst>"),
            "row-inside": ('<row r="26">', "</row>"),
        }.items()
    ),
    *(
        case(f"sheet-{name}", "X06", swap("form", old, new))
        for name, (old, new) in {
            "two-blocks": ("</sheetData>", '</sheetData><sheetData><row r="40"/></sheetData>'),
            "row-twice": ('<row r="26"', '<row r="26"/><row r="26"'),
            "row-nought": ('<row r="26"', '<row r="0"/><row r="26"'),
            "row-spelled": ('<row r="26"', '<row r="026"'),
            "two-protections": ("<sheetProtection", '<sheetProtection sheet="0"/><sheetProtection'),
            "two-merges": ("</mergeCells>", "</mergeCells><mergeCells/>"),
            "two-validations": ("</dataValidations>", "</dataValidations><dataValidations/>"),
            "two-views": ("</sheetViews>", "</sheetViews><sheetViews/>"),
        }.items()
    ),
    *(
        case(f"styles-{name}", "X06", swap(STYLES, old, new))
        for name, (old, new) in {
            "two-tables": ("</cellXfs>", "</cellXfs><cellXfs/>"),
            "two-fonts": ("</fonts>", "</fonts><fonts/>"),
            "two-fills": ("</fills>", "</fills><fills/>"),
            "two-formats": (
                "</numFmts>",
                '</numFmts><numFmts><numFmt numFmtId="164" formatCode="9"/></numFmts>',
            ),
            "one-number-twice": ("</numFmts>", '<numFmt numFmtId="164" formatCode=";;;"/></numFmts>'),
        }.items()
    ),
]
SECOND_BOOK = f'<Relationship Id="rId77" Type="{OFFICE}/officeDocument" Target="xl/w2.xml"/>'
RELATIONS = [
    case("styles-of-a-slash", "S19", attach("xl/s2.xml", "<x/>", f"{OFFICE}/styles/", BINARY, on=BOOK)),
    case("second-styles", "X06", attach("xl/s2.xml", "<styleSheet/>", "styles", BINARY, on=BOOK)),
    case(
        "second-strings",
        "X06",
        attach("xl/t2.xml", "<sst/>", "sharedStrings", BINARY, on=BOOK),
        attach("xl/t3.xml", "<sst/>", "sharedStrings", BINARY, on=BOOK),
    ),
    case(
        "second-theme",
        "X06",
        attach("xl/h2.xml", "<a/>", "theme", BINARY, on=BOOK),
        attach("xl/h3.xml", "<a/>", "theme", BINARY, on=BOOK),
    ),
    *(
        case(f"styles-of-{name}", "X06", attach("xl/s2.xml", "<styleSheet/>", kind, BINARY, on=BOOK))
        for name, kind in {
            "an-urn": "urn:x/styles",
            "another-host": "http://schemas.openxmlformats.org/officeDocument/2007/relationships/styles",
            "capitals": f"{OFFICE}/Styles",
            "strict": "http://purl.oclc.org/ooxml/officeDocument/relationships/styles",
        }.items()
    ),
    case(
        "id-twice",
        "X06",
        swap(RELS, "</Relationships>", '<Relationship Id="rId1" Type="x" Target="y"/></Relationships>'),
    ),
    case("target-with-dots", "", swap(RELS, 'Target="worksheets/', 'Target="../xl/worksheets/')),
    case("target-absolute", "", swap(RELS, 'Target="worksheets/', 'Target="/xl/worksheets/')),
    case("two-books", "X06", swap("_rels/.rels", "</Relationships>", f"{SECOND_BOOK}</Relationships>")),
    case("sheet-of-another-type", "X06", swap("[Content_Types].xml", "worksheet+xml", "chartsheet+xml")),
    case(
        "sheet-twice-in-the-book",
        "X06",
        swap(BOOK, "</sheets>", '<sheet name="乙" sheetId="9" r:id="rId1"/></sheets>'),
    ),
]
TYPES = {f"{MS}/2006/relationships/vbaProject": "application/vnd.ms-office.vbaProject"}
FOREIGN = [
    case(f"part-{name}", "S08", attach(part, b"<x/>", kind, TYPES.get(kind, BINARY), on=source))
    for name, part, kind, source in (
        ("macros", "xl/vbaProject.bin", f"{MS}/2006/relationships/vbaProject", BOOK),
        ("macros-by-another-name", "xl/v.bin", f"{MS}/2006/relationships/vbaProject", BOOK),
        ("signed-macros", "xl/vs.bin", f"{MS}/2006/relationships/vbaProjectSignature", BOOK),
        ("embedded", "xl/embeddings/o.bin", "oleObject", ""),
        ("embedded-by-another-name", "xl/o.dat", "oleObject", ""),
        ("package", "xl/p.xlsx", "package", ""),
        ("activex", "xl/activeX/a.xml", "control", ""),
        ("activex-bytes", "xl/ax.bin", f"{MS}/2006/relationships/activeXControlBinary", ""),
        ("connections", "xl/connections.xml", "connections", BOOK),
        ("query", "xl/queryTables/q.xml", "queryTable", ""),
        ("pivot", "xl/pivotTables/p.xml", "pivotTable", ""),
        ("pivot-cache", "xl/pc.xml", "pivotCacheDefinition", BOOK),
        ("web-extension", "xl/we.xml", f"{MS}/2011/relationships/webextension", BOOK),
        ("task-pane", "xl/wt.xml", f"{MS}/2011/relationships/webextensiontaskpanes", BOOK),
        ("ribbon", "customUI/c.xml", f"{MS}/2007/relationships/ui/extensibility", BOOK),
        ("slicer", "xl/slicers/s.xml", f"{MS}/2007/relationships/slicer", ""),
        ("timeline", "xl/timelines/t.xml", f"{MS}/2011/relationships/timeline", ""),
        ("custom-data", "xl/customData/d.xml", f"{MS}/2007/relationships/customData", BOOK),
    )
]
UNKNOWN = [
    case(f"unknown-{name}", "S19", attach(part, b"<x/>", kind, BINARY, on=source))
    for name, part, kind, source in (
        ("of-the-book", "xl/z.xml", f"{MS}/2030/relationships/mystery", BOOK),
        ("of-the-sheet", "xl/z.xml", f"{MS}/2030/relationships/mystery", ""),
        ("of-an-urn", "xl/z.xml", "urn:z:thing", BOOK),
        ("usual-prefix", "xl/z.xml", "mystery", BOOK),
    )
]
LINKS = [
    case("linked-template", "S08", related(BOOK, "attachedTemplate", "http://x.cn/t.xltx", "External")),
    case("linked-ole", "S08", related("form", "oleObject", "file:///c:/x.doc", "External")),
    case("linked-picture", "S08", related("form", "image", "http://x.cn/i.png", "External")),
    case("linked-frame", "S08", related("form", "frame", "http://x.cn", "External")),
]


@cases([*ELEMENTS, *RELATIONS, *FOREIGN, *UNKNOWN, *LINKS])
def test_what_programs_read_differently_or_do_not_know_is_found(case: Case, tmp_path: Path) -> None:
    assert judged(case, tmp_path) == expected(case)


@pytest.mark.parametrize(
    "name", ["XL/WORKSHEETS/{}", "Xl/worksheets/{}", "xl\\worksheets\\{}", "/xl/worksheets/{}"]
)
def test_an_archive_with_two_sheets_in_one_place_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(issued_form())
    part = sheet_part(Book(path))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name.format(part.rpartition("/")[2]), b"<worksheet/>")
    assert said(path) & {"X06", "X02"}


@pytest.mark.parametrize("name", ["before", "behind"])
def test_two_archives_in_one_file_are_refused(name: str, tmp_path: Path) -> None:
    path, data = tmp_path / "form.xlsx", issued_form()
    path.write_bytes(data + data if name == "before" else data + b"PK" + data)
    assert said(path) & {"X06", "X02"}
