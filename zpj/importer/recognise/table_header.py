"""The header of an indicator table: which sheet column holds what, read from its words in any order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zpj.importer.grid import Grid, GridCell, GridLine
from zpj.importer.recognise.typed_form import TableColumn
from zpj.importer.typed_text import squeeze, without_brackets
from zpj.importer.word_lists import any_word, vocabulary


@dataclass(frozen=True, slots=True)
class _ReasonWords:
    signs: tuple[str, ...]
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _ColumnWords:
    mark: str
    side: re.Pattern[str]
    column: Mapping[str, re.Pattern[str]]
    reason: _ReasonWords


_WORDS = vocabulary("columns", _ColumnWords)
_REASON = re.compile(rf"(?=.*{any_word(_WORDS.reason.signs)}){_WORDS.reason.words.pattern}+")
_COLUMNS = {
    column: _REASON if column is TableColumn.REASON else _WORDS.column[column] for column in TableColumn
}
_MEASURES = frozenset({TableColumn.TARGET, TableColumn.ACTUAL, TableColumn.POINTS, TableColumn.SCORE})
_DEEPEST = 3
"""A header is split over three rows at most: a word, its rest, and (A) or (B)."""
_LONGEST = 300
"""Characters a header word may have; longer texts need no look at their words."""


@dataclass(frozen=True, slots=True)
class HeaderSlot:
    """Sheet columns ``first`` to ``last`` hold ``column``; ``None`` is a column nobody knows."""

    column: TableColumn | None
    first: int
    last: int

    def shift(self, column: int) -> int:
        """How far sheet column ``column`` lies to the right of the slot; negative to the left, 0 inside."""
        return column - max(self.first, min(column, self.last))


@dataclass(frozen=True, slots=True)
class TableHeader:
    """A header in rows ``top`` to ``bottom``; ``extra`` are header cells with words nobody knows."""

    top: int
    bottom: int
    slots: tuple[HeaderSlot, ...]
    extra: tuple[GridCell, ...]


def read_headers(grid: Grid) -> tuple[TableHeader, ...]:
    """Every table header of ``grid``, top to bottom: a page break repeats it, a second form has its own."""
    headers: list[TableHeader] = []
    marked = [any(_WORDS.mark in cell.text for cell in line) for line in grid.lines]
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


def is_side(cell: GridCell) -> bool:
    """Whether ``cell`` is the label beside the whole table."""
    return bool(_WORDS.side.fullmatch(cell.bare))


def _header_at(grid: Grid, index: int) -> TableHeader | None:
    """The header that starts at line ``index``: whole in one line, or broken over the next ones."""
    lines = grid.lines[index : index + _DEEPEST]
    depth = next((depth for depth in range(1, len(lines) + 1) if _is_header(_stacked(lines[:depth]))), None)
    if depth is None or not all(_continues(lines[: end + 1]) for end in range(1, depth)):
        return None
    while depth < len(lines) and _continues(lines[: depth + 1]):
        depth += 1
    return _laid_out(grid, lines[:depth])


def _stacked(lines: Sequence[GridLine]) -> dict[int, str]:
    """Header words by sheet column, a word broken over several lines put together."""
    words: dict[int, str] = {}
    for line in lines:
        for cell in line:
            words[cell.column] = words.get(cell.column, "") + cell.text
    return words


def _column(word: str) -> TableColumn | None:
    if len(word) > _LONGEST:
        return None
    plain = squeeze(word)
    # Brackets hold a unit or a letter, or say what the column is: 备注(偏差原因).
    texts = {without_brackets(plain), plain}
    return next((column for column, words in _COLUMNS.items() if any(map(words.fullmatch, texts))), None)


def _is_header(words: Mapping[int, str]) -> bool:
    # Most lines of a large file have no such column, and need no closer look.
    if not any(_WORDS.mark in word and _column(word) is TableColumn.LEVEL3 for word in words.values()):
        return False
    known = {_column(word) for word in words.values()}
    return TableColumn.LEVEL3 in known and len(known & _MEASURES) > 1


def _continues(lines: Sequence[GridLine]) -> bool:
    """Whether the last line goes on with the header above it: every cell of it ends a header word there.

    Where most of them do, the others may go on with the words of columns nobody knows.
    """
    words, above = _stacked(lines), _stacked(lines[:-1])
    cells = [cell for cell in lines[-1] if not is_side(cell)]
    known = [cell for cell in cells if _column(words[cell.column]) is not None]
    below = [cell for cell in cells if cell.column in above]
    if len(known) == len(cells):
        return bool(below)
    return below == cells and 2 * len(known) > len(cells)


def _laid_out(grid: Grid, lines: Sequence[GridLine]) -> TableHeader:
    """A header cell also owns the unlabelled columns between it and the next header cell."""
    words = _stacked(lines)
    cells = {cell.column: cell for line in reversed(lines) for cell in line}
    labels = [cells[column] for column in sorted(cells) if not is_side(cells[column])]
    slots: list[HeaderSlot] = []
    extra: list[GridCell] = []
    for label, following in zip(labels, (*labels[1:], None), strict=True):
        column = _column(words[label.column])
        last = following.column - 1 if following else grid.right_edge(label)
        if slots and column is slots[-1].column:
            slots[-1] = HeaderSlot(column, slots[-1].first, last)
            continue
        if column in [slot.column for slot in slots]:
            column = None
        slots.append(HeaderSlot(column, label.column, last))
        if column is None:
            extra.append(label)
    return TableHeader(lines[0][0].row, lines[-1][0].row, tuple(slots), tuple(extra))
