"""What lies over cells or hangs on them: drawings, controls, comments, links, tables."""

from pathlib import Path

import pytest

from support.handmade import OFFICE, PACKAGE, WORKBOOK_TYPE, Parts, content_types, workbook_parts, zip_parts
from zpj.xlsx import Range, Sheet, open_workbook
from zpj.xlsx.model.objects import Comment, DrawnObject, Hyperlink, ObjectKind, Table

XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHEET = "xl/worksheets/sheet1.xml"
DRAWING, VML = "xl/drawings/drawing1.xml", "xl/drawings/vmlDrawing1.vml"
FROM_TO = (
    "<xdr:from><xdr:col>{}</xdr:col><xdr:colOff>1</xdr:colOff><xdr:row>{}</xdr:row><xdr:rowOff>1</xdr:rowOff></xdr:from>"
    "<xdr:to><xdr:col>{}</xdr:col><xdr:colOff>1</xdr:colOff><xdr:row>{}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
)


def rels(*entries: tuple[str, str, str]) -> str:
    """Relationships by id, kind and target; an address lies outside."""
    written = ""
    for key, kind, target in entries:
        full = kind if ":" in kind else f"{OFFICE}/{kind}"
        mode = ' TargetMode="External"' if target.startswith("http") else ""
        written += f'<Relationship Id="{key}" Type="{full}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{written}</Relationships>'


def sheet(
    tmp_path: Path, after: str, related: str, parts: Parts, types: dict[str, str] | None = None
) -> Sheet:
    """A sheet with these elements, relationships and parts."""
    book: Parts = workbook_parts(
        after=after, before=f'<cols><col min="1" max="9" width="10" xmlns:r="{OFFICE}"/></cols>'
    )
    book[SHEET] = str(book[SHEET]).replace(
        "<worksheet ", f'<worksheet xmlns:r="{OFFICE}" xmlns:mc="{MC}" ', 1
    )
    book["xl/worksheets/_rels/sheet1.xml.rels"] = related
    more = content_types(WORKBOOK_TYPE, types or {})
    drawing = "application/vnd.openxmlformats-officedocument.drawing+xml"
    more = more.replace("</Types>", f'<Override PartName="/{DRAWING}" ContentType="{drawing}"/></Types>')
    book["[Content_Types].xml"] = more
    return open_workbook(zip_parts(tmp_path / "a.xlsx", book | parts)).sheets[0]


def drawn(tmp_path: Path, anchors: str, related: str = "") -> tuple[DrawnObject, ...]:
    """The objects of a drawing."""
    parts: Parts = {
        DRAWING: (
            f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{A}" xmlns:r="{OFFICE}" '
            f'xmlns:mc="{MC}">{anchors}</xdr:wsDr>'
        ),
        "xl/drawings/_rels/drawing1.xml.rels": related or rels(),
        "xl/media/image1.png": b"\x89PNG",
    }
    return sheet(tmp_path, '<drawing r:id="rId1"/>', rels(("rId1", "drawing", "/" + DRAWING)), parts).objects


def anchor(content: str, *places: int, data: str = "<xdr:clientData/>") -> str:
    return f"<xdr:twoCellAnchor>{FROM_TO.format(*places)}{content}{data}</xdr:twoCellAnchor>"


PICTURE = (
    '<xdr:pic macro="M"><xdr:nvPicPr><xdr:cNvPr id="2" name="图片" hidden="1"><a:hlinkClick r:id="rId2"/>'
    "</xdr:cNvPr>"
    '<xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic>'
)
TEXT = (
    "<xdr:txBody><a:p><a:r><a:t>90</a:t></a:r><a:r><a:t>.00</a:t></a:r></a:p><a:p><a:r><a:t>优</a:t></a:r>"
    "</a:p></xdr:txBody>"
)
BOX = (
    '<xdr:sp textlink="$H$9"><xdr:nvSpPr><xdr:cNvPr id="3" name="框"/><xdr:cNvSpPr txBox="1"/>'
    f"</xdr:nvSpPr>{TEXT}</xdr:sp>"
)


