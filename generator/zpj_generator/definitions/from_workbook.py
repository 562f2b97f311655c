"""Reading an Excel definition workbook into rows: three sheets, headers in row 1 in any order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from openpyxl.utils import get_column_letter

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.xlsx import Cell, Sheet, open_workbook
from zpj_generator.definitions.definition_columns import CODE, PROJECT, Column, Holds, Table, tables
from zpj_generator.definitions.records import Row, Written


def read_workbook(path: Path) -> Written:
    """The rows of a definition workbook.

    Raises:
        UnreadableFile: the file is no workbook, or one that cannot be opened safely.
    """
    sheets = {sheet.name.strip(): sheet for sheet in open_workbook(path).sheets}
    file = str(path)
    rows: list[Row] = []
    problems = [*_sheet_problems(file, sheets)]
    for name, table in tables().items():
        if name in sheets:
            reader = _SheetReader(file, table, sheets[name])
            rows += reader.rows()
            problems += reader.problems
    if PROJECT in sheets and not any(row.table.name == PROJECT for row in rows):
        place = Place(file, sheet=PROJECT, cell="A2")
        problems.append(finding(Code.D01, place, what="数据行", expected=PROJECT))
    return Written(tuple(rows), tuple(problems))


def _sheet_problems(file: str, sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    for name in tables():
        if name not in sheets:
            yield finding(Code.D01, Place(file, sheet=name), what="工作表", expected=name)
    for name, sheet in sheets.items():
        if name not in tables() and any(map(_is_filled, sheet.cells.values())):
            expected = "、".join(tables())
            yield finding(
                Code.D08, Place(file, sheet=sheet.name), what="工作表", found=name, expected=expected
            )


class _SheetReader:
    """One sheet: finds its columns, then reads its rows; ``problems`` grows on the way."""

    def __init__(self, file: str, table: Table, sheet: Sheet) -> None:
        self.file = file
        self.table = table
        self.sheet = sheet
        self.problems: list[Finding] = []
        self.unknown: set[int] = set()
        """Column numbers whose header was reported."""
        self.columns = self._columns()

    def rows(self) -> Iterator[Row]:
        by_row: dict[int, dict[int, Cell]] = defaultdict(dict)
        for (row, column), cell in sorted(self.sheet.cells.items()):
            if row > 1 and _is_filled(cell):
                by_row[row][column] = cell
        self._report_headless({column: row for row in reversed(by_row) for column in by_row[row]})
        for row, cells in by_row.items():
            if cells.keys() & self.columns.keys():
                yield self._row(row, cells)

    def _columns(self) -> Mapping[int, Column]:
        """Column number to column, for every header that is known."""
        found: dict[int, Column] = {}
        for (row, number), cell in sorted(self.sheet.cells.items()):
            if row == 1 and _is_filled(cell):
                self._take_header(found, number, cell.text.strip())
        for column in self.table.columns:
            if column.required and column not in found.values():
                self._report(Code.D01, 1, 1, what="列", expected=column.header)
        return found

    def _take_header(self, found: dict[int, Column], number: int, header: str) -> None:
        column = self.table.column(header)
        earlier = next((at for at, known in found.items() if known == column), None)
        if column is not None and earlier is None:
            found[number] = column
            return
        self.unknown.add(number)
        if column is None:
            self._report_unknown(1, number, header)
        else:
            self._report(Code.D14, 1, number, what="列", found=header, expected=_address(1, earlier or 1))

    def _report_headless(self, first_rows: Mapping[int, int]) -> None:
        """Values under no header at all would be lost silently."""
        for number, row in first_rows.items():
            if number not in self.columns and number not in self.unknown:
                self._report_unknown(row, number, f"{get_column_letter(number)} 列(无列名)")

    def _row(self, row: int, cells: Mapping[int, Cell]) -> Row:
        values = {
            column.header: self._value(row, number, column, cells[number])
            for number, column in self.columns.items()
            if number in cells
        }
        addresses = {column.header: _address(row, number) for number, column in self.columns.items()}
        code = values.get(CODE)
        return Row(self.table, self.file, self.sheet.name, str(code or ""), values, addresses)

    def _value(self, row: int, number: int, column: Column, cell: Cell) -> str | float | None:
        wrong = "公式" if cell.formula is not None else f"错误值 {cell.error}" if cell.error else ""
        if wrong:
            self._report(Code.D06, row, number, found=wrong)
            return None
        if column.holds is not Holds.TEXT and isinstance(cell.value, float):
            return cell.value
        return cell.text.strip()

    def _report_unknown(self, row: int, number: int, found: str) -> None:
        self._report(Code.D08, row, number, what="列", found=found, expected="、".join(self.table.headers))

    def _report(self, code: Code, row: int, number: int, **words: str) -> None:
        place = Place(self.file, sheet=self.sheet.name, cell=_address(row, number))
        self.problems.append(finding(code, place, **words))


def _address(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"


def _is_filled(cell: Cell) -> bool:
    return bool(cell.formula is not None or cell.error or cell.text.strip())
