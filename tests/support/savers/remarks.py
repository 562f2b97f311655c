"""A reviewer's comment in a form, and the seal of the unit beside its notes, as Excel writes them."""

from collections.abc import Iterator
from dataclasses import dataclass

from support.savers.edits import Edits
from support.savers.grid import split
from support.savers.package import DECLARATION, S, related
from support.savers.spelling import t_xml, uid

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_MICROSOFT = "http://schemas.microsoft.com/office/2017/10/relationships"
_REVISION = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
# What Excel 365 writes for older versions beside a threaded comment.
_OLD_VERSION = (
    "[线程批注]\n\n你的Excel版本可读取此线程批注; 但如果在更新版本的Excel中打开文件，"
    "则对批注所作的任何改动都将被删除。"
    "了解详细信息: https://go.microsoft.com/fwlink/?linkid=870924\n\n注释:\n    "
)
_VML = """<xml xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
 <o:shapelayout v:ext="edit">
  <o:idmap v:ext="edit" data="1"/>
 </o:shapelayout></xml>"""
_NOTE_TYPE = """<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"
  path="m,l,21600r21600,l21600,xe">
  <v:stroke joinstyle="miter"/>
  <v:path gradientshapeok="t" o:connecttype="rect"/>
 </v:shapetype>"""
