"""Reading a TOML definition (one project; keys of 项目 on top, then [[资金]] and [[指标]]) into rows."""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from math import inf
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.errors import UnreadableFile
from zpj.model.findings import Finding, Place, finding
from zpj_generator.definitions.definition_columns import (
    CODE,
    FUND,
    INDICATOR,
    PROJECT,
    Column,
    Holds,
    Table,
    tables,
)
from zpj_generator.definitions.records import Row, Written

MAX_BYTES = 5_000_000


def read_toml(path: Path) -> Written:
    """The rows of a TOML definition.

    Raises:
        UnreadableFile: X01, X04, D10: the file cannot be opened, is too large or is no TOML.
    """
    reader = _DocumentReader(str(path), _parsed(path))
    return Written(tuple(reader.rows()), tuple(reader.problems))


def _parsed(path: Path) -> Mapping[str, object]:
    place = Place(str(path))
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        why = "文件不存在" if isinstance(error, FileNotFoundError) else error.strerror
        raise UnreadableFile([finding(Code.X01, place, found=why)]) from error
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        raise UnreadableFile([finding(Code.X04, place, found="TOML 定义", expected=limit)])
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableFile([finding(Code.D10, place, found="不是 UTF-8 编码")]) from error
    except (ValueError, RecursionError) as error:  # ValueError: also a number of thousands of digits
        raise UnreadableFile([_syntax_problem(place.file, str(error))]) from error


def _syntax_problem(file: str, error: str) -> Finding:
    at = re.search(r"line (\d+), column (\d+)", error)
    where = f"第 {at[1]} 行第 {at[2]} 列" if at else ""
    return finding(Code.D10, Place(file, cell=where), found="不合 TOML 语法,中文键名和文字都须加英文双引号")


class _DocumentReader:
    """One TOML document; ``problems`` grows while its rows are read."""

    def __init__(self, file: str, document: Mapping[str, object]) -> None:
        self.file = file
        self.document = document
        self.problems: list[Finding] = []
        code = document.get(CODE)
        self.code = code.strip() if isinstance(code, str) else ""

    def rows(self) -> Iterator[Row]:
        top = {key: value for key, value in self.document.items() if key not in (FUND, INDICATOR)}
        yield self._row(tables()[PROJECT], top, "")
        for name in (FUND, INDICATOR):
            for index, item in enumerate(self._items(name), 1):
                yield self._row(tables()[name], item, f"{name}[{index}].")

    def _items(self, name: str) -> list[Mapping[str, object]]:
        items = self.document.get(name, [])
        if isinstance(items, list) and all(isinstance(item, Mapping) for item in items):
            return items
        self._report(Code.D10, name, found=f'“{name}”应写作 [["{name}"]]')
        return []

    def _row(self, table: Table, item: Mapping[str, object], prefix: str) -> Row:
        columns = {column.header: column for column in table.columns if not column.key}
        for key in (key for key in item if key not in columns):
            self._report(Code.D08, prefix + key, what="键", found=key, expected="、".join(columns))
        values = {
            header: self._value(column, prefix + header, item[header])
            for header, column in columns.items()
            if header in item
        }
        return Row(table, self.file, "", self.code, values, {header: prefix + header for header in columns})

    def _value(self, column: Column, key: str, value: object) -> str | float | None:
        if isinstance(value, str):
            return value.strip()
        if column.holds is Holds.TEXT:
            self._report(Code.D12, key, what=column.header, found=_shown(value))
        elif isinstance(value, int | float) and not isinstance(value, bool):
            return float(value) if abs(value) <= sys.float_info.max else inf
        else:
            self._report(Code.D07, key, what=column.header, found=_shown(value), expected="数字")
        return None

    def _report(self, code: Code, key: str, **words: object) -> None:
        self.problems.append(finding(code, Place(self.file, self.code, cell=key), **words))


def _shown(value: object) -> str:
    """As much of ``value`` as a sentence takes. Python spells out no integer of thousands of digits."""
    try:
        return str(value)[:20]
    except ValueError:
        return "过大的数"
