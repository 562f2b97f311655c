"""Runs under the Python that has ``uno``: one call a line in, one answer a line out, until the input ends.

Called by ``support.macros``, which also ends the office started here.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

# This Python is started without a search path of its own.
sys.path.insert(0, str(Path(__file__).parent))

from uno_driver import ALWAYS_EXECUTE_NO_WARN, connect, option

FORM, WIDTH, HEIGHT = "自评表", 15, 60
SCRIPT = "vnd.sun.star.script:VBAProject.ZpjRecheck.{macro}?language=Basic&location=document"
TRANSPARENT = -1

DESKTOP: list[Any] = []
OPENED: list[Any] = []


def main() -> None:
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        sys.stdout.write(json.dumps(CALLS[name](*arguments)) + "\n")
        sys.stdout.flush()


def start(office: list[str], pipe: str) -> None:
    subprocess.Popen(office, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    DESKTOP.append(connect(pipe))


def open_document(url: str) -> None:
    """Not hidden: without a view nothing can be selected."""
    how = (option("MacroExecutionMode", ALWAYS_EXECUTE_NO_WARN),)
    OPENED.append(DESKTOP[0].loadComponentFromURL(url, "_blank", 0, how))


def put(password: str, typed: dict[str, float | str | None], notes: dict[str, str]) -> None:
    form = sheet(FORM)
    form.unprotect(password)
    for ref, value in typed.items():
        cell = form.getCellRangeByName(ref)
        if isinstance(value, float):
            cell.setValue(value)
        else:
            cell.setString(value or "")
    for ref, text in notes.items():
        form.Annotations.insertNew(form.getCellRangeByName(ref).CellAddress, text)
    form.protect(password)


def insert_row(password: str, row: int) -> None:
    form = sheet(FORM)
    form.unprotect(password)
    form.Rows.insertByIndex(row - 1, 1)
    form.protect(password)


def press(macro: str) -> None:
    """What clicking the button does. A message box without a screen is gone at once."""
    provider = OPENED[-1].getScriptProvider()
    provider.getScript(SCRIPT.format(macro=macro)).invoke((), (), ())


def look() -> dict[str, Any]:
    sheets = OPENED[-1].Sheets
    form = sheet(FORM)
    cells = {
        chr(ord("A") + column) + str(row + 1): form.getCellByPosition(column, row)
        for row in range(HEIGHT)
        for column in range(WIDTH)
    }
    colours = {ref: cell.CellBackColor for ref, cell in cells.items() if cell.CellBackColor != TRANSPARENT}
    notes = {
        chr(ord("A") + note.Position.Column) + str(note.Position.Row + 1): note.String
        for note in form.Annotations
    }
    contents = {ref: cell.getFormula() for ref, cell in cells.items() if cell.getFormula()}
    names = list(sheets.ElementNames)
    protected = [name for name in names if sheet(name).isProtected()]
    return {
        "sheets": sorted(names),
        "protected": sorted(protected),
        "colours": colours,
        "notes": notes,
        "contents": contents,
    }


def texts(name: str, columns: int, rows: int) -> list[list[str]]:
    shown = sheet(name)
    return [
        [shown.getCellByPosition(column, row).getString() for column in range(columns)] for row in range(rows)
    ]


def selected() -> str:
    return str(OPENED[-1].CurrentController.Selection.AbsoluteName).rpartition(".")[2].replace("$", "")


def save(url: str) -> None:
    OPENED[-1].storeToURL(url, (option("FilterName", "Calc MS Excel 2007 VBA XML"),))


def close() -> None:
    OPENED.pop().close(True)


def sheet(name: str) -> Any:
    return OPENED[-1].Sheets.getByName(name)


CALLS = {
    "open": open_document,
    **{each.__name__: each for each in (start, put, insert_row, press, look, texts, selected, save, close)},
}

main()
