"""What lies over the form, beside it or around it, and what keeps a part of it out of sight."""

from pathlib import Path

from support.drawn_objects import (
    C,
    anywhere,
    beside,
    connector,
    control,
    drawn,
    frame,
    group,
    note,
    over,
    picture,
    shape,
    vml_drawing,
)
from support.sheet_edits import (
    add,
    add_to,
    attach,
    define,
    drop,
    header,
    in_book,
    in_view,
    new_cell,
    on,
    on_column,
    on_row,
    unmerge,
)
from support.tamper_cases import Case, case, cases, expected, judged
from support.tampering import hide_column, hide_row, hide_sheet

TOTAL = (7, 25), (9, 26)
"""The corners of total and grade."""
HEADS = (2, 12), (5, 13)
BELOW = (0, 34), (3, 40)
ASIDE = (17, 2), (19, 6)
CORNER = 16, 2, 18, 4
CHART = frame(C, '<c:chart r:id="rId100"/>')
DIAGRAM = frame("http://schemas.openxmlformats.org/drawingml/2006/diagram", "")
LINK = '<hyperlinks><hyperlink ref="{}" location="填报说明!A1"/></hyperlinks>'
TABLE = (
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="t" '
    'displayName="t" ref="H13:H25"><tableColumns count="1"><tableColumn id="1" name="得分"/></tableColumns>'
    "</table>"
)
BREAK = '<rowBreaks count="1" manualBreakCount="1"><brk id="20" max="16383" man="1"/></rowBreaks>'
WORD = "<is><t>{}</t></is>"

OBJECTS = [
    case("text-box-on-total", "S15:H26", drawn(over(shape("98.00"), *TOTAL))),
    case("shape-on-total", "S15:H26", drawn(over(shape("", box=False), *TOTAL))),
    case("shape-on-heads", "S15:C13", drawn(over(shape("年度指标值"), *HEADS))),
    case("one-cell-anchor", "S15:H26", drawn(beside(shape("98.00"), (7, 25), 900000, 200000))),
    case("group-on-total", "S15:H26", drawn(over(group(shape("98.00") + shape("优")), *TOTAL))),
    case("line-through-total", "S15:H26", drawn(over(connector(), *TOTAL))),
    case("shape-with-the-cell's-words", "S15:H26", drawn(over(shape("", link="$G$26"), *TOTAL))),
    case("shape-with-macro-below", "S15:A35", drawn(over(shape("提交", macro="[0]!Send"), *BELOW))),
    case(
        "shape-with-link-below",
        "S15:A35",
        drawn(over(shape("点此", click="rId100"), *BELOW), links=("http://x.cn",)),
    ),
    case("picture-on-total", "S15:H26", drawn(over(picture("rId100"), *TOTAL), images=1)),
    case("picture-on-heads", "S15:C13", drawn(over(picture("rId100"), *HEADS), images=1)),
    case("picture-with-macro", "S15:A35", drawn(over(picture("rId100", macro="M"), *BELOW), images=1)),
    case(
        "picture-from-elsewhere",
        "S15:H26 S08",
        drawn(over(picture("rId100", linked=True), *TOTAL), links=("http://x.cn/a.png",)),
    ),
    case(
        "picture-from-elsewhere-below",
        "~S15:A35 S08",
        drawn(over(picture("rId100", linked=True), *BELOW), links=("file:///c:/a.png",)),
    ),
    case("two-shapes", "S15:H26 S15:C13", drawn(over(shape("1"), *TOTAL), over(shape("2"), *HEADS))),
    case("chart-on-total", "S15:H26", drawn(over(CHART, *TOTAL), charts=1)),
    case("chart-below", "S15:A35", drawn(over(CHART, *BELOW), charts=1)),
    case("diagram-on-total", "S15:H26", drawn(over(DIAGRAM, *TOTAL))),
    case("absolute-on-everything", "S15:A1", drawn(anywhere(shape("x"), 0, 0, 9000000, 9000000))),
    case("seal-below", "~S15:A35", drawn(over(picture("rId100"), *BELOW), images=1)),
    case("seal-on-notes", "~S15:A27", drawn(over(picture("rId100"), (0, 26), (2, 28)), images=1)),
    case("shape-aside", "~S15:R3", drawn(over(shape("已阅"), *ASIDE))),
    case("note-on-total-shown", "S15:H26", note("H26", "应为98", shown=True, box=(6, 24, 9, 27))),
    case("note-afar-lies-on-total", "S15:Q40", note("Q40", "98.00", shown=True, box=(6, 24, 9, 27))),
    case("note-hidden", "~S15:H26", note("H26", "请核实", shown=False, box=(9, 24, 11, 27))),
    case("note-shown-aside", "~S15:O25", note("O25", "请补材料", shown=True, box=(17, 24, 19, 27))),
    *(
        case(f"control-{kind}", "S15:H26", control(kind, (7, 25, 9, 26), words="98.00"))
        for kind in ("Button", "Label", "GBox", "Dialog", "Edit")
    ),
    *(
        case(f"{kind}-bound-to-{ref}", "S15:Q3", control(kind, CORNER, f"<x:FmlaLink>{ref}</x:FmlaLink>"))
        for kind, ref in {"Checkbox": "$F$17", "Spin": "$F$14", "Drop": "$K$19", "Scroll": "$L$19"}.items()
    ),
    case(
        "button-with-macro",
        "S15:Q3",
        control("Button", CORNER, "<x:FmlaMacro>[0]!M</x:FmlaMacro>", "提交"),
    ),
    case(
        "picture-behind-the-cells",
        "S15",
        attach("xl/media/back.png", b"\x89PNG", "image", "image/png", "picture"),
    ),
    case(
        "picture-in-the-header",
        "S15 S13",
        vml_drawing(
            '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
            '<v:shape id="CH" style="position:absolute"><v:imagedata o:relid="rId1"/></v:shape></xml>',
            "legacyDrawingHF",
        ),
        header("&C&G"),
    ),
    *(case(f"link-on-{ref}", f"S15:{ref}", add(LINK.format(ref))) for ref in ("H26", "I15", "A1", "Q40")),
    case(
        "table-over-the-scores",
        "S15:H13",
        attach(
            "xl/tables/table1.xml",
            TABLE,
            "table",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
        ),
        add('<tableParts count="1"><tablePart r:id="rId100"/></tableParts>'),
    ),
]

