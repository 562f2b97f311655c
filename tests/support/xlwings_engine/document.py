"""What the engine needs of a workbook, whoever holds it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

Value = str | float | None
Colour = tuple[int, int, int]


class Document(Protocol):
    """An open workbook. Cells are named by sheet and address."""

    def sheets(self) -> list[str]:
        """The names of the tabs."""
        ...

    def value(self, sheet: str, ref: str) -> Value: ...

    def formula(self, sheet: str, ref: str) -> str:
        """What stands in the formula bar."""
        ...

    def put(self, sheet: str, ref: str, value: Value) -> None:
        """Type ``value``, a formula if it begins with ``=``; ``PermissionError`` where Excel says locked."""
        ...

    def colour(self, sheet: str, ref: str) -> Colour | None: ...

    def note(self, sheet: str, ref: str) -> str | None: ...

    def unprotect(self, sheet: str, password: str) -> None: ...

    def save(self, path: Path) -> None:
        """Write a copy; the document stays what it was."""
        ...

    def close(self) -> None: ...


Opener = Callable[[Path], Document]
"""Opens the workbook at a path."""