_DRAWING = (
    f"{DECLARATION}"
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"></xdr:wsDr>'
)
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment and whose it is."""

    ref: str
    text: str
    author: str = "审核人"


def comment(data: bytes, remark: Remark) -> bytes:
    """A note that shows when the mouse is over its cell: what Excel calls 批注 until 2016, 备注 since."""
    form = Edits(data)
    runs = (
        f"<r><rPr><b/>{_NOTE_FONT}</rPr>{t_xml(remark.author + ':')}</r>"
        f'<r><rPr>{_NOTE_FONT}</rPr><t xml:space="preserve">\n{t_xml(remark.text)[3:]}</r>'
    )
    entry = f'<comment ref="{remark.ref}" authorId="0" shapeId="0"><text>{runs}</text></comment>'
    _comments(form, remark.author, entry)
    _note(form, remark.ref)
    return form.save()


def threaded_comment(data: bytes, remark: Remark) -> bytes:
    """A comment of Excel 365: a thread, its person, and a note for older versions."""
    form = Edits(data)
    thread, person = uid("thread", remark.ref), uid("person", remark.author)
    text = f"<text>{t_xml(_OLD_VERSION + remark.text)}</text>"
    entry = f'<comment ref="{remark.ref}" authorId="0" shapeId="0" xr:uid="{thread}">{text}</comment>'
    _comments(form, f"tc={thread}", entry)
    _note(form, remark.ref)
    body = (
        f'<threadedComment ref="{remark.ref}" dT="2027-01-20T02:10:05.31" personId="{person}" id="{thread}">'
        f"<text>{t_xml(remark.text)[3:-4]}</text></threadedComment>"
    )
    _threads(
        form,
        body,
        f'<person displayName="{remark.author}" id="{person}" userId="{remark.author}" providerId="None"/>',
    )
    return form.save()


def seal(data: bytes, picture: bytes, first: str, last: str) -> bytes:
    """The picture of a seal between two cells, such as A31 and C36 below the notes. PNG or JPEG."""
    form = Edits(data)
    suffix = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    sheet = form.sheet()
    drawing = related(form.parts, sheet, "drawing")
    if drawing is None:
        drawing = form.add(f"xl/drawings/drawing{_free(form)}.xml", _DRAWING, f"{_OFFICE}.drawing+xml")
        form.point("drawing", form.relate(sheet, "drawing", drawing))
    image = form.add("xl/media/image1." + suffix, picture, f"image/{suffix}", suffix)
    anchor = _anchor(first, last, form.relate(drawing, "image", image))
    end = b"</xdr:wsDr>"
    form.parts[drawing] = form.parts[drawing].replace(end, anchor.encode() + end)
    return form.save()


_NOTE_FONT = '<sz val="9"/><color indexed="81"/><rFont val="宋体"/><family val="3"/><charset val="134"/>'


def _comments(form: Edits, author: str, entry: str) -> None:
    root = f'xmlns="{S}" xmlns:mc="{_MC}" mc:Ignorable="xr" xmlns:xr="{_REVISION}"'
    body = f"<authors><author>{author}</author></authors><commentList>{entry}</commentList>"
    part = form.add(
        "xl/comments1.xml", f"{DECLARATION}<comments {root}>{body}</comments>", f"{_SHEET}.comments+xml"
    )
    form.relate(form.sheet(), "comments", part)


def _note(form: Edits, ref: str) -> None:
    """The yellow box of a note, hidden, in the one VML drawing of the sheet."""
    sheet = form.sheet()
    part = related(form.parts, sheet, "vmlDrawing")
    if part is None:
        kind = f"{_OFFICE}.vmlDrawing"
        part = form.add(f"xl/drawings/vmlDrawing{_free(form)}.vml", _VML, kind, "vml")
        form.point("legacyDrawing", form.relate(sheet, "vmlDrawing", part))
    shape = _NOTE_TYPE + _shape(ref, _number(form.parts[part]))
    form.parts[part] = form.parts[part].replace(b"</xml>", shape.encode() + b"</xml>")


def _number(drawing: bytes) -> int:
    """The next free number of a shape; those of the first sheet start at 1025."""
    return next(number for number in range(1025, 2049) if b"_x0000_s%d" % number not in drawing)


def _free(form: Edits) -> int:
    return next(at for at in range(1, 99) if not any(f"rawing{at}." in name for name in form.parts))


def _shape(ref: str, number: int) -> str:
    column, row = split(ref)
    top = max(0, row - 2)
    anchor = f"{column}, 15, {top}, 10, {column + 2}, 15, {top + 4}, 4"
    return f"""<v:shape id="_x0000_s{number}" type="#_x0000_t202" style='position:absolute;
  margin-left:59.25pt;margin-top:1.5pt;width:108pt;height:59.25pt;z-index:{number - 1024};
  visibility:hidden' fillcolor="infoBackground [80]" strokecolor="none [81]" o:insetmode="auto">
  <v:fill color2="infoBackground [80]"/>
  <v:shadow color="none [81]" obscured="t"/>
  <v:path o:connecttype="none"/>
  <v:textbox style='mso-direction-alt:auto'>
   <div style='text-align:left'></div>
  </v:textbox>
  <x:ClientData ObjectType="Note">
   <x:MoveWithCells/>
   <x:SizeWithCells/>
   <x:Anchor>
    {anchor}</x:Anchor>
   <x:AutoFill>False</x:AutoFill>
   <x:Row>{row - 1}</x:Row>
   <x:Column>{column - 1}</x:Column>
  </x:ClientData>
 </v:shape>"""


def _threads(form: Edits, body: str, person: str) -> None:
    namespaces = f'xmlns="{_THREADS}" xmlns:x="{S}"'
    thread = form.add(
        "xl/threadedComments/threadedComment1.xml",
        f"{DECLARATION}<ThreadedComments {namespaces}>{body}</ThreadedComments>",
        "application/vnd.ms-excel.threadedcomments+xml",
    )
    form.relate(form.sheet(), f"{_MICROSOFT}/threadedComment", thread)
    people = form.add(
        "xl/persons/person.xml",
        f"{DECLARATION}<personList {namespaces}>{person}</personList>",
        "application/vnd.ms-excel.person+xml",
    )
    form.relate(form.book, f"{_MICROSOFT}/person", people)


def _anchor(first: str, last: str, relation: str) -> str:
    start, end = ("".join(_place(ref)) for ref in (first, last))
    return (
        f'<xdr:twoCellAnchor editAs="oneCell"><xdr:from>{start}</xdr:from><xdr:to>{end}</xdr:to><xdr:pic>'
        '<xdr:nvPicPr><xdr:cNvPr id="2" name="图片 1"/><xdr:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></xdr:cNvPicPr>'
        f'</xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="{_RELATED}" r:embed="{relation}"/>'
        '<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1143000" cy="1143000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</xdr:spPr>"
        "</xdr:pic><xdr:clientData/></xdr:twoCellAnchor>"
    )


def _place(ref: str) -> Iterator[str]:
    column, row = split(ref)
    for name, value in (("col", column - 1), ("colOff", 0), ("row", row - 1), ("rowOff", 0)):
        yield f"<xdr:{name}>{value}</xdr:{name}>"
