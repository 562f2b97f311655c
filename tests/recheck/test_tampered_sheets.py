"""Sheets that pass for the form, locked texts that were rewritten, formulas that were typed over."""

from copy import deepcopy
from pathlib import Path

from support.form_parts import Book, Edit, child, main
from support.forms import FORM_SHEET
from support.handmade import OFFICE
from support.sheet_edits import attach, in_book, sheet_part
from support.tamper_cases import Case, case, cases, expected, judged
from support.tampering import (
    REGISTRY_SHEET,
    delete_column,
    delete_row,
    hide_sheet,
    insert_column,
    insert_row,
    remove_sheet,
    rename_sheet,
    type_over,
)

BOOK = "xl/workbook.xml"
INSTRUCTIONS = "填报说明"
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    '<c r="A1" t="inlineStr"><is><t>{}</t></is></c></row></sheetData></worksheet>'
)
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


def sheet(name: str, text: str = "备注", *, at: int = 9, state: str = "", active: bool = False) -> Edit:
    """One more sheet, at a place among the tabs from 0."""

    def edit(book: Book) -> None:
        part = "xl/worksheets/sheet77.xml"
        attach(part, SHEET.format(text), "worksheet", TYPE, on=BOOK)(book)
        _enter(book, name, part, at, state)
        if active:
            in_book("workbookView", activeTab=str(at))(book)

    return edit


def twin(name: str, *, at: int = 9, state: str = "") -> Edit:
    """A copy of the form under another name."""

    def edit(book: Book) -> None:
        part = "xl/worksheets/sheet78.xml"
        text = book.text(sheet_part(book))
        attach(part, text, "worksheet", TYPE, on=BOOK)(book)
        _enter(book, name, part, at, state)

    return edit


def _enter(book: Book, name: str, part: str, at: int, state: str) -> None:
    related = book.root("xl/_rels/workbook.xml.rels")
    (identifier,) = (each.get("Id") for each in related if each.get("Target") == f"/{part}")
    tabs = child(book.root(BOOK), "sheets")
    entry = deepcopy(tabs[0])
    entry.set("name", name)
    entry.set("sheetId", "77")
    entry.set(f"{{{OFFICE}}}id", str(identifier))
    entry.attrib.pop("state", None)
    if state:
        entry.set("state", state)
    tabs.insert(at, entry)
    for each in book.root(BOOK).iter(main("definedName")):
        number = each.get("localSheetId")
        if number is not None and int(number) >= at:
            each.set("localSheetId", str(int(number) + 1))


