"""Workbooks that a running LibreOffice holds: it calculates, and keeps to the protection."""

import json
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from support import soffice
from support.xlwings_engine.document import Colour, Opener, Value

DRIVER = Path(__file__).with_name("office_driver.py")


class Office:
    """The driver process that talks to LibreOffice: one call a line, one answer a line."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def call(self, name: str, *arguments: object) -> Any:
        """What the driver's function ``name`` gives; ``PermissionError`` where it refuses."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([name, *arguments]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "refused" in answer:
            raise PermissionError(answer["refused"])
        return answer["value"]


@contextmanager
def office() -> Iterator[Opener]:
    """Opens workbooks in a LibreOffice that ends with the block."""
    pipe = f"zpj-{uuid.uuid4().hex}"
    with soffice.command() as command:
        start = [*command, f"--accept=pipe,name={pipe};urp;"]
        driver = [str(soffice.uno_python()), "-I", str(DRIVER)]
        with subprocess.Popen(
            driver,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        ) as process:
            running = Office(process)
            try:
                running.call("start", start, pipe)
                yield lambda path: OfficeDocument(running, path)
            finally:
                soffice.end_group(process)


class OfficeDocument:
    """A :class:`Document` in LibreOffice."""

    def __init__(self, running: Office, path: Path) -> None:
        self._office = running
        self._key = running.call("open", path.resolve().as_uri())

    def sheets(self) -> list[str]:
        return list(self._call("sheets"))

    def value(self, sheet: str, ref: str) -> Value:
        value: Value = self._call("value", sheet, ref)
        return value

    def formula(self, sheet: str, ref: str) -> str:
        return str(self._call("formula", sheet, ref))

    def put(self, sheet: str, ref: str, value: Value) -> None:
        self._call("put", sheet, ref, value)

    def colour(self, sheet: str, ref: str) -> Colour | None:
        number = self._call("colour", sheet, ref)
        return None if number is None else (number >> 16, number >> 8 & 255, number & 255)

    def note(self, sheet: str, ref: str) -> str | None:
        note: str | None = self._call("note", sheet, ref)
        return note

    def unprotect(self, sheet: str, password: str) -> None:
        self._call("unprotect", sheet, password)

    def save(self, path: Path) -> None:
        self._call("save", path.resolve().as_uri())

    def close(self) -> None:
        self._call("close")

    def _call(self, name: str, *arguments: object) -> Any:
        return self._office.call(name, self._key, *arguments)
