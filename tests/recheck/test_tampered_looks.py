"""What a cell looks like: nothing may be unreadable, and nothing locked may look otherwise than issued."""

from pathlib import Path

from support.sheet_edits import add, alignment, condition, content, font, look
from support.tamper_cases import Case, case, cases, expected, judged

UNREADABLE = {
    "white": '<color rgb="FFFFFFFF"/>',
    "nearly-white": '<color rgb="FFFDFDFD"/>',
    "pale-grey": '<color rgb="FFD9D9D9"/>',
    "pale-yellow": '<color rgb="FFFFFF99"/>',
    "transparent-white": '<color rgb="00FFFFFF"/>',
    "theme-white": '<color theme="0"/>',
    "theme-tinted": '<color theme="1" tint="0.99"/>',
    "theme-accent-washed": '<color theme="4" tint="0.95"/>',
    "indexed-white": '<color indexed="9"/>',
    "indexed-old-white": '<color indexed="1"/>',
    "indexed-window": '<color indexed="65"/>',
    "one-point": '<sz val="1"/>',
    "two-points": '<sz val="2"/>',
    "five-points": '<sz val="5"/>',
    "wingdings": '<name val="Wingdings"/>',
    "wingdings-2": '<name val="Wingdings 2"/>',
    "webdings": '<name val="Webdings"/>',
    "symbol": '<name val="Symbol"/>',
    "marlett": '<name val="Marlett"/>',
    "barcode": '<name val="IDAutomationHC39M Barcode"/>',
    "superscript": '<vertAlign val="superscript"/>',
    "subscript": '<vertAlign val="subscript"/>',
}
"""Fonts of which nothing can be read on white."""
TARGETS = ("H26", "I26", "H14", "E14", "F14", "I15", "N14")
DIFFERENT = {
    "red": '<color rgb="FFFF0000"/>',
    "grey": '<color rgb="FF808080"/>',
    "theme-accent": '<color theme="5"/>',
    "small": '<sz val="7"/>',
    "large": '<sz val="30"/>',
    "struck": "<strike/>",
    "italic": "<i/>",
    "underlined": "<u/>",
    "double-underlined": '<u val="double"/>',
}
"""Fonts that can be read and are not those of locked cells."""
SOLID = '<fill><patternFill patternType="solid"><fgColor rgb="{}"/></patternFill></fill>'
FILLS = {
    "black": SOLID.format("FF000000"),
    "navy": SOLID.format("FF000033"),
    "dark-theme": '<fill><patternFill patternType="solid"><fgColor theme="1"/></patternFill></fill>',
    "dark-indexed": '<fill><patternFill patternType="solid"><fgColor indexed="8"/></patternFill></fill>',
    "gradient": '<fill><gradientFill><stop position="0"><color rgb="FF000000"/></stop>'
    '<stop position="1"><color rgb="FF000000"/></stop></gradientFill></fill>',
}
RED = '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill>'
ALIGNED = {
    "indented": {"horizontal": "left", "indent": "20"},
    "indented-to-the-right": {"horizontal": "right", "indent": "15"},
    "stacked": {"textRotation": "255"},
    "upright": {"textRotation": "90"},
    "downward": {"textRotation": "180"},
    "tilted": {"textRotation": "45"},
}
MILD = {
    "left": {"horizontal": "left"},
    "filled": {"horizontal": "fill"},
    "at-the-top": {"vertical": "top"},
    "spread": {"vertical": "distributed"},
}
RUN = '<is><r><rPr>{}<sz val="11"/></rPr><t>{}</t></r><r><t>{}</t></r></is>'
RAISED = '<vertAlign val="superscript"/>'
RULES = {
    "white": ('<font><color rgb="FFFFFFFF"/></font>', "TRUE"),
    "theme-white": ('<font><color theme="0"/></font>', "TRUE"),
    "words": ('<numFmt numFmtId="200" formatCode="&quot;98.00&quot;"/>', "TRUE"),
    "nothing": ('<numFmt numFmtId="201" formatCode=";;;"/>', "TRUE"),
    "black": ('<fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill>', "TRUE"),
    "when-printed": ('<font><color rgb="FFFFFFFF"/></font>', "ROW()&gt;13"),
    "bold-only": ("<font><b/></font>", "$H$26&gt;90"),
    "struck": ("<font><strike/></font>", "H26&lt;95"),
}
"""Conditional formats: what they show, and when."""
BAR = (
    '<conditionalFormatting sqref="{}"><cfRule type="dataBar" priority="1"><dataBar showValue="0">'
    '<cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>'
)
ICONS = (
    '<conditionalFormatting sqref="{}"><cfRule type="iconSet" priority="1">'
    '<iconSet iconSet="3Symbols" showValue="0"><cfvo type="percent" val="0"/><cfvo type="percent" val="1"/>'
    '<cfvo type="percent" val="2"/></iconSet></cfRule></conditionalFormatting>'
)
SCALE = (
    '<conditionalFormatting sqref="{}"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/>'
    '<cfvo type="max"/><color rgb="FF000000"/><color rgb="FF000000"/></colorScale></cfRule>'
    "</conditionalFormatting>"
)
X14_BAR = (
    '<extLst><ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}"><x14:conditionalFormattings>'
    '<x14:conditionalFormatting><x14:cfRule type="expression" priority="1" id="{{1}}"><xm:f>TRUE</xm:f>'
    '<x14:dxf><font><color rgb="FFFFFFFF"/></font></x14:dxf></x14:cfRule><xm:sqref>{}</xm:sqref>'
    "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
)
AREAS = {"H26": "H26", "H14:H25": "H14", "A1:O40": "A1", "E14 I15 H26": "E14 I15 H26"}


