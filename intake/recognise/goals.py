"""年度总体目标: the expected goal and what was achieved, side by side below their two labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.grid import Line, Written
from intake.text import bare, is_nothing, tidy

_GOAL = re.compile(r"(项目|年度|年初|预期|总体|设定|绩效)*目标")
_COMPLETION = re.compile(r"(项目|年度|全年|年末|目标|总体|实际|自评)*完成(情况|目标|结果)+(综述|说明)?")
_SIDE = re.compile(r"(年度|总体|绩效|目标|完成情况)+")


@dataclass(frozen=True, slots=True)
class Goals:
    """Both texts, blank where none was found; ``claimed`` are the cells they were read from."""

    goal: str
    completion: str
    claimed: frozenset[Written]


def read_goals(lines: Sequence[Line]) -> Goals:
    """The texts below the line that has both labels, up to the end of ``lines``."""
    for index, line in enumerate(lines):
        completion = next((cell for cell in line if _COMPLETION.fullmatch(bare(cell.text))), None)
        goal = next((cell for cell in reversed(line) if _GOAL.fullmatch(bare(cell.text))), None)
        if goal and completion and goal.column < completion.column:
            return _below(lines[index:], goal, completion)
    return Goals("", "", frozenset())


def _below(lines: Sequence[Line], goal: Written, completion: Written) -> Goals:
    side = {cell for line in lines for cell in line if _SIDE.fullmatch(bare(cell.text)) and cell is not goal}
    texts = [cell for line in lines[1:] for cell in line if cell not in side]
    expected = [cell for cell in texts if goal.column <= cell.column < completion.column]
    achieved = [cell for cell in texts if cell.column >= completion.column]
    claimed = frozenset({goal, completion, *side, *expected, *achieved})
    return Goals(_joined(expected), _joined(achieved), claimed)


def _joined(cells: Sequence[Written]) -> str:
    return "\n".join(tidy(cell.text) for cell in cells if not is_nothing(cell.text))
