"""A macro-enabled form, open in a program that runs its VBA: LibreOffice, or pyOpenVBA's interpreter.

Whoever tests types, presses buttons and looks; which program it is makes no difference.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from pyopenvba.apps.excel import ExcelApplication

from support.forms import FORM_SHEET
from support.live import Typed
from support.office import Office
from zpj.xlsx import open_workbook

DRIVER = Path(__file__).with_name("macro_driver.py")
REGISTRY_SHEET = "_zpj"
RESULTS_SHEET = "复核结果"
COLUMNS, ROWS = "ABCDEFGHIJKLMNO", 60
RESULT_COLUMNS, RESULT_ROWS, HEAD_ROW = "ABCDEF", 15, 5


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to see: names of sheets, the protected ones, and of the form the cells that have any."""

    sheets: tuple[str, ...]
    protected: tuple[str, ...]
    colours: Mapping[str, int]
    notes: Mapping[str, str]
    contents: Mapping[str, str]
    """Formulas and constants as the formula bar shows them; programs spell them differently."""


class OpenForm(Protocol):
    """A form in a program."""

    def put(self, typed: Mapping[str, Typed], notes: Mapping[str, str] | None = None) -> None:
        """Type into the form, and write notes, as somebody does who knows the password."""
        ...

    def press(self, macro: str) -> None:
        """What the button does."""
        ...

    def look(self) -> Look: ...

    def results(self) -> list[list[str]]:
        """The rows of the result sheet: its three lines, then its table without the head."""
        ...

    def selected(self) -> str:
        """The address of the selected cell."""
        ...

    def save(self, path: Path) -> Path: ...


def password_of(path: Path) -> str:
    """The word with which the macros open the form at ``path``."""
    (registry,) = (sheet for sheet in open_workbook(path).sheets if sheet.name == REGISTRY_SHEET)
    told = {
        registry.cells[row, 1].text: registry.cells[row, 2].text
        for row, column in registry.cells
        if column == 2
    }
    return told["unlock"]


@dataclass(frozen=True, slots=True)
class InLibreOffice:
    """An :class:`OpenForm` in LibreOffice."""

    office: Office
    password: str

    def put(self, typed: Mapping[str, Typed], notes: Mapping[str, str] | None = None) -> None:
        self.office.call("put", self.password, dict(typed), dict(notes or {}))

    def insert_row(self, row: int) -> None:
        """Insert a row, as somebody does who knows the password."""
        self.office.call("insert_row", self.password, row)

    def press(self, macro: str) -> None:
        self.office.call("press", macro)

    def look(self) -> Look:
        seen = self.office.call("look")
        return Look(**seen | {name: tuple(seen[name]) for name in ("sheets", "protected")})

    def results(self) -> list[list[str]]:
        return _filled_rows(self.office.call("texts", RESULTS_SHEET, len(RESULT_COLUMNS), RESULT_ROWS))

    def selected(self) -> str:
        return str(self.office.call("selected"))

    def save(self, path: Path) -> Path:
        self.office.call("save", path.resolve().as_uri())
        return path


@contextmanager
def in_libreoffice(running: Office, path: Path) -> Iterator[InLibreOffice]:
    """The form at ``path`` in ``running``, closed with the block."""
    running.call("open", path.resolve().as_uri())
    try:
        yield InLibreOffice(running, password_of(path))
    finally:
        running.call("close")


class InInterpreter:
    """An :class:`OpenForm` in pyOpenVBA, which also keeps what message boxes said."""

    def __init__(self, path: Path, password: str) -> None:
        self.app = ExcelApplication.open(path)
        self._password = password

    @property
    def messages(self) -> list[str]:
        """What the message boxes said so far."""
        return [text for kind, text, _, _ in self.app.dialogs if kind == "MsgBox"]

    def put(self, typed: Mapping[str, Typed], notes: Mapping[str, str] | None = None) -> None:
        with self._open() as form:
            for ref, value in typed.items():
                _range(form, ref).vba_set("Value", "" if value is None else value)
            for ref, text in (notes or {}).items():
                _range(form, ref).vba_call("AddComment", [text])

    def press(self, macro: str) -> None:
        self.app.run(macro)

    def look(self) -> Look:
        form = self._form()
        cells = {
            f"{column}{row}": _range(form, f"{column}{row}")
            for row in range(1, ROWS + 1)
            for column in COLUMNS
        }
        notes = {ref: cell.vba_get("Comment") for ref, cell in cells.items()}
        sheets = {sheet.name: sheet.sheet for sheet in self.app.sheets()}
        return Look(
            tuple(sorted(sheets)),
            tuple(sorted(name for name, sheet in sheets.items() if sheet.vba_get("ProtectContents"))),
            {ref: int(cell.vba_get("Interior").vba_get("Color")) for ref, cell in cells.items()},
            {ref: str(note.vba_call("Text", [])) for ref, note in notes.items() if hasattr(note, "vba_call")},
            {ref: str(text) for ref, cell in cells.items() if (text := cell.vba_get("Formula"))},
        )

    def results(self) -> list[list[str]]:
        sheet = self.app.sheet(RESULTS_SHEET)
        rows = range(1, RESULT_ROWS + 1)
        return _filled_rows(
            [[_text(sheet.value(f"{column}{row}")) for column in RESULT_COLUMNS] for row in rows]
        )

    def selected(self) -> str:
        return str(self.app.application.vba_get("ActiveCell").vba_get("Address")).replace("$", "")

    def save(self, path: Path) -> Path:
        self.app.save(path)
        return path

    def protection(self) -> dict[str, Any]:
        """How the form is protected: what is locked, and what is allowed all the same."""
        form = self._form()
        locked = ("ProtectContents", "ProtectDrawingObjects", "ProtectScenarios", "EnableSelection")
        allowed = ("AllowFormattingRows", "AllowFormattingCells", "AllowSorting", "AllowInsertingRows")
        rules = form.vba_get("Protection")
        return {name: form.vba_get(name) for name in locked} | {name: rules.vba_get(name) for name in allowed}

    def _form(self) -> Any:
        return self.app.sheet(FORM_SHEET).sheet

    @contextmanager
    def _open(self) -> Iterator[Any]:
        """The form sheet, protected again as forms are issued."""
        form = self._form()
        form.vba_call("Unprotect", [self._password])
        yield form
        form.vba_call("Protect", [self._password, True, True, True, False, False, False, True])


@contextmanager
def in_interpreter(path: Path) -> Iterator[InInterpreter]:
    """The form at ``path`` in pyOpenVBA."""
    yield InInterpreter(path, password_of(path))


def _range(sheet: Any, ref: str) -> Any:
    return sheet.vba_get("Range", [ref])


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _filled_rows(rows: list[list[str]]) -> list[list[str]]:
    return [row for number, row in enumerate(rows, 1) if any(row) and number != HEAD_ROW]
