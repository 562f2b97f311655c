"""A live LibreOffice document: values typed into cells as a filler would, and what the sheet then shows."""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from support import soffice

Typed = float | str | None


@dataclass(frozen=True, slots=True)
class Scenario:
    """What to do with one workbook. Cells are named as in a formula: ``自评表!F12``, or by a defined name.

    A text that begins with ``=`` is typed as a formula, None clears the cell. ``store`` names the .xlsx to
    save the outcome to.
    """

    path: Path
    writes: Mapping[str, Typed]
    reads: Sequence[str] = ()
    store: Path | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell after calculation: its text on the screen, its value, its error number (0: none)."""

    text: str
    value: Typed
    error: int


def fill_and_read(scenarios: Sequence[Scenario], *, timeout: float = 120) -> list[dict[str, Shown]]:
    """What the cells named in ``reads`` show, per scenario and in its order; one start for all.

    Raises ``RuntimeError`` if a cell is not there or is locked on a protected sheet: nobody could type there.
    """
    pipe = f"zpj-{uuid.uuid4().hex}"
    orders = [
        {
            "path": scenario.path.resolve().as_uri(),
            "writes": dict(scenario.writes),
            "reads": list(scenario.reads),
            "store": scenario.store and scenario.store.resolve().as_uri(),
        }
        for scenario in scenarios
    ]
    with soffice.command() as command:
        office = [*command, f"--accept=pipe,name={pipe};urp;"]
        request = json.dumps({"office": office, "pipe": pipe, "scenarios": orders})
        driver = [str(soffice.uno_python()), "-I", str(Path(__file__).with_name("uno_driver.py"))]
        answers = json.loads(soffice.run(driver, stdin=request, timeout=timeout))
    return [{cell: Shown(**shown) for cell, shown in answer.items()} for answer in answers]
