"""Workbooks that openpyxl holds: quick, and nothing calculates."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from support.xlwings_engine.document import Colour, Value


class OpenpyxlDocument:
    """A :class:`Document` in memory."""

    def __init__(self, path: Path) -> None:
        self._book = load_workbook(path, keep_vba=path.suffix == ".xlsm")

    def sheets(self) -> list[str]:
        return list(self._book.sheetnames)

    def value(self, sheet: str, ref: str) -> Value:
        value: Value = self._cell(sheet, ref).value
        return value

    def formula(self, sheet: str, ref: str) -> str:
        value = self._cell(sheet, ref).value
        return "" if value is None else str(value)

    def put(self, sheet: str, ref: str, value: Value) -> None:
        cell = self._cell(sheet, ref)
        if self._book[sheet].protection.sheet and cell.protection.locked:
            raise PermissionError(ref)
        cell.value = value

    def colour(self, sheet: str, ref: str) -> Colour | None:
        fill = self._cell(sheet, ref).fill
        if fill.fill_type != "solid":
            return None
        red, green, blue = bytes.fromhex(fill.start_color.rgb[2:])
        return red, green, blue

    def note(self, sheet: str, ref: str) -> str | None:
        comment = self._cell(sheet, ref).comment
        return comment and comment.text

    def unprotect(self, sheet: str, _: str) -> None:
        self._book[sheet].protection.sheet = False

    def save(self, path: Path) -> None:
        self._book.save(path)

    def close(self) -> None:
        self._book.close()

    def _cell(self, sheet: str, ref: str) -> Any:
        return self._book[sheet][ref]
