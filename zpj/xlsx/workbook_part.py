"""The workbook part: which sheets there are, in what order, the defined names, the date system."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from zpj.xlsx.limits import Limits
from zpj.xlsx.part_cache import remembered
from zpj.xlsx.refusal import Measure, Reason, hostile, too_large
from zpj.xlsx.sheet import State
from zpj.xlsx.xml_parser import MAIN, TRUE, End, Start, parse, qualified

RELATIONSHIP_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
STATES: dict[str, State] = {"visible": "visible", "hidden": "hidden", "veryHidden": "veryHidden"}


class SheetEntry(NamedTuple):
    """A tab of the workbook and the id of its relationship to the part that holds it."""

    name: str
    state: State
    relationship: str


@dataclass(frozen=True, slots=True)
class WorkbookPart:
    """What the workbook part says."""

    sheets: tuple[SheetEntry, ...]
    defined_names: Mapping[str, str]
    date1904: bool


@remembered
def read_workbook_part(part: str, xml: bytes, limits: Limits) -> WorkbookPart:
    """The workbook part. X02 for two sheets of one name, X04 for too many."""
    reader = _Reader(limits)
    starts, ends = qualified(reader.starts, *MAIN), qualified(reader.ends, *MAIN)
    parse(part, xml, "workbook", starts, ends, limits.depth)
    return WorkbookPart(tuple(reader.sheets), reader.defined_names, reader.date1904)


class _Reader:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._name = self._owner = ""
        self.sheets: list[SheetEntry] = []
        self.defined_names: dict[str, str] = {}
        self.date1904 = False
        self.starts: dict[str, Start] = {
            "workbookPr": self._properties,
            "sheet": self._sheet,
            "definedName": self._start_name,
        }
        self.ends: dict[str, End] = {"definedName": self._end_name}

    def _properties(self, attributes: dict[str, str]) -> None:
        self.date1904 = attributes.get("date1904") in TRUE

    def _sheet(self, attributes: dict[str, str]) -> None:
        name = attributes["name"]
        if len(self.sheets) >= self._limits.sheets:
            too_large(Measure.SHEETS, self._limits.sheets)
        # Sheet names differ by more than letter case, or a reference to one would have two meanings.
        if name.lower() in (sheet.name.lower() for sheet in self.sheets):
            hostile(Reason.SAME_SHEET, name)
        relationship = next((attributes[key] for key in RELATIONSHIP_IDS if key in attributes), "")
        self.sheets.append(SheetEntry(name, STATES[attributes.get("state", "visible")], relationship))

    def _start_name(self, attributes: dict[str, str]) -> None:
        owner = attributes.get("localSheetId")
        self._owner = f"{self.sheets[int(owner)].name}!" if owner else ""
        self._name = attributes["name"]

    def _end_name(self, text: str) -> None:
        self.defined_names[f"{self._owner}{self._name}"] = text
