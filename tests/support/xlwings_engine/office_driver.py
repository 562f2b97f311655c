"""Runs under the Python that has ``uno``: one call a line in, one answer a line out, until the input ends.

Called by ``support.xlwings_engine.with_libreoffice``, which also ends the office started here.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

# This Python is started without a search path of its own.
sys.path.insert(0, str(Path(__file__).parents[1]))

from uno_driver import cell_at, connect, option, read, write

TRANSPARENT = -1

DESKTOP: list[Any] = []
DOCUMENTS: list[Any] = []


def main() -> None:
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        sys.stdout.write(json.dumps(answer(name, arguments)) + "\n")
        sys.stdout.flush()


def answer(name: str, arguments: list[Any]) -> dict[str, Any]:
    try:
        return {"value": CALLS[name](*arguments)}
    except SystemExit as refusal:
        return {"refused": str(refusal)}


def start(office: list[str], pipe: str) -> None:
    subprocess.Popen(office, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    DESKTOP.append(connect(pipe))


def open_document(url: str) -> int:
    DOCUMENTS.append(DESKTOP[0].loadComponentFromURL(url, "_blank", 0, (option("Hidden", True),)))
    DOCUMENTS[-1].calculateAll()
    return len(DOCUMENTS) - 1


def sheets(key: int) -> list[str]:
    return list(DOCUMENTS[key].Sheets.ElementNames)


def at(key: int, sheet: str, ref: str) -> Any:
    return cell_at(DOCUMENTS[key], f"{sheet}!{ref}")


def value(key: int, sheet: str, ref: str) -> Any:
    return read(at(key, sheet, ref))["value"]


def formula(key: int, sheet: str, ref: str) -> str:
    return str(at(key, sheet, ref).getFormula())


def put(key: int, sheet: str, ref: str, typed: float | str | None) -> None:
    write(DOCUMENTS[key], f"{sheet}!{ref}", typed)
    DOCUMENTS[key].calculateAll()


def colour(key: int, sheet: str, ref: str) -> int | None:
    number = int(at(key, sheet, ref).CellBackColor)
    return None if number == TRANSPARENT else number


def note(key: int, sheet: str, ref: str) -> str | None:
    return at(key, sheet, ref).getAnnotation().getString() or None


def unprotect(key: int, sheet: str, password: str) -> None:
    document = DOCUMENTS[key]
    document.Sheets.getByName(sheet).unprotect(password)
    if document.Sheets.getByName(sheet).isProtected():
        sys.exit(f"{sheet}: another password")


def save(key: int, url: str) -> None:
    DOCUMENTS[key].storeToURL(url, (option("FilterName", "Calc MS Excel 2007 XML"),))


def close(key: int) -> None:
    DOCUMENTS[key].close(True)


CALLS = {
    "start": start,
    "open": open_document,
    **{each.__name__: each for each in (sheets, value, formula, put, colour, note, unprotect, save, close)},
}

main()