def areas(code: str, found: str) -> str:
    return " ".join(f"{code}:{ref}" for ref in found.split())


TABLE: list[Case] = [
    *(
        case(f"{ref}-{name}", f"F08:{ref}", font(ref, inside))
        for ref in TARGETS
        for name, inside in UNREADABLE.items()
        if ref == "H26" or name in ("white", "theme-white", "one-point", "wingdings")
    ),
    *(case(f"E14-{name}", "F08:E14", font("E14", inside)) for name, inside in DIFFERENT.items()),
    *(
        case(f"answer-{name}", "", font("F14", inside))
        for name, inside in DIFFERENT.items()
        if name != "theme-accent"
    ),
    *(
        case(f"{ref}-filled-{name}", f"F08:{ref}", look(ref, "fill", xml))
        for ref in ("H26", "F14")
        for name, xml in FILLS.items()
    ),
    case("score-reddened", "F08:H14", look("H14", "fill", RED)),
    case("answer-reddened", "", look("F14", "fill", RED)),
    *(
        case(f"{ref}-{name}", f"F08:{ref}", alignment(ref, **attributes))
        for ref in ("H26", "E14")
        for name, attributes in (ALIGNED | MILD).items()
    ),
    *(case(f"answer-{name}", "F08:F14", alignment("F14", **each)) for name, each in ALIGNED.items()),
    case(
        "white-run-in-a-target",
        "F08:E19",
        content("E19", RUN.format('<color rgb="FFFFFFFF"/>', "2026年", "5月1日前"), t="inlineStr"),
    ),
    case(
        "tiny-run-in-a-label",
        "F08:D14",
        content(
            "D14", RUN.format('<vertAlign val="superscript"/>', "举办夜间", "文旅主题活动"), t="inlineStr"
        ),
    ),
    case(
        "symbols-in-a-reason",
        "F08:I15",
        content("I15", RUN.format('<rFont val="Wingdings"/>', "原定只在两个街区", "试点"), t="inlineStr"),
    ),
    *(
        case(f"rule-{name}-on-{area}", areas("S12", found), condition(area, dxf, formula))
        for name, (dxf, formula) in RULES.items()
        for area, found in AREAS.items()
        if area == "H26" or name in ("white", "words")
    ),
    *(
        case(f"rule-{name}-on-{area}", areas("S12", found), add(xml.format(area)))
        for name, xml in {"bar": BAR, "icons": ICONS, "scale": SCALE, "x14": X14_BAR}.items()
        for area, found in {"H26": "H26", "H14:H25": "H14"}.items()
    ),
]


@cases(TABLE)
def test_looks_are_judged_by_what_can_be_read(case: Case, tmp_path: Path) -> None:
    assert judged(case, tmp_path) == expected(case)
