"""What calculates and guards a form: formulas, results, validations, protection, names, settings."""

from pathlib import Path

from support.sheet_edits import (
    add,
    bound,
    content,
    define,
    drop,
    in_book,
    on,
    on_cell,
    on_formula,
    rule,
    ruled_twice,
    swap,
)
from support.tamper_cases import Case, case, cases, expected, judged
from support.tampering import edit_formula, forge_result, paste_over_validation, unlock, unprotect

ACCEPTED = "审核通过"
EVERY = "S06:F7 S06:F14 S06:F20 S06:F25 S06:K19 S06:K23 S06:L19 S06:L23 S06:M14"
RANGE = '<protectedRanges><protectedRange sqref="{}" name="r" {}/></protectedRanges>'
RESULTS = [
    *(
        case(f"result-{ref}-{value}", f"F05:{ref}", forge_result(ref, value))
        for ref, values in {
            "H26": (98.0, 92.88, 92.860001, 9287.0, 0.0, "92.87", "优", -92.87),
            "H14": (5.99, 60.0, 0.0, "6"),
            "I7": (10.0, 9.53),
            "H7": (1.0, 0.95),
            "G26": (101.0, 99.99),
            "I26": ("良", "优 ", "优秀", ""),
            "N3": (98.0,),
            "N4": ("差",),
            "L3": (3.0, -1.0),
            "L4": (7.0,),
            "J5": (ACCEPTED, "已填齐，可以报送！"),
            "N14": (ACCEPTED, "√√"),
            "N7": (ACCEPTED,),
        }.items()
        for value in values
    ),
    *(
        case(f"result-{ref}-{error}", f"F05:{ref}", forge_result(ref, error), on_cell(ref, t="e"))
        for ref, error in {"H26": "#REF!", "H14": "#N/A", "I26": "#VALUE!"}.items()
    ),
    case("result-truth", "F05:H26", forge_result("H26", 1), on_cell("H26", t="b")),
]

FORMULAS = [
    *(
        case(f"formula-{ref}-{at}", f"F02:{ref}", edit_formula(ref, formula))
        for ref, formulas in {
            "H26": (
                "98",
                "92.87",
                "ROUND(I7+SUM(H14:H25),2)+0",
                "ROUND(I7+SUM(H14:H25),1)",
                "SUM(I7,H14:H25)",
                "ROUND(I7+SUM(H14:H24)+10,2)",
                "G26",
                "IF(TRUE,98,H26)",
                "MAX(90,I7+SUM(H14:H25))",
                "_xlfn.SINGLE(H14)",
                'CALL("kernel32","Beep","J")',
                'INDIRECT("P99")',
                "OFFSET(A1,98,0)",
            ),
            "H14": ("G14", "6", "IF(1,6)", "ROUNDUP(G14*F14/E14,0)", "H15", "MIN(G14,F14/E14*G14)"),
            "H7": ("1", "MIN(1,F7/D7)", "F7/E7"),
            "I7": ("10", "G7", "ROUND(H7*G7,1)"),
            "I26": ('"优"', 'IF(H26>=80,"优","良")', 'IF(ISNUMBER(H26),"优","")'),
            "N14": ('"√"', 'IF(TRUE,"√","")'),
            "L4": ("0",),
            "J5": ('"已填齐"',),
            "G26": ("100",),
        }.items()
        for at, formula in enumerate(formulas)
    ),
    case("formula-to-a-file", "F02:H26", edit_formula("H26", "'[b.xlsx]S'!A1")),
    case("formula-of-a-program", "F02:H26", edit_formula("H26", "cmd|' /c calc'!A0")),
    case("formula-into-the-reason", "F02:H14 Q05:I14", on_formula("H14", t="array", ref="H14:I14")),
    case("formula-into-the-next", "F02:H14", on_formula("H14", t="array", ref="H14:H16")),
    case("formula-from-before", "X06:H14", on_formula("H14", t="array", ref="G14:H14")),
    case("formula-as-array-of-itself", "", on_formula("H14", t="array", ref="H14")),
    case("formula-as-data-table", "F02:H14", on_formula("H14", t="dataTable", ref="H14", r1="F14")),
    case("formula-shared-alone", "", on_formula("H14", t="shared", ref="H14", si="7")),
    case("target-is-a-formula", "F04:E14", content("E14", "<f>10*2</f><v>20</v>")),
    case("target-is-the-actual", "F04:E14", content("E14", "<f>F14</f><v>20</v>")),
    case("points-are-a-formula", "F04:G14", content("G14", "<f>3+3</f><v>6</v>")),
    case(
        "label-is-a-formula",
        "F04:D14",
        content("D14", '<f>"举办夜间文旅主题活动"</f><v>举办夜间文旅主题活动</v>', t="str"),
    ),
    case("budget-is-a-formula", "F04:E7", content("E7", "<f>SUM(E8:E10)</f><v>600</v>")),
    case("kind-is-a-formula", "F04:J14", content("J14", '<f>"正向"</f><v>正向</v>', t="str")),
]

