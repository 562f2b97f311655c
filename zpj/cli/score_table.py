"""Indicator rows in a CSV file: read, scored, written with three columns added."""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from math import isfinite
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import DefinitionError
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Indicator, Kind
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

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: its columns, and rows that may be shorter or longer than these."""

    columns: Row
    rows: tuple[Row, ...]


def read_rows(path: Path) -> Table:
    """The table in ``path``.

    Raises:
        DefinitionError: D01 per missing column, D14 per repeated one, D10 for a file that is no such table.
    """
    # The csv module knows where a row ends; str.splitlines would also end it at U+2028 or a vertical tab.
    reader = csv.reader(StringIO(_text(path), newline=""))
    try:
        columns = [name.strip() for name in next(reader, ())]
        if problems := list(_column_problems(columns, Place(file=path.name))):
            raise DefinitionError(problems)
        return Table(columns, tuple(row for row in reader if row))
    except csv.Error as error:
        place = Place(file=path.name, cell=f"第 {reader.line_num} 行")
        raise DefinitionError([finding(Code.D10, place, found=str(error))]) from error


def scored_rows(table: Table, profile: Profile) -> Iterator[Row]:
    """Each row with 判定类型, 规则得分 (blank where no rule applies) and 说明 added."""
    width = len(table.columns)
    at = {name: table.columns.index(name) for name in REQUIRED}
    for row in table.rows:
        full = [*row, *[""] * (width - len(row))]
        values = {name: full[index].strip() for name, index in at.items()}
        if any(full[width:]):
            # A comma without quotation marks has moved the figures into the columns of others.
            added = ("", "", f"此行有 {len(row)} 列，表头只有 {width} 列，未计分；含逗号的内容请加英文双引号")
        else:
            added = _scored(values, profile)
        yield [*full[:width], *added, *full[width:]]


def write_rows(table: Table, rows: Iterable[Row]) -> None:
    """Write ``rows`` to standard output as CSV."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*table.columns, *ADDED])
    writer.writerows(rows)


def _column_problems(columns: Row, place: Place) -> Iterator[Finding]:
    for name in REQUIRED:
        if name not in columns:
            yield finding(Code.D01, place, what="列", expected=name)
        elif columns.count(name) > 1:
            yield finding(Code.D14, place, what="列", found=name, expected=f"第 {columns.index(name) + 1} 列")


def _scored(row: Mapping[str, str], profile: Profile) -> tuple[str, str, str]:
    kind = row[KIND]
    if kind and kind not in set(Kind):
        return "", "", f"没有“{kind}”这种类型，可选：{'、'.join(Kind)}"
    points = read_points(row[POINTS])
    if points is None:
        return kind, "", f"分值“{row[POINTS]}”不是不小于 0 的数"
    indicator = Indicator(
        "", row[LEVEL2], row[LEVEL3], row[TARGET], points, Kind(kind) if kind else None, row[ACTUAL]
    )
    score = score_row(profile, indicator)
    rule = "" if score.rule is None else f"{score.rule:.2f}"
    return score.kind.value, rule, explain(profile, indicator, score)


def read_points(text: str) -> float | None:
    """``text`` as points; ``None`` if it is no number from 0 on."""
    try:
        number = float(text)
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
    raise DefinitionError(
        [finding(Code.D10, Place(file=path.name), found="不是 UTF-8 或 GB18030 编码的文本")]
    )
