"""A workbook saved by openpyxl, mended where the schema or another program objects to it."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FONT_ORDER = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name",
    "family", "charset", "scheme",
)  # fmt: skip


def mended(package: bytes) -> bytes:
    """The same package with what openpyxl gets wrong put right."""
    result = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "xl/styles.xml":
                data = _sort_fonts(data)
            elif part.filename.startswith("xl/worksheets/sheet"):
                data = _free_rows(data)
            target.writestr(part, data)
    return result.getvalue()


def _sort_fonts(styles: bytes) -> bytes:
    """The schema fixes the order of a font's properties; Microsoft's validator refuses any other."""
    root = etree.fromstring(styles)
    for font in root.iter(f"{MAIN}font"):
        font[:] = sorted(font, key=lambda child: FONT_ORDER.index(str(child.tag).removeprefix(MAIN)))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _free_rows(sheet: bytes) -> bytes:
    """Rows keep the height they are given, but no longer as the user's own: Excel lets them grow again."""
    return _OWN_HEIGHT.sub(rb"\1", sheet)


_OWN_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
