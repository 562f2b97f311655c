"""Why a file is refused: the reasons in findings X01 to X04 and X06, and the exception that carries them."""

import re
from enum import StrEnum, auto
from typing import NoReturn

from zpj.model.codes import Code
from zpj.texts import wording
from zpj.texts.punctuation import aside

_WORDS = wording("xlsx")


class Reason(StrEnum):
    """What is wrong with a file."""

    NOT_A_FILE = auto()
    EMPTY = auto()
    ENCRYPTED = auto()
    ARCHIVE = auto()
    CHECKSUM = auto()
    COMPRESSION = auto()
    XML = auto()
    CONTENT = auto()
    ENCODING = auto()
    DOCTYPE = auto()
    NESTING = auto()
    ENTRY_NAME = auto()
    MISSING_PART = auto()
    WRONG_PART = auto()
    OUTSIDE = auto()
    RELATIONSHIP = auto()


class TwoViews(StrEnum):
    """What programs that open one file would understand differently."""

    ENTRY_TWICE = auto()
    ENTRY_HEADERS = auto()
    ENTRY_UNLISTED = auto()
    ENCODING_CLAIM = auto()
    TYPE_TWICE = auto()
    TYPE_CONTRADICTS = auto()
    RELATIONSHIP_TWICE = auto()
    RELATIONSHIP_TYPE = auto()
    RELATIONSHIP_MANY = auto()
    TARGET_ENCODED = auto()
    SAME_PART = auto()
    SAME_SHEET = auto()
    SHEET_CONTENT = auto()
    ALTERNATIVES = auto()
    FOREIGN_TWIN = auto()
    DIALECTS = auto()
    ELEMENT_TWICE = auto()
    ELEMENT_ORDER = auto()
    STRAY_TEXT = auto()
    ATTRIBUTE = auto()
    ROW_ORDER = auto()
    CELL_ORDER = auto()
    CELL_ROW = auto()
    CELL_ADDRESS = auto()
    CELL_TYPE = auto()
    CELL_STYLE = auto()
    CELL_VALUE = auto()
    MARKUP_INSIDE = auto()
    VALUE_TWICE = auto()
    NUMBER = auto()
    BOOLEAN = auto()
    DATE = auto()
    SHARED_STRING = auto()
    SHARED_FORMULA = auto()
    FORMAT_TWICE = auto()
    COLUMNS_OVERLAP = auto()


class Measure(StrEnum):
    """What there is too much of; its limit is ``{expected}``."""

    FILE = auto()
    INFLATED = auto()
    ENTRIES = auto()
    TAGS = auto()
    PART_TAGS = auto()
    SHEETS = auto()
    CELLS = auto()
    ROWS = auto()
    CHARACTERS = auto()
    SHARED_CHARACTERS = auto()
    STYLES = auto()
    NUMBER_FORMATS = auto()
    FORMAT_CHARACTERS = auto()
    MERGES = auto()


# Read here once, so that a reason without words fails at import.
_REASONS: dict[Reason, str] = {reason: _WORDS["reason"][reason] for reason in Reason}
_TWO_VIEWS: dict[TwoViews, str] = {what: _WORDS["two_views"][what] for what in TwoViews}
_MEASURES: dict[Measure, str] = {measure: _WORDS["measure"][measure] for measure in Measure}


_CELL = re.compile("[A-Z]{1,3}[1-9][0-9]{0,6}")


class Refused(Exception):
    """The file is not read; becomes the one finding of ``UnreadableFile``."""

    def __init__(self, code: Code, found: str, expected: str = "", cell: str = "") -> None:
        super().__init__(code, found, expected)
        self.code = code
        self.found = found
        self.expected = expected
        self.cell = cell
        """The cell concerned, such as ``F12``; empty where it is none."""
        self.sheet = ""
        """The sheet that was read when it was refused."""


def unreadable(reason: Reason, where: str = "") -> NoReturn:
    """X01: missing, damaged or encrypted."""
    raise Refused(Code.X01, _phrase(_REASONS[reason], where))


def hostile(reason: Reason, where: str = "") -> NoReturn:
    """X02: a structure that no spreadsheet program writes."""
    raise Refused(Code.X02, _phrase(_REASONS[reason], where))


def foreign(file_type: str, instead: str = ".xlsx") -> NoReturn:
    """X03: a sound file, perhaps, but not one we read; saved as ``instead`` it may be."""
    raise Refused(Code.X03, file_type, instead)


def too_large(measure: Measure, limit: int) -> NoReturn:
    """X04: more than ``limit`` of something."""
    raise Refused(Code.X04, _MEASURES[measure], f"{limit:,}")


def ambiguous(what: TwoViews, part: str = "", cell: str = "") -> NoReturn:
    """X06: programs would understand ``part``, and in it ``cell`` (or an element), differently."""
    address = cell if _CELL.fullmatch(cell) else ""
    raise Refused(Code.X06, _phrase(_TWO_VIEWS[what], f"{part} {cell}".strip()), cell=address)


def words_of(what: TwoViews) -> str:
    """The phrase for an ambiguity that is noted, not refused."""
    return _TWO_VIEWS[what]


def _phrase(words: str, where: str) -> str:
    # A name from inside the file is untrusted: shown short and without control characters.
    shown = "".join(char for char in where[:80] if char.isprintable())
    return words + aside(shown) if shown else words
