"""A worksheet part in one pass: cells, merges, protection, validations and what is hidden."""

from zpj.xlsx.cell_builder import CellBuilder, Tables
from zpj.xlsx.cell_reader import CellReader
from zpj.xlsx.limits import Limits
from zpj.xlsx.plain_rows import PlainRows
from zpj.xlsx.references import LAST_COLUMN, Range
from zpj.xlsx.refusal import Measure, too_large
from zpj.xlsx.sheet import Sheet, State, Validation
from zpj.xlsx.xml_parser import MAIN, TRUE, Spared, Start, parse, qualified

EXTENSION = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
EXTENSION_REFERENCES = "http://schemas.microsoft.com/office/excel/2006/main"
"""Excel moves a validation whose list stands on another sheet into these namespaces when it saves."""


def read_sheet(
    part: str, xml: bytes, name: str, state: State, tables: Tables, limits: Limits, room: int
) -> Sheet:
    """The sheet in ``part``, with ``room`` cells at most."""
    builder = CellBuilder(tables, limits, room)
    cells, reader = CellReader(builder), _SheetReader(limits)
    starts = qualified(cells.starts | reader.starts, *MAIN) | qualified(reader.extension_starts, EXTENSION)
    ends = qualified(cells.ends, *MAIN) | qualified(reader.extension_ends, EXTENSION_REFERENCES)
    rows = Spared("sheetData", MAIN, PlainRows(builder).read)
    parse(part, xml, "worksheet", starts, ends, limits.depth, rows)
    return Sheet(
        name,
        state,
        builder.cells(),
        tuple(reader.merges),
        reader.protected,
        frozenset(builder.hidden_rows),
        _union(reader.hidden_columns),
        tuple(reader.validations),
    )


class _SheetReader:
    """What stands around the cells."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.merges: list[Range] = []
        self.protected = False
        self.hidden_columns: list[tuple[int, int]] = []
        self.validations: list[Validation] = []
        self.starts: dict[str, Start] = {
            "col": self._columns,
            "mergeCell": self._merge,
            "sheetProtection": self._protection,
            "dataValidation": self._validation,
        }
        self._extension_kind = ""
        self.extension_starts = {"dataValidation": self._extension_validation}
        self.extension_ends = {"sqref": self._extension_ranges}

    def _columns(self, attributes: dict[str, str]) -> None:
        first, last = int(attributes["min"]), int(attributes["max"])
        if not 1 <= first <= last <= LAST_COLUMN:
            raise ValueError(attributes)
        if attributes.get("hidden") in TRUE:
            self.hidden_columns.append((first, last))

    def _merge(self, attributes: dict[str, str]) -> None:
        if len(self.merges) >= self._limits.merges:
            too_large(Measure.MERGES, self._limits.merges)
        self.merges.append(Range.parse(attributes["ref"]))

    def _protection(self, attributes: dict[str, str]) -> None:
        self.protected = attributes.get("sheet") in TRUE

    def _validation(self, attributes: dict[str, str]) -> None:
        self.validations.append(Validation(attributes["sqref"], attributes.get("type", "none")))

    def _extension_validation(self, attributes: dict[str, str]) -> None:
        self._extension_kind = attributes.get("type", "none")

    def _extension_ranges(self, text: str) -> None:
        if self._extension_kind:
            self.validations.append(Validation(text.strip(), self._extension_kind))
            self._extension_kind = ""


def _union(spans: list[tuple[int, int]]) -> frozenset[int]:
    """The numbers in ``spans``; each is walked once, however often a hostile file repeats it."""
    numbers: set[int] = set()
    reached = 0
    for first, last in sorted(spans):
        numbers.update(range(max(first, reached + 1), last + 1))
        reached = max(reached, last)
    return frozenset(numbers)
