"""The header of an indicator table: which sheet column holds what, read from its words in any order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from intake.grid import Grid, Line, Written
from intake.recognise.typed import Column
from intake.text import bare

_WORDS: Mapping[Column, re.Pattern[str]] = {
    Column.LEVEL1: re.compile(r"一级指标(名称)?"),
    Column.LEVEL2: re.compile(r"二级指标(名称)?"),
    Column.LEVEL3: re.compile(r"三级指标(名称|内容)?|(具体)?指标(名称|内容)"),
    Column.TARGET: re.compile(r"(年度|全年|年初|预期|计划|设定|绩效)*(指标|目标|计划|预期)值A?"),
    Column.ACTUAL: re.compile(r"(全年|年度|指标)*(实际|完成|实际完成)(值|情况)B?"),
    Column.POINTS: re.compile(r"(指标|标准)?(分值|权重|标准分|满分)"),
    Column.SCORE: re.compile(r"(自评|实际|评价|指标)?(得分|评分)"),
    Column.REASON: re.compile(r".*(偏差|未完成|原因|改进措施).*"),
    Column.EVIDENCE: re.compile(r"(佐证|证明)(材料|资料)"),
}
_LISTS = frozenset({Column.LEVEL1, Column.LEVEL2, Column.LEVEL3, Column.REASON, Column.EVIDENCE})
"""Columns that may be printed twice side by side; their texts are joined. A second number is another matter."""
_MEASURES = frozenset({Column.TARGET, Column.ACTUAL, Column.POINTS, Column.SCORE})
_SIDE = frozenset({"绩效指标", "年度绩效指标", "绩效", "指标"})
"""What stands beside the table rather than over a column of it."""
_DEEPEST = 3
"""A header is split over three rows at most: a word, its rest, and (A) or (B)."""


@dataclass(frozen=True, slots=True)
class Header:
    """``columns`` maps every sheet column to what it holds; ``extra`` are header words nobody knows."""

    top: int
    bottom: int
    columns: Mapping[int, Column]
    extra: Mapping[int, Written]


def read_headers(grid: Grid) -> tuple[Header, ...]:
    """Every table header of ``grid``, top to bottom: a page break repeats it, a second form has its own."""
    headers: list[Header] = []
    for index, line in enumerate(grid.lines):
        if headers and line[0].row <= headers[-1].bottom:
            continue
        header = _header_at(grid, index)
        if header:
            headers.append(header)
    return tuple(headers)


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
    plain = bare(word)
    return next((column for column, words in _WORDS.items() if words.fullmatch(plain)), None)


def _is_header(words: Mapping[int, str]) -> bool:
    known = {_column(word) for word in words.values()}
    return Column.LEVEL3 in known and len(known & _MEASURES) > 1


def _continues(lines: Sequence[Line]) -> bool:
    """Whether the last line goes on with the header above it: every cell of it ends a header word there."""
    words, above = _stack(lines), _stack(lines[:-1])
    return any(cell.column in above for cell in lines[-1]) and all(
        _column(words[cell.column]) is not None or is_side(cell) for cell in lines[-1]
    )


def is_side(cell: Written) -> bool:
    """Whether ``cell`` is the label that stands beside the whole table."""
    return bare(cell.text) in _SIDE


def _laid_out(grid: Grid, lines: Sequence[Line]) -> Header:
    """A header cell also owns the unlabelled columns between it and the next header cell."""
    cells = {cell.column: cell for line in reversed(lines) for cell in line}
    words = _stack(lines)
    starts = sorted(cells)
    columns: dict[int, Column] = {}
    extra: dict[int, Written] = {}
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        column = _column(words[start])
        taken = column in columns.values() and column not in _LISTS
        if column is None or taken:
            if not is_side(cells[start]):
                extra[start] = cells[start]
            continue
        end = following if following is not None else grid.right_edge(cells[start]) + 1
        columns.update(dict.fromkeys(range(start, end), column))
    return Header(lines[0][0].row, lines[-1][0].row, columns, extra)
