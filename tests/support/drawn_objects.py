"""Things laid over the cells of a form, as Excel writes them: shapes, pictures, charts, notes, controls."""

from support.form_parts import Book, Edit
from support.handmade import OFFICE
from support.sheet_edits import attach, relate

XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "xl/drawings/drawing7.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
_HEAD = f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{A}" xmlns:r="{OFFICE}" xmlns:c="{C}">'
_PROPERTIES = (
    '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>'
)


def marker(name: str, column: int, row: int) -> str:
    """A corner, counted from 0."""
    across = f"<xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff>"
    down = f"<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    return f"<xdr:{name}>{across}{down}</xdr:{name}>"


def over(inside: str, first: tuple[int, int], last: tuple[int, int]) -> str:
    """``inside`` between two corners, column and row from 0."""
    corners = marker("from", *first) + marker("to", *last)
    return f"<xdr:twoCellAnchor>{corners}{inside}<xdr:clientData/></xdr:twoCellAnchor>"


def beside(inside: str, corner: tuple[int, int], width: int, height: int) -> str:
    """``inside`` from a corner on, of a size in the units of drawings."""
    size = f'<xdr:ext cx="{width}" cy="{height}"/>'
    return f"<xdr:oneCellAnchor>{marker('from', *corner)}{size}{inside}<xdr:clientData/></xdr:oneCellAnchor>"


def anywhere(inside: str, x: int, y: int, width: int, height: int) -> str:
    """``inside`` at a distance from the corner of the sheet."""
    place = f'<xdr:pos x="{x}" y="{y}"/><xdr:ext cx="{width}" cy="{height}"/>'
    return f"<xdr:absoluteAnchor>{place}{inside}<xdr:clientData/></xdr:absoluteAnchor>"


def shape(text: str, *, macro: str = "", box: bool = True, link: str = "", click: str = "") -> str:
    """A text box or a shape; ``link`` shows the content of a cell, ``click`` is the id of a relationship."""
    tells = f'<a:hlinkClick r:id="{click}"/>' if click else ""
    return (
        f'<xdr:sp macro="{macro}" textlink="{link}"><xdr:nvSpPr><xdr:cNvPr id="9" name="文本框 8">{tells}'
        f'</xdr:cNvPr><xdr:cNvSpPr txBox="{int(box)}"/></xdr:nvSpPr>{_PROPERTIES}'
        f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    )


def group(inside: str) -> str:
    named = '<xdr:nvGrpSpPr><xdr:cNvPr id="8" name="组合 7"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr/>'
    return f"<xdr:grpSp>{named}{inside}</xdr:grpSp>"


def connector() -> str:
    named = '<xdr:nvCxnSpPr><xdr:cNvPr id="7" name="直线 6"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr>'
    return f'<xdr:cxnSp macro="">{named}{_PROPERTIES}</xdr:cxnSp>'


def picture(relation: str, *, linked: bool = False, macro: str = "") -> str:
    """A picture of the file, or one from elsewhere."""
    source = f'r:{"link" if linked else "embed"}="{relation}"'
    return (
        f'<xdr:pic macro="{macro}"><xdr:nvPicPr><xdr:cNvPr id="5" name="图片 4"/><xdr:cNvPicPr/>'
        f"</xdr:nvPicPr><xdr:blipFill><a:blip {source}/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>"
        f"{_PROPERTIES}</xdr:pic>"
    )


def frame(uri: str, inside: str) -> str:
    """A frame that holds a chart or a diagram."""
    named = (
        '<xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="图表 2"/><xdr:cNvGraphicFramePr/>'
        "</xdr:nvGraphicFramePr>"
    )
    data = f'<a:graphic><a:graphicData uri="{uri}">{inside}</a:graphicData></a:graphic>'
    xfrm = '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
    return f'<xdr:graphicFrame macro="">{named}{xfrm}{data}</xdr:graphicFrame>'


def drawn(*anchors: str, images: int = 0, links: tuple[str, ...] = (), charts: int = 0) -> Edit:
    """A drawing over the form: its relationships are rId100, ..., images first, then links, then charts."""

    def edit(book: Book) -> None:
        xml = f"{_HEAD}{''.join(anchors)}</xdr:wsDr>"
        attach(DRAWING, xml, "drawing", _TYPE, "drawing")(book)
        for number in range(images):
            book.parts[f"xl/media/seal{number}.png"] = b"\x89PNG"
            _typed(book, f"xl/media/seal{number}.png", "image/png")
            relate(book, DRAWING, "image", f"/xl/media/seal{number}.png")
        for target in links:
            relate(book, DRAWING, "image" if target.endswith(".png") else "hyperlink", target, "External")
        for number in range(charts):
            name = f"xl/charts/chart{number}.xml"
            book.parts[name] = f'<c:chartSpace xmlns:c="{C}"><c:chart/></c:chartSpace>'
            _typed(book, name, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
            relate(book, DRAWING, "chart", f"/{name}")

    return edit


def note(ref: str, text: str, *, shown: bool, box: tuple[int, int, int, int]) -> Edit:
    """A note on a cell. ``box``: the columns and rows, from 0, between which it lies when it is shown."""
    letters = ref.rstrip("0123456789")
    row, column = int(ref.removeprefix(letters)) - 1, ord(letters) - ord("A")
    left, top, right, bottom = box
    style = "position:absolute" + ("" if shown else ";visibility:hidden")
    visible = "<x:Visible/>" if shown else ""
    vml = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s2049" style="{style}">'
        f'<x:ClientData ObjectType="Note"><x:Anchor>{left},0,{top},0,{right},0,{bottom},0</x:Anchor>'
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column>{visible}</x:ClientData></v:shape></xml>"
    )
    comments = (
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author/></authors>'
        f'<commentList><comment ref="{ref}" authorId="0"><text><t>{text}</t></text></comment></commentList>'
        "</comments>"
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"

    def edit(book: Book) -> None:
        attach("xl/comments7.xml", comments, "comments", kind)(book)
        vml_drawing(vml)(book)

    return edit


def vml_drawing(vml: str, point: str = "legacyDrawing") -> Edit:
    """An old drawing: notes and controls, or with ``legacyDrawingHF`` the pictures of headers."""
    kind = "application/vnd.openxmlformats-officedocument.vmlDrawing"
    return attach("xl/drawings/vmlDrawing7.vml", vml, "vmlDrawing", kind, point)


def control(kind: str, anchor: tuple[int, int, int, int], inside: str = "", words: str = "") -> Edit:
    """A form control: ``Button``, ``Checkbox``, ``Spin``, ``Label``, ... between columns and rows from 0."""
    left, top, right, bottom = anchor
    box = f"<v:textbox><div>{words}</div></v:textbox>" if words else ""
    return vml_drawing(
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f'<v:shape id="_x0000_s3001">{box}<x:ClientData ObjectType="{kind}">'
        f"<x:Anchor>{left},0,{top},0,{right},0,{bottom},0</x:Anchor>{inside}</x:ClientData></v:shape></xml>"
    )


def _typed(book: Book, name: str, content_type: str) -> None:
    types = book.root("[Content_Types].xml")
    types.append(types.makeelement(f"{types.tag.removesuffix('Types')}Override"))
    types[-1].set("PartName", f"/{name}")
    types[-1].set("ContentType", content_type)
