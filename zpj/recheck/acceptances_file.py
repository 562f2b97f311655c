"""Reading 说明 files: texts under known headers, from a TOML document or a sheet, each with its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from zpj.files import read_toml
from zpj.model.codes import Code
from zpj.model.findings import Finding, Place, finding
from zpj.model.toml_text import tables_in
from zpj.texts import wording
from zpj.texts.punctuation import listed
from zpj.xlsx import Cell, Sheet, cell_name, open_workbook

TABLE: str = wording("recheck")["acceptance"]["table"]
"""The sheet, and in TOML the array of tables."""
_WORDS = wording("recheck")["acceptance_file"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the sheet, one table of the document."""

    start: Place
    values: Mapping[str, str]
    """By header, stripped; only what is written."""
    cells: Mapping[str, str]
    """The cell or key of every header the file has."""

    def place(self, header: str) -> Place:
        """Where the value of ``header`` stands or should stand."""
        return Place(self.start.file, "", self.start.sheet, self.cells.get(header, self.start.cell))


@dataclass(frozen=True, slots=True)
class Written:
    """What the file says, and what is wrong with it as a file."""

    entries: tuple[Entry, ...]
    problems: tuple[Finding, ...]


def read_entries(path: Path, headers: Sequence[str]) -> Written:
    """The entries of ``path``: a .toml document, or else a workbook.

    Raises:
        UnreadableFile: the file cannot be opened (family X), or is no TOML (D10).
    """
    if path.suffix.lower() == ".toml":
        return _from_document(str(path), read_toml(path), headers)
    sheets = {sheet.name.strip(): sheet for sheet in open_workbook(path).sheets}
    if TABLE not in sheets:
        return Written((), (finding(Code.D01, Place(str(path)), what=_WORDS["sheet"], expected=TABLE),))
    return _from_sheet(str(path), sheets[TABLE], headers)


def _from_document(file: str, document: Mapping[str, object], headers: Sequence[str]) -> Written:
    problems = [_unknown(Place(file, cell=key), key, (TABLE,)) for key in document if key != TABLE]
    items = tables_in(document.get(TABLE, []))
    if items is None:
        problem = finding(Code.D10, Place(file, cell=TABLE), found=_WORDS["array"].format(table=TABLE))
        return Written((), (*problems, problem))
    entries: list[Entry] = []
    for index, item in enumerate(items, 1):
        start = Place(file, cell=f"{TABLE}[{index}]")
        cells = {key: f"{start.cell}.{key}" for key in (*headers, *item)}
        problems += (
            _unknown(Place(file, cell=cells[key]), key, headers) for key in item if key not in headers
        )
        texts = {key: value for key, value in item.items() if isinstance(value, str)}
        for key in item.keys() & set(headers) - texts.keys():
            problems.append(finding(Code.D12, Place(file, cell=cells[key]), what=key, found=item[key]))
        entries.append(Entry(start, {key: text.strip() for key, text in texts.items()}, cells))
    return Written(tuple(entries), tuple(problems))


def _from_sheet(file: str, sheet: Sheet, headers: Sequence[str]) -> Written:
    found = {column: cell.text.strip() for (row, column), cell in sheet.cells.items() if row == 1}
    place = Place(file, sheet=sheet.name, cell="A1")
    problems = [
        finding(Code.D01, place, what=_WORDS["column"], expected=header)
        for header in headers
        if header not in found.values()
    ]
    problems += (
        _unknown(Place(file, sheet=sheet.name, cell=cell_name(1, column)), header, headers)
        for column, header in found.items()
        if header and header not in headers
    )
    return Written(tuple(_rows(file, sheet, found)), tuple(problems))


def _rows(file: str, sheet: Sheet, found: Mapping[int, str]) -> Iterator[Entry]:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sheet.cells.items():
        if row > 1 and column in found and cell.text.strip():
            rows.setdefault(row, {})[column] = cell
    for row, cells in sorted(rows.items()):
        values = {found[column]: cell.text.strip() for column, cell in cells.items()}
        places = {header: cell_name(row, column) for column, header in found.items()}
        yield Entry(Place(file, sheet=sheet.name, cell=f"A{row}"), values, places)


def _unknown(place: Place, found: str, expected: Sequence[str]) -> Finding:
    return finding(Code.D08, place, what=_WORDS["column_or_key"], found=found, expected=listed(expected))
