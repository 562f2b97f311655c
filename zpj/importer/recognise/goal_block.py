"""年度总体目标: the expected goal and what was achieved, side by side below their two labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zpj.importer.grid import Line, Written
from zpj.importer.typed_text import bare, is_nothing, tidy

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
    """The texts below the line that has both labels, up to the end of ``lines``; else beside each label."""
    for index, line in enumerate(lines):
        goal, completion = _last(_GOAL, line), _last(_COMPLETION, line)
        if goal and completion and goal.column < completion.column:
            return _below(lines[index:], goal, completion)
    return _beside(lines)


def _last(words: re.Pattern[str], line: Line) -> Written | None:
    """The last label of these ``words`` on ``line``: one for the whole block may stand before it."""
    return next((cell for cell in reversed(line) if words.fullmatch(bare(cell.text))), None)


def _below(lines: Sequence[Line], goal: Written, completion: Written) -> Goals:
    labels = {goal, completion}
    side = {c for line in lines for c in line if _SIDE.fullmatch(bare(c.text)) and c not in labels}
    texts = [cell for line in lines[1:] for cell in line if cell not in side]
    expected = [cell for cell in texts if goal.column <= cell.column < completion.column]
    achieved = [cell for cell in texts if cell.column >= completion.column]
    claimed = frozenset({*labels, *side, *expected, *achieved})
    return Goals(_joined(expected), _joined(achieved), claimed)


def _beside(lines: Sequence[Line]) -> Goals:
    """The texts to the right of each label and below it, up to the next one; one of them may be missing."""
    goal: list[Written] = []
    completion: list[Written] = []
    labels: set[Written] = set()
    texts: list[Written] | None = None
    for cell in (cell for line in lines for cell in line):
        is_goal, is_completion = (words.fullmatch(bare(cell.text)) for words in (_GOAL, _COMPLETION))
        if is_goal or is_completion:
            texts = goal if is_goal else completion
            labels.add(cell)
        elif texts is not None:
            texts.append(cell)
    return Goals(_joined(goal), _joined(completion), frozenset({*labels, *goal, *completion}))


def _joined(cells: Sequence[Written]) -> str:
    return "\n".join(tidy(cell.text) for cell in cells if not is_nothing(cell.text))