OUTSIDE = [
    *(
        case(f"words-in-{ref}", f"F07:{ref}", new_cell(ref, WORD.format("总分 98.00"), t="inlineStr"))
        for ref in ("P26", "J26", "A31", "H30", "Z99", "P1")
    ),
    case("number-beside-the-total", "F07:P26", new_cell("P26", "<v>98</v>")),
    case("formula-below", "F07:H31", new_cell("H31", "<f>H26+5</f><v>97.87</v>")),
    case("link-formula", "F07:P3", new_cell("P3", '<f>HYPERLINK("http://x.cn","点")</f><v>点</v>', t="str")),
    case("error-below", "F07:H31", new_cell("H31", "<v>#N/A</v>", t="e")),
    case("truth-below", "F07:H31", new_cell("H31", "<v>1</v>", t="b")),
    case("blanks-below", "", new_cell("H31", WORD.format("  "), t="inlineStr")),
]

LINES = [
    *(case(f"row-{row}-hidden", f"S07:A{row}", hide_row(row)) for row in (7, 14, 15, 25, 26, 1)),
    *(
        case(f"row-{row}-{height}-high", f"S07:A{row}", on_row(row, ht=height, customHeight="1"))
        for row in (14, 16, 26)
        for height in ("0", "0.75", "2.5", "6")
    ),
    case("row-hidden-in-a-group", "S07:A16", on_row(16, hidden="1", outlineLevel="1")),
    case("rows-by-two", "S07:A14 S07:A16", hide_row(14), hide_row(16)),
    case("rows-in-a-stretch", "S07:A14", hide_row(14), hide_row(15), hide_row(16)),
    case("row-grouped-and-open", "", on_row(16, outlineLevel="1")),
    case("rows-a-little-higher", "", on_row(16, ht="90", customHeight="1")),
    *(
        case(f"column-{letter}-hidden", f"S07:{letter}1", hide_column(number))
        for number, letter in ((5, "E"), (8, "H"), (9, "I"), (14, "N"))
    ),
    *(case(f"column-width-{width}", "S07:H1", on_column(8, width=width)) for width in ("0", "0.1", "2", "4")),
    case("column-wider", "", on_column(8, width="30")),
    case("unlisted-rows-hidden", "", on("sheetFormatPr", zeroHeight="1")),
    case("filter-that-hides", "S07:A15", add('<autoFilter ref="A13:O25"/>'), hide_row(15)),
    case("form-sheet-hidden", "S07", hide_sheet("自评表")),
    case("form-sheet-hidden-away", "S07", hide_sheet("自评表", "veryHidden")),
    case("instructions-hidden-away", "S07", hide_sheet("填报说明", "veryHidden")),
]

