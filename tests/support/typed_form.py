"""A form as somebody types it, cell by cell: 91 points, one 酌情扣分, nothing doubtful."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from support.word import docx, table

Cells = list[str | float | None]
N = None
"""A blank cell, short enough to keep the columns in sight."""

HEAD: list[Cells] = [
    ["项目支出绩效自评表"],
    ["(2021年度)"],
    ["项目名称", N, "甲项目"],
    ["主管部门", N, "甲局", N, N, "实施单位", "甲中心"],
    ["项目负责人", N, "-", N, N, "联系电话", "-"],
    ["项目资金\n(万元)", N, N, "年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率", "得分"],
    [N, "年度资金总额", N, 100, 80, 72, 10, 0.9, 9],
    [N, "其中:当年财政拨款", N, 100, 80, 72, 10, 0.9, 9],
    [N, "上年结转资金", N, "-", "—", "/", "-", "-", "-"],
    [N, "其他资金", N, "-", "-", "-", "-", "-", "-"],
    ["年度总体目标", "预期目标", N, N, N, "实际完成情况"],
    [N, "做好甲事", N, N, N, "做好了甲事"],
]
HEADER: Cells = [
    "绩效指标",
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值(A)",
    "全年实际值(B)",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
]
ROWS: list[Cells] = [
    [N, "产出指标\n(50分)", "数量指标", "甲数", 10, 10, 30, 30],
    [N, N, N, "乙数", "≥20人次", "25人次", 10, 10],
    [N, N, "成本指标", "甲费", "80万元以内", "72万元", 10, 8, "结余较多"],
    [N, "效益指标\n(30分)", "社会效益指标", "甲效", "得到提升", "有所提升", 30, 24, "还可提升"],
    [N, "满意度指标\n(10分)", "服务对象满意度指标", "甲满意度", "≥90%", "95%", 10, 10],
]
TOTAL: Cells = ["总分:", N, N, N, N, N, 100, 91]
LEVELS = [
    ("产出指标", "数量指标"),
    ("产出指标", "数量指标"),
    ("产出指标", "成本指标"),
    ("效益指标", "社会效益指标"),
    ("满意度指标", "服务对象满意度指标"),
]

REASON = HEADER[-1]
_AMOUNTS = HEAD[5]

Edit = tuple[str, str, str | float | None]
"""A text that stands on the row (甲数), the head of a column of it (得分), and what is typed there."""


def by_the_rule(*edits: Edit) -> list[Cells]:
    """The form without its 酌情扣分, 93 points, so that nothing departs from the rule; then ``edits``."""
    lines = [list(line) for line in [*HEAD, HEADER, *ROWS, TOTAL]]
    first_row = len(HEAD) + 1
    for text, head, value in [("甲费", "得分", 10), ("甲费", REASON, N), ("总分:", "得分", 93), *edits]:
        number = next(number for number, line in enumerate(lines) if text in line)
        at = (HEADER if number >= first_row else _AMOUNTS).index(head)
        line = lines[number]
        line.extend([N] * (at + 1 - len(line)))
        line[at] = value
    return lines


def write_typed(path: Path, lines: Sequence[Cells]) -> Path:
    """``lines`` as a file in the notation its name says; line 14 is row 14, whatever the notation."""
    match path.suffix:
        case ".xlsx":
            book = Workbook()
            for number, line in enumerate(lines, 1):
                for column, value in enumerate(line, 1):
                    book.worksheets[0].cell(number, column, value)
            book.save(path)
        case ".docx":
            path.write_bytes(docx(table(*lines)))
        case _:
            path.write_text("\n".join(map(_tabbed, lines)), encoding="utf-8")
    return path


def _tabbed(line: Cells) -> str:
    return "\t".join("" if cell is None else str(cell).replace("\n", "") for cell in line)