VALIDATION = "dataValidation"
VALIDATIONS = [
    case("validations-gone", EVERY, drop("dataValidations")),
    *(
        case(f"validation-gone-{ref}", f"S06:{ref}", paste_over_validation(ref))
        for ref in ("F7", "F14", "F18", "K19", "L24")
    ),
    case("validations-advise", EVERY, on(VALIDATION, errorStyle="warning")),
    case("validations-inform", EVERY, on(VALIDATION, errorStyle="information")),
    case("validations-silent", EVERY, on(VALIDATION, showErrorMessage="0")),
    case("validations-refuse-blanks", EVERY, on(VALIDATION, allowBlank="0")),
    case(
        "list-without-arrow", "S06:K19 S06:K23", swap("form", 'type="list"', 'type="list" showDropDown="1"')
    ),
    case(
        "list-longer",
        "S06:K19 S06:K23",
        swap("form", "达成,部分达成,未达成", "达成,超额达成,部分达成,未达成"),
    ),
    case("list-shorter", "S06:K19 S06:K23", swap("form", "达成,部分达成,未达成", "达成")),
    case("list-of-cells", "S06:K19 S06:K23", bound("K19", "formula1", "$P$1:$P$9")),
    case("ratio-to-2", "S06:L19 S06:L23", swap("form", "<formula2>1<", "<formula2>2<")),
    case("ratio-from-minus-1", "S06:L19 S06:L23", bound("L19", "formula1", "-1")),
    case("deduction-without-end", "S06:M14", bound("M14", "formula2", "1E9")),
    case("deduction-of-another-row", "S06:M14", bound("M14", "formula2", "G15")),
    case("deduction-of-one-row", "S06:M14", bound("M14", "formula2", "$G$14")),
    case("money-below-nought", "S06:F7", bound("F7", "formula1", "-99999")),
    case("money-any", "S06:F7", rule("F7", type="custom", operator=None)),
    case("money-whole", "S06:F7", rule("F7", type="whole")),
    case("money-less", "S06:F7", rule("F7", operator="lessThan")),
    case("text-length", "S06:F14", rule("F14", type="textLength")),
    case("prompt-changed", "~S06:F14", rule("F14", prompt="可填任意数")),
    case("prompts-disabled", "~S06:A1", on("dataValidations", disablePrompts="1")),
    case("rule-twice", "", ruled_twice("F14")),
]

PROTECTION = [
    case("unprotected", "S05", unprotect()),
    case("protection-switched-off", "S05", on("sheetProtection", sheet="0")),
    case("options-without-protection", "S05", on("sheetProtection", sheet=None)),
    case(
        "protection-without-password",
        "S05",
        on("sheetProtection", algorithmName=None, hashValue=None, saltValue=None, spinCount=None),
    ),
    case("another-password", "", on("sheetProtection", hashValue="AAAA")),
    *(
        case(f"allows-{what}", "S05", on("sheetProtection", **{what: "0"}))
        for what in (
            "formatCells",
            "formatColumns",
            "insertColumns",
            "insertRows",
            "insertHyperlinks",
            "deleteColumns",
            "deleteRows",
            "sort",
            "autoFilter",
            "pivotTables",
            "objects",
            "scenarios",
        )
    ),
    case("allows-rows-to-be-formatted", "", on("sheetProtection", formatRows="0")),
    case("selects-only-inputs", "", on("sheetProtection", selectLockedCells="1")),
    *(
        case(f"range-{area}", f"S05:{first}", add(RANGE.format(area, extra)))
        for area, first, extra in (
            ("A1:XFD1048576", "A1", ""),
            ("H26", "H26", ""),
            ("H14:H25", "H14", ""),
            ("E14 H26", "E14", ""),
            ("H26:I26", "H26", 'password="CC1A"'),
            ("G14", "G14", 'securityDescriptor="O:WDG:WDD:(A;;CC;;;WD)"'),
        )
    ),
    *(
        case(f"unlocked-{ref}", f"S05:{ref}", unlock(ref))
        for ref in ("H26", "H14", "E14", "G14", "A1", "N14", "I7")
    ),
    case("unlocked-by-two", "S05:H14", unlock("H14"), unlock("H15")),
    case("unlocked-empty", "", unlock("K14")),
]