def test_a_picture_with_what_it_covers_runs_and_opens(tmp_path):
    related = rels(("rId1", "image", "../media/image1.png"), ("rId2", "hyperlink", "https://example.org"))
    found = drawn(
        tmp_path, anchor(PICTURE, 7, 20, 9, 26, data='<xdr:clientData fPrintsWithSheet="0"/>'), related
    )
    assert found == (
        DrawnObject(
            ObjectKind.PICTURE,
            Range(21, 8, 26, 10),
            "图片",
            hidden=True,
            macro="M",
            link="https://example.org",
            prints=False,
            part=DRAWING,
            parts=("xl/media/image1.png",),
        ),
    )


def test_a_text_box_with_its_text(tmp_path):
    (found,) = drawn(tmp_path, anchor(BOX, 0, 0, 1, 1))
    assert (found.kind, found.text, found.link, found.cells) == (
        ObjectKind.TEXT_BOX,
        "90.00\n优",
        "$H$9",
        Range(1, 1, 1, 2),
    )


def frame(uri: str) -> str:
    data = f'<a:graphic><a:graphicData uri="{uri}"/></a:graphic>'
    return (
        '<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="4" name="x"/>'
        f"</xdr:nvGraphicFramePr>{data}</xdr:graphicFrame>"
    )


SLICER = "http://schemas.microsoft.com/office/drawing/2010/slicer"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (frame("http://schemas.openxmlformats.org/drawingml/2006/chart"), ObjectKind.CHART),
        (frame("http://schemas.openxmlformats.org/drawingml/2006/diagram"), ObjectKind.DIAGRAM),
        (frame("urn:new"), ObjectKind.UNKNOWN),
        ("<xdr:cxnSp/>", ObjectKind.CONNECTOR),
        (f"<xdr:grpSp>{BOX}</xdr:grpSp>", ObjectKind.GROUP),
        ("<xdr:sp/>", ObjectKind.SHAPE),
        ("<xdr:contentPart/>", ObjectKind.INK),
        ("<xdr:odd/>", ObjectKind.UNKNOWN),
        (
            f'<mc:AlternateContent><mc:Choice Requires="a14">{frame(SLICER)}</mc:Choice><mc:Fallback>'
            "<xdr:sp/></mc:Fallback>"
            "</mc:AlternateContent>",
            ObjectKind.SLICER,
        ),
    ],
)
def test_every_kind_of_drawn_object_is_there(tmp_path, content, kind):
    assert [each.kind for each in drawn(tmp_path, anchor(content, 0, 0, 1, 1))] == [kind]


def test_an_object_placed_by_its_size_covers_the_cells_below_it(tmp_path):
    """Columns of ten characters are 75 pixels wide, rows 15 points high."""
    sized = (
        "<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row>"
        f'<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="{150 * 9525}" cy="{46 * 12700}"/><xdr:sp/>'
        "<xdr:clientData/>"
        f'</xdr:oneCellAnchor><xdr:absoluteAnchor><xdr:pos x="{76 * 9525}" y="0"/><xdr:ext '
        f'cx="{1 << 60}" cy="1"/><xdr:sp/>'
        "<xdr:clientData/></xdr:absoluteAnchor>"
    )
    first, second = drawn(tmp_path, sized)
    assert first.cells == Range(3, 2, 6, 3)
    assert second.cells == Range(1, 2, 1, 16_384)


def vml(shapes: str) -> str:
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="t"/>{shapes}</xml>'
    )


