"""Workbooks as dictionaries of parts, for files that no program would save."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"

Parts = dict[str, str | bytes]


def workbook_parts(
    rows: str = "",
    *,
    after: str = "",
    before: str = "",
    strings: str = "",
    formats: Mapping[int, str] | None = None,
    styles: str = "",
    main: str = MAIN,
    office: str = OFFICE,
) -> Parts:
    """A workbook of one sheet 甲: ``rows`` in its sheetData, ``before`` and ``after`` around that.

    ``strings`` are ``si`` elements, ``formats`` number formats by id, ``styles`` the cells' ``xf`` elements.
    """
    number_formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{code.replace("&", "&amp;").replace(chr(34), "&quot;")}"/>'
        for number, code in (formats or {}).items()
    )
    return {
        "[Content_Types].xml": content_types(WORKBOOK_TYPE),
        "_rels/.rels": relationships({"rId1": ("officeDocument", "xl/workbook.xml")}, office),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">'
        '<sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            {
                "rId1": ("worksheet", "worksheets/sheet1.xml"),
                "rId2": ("sharedStrings", "sharedStrings.xml"),
                "rId3": ("styles", "styles.xml"),
            },
            office,
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{before}<sheetData>{rows}</sheetData>{after}'
        "</worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts>{number_formats}</numFmts>'
        f"<cellXfs>{styles or '<xf/>'}</cellXfs>"
        '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs></styleSheet>',
    }


SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."
PART_TYPES = {
    "xl/worksheets/sheet1.xml": "worksheet",
    "xl/sharedStrings.xml": "sharedStrings",
    "xl/styles.xml": "styles",
}


def content_types(workbook: str, more: Mapping[str, str] | None = None) -> str:
    """``[Content_Types].xml`` with that type for ``xl/workbook.xml``; ``more`` are types of further parts."""
    types = {"xl/workbook.xml": workbook}
    types |= {part: f"{SHEET_TYPES}{kind}+xml" for part, kind in (PART_TYPES | dict(more or {})).items()}
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in types.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def relationships(targets: Mapping[str, tuple[str, str]], office: str = OFFICE) -> str:
    """A relationships part: by id, the kind and the target."""
    entries = "".join(
        f'<Relationship Id="{key}" Type="{office}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def zip_parts(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """The parts as a deflated archive at ``path``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
