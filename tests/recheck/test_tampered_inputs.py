"""Inputs: formulas where a value belongs, values beyond all bounds, forms whose total nobody can compute."""

from pathlib import Path

from support.sheet_edits import content
from support.tamper_cases import Case, case, cases, expected, judged
from support.tampering import type_over

NUMBER = "<f>{}</f><v>{}</v>"
CALCULATING = {
    "F14": (
        "E14",
        "24+0*E14",
        "SUM(24)",
        "IF(1,24)",
        "NOW()",
        "RAND()",
        "H14*4",
        "[1]S!A1",
        "zpj_total",
        "2^3*3",
        "'填报说明'!A1",
    ),
    "F7": ("SUM(F8:F10)", "E7", "D7-48.68", "ROUND(571.32,2)"),
    "L19": ("N(1)", "VALUE(1)", "MIN(1,2)", "(100-I7)/100", "100%"),
    "M23": ("G23-9", "INT(1)", "1*(G23>0)"),
}
WORDS = {
    "I15": (
        "A1",
        'T("原定只在两个街区试点")',
        'HYPERLINK("http://x.cn","见附件")',
        'IF(1,"原因","")',
        "cmd|' /c calc'!A0",
    ),
    "K24": ('"部分达成"', 'IF(1,"部分达成","达成")', "K23"),
    "F12": ('"已完成"', "B12"),
    "C5": ('"张某"', "A1"),
    "O14": ('"台账"', "D14"),
    "F19": ('"2026年4月28日启动"', "E19"),
}
ARITHMETIC = {"F14": ("20+4", "12*2", "48/2", "(30-6)", "24", "+24"), "F7": ("511.32+60+0",)}
"""What a person types instead of a calculator."""
RESULTS = {"F14": "24", "F7": "571.32", "L19": "1", "M23": "1"}


def array(ref: str, formula: str, result: str) -> str:
    return f'<f t="array" ref="{ref}">{formula}</f><v>{result}</v>'


FORMULAS: list[Case] = [
    *(
        case(f"{ref}-{formula}", f"Q05:{ref}", content(ref, NUMBER.format(formula, RESULTS[ref])))
        for ref, formulas in CALCULATING.items()
        for formula in formulas
    ),
    *(
        case(f"{ref}-{at}", f"Q05:{ref}", content(ref, NUMBER.format(formula, "字"), t="str"))
        for ref, formulas in WORDS.items()
        for at, formula in enumerate(formulas)
    ),
    *(
        case(f"{ref}-{formula}", f"~Q05:{ref}", content(ref, NUMBER.format(formula, RESULTS[ref])))
        for ref, formulas in ARITHMETIC.items()
        for formula in formulas
    ),
    case("array-in-one", "Q05:F14", content("F14", array("F14", "E14:E15", "24"))),
    case("arithmetic-with-another-result", "Q05:F14", content("F14", NUMBER.format("10+4", "24"))),
    case("arithmetic-with-text", "Q05:F14", content("F14", NUMBER.format('"2"&amp;"4"', "24"))),
    case("arithmetic-by-nought", "Q05:F14", content("F14", NUMBER.format("1/0", "24"))),
    case("data-table", "Q05:F14", content("F14", '<f t="dataTable" ref="F14" r1="E14"/><v>24</v>')),
]


@cases(FORMULAS)
def test_a_formula_in_an_input_is_found(case: Case, tmp_path: Path) -> None:
    found = judged(case, tmp_path)
    # What the form shows is judged by what the input holds; a result may not fit it any more.
    about = {each for each in found if each.lstrip("~").startswith("Q05")}
    assert about == expected(case)


VALUES = [
    *(
        case(f"{ref}-{value}", f"Q06:{ref}", type_over(ref, value))
        for ref, values in {
            "F25": (10.5, 8850.0),
            "L19": (1.01, 2.0, 60.0, 1e15),
            "M14": (6.01, 7.0, 100.0, 1e20),
            "M23": (10.01, 1e308),
        }.items()
        for value in values
    ),
    *(
        case(f"{ref}-{value}", f"P08:{ref}", type_over(ref, value))
        for ref in ("F7", "F14", "L19", "M14")
        for value in (-0.01, -1.0, -1e20)
    ),
    *(
        case(f"{ref}-words-{at}", f"Q02:{ref}", type_over(ref, text))
        for ref in ("F14", "F16")
        for at, text in enumerate(("很多", "二十四场左右或更多", "见附件", "24场和36场"))
    ),
    *(
        case(f"{ref}-blank", f"Q01:{ref}", type_over(ref, None))
        for ref in ("F7", "F14", "F19", "K19", "L19", "F12")
    ),
    *(
        case(f"{ref}-error-{error}", f"Q02:{ref}", content(ref, f"<v>{error}</v>", t="e"))
        for ref in ("F14", "F7")
        for error in ("#N/A", "#REF!", "#DIV/0!")
    ),
    *(case(f"F18-{value}", "Q03:F18", type_over("F18", value)) for value in (11.0, 88.5, 1e6, 1e20)),
    *(case(f"{ref}-truth", f"Q02:{ref}", content(ref, "<v>1</v>", t="b")) for ref in ("F14", "L19")),
    *(
        case(f"{ref}-{text}", f"P05:{ref}", type_over(ref, text))
        for ref, text in (("L19", 0.5), ("L24", 0.95), ("L23", 0.1))
    ),
    *(case(f"tier-{text}", "P05:K19", type_over("K19", text)) for text in ("完成", "优", "达 标")),
]


@cases(VALUES)
def test_a_value_out_of_bounds_is_found(case: Case, tmp_path: Path) -> None:
    """Besides its consequences: stored results and scores that do not fit it."""
    assert expected(case) <= judged(case, tmp_path)
