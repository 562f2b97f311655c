"""年度总体目标: the expected goal and what was achieved, side by side below their two labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zpj.importer.grid import GridCell, GridLine
from zpj.importer.typed_text import tidy
from zpj.importer.word_lists import vocabulary


@dataclass(frozen=True, slots=True)
class _GoalWords:
    goal: re.Pattern[str]
    completion: re.Pattern[str]
    side: re.Pattern[str]


_WORDS = vocabulary("goals", _GoalWords)


@dataclass(frozen=True, slots=True)
class GoalBlock:
    """Both texts, blank where none was found; ``claimed`` are the cells they were read from."""

    goal: str
    completion: str
    claimed: frozenset[GridCell]


def read_goals(lines: Sequence[GridLine]) -> GoalBlock:
    """The texts below the line that has both labels, up to the end of ``lines``; else beside each label."""
    for index, line in enumerate(lines):
        goal, completion = _last_label(_WORDS.goal, line), _last_label(_WORDS.completion, line)
        if goal and completion and goal.column < completion.column:
            return _below_labels(lines[index:], goal, completion)
    return _beside_labels(lines)


def _last_label(words: re.Pattern[str], line: GridLine) -> GridCell | None:
    """The last label of these ``words`` on ``line``: one for the whole block may come before it."""
    return next((cell for cell in reversed(line) if words.fullmatch(cell.bare)), None)


def _below_labels(lines: Sequence[GridLine], goal: GridCell, completion: GridCell) -> GoalBlock:
    labels = {goal, completion}
    side = {c for line in lines for c in line if _WORDS.side.fullmatch(c.bare) and c not in labels}
    texts = [cell for line in lines[1:] for cell in line if cell not in side]
    expected = [cell for cell in texts if goal.column <= cell.column < completion.column]
    achieved = [cell for cell in texts if cell.column >= completion.column]
    claimed = frozenset({*labels, *side, *expected, *achieved})
    return GoalBlock(_joined(expected), _joined(achieved), claimed)


def _beside_labels(lines: Sequence[GridLine]) -> GoalBlock:
    """The texts to the right of each label and below it, up to the next one; one of them may be missing."""
    goal: list[GridCell] = []
    completion: list[GridCell] = []
    labels: set[GridCell] = set()
    texts: list[GridCell] | None = None
    for cell in (cell for line in lines for cell in line):
        is_goal, is_completion = (words.fullmatch(cell.bare) for words in (_WORDS.goal, _WORDS.completion))
        if is_goal or is_completion:
            texts = goal if is_goal else completion
            labels.add(cell)
        elif texts is not None:
            texts.append(cell)
    return GoalBlock(_joined(goal), _joined(completion), frozenset({*labels, *goal, *completion}))


def _joined(cells: Sequence[GridCell]) -> str:
    return "\n".join(tidy(cell.text) for cell in cells if not cell.is_nothing)
