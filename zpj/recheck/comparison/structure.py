"""Checks S04 to S08: what was done to the workbook around its cells."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.recheck.comparison.displacement import Displacement, displacement
from zpj.recheck.context import Context
from zpj.recheck.returned_file import Returned
from zpj.texts import wording
from zpj.xlsx.references import Range, column_letters
from zpj_generator.layout import FORM_SHEET, REGISTRY_SHEET
from zpj_generator.sheet.cells import Validation
from zpj_generator.sheet.columns import WIDTHS
from zpj_generator.sheet.ranges import gather

NOWHERE = Range.parse("XFD1048576")
INSTRUCTIONS_SHEET: str = wording("form")["sheet"]["instructions"]
FOREIGN_PARTS = {
    r"vbaproject|vbadata|macrosheets/|dialogsheets/": "宏",
    r"externallinks/": "外部链接",
    r"embeddings/|oleobject": "嵌入对象",
    r"activex/": "ActiveX 控件",
    r"connections\.xml|querytables/": "数据连接",
    r"customui|webextensions/": "加载项界面",
}
"""What an .xlsx form never has, by the names of its parts in lower case."""
MACROS = "宏"


def is_aligned(form: Context) -> bool:
    """Whether the cells stand where they were issued, so that looking at them one by one makes sense."""
    return displacement(form) is None


def s04_moved(form: Context) -> Iterator[Finding]:
    """Rows, columns or sheets that were inserted, deleted or renamed; rows and columns at the first place."""
    if form.sheet.name != FORM_SHEET:
        yield form.finding(Code.S04, found=f"工作表改名为“{form.sheet.name}”", expected=FORM_SHEET)
    names = {sheet.name for sheet in form.returned.sheets}
    for name in (INSTRUCTIONS_SHEET, REGISTRY_SHEET):
        if name not in names:
            place = Place(form.returned.file, form.project.code, name)
            yield finding(Code.S04, place, found=f"工作表“{name}”被删除或改名", expected=name)
    if moved := displacement(form):
        yield form.finding(Code.S04, moved.ref, found=_what_moved(moved))


def s05_unprotected(form: Context) -> Iterator[Finding]:
    """The protection of the form sheet is gone, or cells that were locked no longer are."""
    if not form.sheet.protected:
        yield form.finding(Code.S05, found="工作表未保护", expected="保护")
    if not form.sheet.protected or not is_aligned(form):
        return
    filled = (pair for pair in form.constants if pair[0].value is not None)
    unlocked = (issued.ref for issued, found in (*filled, *form.formulas) if not found.locked)
    for area in gather(unlocked):
        yield form.finding(Code.S05, area.partition(":")[0], found=f"{area} 未锁定", expected="锁定")


def s06_validation_lost(form: Context) -> Iterator[Finding]:
    """Input cells without the data validation they were issued with; one finding per stretch of cells."""
    returned = set(form.sheet.validations)
    for validation in form.layout.validations:
        kind = "list" if validation.kind == "list" else "decimal"
        if (validation.cells, kind) in returned:
            continue
        needed = _needed(validation)
        expected = "下拉列表" if kind == "list" else "数值校验"
        lost = needed - _covered(form, kind, needed)
        for area in gather(f"{column_letters(column)}{row}" for row, column in lost):
            yield form.finding(Code.S06, area.partition(":")[0], found=area, expected=expected)


def s07_hidden(form: Context) -> Iterator[Finding]:
    """Hidden rows or columns of the form, or a hidden sheet that a person should see."""
    for rows in _runs(row for row in form.sheet.hidden_rows if row <= form.layout.last_row):
        what = f"第 {_span(rows, str)} 行"
        yield form.finding(Code.S07, f"A{rows[0]}", found=what)
    for columns in _runs(column for column in form.sheet.hidden_columns if column <= len(WIDTHS)):
        what = f"{_span(columns, column_letters)} 列"
        yield form.finding(Code.S07, f"{column_letters(columns[0])}1", found=what)
    for sheet in form.returned.sheets:
        if sheet.name in (form.sheet.name, INSTRUCTIONS_SHEET) and sheet.state != "visible":
            place = Place(form.returned.file, form.project.code, sheet.name)
            yield finding(Code.S07, place, found=f"工作表“{sheet.name}”")


def s08_foreign_content(returned: Returned) -> Iterator[Finding]:
    """Macros, links to elsewhere and embedded objects; a form issued as .xlsm has macros of ours."""
    macros_belong = Path(returned.file).suffix.lower() == ".xlsm"
    for what, part in _foreign_parts(returned.part_names):
        if not (macros_belong and what == MACROS):
            code = returned.stamp.project if returned.stamp else ""
            yield finding(Code.S08, Place(returned.file, code), found=part, what=what)


@lru_cache(maxsize=64)  # the forms of a batch have the same parts
def _foreign_parts(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What does not belong in a form, and the first part of each kind."""
    found = (
        (what, next((name for name in names if re.search(pattern, name.lower())), None))
        for pattern, what in FOREIGN_PARTS.items()
    )
    return tuple((what, part) for what, part in found if part is not None)


def _what_moved(moved: Displacement) -> str:
    count = moved.rows or moved.columns
    if not count:
        return "大部分内容不在下达时的位置"
    return f"从此处起{'插入' if count > 0 else '删除'}了 {abs(count)} {'行' if moved.rows else '列'}"


def _needed(validation: Validation) -> frozenset[tuple[int, int]]:
    """The cells of an issued validation."""
    areas = map(Range.parse, validation.cells.split())
    return frozenset(
        (row, column)
        for area in areas
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    )


def _covered(form: Context, kind: str, cells: frozenset[tuple[int, int]]) -> set[tuple[int, int]]:
    """Those of ``cells`` that have a validation of this kind."""
    ranges = (ranges.split() for ranges, found in form.sheet.validations if found == kind)
    return {cell for text in chain.from_iterable(ranges) for cell in _area(text).keys_among(cells)}


def _area(text: str) -> Range:
    """The range, of whole columns too; a cell nobody uses where the text is no range."""
    try:
        return Range.parse(text)
    except ValueError:
        return NOWHERE


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Stretches of consecutive numbers."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _span(numbers: list[int], name: Callable[[int], str]) -> str:
    first, last = name(numbers[0]), name(numbers[-1])
    return first if first == last else f"{first} 至 {last}"