BUTTON = (
    '<v:shape id="_x0000_s1025" style="position:absolute"><v:textbox><div>复核<br></div></v:textbox>'
    '<x:ClientData ObjectType="Button"><x:Anchor>9, 4, 6, 4, 11, 0, 8, 0</x:Anchor>'
    "<x:PrintObject>False</x:PrintObject>"
    "<x:FmlaMacro>[0]!Check</x:FmlaMacro></x:ClientData></v:shape>"
)
CONTROL = (
    '<mc:AlternateContent><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14">'
    '<control shapeId="1025" r:id="rId2" name="按钮"><controlPr macro="{}"><anchor>'
    f"{FROM_TO.replace('xdr:', '').format(9, 6, 11, 8)}</anchor></controlPr></control></mc:Choice>"
    "</mc:AlternateContent>"
    "</controls></mc:Choice></mc:AlternateContent>"
)
SHADOW = (
    '<xdr:sp macro="[0]!Check"><xdr:nvSpPr><xdr:cNvPr id="1025" name="按钮" hidden="1"/><xdr:cNvSpPr/>'
    "</xdr:nvSpPr></xdr:sp>"
)


def controls(tmp_path: Path, macro: str, shadow: str = SHADOW) -> tuple[DrawnObject, ...]:
    """A button as Excel writes it: in VML, in the drawing and in the sheet."""
    parts: Parts = {
        VML: vml(BUTTON),
        DRAWING: f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{A}">{anchor(shadow, 9, 6, 11, 8)}</xdr:wsDr>',
        "xl/ctrlProps/ctrlProp1.xml": "<formControlPr/>",
    }
    related = rels(
        ("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ("rId2", "ctrlProp", "../ctrlProps/ctrlProp1.xml"),
        ("rId3", "drawing", "../drawings/drawing1.xml"),
    )
    after = '<drawing r:id="rId3"/><legacyDrawing r:id="rId1"/>' + CONTROL.replace("{}", macro)
    return sheet(tmp_path, after, related, parts).objects


BUTTON_READ = DrawnObject(
    ObjectKind.CONTROL,
    Range(7, 10, 8, 11),
    "按钮",
    "复核",
    macro="[0]!Check",
    prints=False,
    part=VML,
    parts=("xl/ctrlProps/ctrlProp1.xml",),
    detail="Button",
)


def test_a_button_that_is_told_three_times_is_one(tmp_path):
    assert controls(tmp_path, "[0]!Check") == (BUTTON_READ,)


def test_a_button_that_runs_two_things_is_two(tmp_path):
    assert [each.macro for each in controls(tmp_path, "Evil")] == ["[0]!Check", "Evil"]


def test_a_shape_that_borrows_the_number_of_a_button_is_no_button(tmp_path):
    shadow = SHADOW.replace("</xdr:sp>", f"{TEXT}</xdr:sp>")
    assert [each.text for each in controls(tmp_path, "[0]!Check", shadow)] == ["复核", "90.00\n优"]


def test_vml_that_is_no_xml_counts_as_something(tmp_path):
    related = rels(("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"))
    (found,) = sheet(tmp_path, '<legacyDrawing r:id="rId1"/>', related, {VML: "<xml><v:shape"}).objects
    assert (found.kind, found.part) == (ObjectKind.UNKNOWN, VML)


def test_a_vml_part_that_a_program_dropped_is_missing_and_nothing_else(tmp_path):
    related = rels(("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"))
    assert sheet(tmp_path, '<legacyDrawing r:id="rId1"/>', related, {}).objects == ()


NOTE = (
    '<v:shape id="n" style="visibility:hidden"><x:ClientData ObjectType="Note">{}<x:Anchor>3, 15, 1, 2, '
    "5, 15, 5, 3</x:Anchor>"
    "<x:Row>{}</x:Row><x:Column>8</x:Column></x:ClientData></v:shape>"
)
COMMENTS = (
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>审核</author></authors>'
    '<commentList><comment ref="I16" authorId="0"><text><r><rPr><b/></rPr><t>请</t></r><r><t>补充</t></r>'
    "</text></comment>"
    '<comment ref="I17" authorId="9"><text><t>x</t></text></comment></commentList></comments>'
)


def test_comments_with_their_boxes(tmp_path):
    related = rels(
        ("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ("rId2", "comments", "../comments1.xml"),
    )
    boxes = vml(NOTE.format("<x:Visible/>", 15) + NOTE.format("", 16))
    parts: Parts = {VML: boxes, "xl/comments1.xml": COMMENTS}
    found = sheet(tmp_path, '<legacyDrawing r:id="rId1"/>', related, parts, {"xl/comments1.xml": "comments"})
    assert found.comments == (
        Comment((16, 9), "请补充", "审核", always_shown=True, covers=Range(2, 4, 6, 6)),
        Comment((17, 9), "x", covers=Range(2, 4, 6, 6)),
    )
    assert found.objects == ()


def test_conversations_belong_to_their_comments(tmp_path):
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    related = rels(("rId2", "comments", "../comments1.xml"), ("rId3", kind, "../threaded.xml"))
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    told = "".join(
        f'<threadedComment ref="{ref}" personId="p"><text>答</text></threadedComment>'
        for ref in ("I16", "B2")
    )
    parts: Parts = {
        "xl/comments1.xml": COMMENTS,
        "xl/threaded.xml": f'<ThreadedComments xmlns="{space}">{told}</ThreadedComments>',
    }
    found = threaded(tmp_path, related, parts)
    assert [(comment.cell, comment.threaded, comment.replies) for comment in found] == [
        ((16, 9), True, (": 答",)),
        ((17, 9), False, ()),
        ((2, 2), True, (": 答",)),
    ]


def threaded(tmp_path: Path, related: str, parts: Parts) -> tuple[Comment, ...]:
    book: Parts = workbook_parts() | parts
    book["xl/worksheets/_rels/sheet1.xml.rels"] = related
    book["[Content_Types].xml"] = content_types(WORKBOOK_TYPE, {"xl/comments1.xml": "comments"}).replace(
        "</Types>",
        '<Override PartName="/xl/threaded.xml" '
        'ContentType="application/vnd.ms-excel.threadedcomments+xml"/></Types>',
    )
    return open_workbook(zip_parts(tmp_path / "a.xlsx", book)).sheets[0].comments


def test_links_tables_and_pictures_behind_the_cells(tmp_path):
    related = rels(
        ("rId1", "hyperlink", "https://example.org/a"),
        ("rId2", "image", "../media/image1.png"),
        ("rId3", "table", "../tables/table1.xml"),
        ("rId4", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
    )
    after = (
        '<hyperlinks><hyperlink ref="A1:B2" r:id="rId1" tooltip="t"/><hyperlink ref="C1" '
        'location="乙!A1" display="d"/></hyperlinks>'
        '<legacyDrawingHF r:id="rId4"/><picture r:id="rId2"/><tableParts><tablePart r:id="rId3"/>'
        "</tableParts>"
    )
    table = (
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" displayName="T" '
        'ref="A1:C3" tableType="queryTable"/>'
    )
    parts: Parts = {
        "xl/media/image1.png": b"x",
        "xl/tables/table1.xml": table,
        VML: vml('<v:shape id="CH"><v:imagedata o:relid="rId1"/></v:shape>'),
        "xl/drawings/_rels/vmlDrawing1.vml.rels": rels(("rId1", "image", "../media/image1.png")),
    }
    found = sheet(tmp_path, after, related, parts, {"xl/tables/table1.xml": "table"})
    assert found.hyperlinks == (
        Hyperlink(Range(1, 1, 2, 2), "https://example.org/a", tooltip="t"),
        Hyperlink(Range(1, 3, 1, 3), location="乙!A1", display="d"),
    )
    assert found.background == "xl/media/image1.png"
    assert found.header_pictures == ("xl/media/image1.png",)
    assert found.tables == (Table("T", Range(1, 1, 3, 3), "xl/tables/table1.xml", query=True),)
