"""The header of an indicator table: which sheet column holds what, read from its words in any order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zpj.importer.grid import Grid, Line, Written
from zpj.importer.recognise.typed_form import Column
from zpj.importer.typed_text import bare, squeeze

_WORDS: Mapping[Column, re.Pattern[str]] = {
    Column.LEVEL1: re.compile(r"一级指标(名称)?"),
    Column.LEVEL2: re.compile(r"二级指标(名称)?"),
    Column.LEVEL3: re.compile(r"(三级|具体)指标((及|和|与)?(名称|内容))?|指标(名称|内容)"),
    Column.TARGET: re.compile(r"(年度|全年|年初|预期|计划|设定|绩效|指标|目标)+值A?"),
    Column.ACTUAL: re.compile(
        r"(年度|全年|年末|指标|目标|自评|绩效)*(实际|完成)+((指标|目标)*(值|情况|结果))?B?"
    ),
    Column.POINTS: re.compile(r"(指标|标准)*(分值|权重|标准分|满分|分数)+(权重|分)?"),
    Column.SCORE: re.compile(r"(自评|实际|评价|指标|单位)*(得分|评分|自评分)(数|值)?"),
    Column.REASON: re.compile(
        r"(?=.*(偏差|未完成|原因|改进措施))"
        r"(备注|偏[差离]|未?完成|未达标|超额|扣分|失分|较大|存在|主要|年度|绩效|指标|目标|值|问题|原因|分析|情况|说明"
        r"|下一步|拟采取|的|改进|整改|措施|[及与和或、,/()])+"
    ),
    Column.EVIDENCE: re.compile(r"(佐证|证明)(材料|资料)"),
}
_MEASURES = frozenset({Column.TARGET, Column.ACTUAL, Column.POINTS, Column.SCORE})
_SIDE = re.compile(r"(年度)?绩效指标(完成情况)?|绩效|指标")
"""What stands beside the table rather than over a column of it."""
_MARK = "指"
"""In every header, whichever way its words are broken; most lines of a large file need no closer look."""
_DEEPEST = 3
"""A header is split over three rows at most: a word, its rest, and (A) or (B)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Sheet columns ``first`` to ``last`` hold ``column``; ``None`` is a column nobody knows."""

    column: Column | None
    first: int
    last: int

    def shift(self, column: int) -> int:
        """How far sheet column ``column`` lies to the right of the slot; negative to the left, 0 inside."""
        return column - max(self.first, min(column, self.last))


@dataclass(frozen=True, slots=True)
class Header:
    """A header in rows ``top`` to ``bottom``; ``extra`` are header cells with words nobody knows."""

    top: int
    bottom: int
    slots: tuple[Slot, ...]
    extra: tuple[Written, ...]


def read_headers(grid: Grid) -> tuple[Header, ...]:
    """Every table header of ``grid``, top to bottom: a page break repeats it, a second form has its own."""
    headers: list[Header] = []
    marked = [any(_MARK in cell.text for cell in line) for line in grid.lines]
    for index, line in enumerate(grid.lines):
        if not any(marked[index : index + _DEEPEST]) or (headers and line[0].row <= headers[-1].bottom):
            continue
        header = _header_at(grid, index)
        if header:
            headers.append(header)
    return tuple(headers)


def is_header(texts: Iterable[str]) -> bool:
    """Whether ``texts`` are the words of one whole header line."""
    return _is_header(dict(enumerate(texts)))


def _header_at(grid: Grid, index: int) -> Header | None:
    """The header that starts at line ``index``: whole in one line, or broken over the next ones."""
    lines = grid.lines[index : index + _DEEPEST]
    depth = next((depth for depth in range(1, len(lines) + 1) if _is_header(_stack(lines[:depth]))), None)
    if depth is None or not all(_continues(lines[: end + 1]) for end in range(1, depth)):
        return None
    while depth < len(lines) and _continues(lines[: depth + 1]):
        depth += 1
    return _laid_out(grid, lines[:depth])


def _stack(lines: Sequence[Line]) -> dict[int, str]:
    """Header words by sheet column, a word broken over several lines put together."""
    words: dict[int, str] = {}
    for line in lines:
        for cell in line:
            words[cell.column] = words.get(cell.column, "") + cell.text
    return words


def _column(word: str) -> Column | None:
    # What stands in brackets is a unit or a letter, or says what the column is: 备注(偏差原因).
    plain = bare(word), squeeze(word)
    return next((column for column, words in _WORDS.items() if any(map(words.fullmatch, plain))), None)


def _is_header(words: Mapping[int, str]) -> bool:
    known = {_column(word) for word in words.values()}
    return Column.LEVEL3 in known and len(known & _MEASURES) > 1


def _continues(lines: Sequence[Line]) -> bool:
    """Whether the last line goes on with the header above it: every cell of it ends a header word there.

    Where most of them do, the others may go on with the words of columns nobody knows.
    """
    words, above = _stack(lines), _stack(lines[:-1])
    cells = [cell for cell in lines[-1] if not is_side(cell)]
    known = [cell for cell in cells if _column(words[cell.column]) is not None]
    below = [cell for cell in cells if cell.column in above]
    if len(known) == len(cells):
        return bool(below)
    return below == cells and 2 * len(known) > len(cells)


def is_side(cell: Written) -> bool:
    """Whether ``cell`` is the label that stands beside the whole table."""
    return bool(_SIDE.fullmatch(bare(cell.text)))


def _laid_out(grid: Grid, lines: Sequence[Line]) -> Header:
    """A header cell also owns the unlabelled columns between it and the next header cell."""
    words = _stack(lines)
    cells = {cell.column: cell for line in reversed(lines) for cell in line}
    labels = [cells[column] for column in sorted(cells) if not is_side(cells[column])]
    slots: list[Slot] = []
    extra: list[Written] = []
    for label, following in zip(labels, (*labels[1:], None), strict=True):
        column = _column(words[label.column])
        last = following.column - 1 if following else grid.right_edge(label)
        if slots and column is slots[-1].column:
            slots[-1] = Slot(column, slots[-1].first, last)
            continue
        if column in [slot.column for slot in slots]:
            column = None
        slots.append(Slot(column, label.column, last))
        if column is None:
            extra.append(label)
    return Header(lines[0][0].row, lines[-1][0].row, tuple(slots), tuple(extra))
