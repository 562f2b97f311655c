"""Number formats that show something else than a cell holds are found at that cell; others pass."""

from pathlib import Path

from support.tamper_cases import Case, case, cases, expected, judged
from support.tampering import show_as

HIDING = {
    "nothing": ";;;",
    "one-section-of-nothing": '""',
    "blank": '" "',
    "no-positive": ";-0.00;0.00",
    "literal": '"98.00"',
    "escaped-literal": r"\9\8.\0\0",
    "literal-before": '"9"0.00',
    "literal-behind": '0.00"5"',
    "escape-before": r"\10.00",
    "plus-sign": "+0.00",
    "bracketed-text": '[Red]"优"',
    "white": "[White]0.00",
    "yellow": "[Yellow]0.00",
    "colour-2": "[Color2]0.00",
    "colour-15": "[Color 15]0.00",
    "less-decimals": "0.0",
    "whole": "0",
    "tens": "0,",
    "millions": "0.00,,",
    "percent": "0.00%",
    "permille": '0.00"‰"',
    "scientific": "0.E+00",
    "scientific-long": "0.0000E+00",
    "fraction": "# ?/?",
    "fraction-of-four": "# ?/4",
    "date": "yyyy-mm-dd",
    "clock": "hh:mm",
    "hours": "[h]:mm",
    "days": "d",
    "weekday": "aaaa",
    "condition": '[>=90]"98.50";0.00',
    "condition-below": '[<100]"100";0.00',
    "condition-equal": '[=92.87]"95";0.00',
    "two-conditions": '[>200]0.00;[>1]"99";0.00',
    "fill-sign": "*x",
    "fill-before": "*#0.00",
    "fill-behind": "0.00*9",
    "pushed-out": "0.00                    ",
    "widths": "0.00_x_x_x_x_x_x_x_x_x_x_x_x_x_x_x",
    "words-of-text": '"甲";"乙";"丙";"丁"',
    "chinese-numbers": "[DBNum1]0.00",
    "chinese-capitals": "[DBNum2]General",
    "arabic-digits": "[$-2000000]0.00",
    "thai-digits": "t0.00",
    "currency": "[$9-804]0.00",
    "locale-literal": '[$98.5-804]""',
    "unit-changed": '0.00"折"',
    "minus-always": "-0.00",
    "brackets": "(0.00)",
    "placeholder-only": "?",
    "hash-only": "#",
    "general-with-words": '"约"General',
    "month-in-minutes": "[mm]",
    "text-only": "@@",
    "subtle-quote": '0."9"0',
    "percent-escaped": r"0.00\%",
}
"""Formats of the total, 92.87, that show another figure, none, or other words around it."""
LAWFUL = {
    "more-decimals": "0.000",
    "grouped": "#,##0.00",
    "general": "General",
    "blank-of-a-width": "0.00_ ",
    "negative-red": r"0.00_ ;[Red]\-0.00\ ",
    "both-signs": "0.00;-0.00",
    "with-text-section": "0.00;-0.00;0.00;@",
    "optional-decimals": "0.00##",
    "accounting-width": "0.00_);(0.00)",
}
"""Formats that a person may choose: they show the same figure."""
SOME = ("nothing", "literal", "millions", "percent", "date", "condition-below", "white", "fill-sign")
CELLS = {"H26": "total", "H14": "score", "I7": "execution", "N3": "status"}
PERCENT = {"none": ";;;", "fixed": '"100%"', "moved": "0.00%%", "tenfold": '0"0%"', "white": "[White]0.00%"}
UNITS = {
    "F14": ('0"场元";;;', '"24"', 'General"个"', 'General"万场"', "0,", "0.E+0"),
    "E15": ('"≥"0"百家"', '"≤"0"家"', '"≥"0"家"0', "0"),
    "G14": ('"10"', "0.0%", ";;"),
    "F7": ('"600.00"', "0", "0.0", "#,##0"),
    "E7": ('"571.32"', "0,", ";;;"),
    "L19": ("0.0%%", '"60%"', "0.E+00"),
}
TEXTS = {
    "F19": ('"2026年4月28日"', ";;;", '@"（已延期）"', '"未"@', "0;0;0;"),
    "I26": ('"优"', '@"秀"', ";;;"),
    "E23": (";;;", '"基本"@', '"显著提升"'),
    "K24": ('"达成"', ";;;"),
    "A26": ('"合计"', ";;;"),
}
TABLE = [
    *(case(f"total-{name}", "F06:H26", show_as("H26", code)) for name, code in HIDING.items()),
    *(
        case(f"{what}-{name}", f"F06:{ref}", show_as(ref, HIDING[name]))
        for ref, what in CELLS.items()
        if ref != "H26"
        for name in (
            "nothing",
            "literal",
            "millions",
            "percent",
            "date",
            "condition-below",
            "white",
            "fill-sign",
        )
    ),
    *(case(f"rate-{name}", "F06:H7", show_as("H7", code)) for name, code in PERCENT.items()),
    *(
        case(f"{ref}-{at}", f"F06:{ref}", show_as(ref, code))
        for ref, codes in (UNITS | TEXTS).items()
        for at, code in enumerate(codes)
    ),
    *(case(f"lawful-{name}", "", show_as("H26", code)) for name, code in LAWFUL.items()),
    *(
        case(f"lawful-actual-{code}", "", show_as("F14", code))
        for code in ("0", "General", '0.0"场"', "0.00")
    ),
]


@cases(TABLE)
def test_a_format_is_judged_by_what_it_shows(case: Case, tmp_path: Path) -> None:
    assert judged(case, tmp_path) == expected(case)
