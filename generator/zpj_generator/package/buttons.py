"""The buttons of a macro-enabled form: beside the 项目资金 block, where the aids have nothing."""

from collections.abc import Iterator
from typing import NamedTuple

from zpj.texts import wording
from zpj_generator.layout import fund_rows
from zpj_generator.sheet.columns import SheetColumns
from zpj_generator.sheet.roles import Role

MACROS = {
    "recheck": "ZPJ_Recheck",
    "next": "ZPJ_NextFinding",
    "restore": "ZPJ_Restore",
    "clear": "ZPJ_ClearMarks",
}
"""The macro behind each button, two to a line."""
_EDGES = (Role.KIND, Role.RATIO, Role.CHECK)
"""The left button reaches from the first to the second, the right one on to the third."""
_INSET = 4
"""Pixels between a button and the edge of its cells."""
_ROWS = 2


class Button(NamedTuple):
    """A button as its shape wants it: left, top, right and bottom cell from 0, each with its inset."""

    text: str
    macro: str
    anchor: tuple[int, ...]


def buttons(columns: SheetColumns) -> Iterator[Button]:
    """All buttons of a form."""
    words = wording("form")["button"]
    edges = [columns[role] - 1 for role in _EDGES]
    for number, (key, macro) in enumerate(MACROS.items()):
        line, side = divmod(number, 2)
        top = fund_rows.FIRST_ROW - 1 + line * _ROWS
        left, right = edges[side], edges[side + 1]
        yield Button(words[key], macro, (left, _INSET, top, _INSET, right, 0, top + _ROWS, 0))
