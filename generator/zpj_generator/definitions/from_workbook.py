"""Reading an Excel definition workbook into records: three sheets, headers in row 1 in any order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.texts import wording
from zpj.texts.punctuation import listed
from zpj.xlsx import Cell, Sheet, cell_name, open_workbook
from zpj.xlsx.references import column_letters
from zpj_generator.definitions.definition_columns import (
    CODE,
    PROJECT,
    TABLES,
    DefinitionColumn,
    DefinitionTable,
    Holds,
)
from zpj_generator.definitions.records import DefinitionRecord, RawDefinition, WrittenValue

HEADER_ROW = 1


def read_workbook(path: Path) -> RawDefinition:
    """The records of a definition workbook.

    Raises:
        UnreadableFile: the file is no workbook, or one that cannot be opened safely.
    """
    sheets = {sheet.name.strip(): sheet for sheet in open_workbook(path).sheets}
    file = str(path)
    records: list[DefinitionRecord] = []
    problems = [*_sheet_problems(file, sheets)]
    for table in TABLES:
        if table.name in sheets:
            reader = _SheetReader(file, table, sheets[table.name])
            records += reader.records()
            problems += reader.problems
    if PROJECT.name in sheets and not any(record.table is PROJECT for record in records):
        place = Place(file, sheet=PROJECT.name, cell=cell_name(HEADER_ROW + 1, 1))
        problems.append(finding(Code.D01, place, what=_words()["rows"], expected=PROJECT.name))
    return RawDefinition(tuple(records), tuple(problems))


def _sheet_problems(file: str, sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    known, what = [table.name for table in TABLES], _words()["sheet"]
    for name in known:
        if name not in sheets:
            yield finding(Code.D01, Place(file, sheet=name), what=what, expected=name)
    for name, sheet in sheets.items():
        if name not in known and any(map(_is_filled, sheet.cells.values())):
            place = Place(file, sheet=sheet.name)
            yield finding(Code.D08, place, what=what, found=name, expected=listed(known))


class _SheetReader:
    """One sheet: finds its columns, then reads its records; ``problems`` grows on the way."""

    def __init__(self, file: str, table: DefinitionTable, sheet: Sheet) -> None:
        self.file = file
        self.table = table
        self.sheet = sheet
        self.problems: list[Finding] = []
        self.unknown: set[int] = set()
        """Column numbers whose header was reported."""
        self.columns = self._columns()

    def records(self) -> Iterator[DefinitionRecord]:
        by_row: dict[int, dict[int, Cell]] = defaultdict(dict)
        for (row, column), cell in sorted(self.sheet.cells.items()):
            if row > HEADER_ROW and _is_filled(cell):
                by_row[row][column] = cell
        self._report_headless({column: row for row in reversed(by_row) for column in by_row[row]})
        for row, cells in by_row.items():
            if cells.keys() & self.columns.keys():
                yield self._record(row, cells)

    def _columns(self) -> Mapping[int, DefinitionColumn]:
        """Column number to column, for every header that is known."""
        found: dict[int, DefinitionColumn] = {}
        for (row, number), cell in sorted(self.sheet.cells.items()):
            if row == HEADER_ROW and _is_filled(cell):
                self._take_header(found, number, cell.text.strip())
        for column in self.table.columns:
            if column.required and column not in found.values():
                self._report(Code.D01, HEADER_ROW, 1, what=_words()["column"], expected=column.header)
        return found

    def _take_header(self, found: dict[int, DefinitionColumn], number: int, header: str) -> None:
        column = self.table.column(header)
        earlier = next((at for at, known in found.items() if known == column), None)
        if column is not None and earlier is None:
            found[number] = column
            return
        self.unknown.add(number)
        if column is None:
            self._report_unknown(HEADER_ROW, number, header)
        else:
            first = cell_name(HEADER_ROW, earlier or 1)
            self._report(Code.D14, HEADER_ROW, number, what=_words()["column"], found=header, expected=first)

    def _report_headless(self, first_rows: Mapping[int, int]) -> None:
        """Values under no header at all would be lost silently."""
        for number, row in first_rows.items():
            if number not in self.columns and number not in self.unknown:
                found = _words()["headless"].format(column=column_letters(number))
                self._report_unknown(row, number, found)

    def _record(self, row: int, cells: Mapping[int, Cell]) -> DefinitionRecord:
        values = {
            column.header: self._value(row, number, column, cells[number])
            for number, column in self.columns.items()
            if number in cells
        }
        places = {column.header: cell_name(row, number) for number, column in self.columns.items()}
        code = values.get(CODE)
        return DefinitionRecord(self.table, self.file, self.sheet.name, str(code or ""), values, places)

    def _value(self, row: int, number: int, column: DefinitionColumn, cell: Cell) -> WrittenValue:
        if cell.formula is not None:
            self._report(Code.D06, row, number, found=_words()["formula"])
            return None
        if cell.error:
            self._report(Code.D06, row, number, found=_words()["error"].format(error=cell.error))
            return None
        if column.holds is not Holds.TEXT and isinstance(cell.value, float):
            return cell.value
        return cell.text.strip()

    def _report_unknown(self, row: int, number: int, found: str) -> None:
        known = listed(self.table.headers)
        self._report(Code.D08, row, number, what=_words()["column"], found=found, expected=known)

    def _report(self, code: Code, row: int, number: int, **words: str) -> None:
        place = Place(self.file, sheet=self.sheet.name, cell=cell_name(row, number))
        self.problems.append(finding(code, place, **words))


def _words() -> Mapping[str, str]:
    words: Mapping[str, str] = wording("definitions")["what"]
    return words


def _is_filled(cell: Cell) -> bool:
    return bool(cell.formula is not None or cell.error or cell.text.strip())
