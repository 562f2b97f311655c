"""Workbooks that a running LibreOffice holds: it calculates, and keeps to the protection."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from support.office import Office
from support.office import office as driven_office
from support.xlwings_engine.document import Colour, Opener, Value

DRIVER = Path(__file__).with_name("office_driver.py")


@contextmanager
def office() -> Iterator[Opener]:
    """Opens workbooks in a LibreOffice that ends with the block."""
    with driven_office(DRIVER) as running:
        yield lambda path: OfficeDocument(running, path)


def _told(answer: Any) -> Any:
    """What the driver's function gave; ``PermissionError`` where it refused."""
    if "refused" in answer:
        raise PermissionError(answer["refused"])
    return answer["value"]


class OfficeDocument:
    """A :class:`Document` in LibreOffice."""

    def __init__(self, running: Office, path: Path) -> None:
        self._office = running
        self._key = _told(running.call("open", path.resolve().as_uri()))

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
        return _told(self._office.call(name, self._key, *arguments))
