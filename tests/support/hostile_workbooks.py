"""Workbooks built as no program builds them, by what is wrong with them."""

from support.handmade import Parts, relationships, workbook_parts

SHEET = "xl/worksheets/sheet1.xml"
GOOD = workbook_parts('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>')


def replaced(part: str, old: str, new: str) -> Parts:
    text = str(GOOD[part])
    assert old in text
    return GOOD | {part: text.replace(old, new)}


def without(part: str) -> Parts:
    return {name: content for name, content in GOOD.items() if name != part}


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
HOSTILE: dict[str, Parts] = {
    "entity bomb": GOOD | {SHEET: DOCTYPE + str(GOOD[SHEET])},
    "external entity": GOOD | {SHEET: EXTERNAL + str(GOOD[SHEET])},
    "entity bomb in UTF-16": GOOD | {SHEET: (DOCTYPE + str(GOOD[SHEET])).encode("utf-16")},
    "DOCTYPE in the shared strings": replaced("xl/sharedStrings.xml", "<sst", DOCTYPE + "<sst"),
    "DOCTYPE in the content types": replaced("[Content_Types].xml", "<Types", DOCTYPE + "<Types"),
    "name that climbs out": GOOD | {"../../evil.txt": "x"},
    "name that climbs out with backslashes": GOOD | {"xl\\..\\..\\evil.txt": "x"},
    "absolute name": GOOD | {"/etc/evil": "x"},
    "drive name": GOOD | {"C:/evil": "x"},
    "two names for one part": GOOD | {"XL/workbook.xml": GOOD["xl/workbook.xml"]},
    "no relationships": without("_rels/.rels"),
    "no workbook": without("xl/workbook.xml"),
    "no relationships of the workbook": without("xl/_rels/workbook.xml.rels"),
    "no sheet": without(SHEET),
    "no shared strings": without("xl/sharedStrings.xml"),
    "workbook as its own sheet": GOOD
    | {"xl/_rels/workbook.xml.rels": relationships({"rId1": ("worksheet", "workbook.xml")})},
    "target outside": GOOD
    | {"xl/_rels/workbook.xml.rels": relationships({"rId1": ("worksheet", "../../../sheet1.xml")})},
    "encoded target outside": GOOD
    | {"xl/_rels/workbook.xml.rels": relationships({"rId1": ("worksheet", "%2e%2e/%2e%2e/sheet1.xml")})},
    "two sheets in one part": replaced(
        "xl/workbook.xml", "</sheets>", '<sheet name="乙" sheetId="2" r:id="rId1"/></sheets>'
    ),
    "one name twice": replaced(
        "xl/workbook.xml", "</sheets>", '<sheet name="甲" sheetId="2" r:id="rId2"/></sheets>'
    ),
    "one cell twice": replaced(SHEET, "</row>", '<c r="A1"><v>2</v></c></row>'),
    "deep nesting in what is skipped": replaced(
        SHEET,
        "</row>",
        '<m:Choice xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        + "<x>" * 300
        + "</x>" * 300
        + "</m:Choice></row>",
    ),
    "deep nesting": replaced(SHEET, "</row>", "<x>" * 300 + "</x>" * 300 + "</row>"),
}  # fmt: skip
