"""What stands on a form besides its contents: titles, page headings, notes, totals."""

import re

from zpj.importer.grid import Line, Written
from zpj.importer.recognise.levels import is_first, is_second, label
from zpj.importer.typed_text import bare, is_nothing, squeeze

_TOTAL = re.compile(
    r"(自评|绩效|评价|得分|分值|分数|合计)*(总(体?得|评)?分[值数]?|综合得分|合计|总计)(得分|分值|分数|合计)?"
)
_BESIDE_TOTAL = 3
"""Cells a 总分 row may have beside its label: points, score, a grade. An indicator called 合计 has more."""
_SUBTOTAL = re.compile(r"(.{2,6}指标)?小计")
_TITLE = re.compile(
    r"[^注,。;:]*自评表(续表)?|续表|20\d\d年度?|第\d+页([,/]?共\d+页)?|[-—–]+\d+[-—–]+|\d+/\d+"
)
_NOTE = re.compile(r"(注|备注|说明|填[表报]说明)\d*[:.、].*", re.DOTALL)

SIGNATURE = re.compile(r"(填[表报]|制表|审[核批]|复核|经办|联系)(人|单位|部门|日期|时间)(签字|签章)?")
"""Labels of who filled in the form and when; nothing of it is imported."""


def is_title(text: str) -> bool:
    """Whether ``text`` is a title or page heading, such as 项目支出绩效自评表 or (2020年度)."""
    return any(_TITLE.fullmatch(plain) for plain in (bare(text), squeeze(text).strip("()")))


def is_note(text: str) -> bool:
    """Whether ``text`` begins the notes below a table."""
    return bool(_NOTE.fullmatch(squeeze(text)))


def is_signature(text: str) -> bool:
    """Whether ``text`` begins a line such as 填表人: 审核人: 填报日期:."""
    return bool(SIGNATURE.fullmatch(bare(squeeze(text).split(":")[0])))


def names_total(text: str) -> bool:
    """Whether ``text`` is the label of the 总分 row; its figure may follow a colon."""
    return bool(_TOTAL.fullmatch(bare(text).split(":")[0]))


def is_total(line: Line) -> bool:
    """Whether ``line`` is the 总分 row; 绩效指标 may stand before it."""
    label = next((index for index, cell in enumerate(line[:2]) if names_total(cell.text)), None)
    beside = () if label is None else [cell for cell in line[label + 1 :] if not is_nothing(cell.text)]
    return label is not None and len(beside) <= _BESIDE_TOTAL


def is_subtotal(cell: Written) -> bool:
    """Whether ``cell`` labels a 小计 row."""
    return bool(_SUBTOTAL.fullmatch(bare(cell.text)))


def stands_alone(text: str) -> bool:
    """Whether ``text`` says something by itself, and is not the rest of a cell from the line above."""
    name = label(text)
    return is_title(text) or is_note(text) or names_total(text) or is_first(name) or is_second(name)
