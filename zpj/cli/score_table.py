"""Indicator rows in a CSV file: read, scored, written with three columns added."""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from zpj.cli.options import points_in
from zpj.model.codes import Code
from zpj.model.errors import DefinitionError
from zpj.model.findings import Finding, Place, finding
from zpj.model.project import Indicator, Kind
from zpj.rules import Profile
from zpj.scoring import explain, score_row
from zpj.texts import wording

_words = wording("cli")["score"]["table"]
_columns = wording("cli")["score"]["column"]
LEVEL2, LEVEL3, TARGET = _columns["level2"], _columns["level3"], _columns["target"]
ACTUAL, POINTS, KIND = _columns["actual"], _columns["points"], _columns["kind"]
REQUIRED = (LEVEL2, LEVEL3, TARGET, ACTUAL, POINTS, KIND)
ADDED = (_columns["inferred"], _columns["score"], _columns["why"])
ENCODINGS = ("utf-8-sig", "gb18030")
"""UTF-8, or what Excel writes on a Chinese Windows."""

CsvRow = Sequence[str]


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A CSV file: its columns, and rows that may be shorter or longer than these."""

    columns: CsvRow
    rows: tuple[CsvRow, ...]


def read_rows(path: Path) -> CsvTable:
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
        return CsvTable(columns, tuple(row for row in reader if row))
    except csv.Error as error:
        place = Place(file=path.name, cell=_words["line"].format(number=reader.line_num))
        raise DefinitionError([finding(Code.D10, place, found=str(error))]) from error


def scored_rows(table: CsvTable, profile: Profile) -> Iterator[CsvRow]:
    """Each row with 判定类型, 规则得分 (blank where no rule applies) and 说明 added."""
    width = len(table.columns)
    at = {name: table.columns.index(name) for name in REQUIRED}
    for row in table.rows:
        full = [*row, *[""] * (width - len(row))]
        values = {name: full[index].strip() for name, index in at.items()}
        if any(full[width:]):
            # A comma without quotation marks has moved the figures into the columns of others.
            added = ("", "", _words["shifted"].format(found=len(row), expected=width))
        else:
            added = _scored(values, profile)
        yield [*full[:width], *added, *full[width:]]


def write_rows(table: CsvTable, rows: Iterable[CsvRow]) -> None:
    """Write ``rows`` to standard output as CSV."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*table.columns, *ADDED])
    writer.writerows(rows)


def _column_problems(columns: CsvRow, place: Place) -> Iterator[Finding]:
    what = _words["what"]
    for name in REQUIRED:
        if name not in columns:
            yield finding(Code.D01, place, what=what, expected=name)
        elif columns.count(name) > 1:
            first = _words["column"].format(number=columns.index(name) + 1)
            yield finding(Code.D14, place, what=what, found=name, expected=first)


def _scored(row: Mapping[str, str], profile: Profile) -> tuple[str, str, str]:
    kind = row[KIND]
    if kind and kind not in set(Kind):
        kinds = _words["kinds_between"].join(Kind)
        return "", "", _words["unknown_kind"].format(kind=kind, kinds=kinds)
    points = points_in(row[POINTS])
    if points is None:
        return kind, "", _words["not_points"].format(text=row[POINTS])
    indicator = Indicator(
        "", row[LEVEL2], row[LEVEL3], row[TARGET], points, Kind(kind) if kind else None, row[ACTUAL]
    )
    score = score_row(profile, indicator)
    rule = "" if score.rule is None else f"{score.rule:.2f}"
    return score.kind.value, rule, explain(profile, indicator, score)


def _text(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DefinitionError([finding(Code.D10, Place(file=path.name), found=_words["not_text"])])
