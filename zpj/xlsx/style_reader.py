"""What a cell's style index means to us: how its number is shown and whether it is locked."""

from collections.abc import Mapping
from dataclasses import dataclass

from zpj.xlsx.builtin_formats import BUILTIN_FORMATS, GENERAL
from zpj.xlsx.limits import Limits
from zpj.xlsx.part_cache import remembered
from zpj.xlsx.refusal import Measure, too_large
from zpj.xlsx.xml_parser import MAIN, TRUE, parse, qualified

DEFAULT_STYLE = "0"
"""The index of the style of cells that name none."""


@dataclass(frozen=True, slots=True)
class Style:
    """The style of a cell; one object for all cells that share it."""

    number_format: str = GENERAL
    locked: bool = True
    date1904: bool = False
    """Whether the workbook counts days from 1904-01-01 instead of 1899-12-30."""


@remembered
def read_styles(part: str, xml: bytes, date1904: bool, limits: Limits) -> Mapping[str, Style]:
    """The styles of ``cellXfs`` by the index cells refer to, as written: ``"0"``, ``"1"``, ..."""
    return _StylesReader(date1904, limits).read(part, xml)


class _StylesReader:
    """Reads what is meant for cells; named styles and conditional formats reuse the element names."""

    def __init__(self, date1904: bool, limits: Limits) -> None:
        self._date1904 = date1904
        self._limits = limits
        self._collection = ""
        self._formats = dict(BUILTIN_FORMATS)
        self._cell_formats: list[tuple[int, bool]] = []

    def read(self, part: str, xml: bytes) -> Mapping[str, Style]:
        starts = {
            "numFmts": lambda _: self._enter("numFmts"),
            "cellXfs": lambda _: self._enter("cellXfs"),
            "numFmt": self._number_format,
            "xf": self._cell_format,
            "protection": self._protection,
        }
        ends = {"numFmts": self._leave, "cellXfs": self._leave}
        parse(part, xml, "styleSheet", qualified(starts, *MAIN), qualified(ends, *MAIN), self._limits.depth)
        # A style table may be empty: cells that name no style still have one.
        return {DEFAULT_STYLE: Style(date1904=self._date1904)} | {
            str(index): Style(self._formats.get(number_format, GENERAL), locked, self._date1904)
            for index, (number_format, locked) in enumerate(self._cell_formats)
        }

    def _enter(self, collection: str) -> None:
        self._collection = collection

    def _leave(self, _: str) -> None:
        self._collection = ""

    def _number_format(self, attributes: dict[str, str]) -> None:
        if self._collection == "numFmts":
            code = attributes["formatCode"]
            if len(code) > self._limits.format_characters:
                too_large(Measure.FORMAT_CHARACTERS, self._limits.format_characters)
            if len(self._formats) >= self._limits.number_formats:
                too_large(Measure.NUMBER_FORMATS, self._limits.number_formats)
            self._formats[int(attributes["numFmtId"])] = code or GENERAL

    def _cell_format(self, attributes: dict[str, str]) -> None:
        if self._collection == "cellXfs":
            if len(self._cell_formats) >= self._limits.styles:
                too_large(Measure.STYLES, self._limits.styles)
            self._cell_formats.append((int(attributes.get("numFmtId", "0")), True))

    def _protection(self, attributes: dict[str, str]) -> None:
        if self._collection == "cellXfs":
            number_format, _ = self._cell_formats[-1]
            self._cell_formats[-1] = number_format, attributes.get("locked", "1") in TRUE
