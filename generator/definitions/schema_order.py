"""A workbook saved by openpyxl, mended: its fonts list their properties in an order the schema forbids.

Excel reads it either way; Microsoft's validator, and stricter readers, do not.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

STYLES = "xl/styles.xml"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FONT_ORDER = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name",
    "family", "charset", "scheme",
)  # fmt: skip


def in_schema_order(package: bytes) -> bytes:
    """The same package with the children of every font in the order of the schema's CT_Font."""
    result = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            data = source.read(part)
            target.writestr(part, _sorted_fonts(data) if part.filename == STYLES else data)
    return result.getvalue()


def _sorted_fonts(styles: bytes) -> bytes:
    root = etree.fromstring(styles)
    for font in root.iter(f"{MAIN}font"):
        font[:] = sorted(font, key=lambda child: FONT_ORDER.index(str(child.tag).removeprefix(MAIN)))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
