"""The 项目资金 block: rows of money below a header, and the printed score of the execution rate."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zpj.importer.grid import GridCell, GridLine
from zpj.importer.recognise.typed_form import PrintedFigure
from zpj.importer.typed_text import number, share
from zpj.importer.word_lists import vocabulary
from zpj.model.findings import Place
from zpj.model.project import FUND_SOURCES, TOTAL_FUND, Fund


@dataclass(frozen=True, slots=True)
class _FundWords:
    block: re.Pattern[str]
    of_which: str
    unit_note: re.Pattern[str]
    in_yuan: re.Pattern[str]
    column: Mapping[str, re.Pattern[str]]
    source: Mapping[str, re.Pattern[str]]


_WORDS = vocabulary("funds", _FundWords)
_MONEY = ("initial", "budget", "spent")
_FIGURES = {**dict.fromkeys((*_MONEY, "score"), number), "rate": share}
"""How the figures of a column are read."""
_YUAN_PER_WAN = 10_000.0
if tuple(_WORDS.source) != FUND_SOURCES or not {*_FIGURES} <= {*_WORDS.column}:
    raise ValueError("words/funds.toml lacks words for a row or a column")


@dataclass(frozen=True, slots=True)
class FundBlock:
    """``unreadable`` are cells with something else than the figure expected there."""

    rows: tuple[Fund, ...]
    execution: PrintedFigure | None
    """The printed score of the execution rate."""
    rate: PrintedFigure | None
    places: Mapping[tuple[str, str], Place]
    """Every cell by 资金来源 and column."""
    claimed: frozenset[GridCell]
    unreadable: tuple[GridCell, ...]


def read_funds(lines: Sequence[GridLine]) -> FundBlock:
    """The fund rows that are there, in 万元 and in the order of :data:`zpj.model.project.FUND_SOURCES`."""
    header = next((line for line in lines if _is_header(line)), ())
    columns = {cell.column: _column(cell) for cell in header if _column(cell)}
    claimed = {cell for cell in header if _column(cell) or _WORDS.block.fullmatch(cell.bare)}
    notes = {cell for line in lines for cell in line if _WORDS.unit_note.fullmatch(cell.plain)}
    unit = _YUAN_PER_WAN if any(_WORDS.in_yuan.search(c.plain) for c in (*header, *notes)) else 1.0
    found: dict[str, Mapping[str, GridCell]] = {}
    for line in lines[lines.index(header) + 1 :] if header else ():
        source, cells = _source(line)
        if source and source not in found:
            found[source] = _by_column(columns, cells)
            claimed.update(line)
    rows = tuple(_fund(source, found[source], unit) for source in FUND_SOURCES if source in found)
    unreadable = tuple(
        cells[key]
        for cells in found.values()
        for key, read in _FIGURES.items()
        if key in cells and read(cells[key].text) is None and not cells[key].is_nothing
    )
    places = {(source, key): cell.place for source, cells in found.items() for key, cell in cells.items()}
    score, rate = (_figure(found.get(TOTAL_FUND, {}), key) for key in ("score", "rate"))
    return FundBlock(rows, score, rate, places, frozenset(claimed | notes), unreadable)


def _is_header(line: GridLine) -> bool:
    return len({_column(cell) for cell in line} & set(_MONEY)) > 1


def _column(cell: GridCell) -> str | None:
    bare_text = cell.bare
    return next((key for key, words in _WORDS.column.items() if words.fullmatch(bare_text)), None)


def _source(line: GridLine) -> tuple[str | None, GridLine]:
    """Which fund row a line is, and the cells after its label."""
    for index, cell in enumerate(line):
        label = cell.bare.removeprefix(_WORDS.of_which).strip(":")
        for source, words in _WORDS.source.items():
            if words.fullmatch(label):
                return source, line[index + 1 :]
    return None, ()


def _by_column(columns: Mapping[int, str | None], cells: Iterable[GridCell]) -> Mapping[str, GridCell]:
    """A complete row is read in the order of the header, wherever it is; any other one by its columns."""
    cells = tuple(cells)
    if len(cells) == len(columns):
        keys = [columns[column] for column in sorted(columns)]
    else:
        keys = [columns.get(cell.column) for cell in cells]
    return {key: cell for key, cell in zip(keys, cells, strict=True) if key}


def _fund(source: str, cells: Mapping[str, GridCell], unit: float) -> Fund:
    def money(key: str) -> float | None:
        value = number(cells[key].text) if key in cells else None
        return None if value is None else value / unit

    return Fund(source, money("initial"), money("budget"), money("spent"))


def _figure(cells: Mapping[str, GridCell], key: str) -> PrintedFigure | None:
    value = _FIGURES[key](cells[key].text) if key in cells else None
    return None if value is None else PrintedFigure(value, cells[key].place)
