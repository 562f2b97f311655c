"""How many lines a text takes in a cell: counted by LibreOffice, at the width Excel gives the column."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from openpyxl import load_workbook

from support import libreoffice

PIXELS = 7
"""Excel makes a column of width 1 that wide where the default font is 10-point 宋体."""
POINTS_PER_PIXEL = 0.75
FONT = "Noto Serif CJK SC"
"""Stands in for 宋体: Chinese characters are as wide, all others a little wider."""

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "fo": "xsl-fo-compatible",
    }.items()
)
_DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_NAMESPACES} office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>%s
<style:style style:name="row" style:family="table-row">
<style:table-row-properties style:use-optimal-row-height="true"/></style:style>
<style:style style:name="cell" style:family="table-cell">
<style:table-cell-properties fo:wrap-option="wrap" fo:padding="1.5pt"/>
<style:text-properties fo:font-size="10pt" style:font-size-asian="10pt" fo:font-family="{FONT}"
 style:font-family-asian="{FONT}"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="1">%s</table:table>
</office:spreadsheet></office:body></office:document>"""


class Boxed(NamedTuple):
    """A text, and the width of its cell in characters, as a workbook stores it."""

    text: str
    width: float


def printed_lines(texts: Sequence[Boxed], folder: Path) -> list[int]:
    """The lines of each text, wrapped in a cell of 10-point type; one start of LibreOffice for all."""
    # Unlike an .xlsx, an OpenDocument sheet gets the row heights that its texts need.
    widest = max(box.width for box in texts)
    rows = [Boxed("一", widest), Boxed("一\n二", widest), *texts]
    widths = sorted({box.width for box in rows})
    columns = "".join(
        f'<style:style style:name="w{number}" style:family="table-column"><style:table-column-properties'
        f' style:column-width="{width * PIXELS * POINTS_PER_PIXEL}pt"/></style:style>'
        for number, width in enumerate(widths)
    )
    table = "".join(f'<table:table-column table:style-name="w{number}"/>' for number in range(len(widths)))
    table += "".join(_row(box.text, widths.index(box.width)) for box in rows)
    path = folder / "wrapping.fods"
    path.write_text(_DOCUMENT % (columns, table), encoding="utf-8")
    (copy,) = libreoffice.recalculate([path], folder / "wrapped")
    sheet = load_workbook(copy).worksheets[0]
    one, two, *heights = (float(sheet.row_dimensions[at].height) for at in range(1, len(rows) + 1))
    return [1 + round((height - one) / (two - one)) for height in heights]


def _row(text: str, column: int) -> str:
    before = f'<table:table-cell table:number-columns-repeated="{column}"/>' if column else ""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return (
        f'<table:table-row table:style-name="row">{before}<table:table-cell table:style-name="cell"'
        f' office:value-type="string">{lines}</table:table-cell></table:table-row>'
    )
