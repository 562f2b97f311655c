"""Indicator rows in a CSV file: read, scored, written with three columns added."""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from math import isfinite
from pathlib import Path

from zpj.errors import DefinitionError
from zpj.findings import Place, finding
from zpj.form import Indicator, Kind
from zpj.rules import Profile
from zpj.scoring import explain, score_row

LEVEL2, LEVEL3, TARGET, ACTUAL, POINTS, KIND = (
    "二级指标",
    "三级指标",
    "年度指标值",
    "全年实际值",
    "分值",
    "类型",
)
REQUIRED = (LEVEL2, LEVEL3, TARGET, ACTUAL, POINTS, KIND)
ADDED = ("判定类型", "规则得分", "说明")
ENCODINGS = ("utf-8-sig", "gb18030")
"""UTF-8, or what Excel writes on a Chinese Windows."""

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a CSV file and the order of its columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_rows(path: Path) -> Table:
    """The table in ``path``.

    Raises:
        DefinitionError: D01 per missing column, D14 per repeated one, D10 for a file that is no such table.
    """
    # The csv module knows where a row ends; str.splitlines would also end it at a vertical tab or U+2028.
    reader = csv.reader(StringIO(_text(path), newline=""))
    try:
        columns = tuple(name.strip() for name in next(reader, ()))
        _check_columns(columns, Place(file=path.name, cell="第 1 行"))
        rows = tuple(_row(columns, cells, path, reader.line_num) for cells in reader if any(cells))
    except csv.Error as error:
        place = Place(file=path.name, cell=f"第 {reader.line_num} 行")
        raise DefinitionError([finding("D10", place, found=str(error))]) from error
    return Table(columns, rows)


def _check_columns(columns: Sequence[str], place: Place) -> None:
    missing = [finding("D01", place, what="列", expected=name) for name in REQUIRED if name not in columns]
    repeated = [name for name, count in Counter(columns).items() if name and count > 1]
    problems = [*missing, *(finding("D14", place, what="列", found=name, expected="同一行") for name in repeated)]
    if problems:
        raise DefinitionError(problems)


def _row(columns: Sequence[str], cells: Sequence[str], path: Path, line: int) -> Row:
    """The cells under their columns. A row longer than the header has slipped: any score of it is wrong."""
    if any(cells[len(columns) :]):
        place = Place(file=path.name, cell=f"第 {line} 行")
        found = f"有 {len(cells)} 列，表头只有 {len(columns)} 列，内容中的逗号须写在英文双引号内"
        raise DefinitionError([finding("D10", place, found=found)])
    return dict(zip_longest(columns, cells[: len(columns)], fillvalue=""))


def scored_rows(table: Table, profile: Profile) -> Iterator[Row]:
    """Each row with 判定类型, 规则得分 (blank where no rule applies) and 说明 added."""
    for row in table.rows:
        yield {**row, **dict(zip(ADDED, _scored(row, profile), strict=True))}


def write_rows(table: Table, rows: Iterable[Row]) -> None:
    """Write ``rows`` to standard output as CSV."""
    columns = [*table.columns, *(name for name in ADDED if name not in table.columns)]
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _scored(row: Row, profile: Profile) -> tuple[str, str, str]:
    kind = row[KIND].strip()
    if kind and kind not in set(Kind):
        return "", "", f"没有“{kind}”这种类型，可选：{'、'.join(Kind)}"
    points = _number(row[POINTS])
    if points is None:
        return kind, "", f"分值“{row[POINTS].strip()}”不是不小于 0 的数"
    indicator = Indicator(
        "",
        row[LEVEL2].strip(),
        row[LEVEL3].strip(),
        row[TARGET].strip(),
        points,
        Kind(kind) if kind else None,
        row[ACTUAL].strip(),
    )
    score = score_row(profile, indicator)
    rule = "" if score.rule is None else f"{score.rule:.2f}"
    return score.kind.value, rule, explain(profile, indicator, score)


def _number(text: str) -> float | None:
    try:
        number = float(text.strip())
    except ValueError:
        return None
    return number if isfinite(number) and number >= 0 else None


def _text(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DefinitionError([finding("D10", Place(file=path.name), found="不是 UTF-8 或 GB18030 编码的文本")])
