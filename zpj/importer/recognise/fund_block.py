"""The 项目资金 block: four rows of money below a header, and the printed score of the execution rate."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zpj.importer.grid import Line, Written
from zpj.importer.recognise.typed_form import Figure
from zpj.importer.typed_text import bare, is_nothing, number, share, squeeze
from zpj.model.findings import Place
from zpj.model.project import FUND_SOURCES, TOTAL_FUND, Fund

_COLUMNS: Mapping[str, re.Pattern[str]] = {
    "initial": re.compile(r"(年初|当年)预算(数|金额)?"),
    "budget": re.compile(r"(全年|调整后|调整)预算(数|金额)?A?"),
    "spent": re.compile(r"(全年|实际|全年实际)(执行|支出)(数|金额)?B?|(执行|支出)(数|金额)B?"),
    "points": re.compile(r"分值"),
    "rate": re.compile(r"(预算)?执行率"),
    "score": re.compile(r"得分"),
}
_MONEY = ("initial", "budget", "spent")
_FIGURES = {**dict.fromkeys((*_MONEY, "score"), number), "rate": share}
"""How the figures of a column are read."""
_SOURCES: Mapping[str, re.Pattern[str]] = dict(
    zip(
        FUND_SOURCES,
        (
            re.compile(r"(年度|项目)?资金(总额|合计)|合计"),
            re.compile(r"(当年|本年|年度)?财政(拨款|资金)+"),
            re.compile(r"上年(结转|结余|结)+(资金)?"),
            re.compile(r"(单位)?其[他它](资金|收入)?"),
        ),
        strict=True,
    )
)
_BLOCK = re.compile(r"(项目)?(资金|预算)(执行|使用)?(情况)?")
_UNIT = re.compile(r"\(?(金额)?单位:(人民币)?万?元\)?")
_YUAN, _YUAN_PER_WAN = re.compile(r"\(元\)|单位:(人民币)?元"), 10_000.0


@dataclass(frozen=True, slots=True)
class Funds:
    """``unreadable`` are cells where a figure was expected and something else stands."""

    rows: tuple[Fund, ...]
    execution: Figure | None
    """The printed score of the execution rate."""
    rate: Figure | None
    places: Mapping[tuple[str, str], Place]
    """Every cell by 资金来源 and column."""
    claimed: frozenset[Written]
    unreadable: tuple[Written, ...]


def read_funds(lines: Sequence[Line]) -> Funds:
    """The fund rows that are there, in 万元 and in the order of :data:`zpj.model.project.FUND_SOURCES`."""
    header = next((line for line in lines if _is_header(line)), ())
    columns = {cell.column: _column(cell) for cell in header if _column(cell)}
    claimed = {cell for cell in header if _column(cell) or _BLOCK.fullmatch(bare(cell.text))}
    notes = {cell for line in lines for cell in line if _UNIT.fullmatch(squeeze(cell.text))}
    unit = _YUAN_PER_WAN if any(_YUAN.search(squeeze(c.text)) for c in (*header, *notes)) else 1.0
    found: dict[str, Mapping[str, Written]] = {}
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
        if key in cells and read(cells[key].text) is None and not is_nothing(cells[key].text)
    )
    places = {(source, key): cell.place for source, cells in found.items() for key, cell in cells.items()}
    score, rate = (_figure(found.get(TOTAL_FUND, {}), key) for key in ("score", "rate"))
    return Funds(rows, score, rate, places, frozenset(claimed | notes), unreadable)


def _is_header(line: Line) -> bool:
    return len({_column(cell) for cell in line} & set(_MONEY)) > 1


def _column(cell: Written) -> str | None:
    plain = bare(cell.text)
    return next((key for key, words in _COLUMNS.items() if words.fullmatch(plain)), None)


def _source(line: Line) -> tuple[str | None, Line]:
    """Which fund row a line is, and the cells after its label."""
    for index, cell in enumerate(line):
        plain = bare(cell.text).removeprefix("其中").strip(":")
        for source, words in _SOURCES.items():
            if words.fullmatch(plain):
                return source, line[index + 1 :]
    return None, ()


def _by_column(columns: Mapping[int, str | None], cells: Iterable[Written]) -> Mapping[str, Written]:
    """A complete row is read in the order of the header, wherever it stands; any other one by its columns."""
    cells = tuple(cells)
    if len(cells) == len(columns):
        keys = [columns[column] for column in sorted(columns)]
    else:
        keys = [columns.get(cell.column) for cell in cells]
    return {key: cell for key, cell in zip(keys, cells, strict=True) if key}


def _fund(source: str, cells: Mapping[str, Written], unit: float) -> Fund:
    def money(key: str) -> float | None:
        value = number(cells[key].text) if key in cells else None
        return None if value is None else value / unit

    return Fund(source, money("initial"), money("budget"), money("spent"))


def _figure(cells: Mapping[str, Written], key: str) -> Figure | None:
    value = _FIGURES[key](cells[key].text) if key in cells else None
    return None if value is None else Figure(value, cells[key].place)
