"""Word files by hand-made markup: tables from rows of texts, and whatever else stands in a body."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from support.handmade import OFFICE, PACKAGE, relationships

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def docx(*body: str) -> bytes:
    """A document of these paragraphs and tables."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT_TYPE}"/></Types>',
        "_rels/.rels": relationships({"rId1": ("officeDocument", "word/document.xml")}, OFFICE),
        "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:mc="{COMPATIBILITY}" xmlns:m="{MATH}">'
        f"<w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def run(text: str) -> str:
    """A run; a line feed in ``text`` is a line break."""
    return f"<w:r>{'<w:br/>'.join(f'<w:t>{escape(line)}</w:t>' for line in text.split(chr(10)))}</w:r>"


def paragraph(*texts: str) -> str:
    """A paragraph of these runs, given as text or as markup."""
    return f"<w:p>{''.join(text if text.startswith('<') else run(text) for text in texts)}</w:p>"


def cell(*content: str, span: int = 1, merge: str = "") -> str:
    """A cell of paragraphs or other blocks in markup, or of one text; ``merge``: restart or continue."""
    blocks = "".join(block if block.startswith("<") else paragraph(block) for block in content)
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{blocks or paragraph()}</w:tc>'


def row(*cells: str, properties: str = "") -> str:
    """A table row of cells in markup."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str | Sequence[str | float | None]) -> str:
    """A table; a row is markup, or texts and numbers for as many cells."""
    return f"<w:tbl>{''.join(line if isinstance(line, str) else plain_row(line) for line in rows)}</w:tbl>"


def plain_row(texts: Sequence[str | float | None]) -> str:
    """A row of one cell for every text."""
    return row(plain(texts))


def plain(texts: Sequence[str | float | None], merge: str = "") -> str:
    """One cell for every text; ``None`` is a blank one."""
    return "".join(cell("" if text is None else str(text), merge=merge) for text in texts)
