"""Buttons as Excel 2010 and later writes them: three times, for itself, for drawings and for Excel 2007."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from support.savers.package import DECLARATION, MC, parse
from support.savers.spelling import text_xml

_V = "urn:schemas-microsoft-com:vml"
_X = "urn:schemas-microsoft-com:office:excel"
_PIXEL = 9525
_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
CONTROL_TYPE = "application/vnd.ms-excel.controlproperties+xml"
CONTROL_XML = f'{DECLARATION}<formControlPr xmlns="{_X14}" objectType="Button" lockText="1"/>'


@dataclass(frozen=True, slots=True)
class Button:
    """A button on a sheet; ``anchor`` is column, pixels, row, pixels of its first and its last corner."""

    number: int
    words: str
    macro: str
    anchor: tuple[int, ...]


def buttons(vml: bytes) -> list[Button]:
    """The buttons of a VML drawing."""
    return list(_buttons(parse(vml)))


def controls_xml(found: list[Button], first_id: int) -> str:
    """The ``<controls>`` of the sheet, wrapped for programs without x14; ids count from ``first_id``."""
    inside = "".join(_control(button, f"rId{first_id + at}", at + 1) for at, button in enumerate(found))
    return _alternative(f"<controls>{inside}</controls>", "x14")


def drawing_xml(found: list[Button]) -> str:
    """The drawing that has every button again as a hidden shape, by the number of its VML shape."""
    inside = "".join(_shape(button, at + 1) for at, button in enumerate(found))
    return f'{DECLARATION}<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}">{inside}</xdr:wsDr>'


def vml(found: list[Button]) -> str:
    """The VML drawing, broken into lines as Excel breaks it."""
    return _VML_HEAD + "".join(map(_vml_shape, found)) + "</xml>"


def _buttons(root: etree._Element) -> Iterator[Button]:
    for shape in root.iter(f"{{{_V}}}shape"):
        data = shape.find(f"{{{_X}}}ClientData")
        if data is None or data.get("ObjectType") != "Button":
            continue
        anchor = tuple(int(part) for part in (data.findtext(f"{{{_X}}}Anchor") or "").split(","))
        box = shape.find(f"{{{_V}}}textbox")
        words = "" if box is None else "".join(str(text) for text in box.itertext()).strip()
        macro = data.findtext(f"{{{_X}}}FmlaMacro") or ""
        yield Button(int(shape.get("id", "").rpartition("_s")[2]), words, macro, anchor)


def _alternative(inside: str, requires: str, declared: str = "") -> str:
    choice = f'<mc:Choice {declared}Requires="{requires}">{inside}</mc:Choice>'
    return f'<mc:AlternateContent xmlns:mc="{MC}">{choice}</mc:AlternateContent>'


def _control(button: Button, relation: str, at: int) -> str:
    first, last = _corner(button.anchor[:4], ""), _corner(button.anchor[4:], "")
    return _alternative(
        f'<control shapeId="{button.number}" r:id="{relation}" name="Button {at}">'
        f'<controlPr defaultSize="0" print="0" autoFill="0" autoPict="0" macro="{button.macro}">'
        f'<anchor moveWithCells="1" sizeWithCells="1"><from>{first}</from><to>{last}</to></anchor>'
        "</controlPr></control>",
        "x14",
    )


def _corner(corner: tuple[int, ...], prefix: str) -> str:
    column, right, row, down = corner
    names = ("col", column), ("colOff", right * _PIXEL), ("row", row), ("rowOff", down * _PIXEL)
    return "".join(f"<xdr:{name}>{value}</xdr:{name}>" for name, value in names)


def _shape(button: Button, at: int) -> str:
    first, last = _corner(button.anchor[:4], ""), _corner(button.anchor[4:], "")
    spid = f'<a14:compatExt spid="_x0000_s{button.number}"/>'
    letters = '<a:latin typeface="宋体"/><a:ea typeface="宋体"/>'
    anchored = (
        f"<xdr:twoCellAnchor><xdr:from>{first}</xdr:from><xdr:to>{last}</xdr:to>"
        f'<xdr:sp macro="{button.macro}" textlink=""><xdr:nvSpPr>'
        f'<xdr:cNvPr id="{button.number}" name="Button {at}" hidden="1">'
        f'<a:extLst><a:ext uri="{{63B3BB69-23CF-44E3-9099-C40C66FF867C}}">{spid}</a:ext></a:extLst>'
        '</xdr:cNvPr><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr bwMode="auto"><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        '<a:ln w="9525"><a:miter lim="800000"/><a:headEnd/><a:tailEnd/></a:ln></xdr:spPr><xdr:txBody>'
        '<a:bodyPr vertOverflow="clip" wrap="square" lIns="27432" tIns="18288" rIns="27432" bIns="18288" '
        'anchor="ctr" upright="1"/><a:lstStyle/><a:p><a:pPr algn="ctr" rtl="0"><a:defRPr sz="1000"/></a:pPr>'
        '<a:r><a:rPr lang="zh-CN" altLang="en-US" sz="1100" b="0" i="0" u="none" strike="noStrike">'
        f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill>{letters}</a:rPr>'
        f"<a:t>{text_xml(button.words)}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        '<xdr:clientData fPrintsWithSheet="0"/></xdr:twoCellAnchor>'
    )
    choice = f'<mc:Choice xmlns:a14="{_A14}" Requires="a14">{anchored}</mc:Choice><mc:Fallback/>'
    return f'<mc:AlternateContent xmlns:mc="{MC}">{choice}</mc:AlternateContent>'


_VML_HEAD = """<xml xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
 <o:shapelayout v:ext="edit">
  <o:idmap v:ext="edit" data="1"/>
 </o:shapelayout><v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201"
  path="m,l,21600r21600,l21600,xe">
  <v:stroke joinstyle="miter"/>
  <v:path shadowok="f" o:extrusionok="f" strokeok="f" fillok="f" o:connecttype="rect"/>
  <o:lock v:ext="edit" shapetype="t"/>
 </v:shapetype>"""


def _vml_shape(button: Button) -> str:
    anchor = ", ".join(map(str, button.anchor))
    order = button.number - 1024
    return f"""<v:shape id="_x0000_s{button.number}" type="#_x0000_t201" style='position:absolute;
  margin-left:0;margin-top:0;width:96pt;height:42pt;z-index:{order};mso-wrap-style:tight'
  fillcolor="buttonFace [67]" strokecolor="windowText [64]" o:insetmode="auto">
  <v:fill color2="buttonFace [67]" o:detectmouseclick="t"/>
  <o:lock v:ext="edit" rotation="t"/>
  <v:textbox style='mso-direction-alt:auto' o:singleclick="f">
   <div style='text-align:center'><font face="宋体" size="220"
   color="#000000">{text_xml(button.words)}</font></div>
  </v:textbox>
  <x:ClientData ObjectType="Button">
   <x:Anchor>
    {anchor}</x:Anchor>
   <x:PrintObject>False</x:PrintObject>
   <x:AutoFill>False</x:AutoFill>
   <x:FmlaMacro>{button.macro}</x:FmlaMacro>
   <x:TextHAlign>Center</x:TextHAlign>
   <x:TextVAlign>Center</x:TextVAlign>
  </x:ClientData>
 </v:shape>"""