PANE = '<pane xSplit="{}" ySplit="{}" topLeftCell="{}" state="frozen" activePane="bottomRight"/>'
VIEWS = [
    case("noughts-not-shown", "S14", on("sheetView", showZeros="0")),
    case("formulas-shown", "S14", on("sheetView", showFormulas="1")),
    case("from-right-to-left", "S14", on("sheetView", rightToLeft="1")),
    case("panes-over-the-form", "S14", in_view(PANE.format(0, 30, "A31"))),
    case("panes-that-scroll-away", "S14", in_view(PANE.format(1, 13, "B200"))),
    case("panes-of-columns", "S14", in_view(PANE.format(12, 0, "M1"))),
    case("panes-split", "S14", in_view('<pane xSplit="9000" ySplit="9000" topLeftCell="P60"/>')),
    case("heads-frozen", "", in_view(PANE.format(0, 13, "A14"))),
    case("labels-frozen", "", in_view(PANE.format(4, 13, "E14"))),
    case("zoomed-to-10", "", on("sheetView", zoomScale="10")),
    case("zoomed-to-400", "", on("sheetView", zoomScale="400")),
    case("page-break-preview", "", on("sheetView", view="pageBreakPreview")),
    case("scrolled-away", "", on("sheetView", topLeftCell="A20")),
    *(
        case(f"window-{state}", "S14", in_book("workbookView", visibility=state))
        for state in ("hidden", "veryHidden")
    ),
    case("window-minimized", "S14", in_book("workbookView", minimized="1")),
    case("window-without-tabs", "S14", in_book("workbookView", showSheetTabs="0")),
    case("window-far-away", "S14", in_book("workbookView", xWindow="900000", yWindow="0")),
    case("window-far-up", "S14", in_book("workbookView", yWindow="-400000")),
    case("window-of-no-size", "S14", in_book("workbookView", windowWidth="100", windowHeight="100")),
    case("window-moved", "", in_book("workbookView", xWindow="300", yWindow="500", windowWidth="9000")),
    case("scroll-bars-away", "", in_book("workbookView", showVerticalScroll="0")),
]

PRINT = [
    *(
        case(f"header-{name}", "S13", header(text))
        for name, text in {
            "total": "&C总分：98.00 等级：优",
            "left": "&L已审核",
            "large": "&C&72作废",
            "white": "&C&KFFFFFF隐",
            "date": "&R&D",
        }.items()
    ),
    case("first-page-differs", "S13", on("headerFooter", differentFirst="1")),
    case("even-pages-differ", "S13", on("headerFooter", differentOddEven="1")),
    case("landscape", "S13", on("pageSetup", orientation="landscape")),
    case("not-fitted", "S13", drop("pageSetUpPr")),
    case("grid-lines-printed", "S13", on("printOptions", gridLines="1")),
    case("headings-printed", "S13", on("printOptions", headings="1")),
    case("notes-printed", "S13", on("pageSetup", cellComments="asDisplayed")),
    case("errors-printed-blank", "S13", on("pageSetup", errors="blank")),
    *(
        case(f"print-area-{name}", "S13", define("_xlnm.Print_Area", area, localSheetId="0"))
        for name, area in {
            "without-scores": "自评表!$A$1:$G$29",
            "without-total": "自评表!$A$1:$I$25",
            "in-two": "自评表!$A$1:$I$14,自评表!$A$16:$I$29",
            "elsewhere": "填报说明!$A$1:$C$9",
            "with-aids": "自评表!$A$1:$O$29",
            "broken": "#REF!",
        }.items()
    ),
    *(
        case(f"titles-{name}", "S13", define("_xlnm.Print_Titles", rows, localSheetId="0"))
        for name, rows in {
            "of-row-26": "自评表!$26:$26",
            "many": "自评表!$1:$13",
            "columns": "自评表!$A:$B",
        }.items()
    ),
    case("margins", "", on("pageMargins", left="0.2", right="0.2")),
    case(
        "page-breaks",
        "",
        add(BREAK),
    ),
]

MERGES = [
    *(
        case(f"merge-{area}", f"S11:{first}", add_to("mergeCells", f'<mergeCell ref="{area}"/>'))
        for area, first in {
            "G15:H15": "G15",
            "H14:H16": "H14",
            "H26:I26": "H26",
            "E14:G14": "E14",
            "I15:O15": "I15",
            "H25:H26": "H25",
        }.items()
    ),
    case("merges-gone-of-total", "S11:A26", unmerge("A26:F26")),
    case("merges-gone-of-title", "S11:A1", unmerge("A1:I1")),
    case("merge-below", "", add_to("mergeCells", '<mergeCell ref="A33:I36"/>')),
]


@cases([*OBJECTS, *OUTSIDE, *LINES, *VIEWS, *PRINT, *MERGES])
def test_what_covers_or_hides_is_found(case: Case, tmp_path: Path) -> None:
    assert judged(case, tmp_path) == expected(case)