NAMES = [
    *(
        case(f"name-{at}-{formula}", f"S16:{ref}", define(name, formula))
        for at, (name, ref, formula) in enumerate(
            (
                ("zpj_total", "H26", "自评表!$H$25"),
                ("zpj_total", "H26", "98"),
                ("zpj_total", "H26", "填报说明!$H$26"),
                ("zpj_total", "H26", "自评表!$H$26:$H$27"),
                ("zpj_total", "H26", "#REF!"),
                ("zpj_actual_01", "F14", "自评表!$F$15"),
                ("zpj_total_grade", "I26", "自评表!$I$25"),
            )
        )
    ),
    case("names-moved-by-four", "S16:F14", *(define(f"zpj_actual_0{n}", "自评表!$A$1") for n in range(1, 5))),
    case("name-of-one-sheet", "S16:H26", define("zpj_total", "自评表!$H$25", localSheetId="0")),
    case("name-twice-in-place", "S16:H26", define("zpj_total", "自评表!$H$26", localSheetId="1")),
    *(
        case(f"name-{name}", "S16", define(name, formula, **attributes))
        for name, formula, attributes in (
            ("总分", "98", {}),
            ("SUM", "98", {}),
            ("ROUND", "自评表!$A$1", {}),
            ("_xlfn.SCORE", "98", {}),
            ("hidden_name", "98", {"hidden": "1"}),
            ("far", "[1]Sheet1!$A$1", {}),
            ("far2", "'C:\\[b.xlsx]S'!$A$1", {}),
            ("dde", "cmd|'/c calc'!A0", {}),
            ("web", "WEBSERVICE(&quot;http://x.cn&quot;)", {}),
            ("Auto_Open", "自评表!$A$1", {}),
            ("auto_close", "自评表!$A$1", {}),
            ("_xlnm.Auto_Open", "自评表!$A$1", {}),
            ("Auto_Activate", "自评表!$A$1", {"localSheetId": "0"}),
            ("macro", "自评表!$A$1", {"function": "1"}),
            ("vb", "自评表!$A$1", {"vbProcedure": "1"}),
            ("xlm", "自评表!$A$1", {"xlm": "1"}),
            ("key", "自评表!$A$1", {"shortcutKey": "k"}),
        )
    ),
    case(
        "filter-name", "", define("_xlnm._FilterDatabase", "自评表!$A$13:$O$25", localSheetId="0", hidden="1")
    ),
    case("new-function-name", "", define("_xlfn.IFERROR", "#NAME?", hidden="1")),
]

SETTINGS = [
    case("precision-as-shown", "S17", in_book("calcPr", fullPrecision="0")),
    case("iterates", "S17", in_book("calcPr", iterate="1")),
    case("iterates-long", "S17", in_book("calcPr", iterate="1", iterateCount="9999")),
    case("manual", "~S17", in_book("calcPr", calcMode="manual")),
    case("days-from-1904", "S17", in_book("workbookPr", date1904="1")),
    case("transition-evaluation", "S17", on("sheetPr", transitionEvaluation="1")),
    case("transition-entry", "S17", on("sheetPr", transitionEntry="1")),
    case("all-but-tables", "", in_book("calcPr", calcMode="autoNoTable")),
    case("another-engine", "", in_book("calcPr", calcId="191029", fullCalcOnLoad=None)),
]


@cases([*RESULTS, *FORMULAS, *VALIDATIONS, *PROTECTION, *NAMES, *SETTINGS])
def test_what_calculates_and_guards_is_as_issued(case: Case, tmp_path: Path) -> None:
    assert judged(case, tmp_path) == expected(case)
