"""Runs under the Python that has ``uno``, not under ours: orders as JSON in, what the cells show as JSON out.

Called by ``support.live``, which also ends the office started here.
"""

import json
import os
import subprocess
import sys
import time
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.document.MacroExecMode import ALWAYS_EXECUTE_NO_WARN
from com.sun.star.sheet.FormulaResult import STRING as TEXT_RESULT

EMPTY, TEXT, FORMULA = (
    uno.Enum("com.sun.star.table.CellContentType", name) for name in ("EMPTY", "TEXT", "FORMULA")
)


def main() -> None:
    request = json.load(sys.stdin)
    # The parent ends the office by its process group; its output must not mix with ours.
    subprocess.Popen(request["office"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    desktop = connect(request["pipe"])
    json.dump([play(desktop, scenario) for scenario in request["scenarios"]], sys.stdout)
    sys.stdout.flush()
    # Everything is said and every document closed. Taking the interpreter down while the bridge to the office
    # is alive crashes now and then, after the work is done.
    os._exit(0)


def connect(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while True:  # until the caller's time is up
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            time.sleep(0.05)


def play(desktop: Any, scenario: dict[str, Any]) -> dict[str, Any]:
    how = option("Hidden", True), option("MacroExecutionMode", ALWAYS_EXECUTE_NO_WARN)
    document = desktop.loadComponentFromURL(scenario["path"], "_blank", 0, how)
    if document is None:
        sys.exit(f"LibreOffice cannot open {scenario['path']}")
    try:
        for address, typed in scenario["writes"].items():
            write(document, address, typed)
        document.calculateAll()
        if scenario["store"]:
            document.storeToURL(scenario["store"], (option("FilterName", "Calc MS Excel 2007 XML"),))
        return {address: read(cell_at(document, address)) for address in scenario["reads"]}
    finally:
        document.close(True)


def option(name: str, value: object) -> Any:
    return PropertyValue(Name=name, Value=value)


def cell_at(document: Any, address: str) -> Any:
    sheet, _, cell = address.rpartition("!")
    if not sheet:
        return document.NamedRanges.getByName(cell).getReferredCells().getCellByPosition(0, 0)
    return document.Sheets.getByName(sheet.strip("'")).getCellRangeByName(cell)


def write(document: Any, address: str, typed: float | str | None) -> None:
    cell = cell_at(document, address)
    if cell.Spreadsheet.isProtected() and cell.CellProtection.IsLocked:
        sys.exit(f"{address} is locked on a protected sheet")
    if typed is None:
        cell.setString("")
    elif isinstance(typed, str) and not typed.startswith("="):
        cell.setString(typed)
    elif isinstance(typed, str):
        cell.setFormula(typed)
    else:
        cell.setValue(typed)


def read(cell: Any) -> dict[str, Any]:
    shown = cell.getString()
    if cell.Type == EMPTY or cell.getError():
        value = None
    elif cell.Type == TEXT or (cell.Type == FORMULA and cell.FormulaResultType2 == TEXT_RESULT):
        value = shown
    else:
        value = cell.getValue()
    return {"text": shown, "value": value, "error": cell.getError()}


if __name__ == "__main__":
    main()
