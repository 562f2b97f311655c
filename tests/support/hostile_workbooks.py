"""Workbooks built as no program builds them, by what is wrong with them."""

from support.handmade import OFFICE, STRICT_MAIN, STRICT_OFFICE, Parts, relationships, workbook_parts

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


def rows(inside: str, **tables: str) -> Parts:
    """A workbook with these rows."""
    return workbook_parts(inside, **tables)


def around(after: str = "", before: str = "") -> Parts:
    """A workbook of one cell with something after or before the rows."""
    return workbook_parts('<row r="1"><c r="A1"><v>1</v></c></row>', after=after, before=before)


RELS, BOOK, STYLES = "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
FOREIGN = 'xmlns:z="urn:z"'


def related(extra: str) -> Parts:
    """The workbook with one more relationship."""
    return replaced(RELS, "</Relationships>", f"{extra}</Relationships>")


def relationship(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'


def package_related(kind: str) -> Parts:
    """A second relationship of the package to a workbook."""
    more = relationship("rId9", kind, "xl/workbook.xml")
    return replaced("_rels/.rels", "</Relationships>", f"{more}</Relationships>")


def number_cell(text: str) -> Parts:
    return rows(f'<row r="1"><c r="A1"><v>{text}</v></c></row>')


NUMBERS = (
    *("1_0", "nan", "INF", "1e999", "0x10", "一", "١٢", "１２", " 1", "1 000", "1,5", "50%", "1.0.0", "--1"),
)
AMBIGUOUS: dict[str, Parts] = {
    "two names for one part": GOOD | {"XL/workbook.xml": GOOD[BOOK]},
    "two sheets in one part": replaced(
        BOOK, "</sheets>", '<sheet name="乙" sheetId="2" r:id="rId1"/></sheets>'
    ),
    "one name twice": replaced(BOOK, "</sheets>", '<sheet name="甲" sheetId="2" r:id="rId2"/></sheets>'),
    "two documents": package_related(f"{OFFICE}/officeDocument"),
    "a document of the other standard": package_related(f"{STRICT_OFFICE}/officeDocument"),
    "a document by the last word": package_related("urn:z/officeDocument"),
    "styles by the last word": related(relationship("rId9", "urn:z/styles", "styles2.xml")),
    "styles in capitals": related(relationship("rId9", f"{OFFICE}/Styles", "styles2.xml")),
    "styles twice": related(relationship("rId9", f"{OFFICE}/styles", "styles2.xml")),
    "styles of the other standard": replaced(RELS, f"{OFFICE}/styles", f"{STRICT_OFFICE}/styles"),
    "one id twice": related(relationship("rId1", f"{OFFICE}/hyperlink", "x")),
    "a relationship of another namespace": related(
        '<Relationship xmlns="urn:z" Id="x" Type="y" Target="z"/>'
    ),
    "a target that may be decoded": replaced(RELS, "worksheets/sheet1", "worksheets/%73heet1")
    | {"xl/worksheets/%73heet1.xml": GOOD[SHEET]},
    "two types of one part": replaced(
        "[Content_Types].xml", "</Types>", f'<Override PartName="/{SHEET}" ContentType="text/plain"/></Types>'
    ),
    "another type than the relationship says": replaced(
        "[Content_Types].xml", "worksheet+xml", "chartsheet+xml"
    ),
    "no type of the sheet": replaced("[Content_Types].xml", "spreadsheetml.worksheet+xml", "x"),
    "another encoding than it says": GOOD
    | {SHEET: '<?xml version="1.0" encoding="GBK"?>' + str(GOOD[SHEET])},
    "two blocks of rows": replaced(SHEET, "</sheetData>", "</sheetData><sheetData/>"),
    "rows in an extension": around('<extLst><ext uri="x"><row r="1"/></ext></extLst>'),
    "protection in an extension": around('<extLst><ext uri="x"><sheetProtection sheet="1"/></ext></extLst>'),
    "protection of another namespace in an extension": around(
        '<extLst><ext uri="x"><sheetProtection xmlns="urn:z" sheet="1"/></ext></extLst>'
    ),
    "protection in a foreign element": around(f"<z:a {FOREIGN}><sheetProtection sheet='1'/></z:a>"),
    "merges of another namespace": around(f"<z:mergeCells {FOREIGN}/>"),
    "two protections": around('<sheetProtection sheet="1"/><sheetProtection/>'),
    "two versions of the merges": around(
        f'<mc:AlternateContent {MC}><mc:Choice Requires="x"><mergeCells/></mc:Choice><mc:Fallback/>'
        "</mc:AlternateContent>"
    ),
    "two versions of a cell": rows(
        f'<row r="1"><mc:AlternateContent {MC}><mc:Choice Requires="x"><c r="A1"><v>1</v></c></mc:Choice>'
        '<mc:Fallback><c r="A1"><v>2</v></c></mc:Fallback></mc:AlternateContent></row>'
    ),
    "text between the elements": around("text"),
    "text between the cells": rows('<row r="1">text<c r="A1"/></row>'),
    "text between the rows": rows('<row r="1"/>text<row r="2"/>'),
    "an element between the rows": rows('<row r="1"/><x/>'),
    "a cell beside the rows": rows('<c r="A1"><v>1</v></c>'),
    "a cell in a foreign element": rows(f'<row r="1"><z:a {FOREIGN}><c r="A1"><v>1</v></c></z:a></row>'),
    "a formula of the other standard": rows(f'<row r="1"><c r="A1"><f xmlns="{STRICT_MAIN}">1</f></c></row>'),
    "a value of another namespace": rows('<row r="1"><c r="A1"><v xmlns="urn:z">1</v></c></row>'),
    "one row twice": rows('<row r="1"/><row r="1"/>'),
    "rows out of order": rows('<row r="2"/><row r="1"/>'),
    "a row beyond the last": rows('<row r="1048577"/>'),
    "a row with a nought before it": rows('<row r="01"/>'),
    "a row that may be hidden": rows('<row r="1" hidden="yes"/>'),
    "one cell twice": rows('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    "cells out of order": rows('<row r="1"><c r="B1"/><c r="A1"/></row>'),
    "a cell in another row": rows('<row r="1"><c r="A2"/></row>'),
    "a cell beyond the last column": rows('<row r="1"><c r="XFE1"/></row>'),
    "a cell in row 0": rows('<row r="1"><c r="A0"/></row>'),
    "dollar signs in an address": rows('<row r="1"><c r="$A$1"/></row>'),
    "small letters in an address": rows('<row r="1"><c r="a1"/></row>'),
    "an unknown type": rows('<row r="1"><c r="A1" t="odd"><v>1</v></c></row>'),
    "an unknown style": rows('<row r="1"><c r="A1" s="7"/></row>'),
    "a style in another spelling": rows('<row r="1"><c r="A1" s="00"/></row>'),
    "no such shared string": rows('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'),
    "a negative shared string": rows('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'),
    "a shared formula that was never written": rows('<row r="1"><c r="A1"><f t="shared" si="4"/></c></row>'),
    "two shared formulas of one number": rows(
        '<row r="1"><c r="A1"><f t="shared" si="0">1</f></c><c r="B1"><f t="shared" si="0">2</f></c></row>'
    ),
    "an unknown type of formula": rows('<row r="1"><c r="A1"><f t="odd">1</f></c></row>'),
    "an unknown attribute of a formula": rows('<row r="1"><c r="A1"><f x="1">1</f></c></row>'),
    "an array that begins elsewhere": rows('<row r="1"><c r="A1"><f t="array" ref="B1:B2">1</f></c></row>'),
    "two values": rows('<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'),
    "two formulas": rows('<row r="1"><c r="A1"><f>1</f><f>2</f><v>1</v></c></row>'),
    "a formula after its result": rows('<row r="1"><c r="A1"><v>1</v><f>2</f></c></row>'),
    "a value and a text": rows('<row r="1"><c r="A1"><v>1</v><is><t>2</t></is></c></row>'),
    "an inline text with a value": rows('<row r="1"><c r="A1" t="inlineStr"><v>1</v></c></row>'),
    "an element in a value": rows(f'<row r="1"><c r="A1"><v>1<z:a {FOREIGN}/>2</v></c></row>'),
    "an element in a text": rows('<row r="1"><c r="A1" t="inlineStr"><is><t>1<x/>2</t></is></c></row>'),
    "a text and stretches": rows(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>1</t><r><t>2</t></r></is></c></row>'
    ),
    "an element in a shared string": workbook_parts(strings="<si><t>1<x/>2</t></si>"),
    "a shared string further down": workbook_parts(strings="<x><si><t>1</t></si></x>"),
    **{f"the number {text}": number_cell(text) for text in NUMBERS},
    "a truth value that is none": rows('<row r="1"><c r="A1" t="b"><v>yes</v></c></row>'),
    "a date that is none": rows('<row r="1"><c r="A1" t="d"><v>20201231</v></c></row>'),
    "columns that overlap": around(
        before='<cols><col min="1" max="3"/><col min="3" max="4" hidden="1"/></cols>'
    ),
    "dollar signs in a merge": around('<mergeCells><mergeCell ref="$A$1:$B$1"/></mergeCells>'),
    "one number format twice": replaced(
        STYLES,
        "<numFmts>",
        '<numFmts><numFmt numFmtId="170" formatCode="0"/><numFmt numFmtId="170" formatCode="1"/>',
    ),
    "two tables of cell formats": replaced(STYLES, "</cellXfs>", "</cellXfs><cellXfs/>"),
    "one name defined twice": replaced(
        BOOK,
        "</sheets>",
        '</sheets><definedNames><definedName name="a">1</definedName>'
        '<definedName name="A">2</definedName></definedNames>',
    ),
    "two lists of sheets": replaced(BOOK, "</sheets>", "</sheets><sheets/>"),
    "a list of sheets of another namespace": replaced(BOOK, "</sheets>", '</sheets><sheets xmlns="urn:z"/>'),
    "what must be understood": replaced(
        SHEET, "<worksheet ", f'<worksheet {MC} mc:MustUnderstand="x" xmlns:x="urn:z" '
    ),
    "what is processed inside": replaced(
        SHEET, "<worksheet ", f'<worksheet {MC} mc:ProcessContent="x:a" xmlns:x="urn:z" '
    ),
}
"""Workbooks that programs would read differently, by what they would disagree about."""
