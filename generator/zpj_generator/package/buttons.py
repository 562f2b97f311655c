"""The buttons of a macro-enabled form: beside the 项目资金 block, where the aids have nothing."""

from collections.abc import Iterator
from typing import NamedTuple

from zpj.texts import wording
from zpj_generator.layout import fund_rows

MACROS = {
    "recheck": "ZPJ_Recheck",
    "next": "ZPJ_NextFinding",
    "restore": "ZPJ_Restore",
    "clear": "ZPJ_ClearMarks",
}
"""The macro behind each button, two to a line."""
_COLUMNS = (9, 11, 13)
"""From 0: J, L and N, between which two buttons stand side by side."""
_INSET = 4
"""Pixels between a button and the edge of its cells."""
_ROWS = 2


class Button(NamedTuple):
    """A button as its shape wants it: left, top, right and bottom cell from 0, each with its inset."""

    text: str
    macro: str
    anchor: tuple[int, ...]


def buttons() -> Iterator[Button]:
    """All buttons of a form."""
    words = wording("form")["button"]
    for number, (key, macro) in enumerate(MACROS.items()):
        line, side = divmod(number, 2)
        top = fund_rows.FIRST_ROW - 1 + line * _ROWS
        left, right = _COLUMNS[side], _COLUMNS[side + 1]
        yield Button(words[key], macro, (left, _INSET, top, _INSET, right, 0, top + _ROWS, 0))