ALIKE = (
    "自评表 ",
    "自评表(2)",
    "自评表（终）",
    "自评表_报送",
    "自评表。",
    "自评表1",
    "\u3000自评表",
    "自评表\u200b",
)
ADDED = [
    *(case(f"alike-{at}", "S18", sheet(name)) for at, name in enumerate(ALIKE)),
    *(case(f"twin-{at}", "S18", twin(name)) for at, name in enumerate((*ALIKE, "附表", "Sheet1"))),
    *(
        case(f"before-{name}", "S18", sheet(name, at=0, state=state))
        for name, state in {"备注": "", "封面": "hidden", "说明": "veryHidden"}.items()
    ),
    case("twin-first", "S18", twin("自评", at=0)),
    case("shown-on-opening", "S18", sheet("封面", at=3, active=True)),
    case("with-the-title", "S18", sheet("附件", "项目支出绩效自评表")),
    *(case(f"behind-{name}", "~S18", sheet(name)) for name in ("附表", "佐证材料", "Sheet2", "评分明细")),
    case("hidden-behind", "~S18", sheet("计算", state="hidden")),
    case("second-registry", "S18", sheet("_zpj ", "甲")),
]
NAMED = [
    *(
        case(f"renamed-{name}", "S04 S16:F14", rename_sheet(FORM_SHEET, name))
        for name in ("评分表", "Sheet1", "自评表1")
    ),
    case("instructions-gone", "S04", remove_sheet(INSTRUCTIONS)),
    case("instructions-renamed", "S04", rename_sheet(INSTRUCTIONS, "说明")),
    case("registry-shown", "", hide_sheet(REGISTRY_SHEET, "visible")),
    case("registry-hidden", "", hide_sheet(REGISTRY_SHEET, "hidden")),
    *(
        case(f"{ref}-{text}", f"F04:{ref}", type_over(ref, text))
        for ref, texts in {
            "A1": ("项目支出绩效自评表（修订）", "部门整体支出绩效自评表", ""),
            "A2": ("(2025年度)", "(2026 年)"),
            "C3": ("另一个项目", "城市夜间文旅消费节"),
            "C4": ("示例市教育局",),
            "G4": ("示例市文化馆",),
            "B12": ("举办10场",),
            "D14": ("举办文旅活动",),
            "E19": ("2026年6月1日前",),
            "E23": ("有所提升",),
            "J14": ("反向", "定性", ""),
            "A26": ("合计",),
            "A27": ("注：分数可自行填写。", ""),
            "G8": ("10",),
            "B14": ("产出指标\n(60分)",),
            "N13": ("审核结果",),
        }.items()
        for text in texts
    ),
    *(
        case(f"{ref}-{number}", f"F04:{ref}", type_over(ref, number))
        for ref, numbers in {
            "E14": (10.0, 20.5, 2000.0, True),
            "E25": (0.85, 90.0),
            "G14": (8.0, 0.0),
            "G7": (20.0,),
            "E7": (571.32, 0.0),
            "D7": (600.0,),
            "E8": (511.32,),
        }.items()
        for number in numbers
    ),
    case("target-as-text", "F04:E14", type_over("E14", "20场以上")),
    case("written-where-nothing-was", "F04:K14", type_over("K14", "达成")),
    case("written-under-a-merge", "F04:B1", type_over("B1", "98")),
    case("words-in-the-instructions", "F04:A2", lambda book: _rewritten(book, "A2", "得分可以直接修改")),
]


def _rewritten(book: Book, ref: str, text: str) -> None:
    cell = book.cell(ref, INSTRUCTIONS)
    for each in cell.iter(main("t")):
        each.text = text


TYPED = [
    *(
        case(f"typed-{ref}-{value}", f"F01:{ref}", type_over(ref, value))
        for ref, values in {
            "H7": (1.0,),
            "H14": (6.0, 5.0, "6", "满分", True),
            "H19": (10.0, 0.0),
            "H25": (10.0,),
            "I7": (10.0,),
            "G26": (100.0,),
            "H26": (98.0, 92.87, "98.00", "优秀"),
            "I26": ("优", "良", "优秀"),
            "L3": (0.0,),
            "N14": ("√", "通过"),
            "N3": (98.0,),
            "J5": ("可以报送",),
        }.items()
        for value in values
    ),
    *(
        case(f"deleted-{ref}", f"F03:{ref}", type_over(ref, None))
        for ref in ("H14", "H26", "I26", "N14", "H7", "J5")
    ),
    *(case(f"blanked-{ref}", f"F03:{ref}", type_over(ref, "  ")) for ref in ("H15", "N15")),
    *(case(f"row-inserted-{row}", f"S04:A{row}", insert_row(row)) for row in (8, 14, 20, 26)),
    *(case(f"row-deleted-{row}", f"S04:A{row}", delete_row(row)) for row in (16, 18, 20)),
    *(case(f"column-inserted-{letter}", f"S04:{letter}1", insert_column(letter)) for letter in "CEHJ"),
    *(case(f"column-deleted-{letter}", f"S04:{letter}1", delete_column(letter)) for letter in "DM"),
    case("column-deleted-O", "F04:O13", delete_column("O"),
]


@cases([*ADDED, *NAMED])
def test_what_passes_for_the_form_or_was_rewritten_is_found(case: Case, tmp_path: Path) -> None:
    assert judged(case, tmp_path) == expected(case)


@cases(TYPED)
def test_what_was_typed_over_or_moved_is_found(case: Case, tmp_path: Path) -> None:
    """Besides its consequences: totals and names that no longer fit."""
    assert expected(case) <= judged(case, tmp_path)
