"""xlwings' own Windows code, run here: what its COM server does when a cell asks for a function.

Only pywin32, which is a binary for Windows, is stood in for. The decorators, ``XLPython.CallUDF``, the
conversion of arguments (blanks, errors, dates, currencies) and of results are those of the installed xlwings.
They replace its decorators for good, so this runs as a process of its own: requests in JSON in, answers out.
"""

import ctypes
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, cast
from unittest.mock import MagicMock

MODULE = "zpj_udfs.functions"
PYWIN32 = (
    *("pythoncom", "pywintypes", "win32api", "win32con", "win32event", "win32gui", "win32process"),
    *("win32timezone", "win32com", "win32com.client", "win32com.server", "win32com.server.dispatcher"),
    *("win32com.server.policy", "win32com.server.util"),
)
COM_NUMBERS = {
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#REF!": -2146826265,
    "#SPILL!": -2146826243,
    "#VALUE!": -2146826273,
}
MISSING = -2147352572
IID_RANGE = "{00020846-0000-0000-C000-000000000046}"


@dataclass(frozen=True, slots=True)
class Help:
    """What Excel would show of a function."""

    category: str
    description: str
    arguments: dict[str, str]


def ask(calls: Sequence[tuple[str, list[Any]]]) -> tuple[dict[str, Help], list[Any]]:
    """Every function's help, and the answer to each call ``(name, arguments)`` as VBA receives it.

    An argument is a value, a list of rows, a tag such as {"error": "#N/A"}, {"missing": true},
    {"date": "2021-12-31"}, {"currency": "82.40"}, or {"range": rows}, which arrives as a Range object.
    """
    done = subprocess.run(
        [sys.executable, "-P", __file__],
        input=json.dumps(calls),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    reply = json.loads(done.stdout)
    return {name: Help(**help_) for name, help_ in reply["help"].items()}, reply["answers"]


def _pretend_windows() -> None:
    for name in PYWIN32:
        sys.modules[name] = module = MagicMock()
        parent, _, last = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], last, module)
    pywintypes, client = cast(Any, sys.modules["pywintypes"]), cast(Any, sys.modules["win32com.client"])
    pywintypes.com_error, pywintypes.TimeType = type("com_error", (Exception,), {}), datetime
    pywintypes.IID = str
    for name in ("CDispatch", "CoClassBaseClass", "DispatchBaseClass"):
        setattr(client, name, type(name, (), {}))
    pythoncom = cast(Any, sys.modules["pythoncom"])
    pythoncom.__file__ = "pythoncom.dll"
    pythoncom.TypeIIDs = MagicMock(**{"__getitem__.return_value": type("PyIDispatch", (), {})})
    server = cast(Any, sys.modules["win32com.server.util"])
    server.unwrap.side_effect = ValueError("no object of this server")
    for name in ("windll", "oledll", "PyDLL"):
        setattr(ctypes, name, MagicMock())
    sys.platform = "win32"


def _range(rows: list[list[Any]]) -> MagicMock:
    """A Range object as far as a server that reads its values needs one."""
    values = _values(rows)
    com = MagicMock(Value=values if len(rows) > 1 or len(rows[0]) > 1 else values[0][0])
    com.Rows.Count, com.Columns.Count = len(rows), len(rows[0])
    com._oleobj_.GetTypeInfo().GetTypeAttr().iid = IID_RANGE
    return com


def _values(rows: list[list[Any]]) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(_argument(cell) for cell in row) for row in rows)


def _argument(given: Any) -> Any:
    match given:
        case {"error": name}:
            return COM_NUMBERS[name]
        case {"missing": True}:
            return MISSING
        case {"date": text}:
            return datetime.fromisoformat(text)
        case {"currency": text}:
            return Decimal(text)
        case {"range": rows}:
            return _range(rows)
        case [*rows]:
            return _values(rows)
        case bool() | str() | None:
            return given
    return float(given)  # a number in a cell is a double


def _serve() -> None:
    requests = json.load(sys.stdin)
    _pretend_windows()
    from importlib import import_module

    from xlwings.com_server import XLPython

    functions = {
        name: getattr(function, "__xlfunc__")  # noqa: B009
        for name, function in vars(import_module(MODULE)).items()
        if hasattr(function, "__xlfunc__")
    }
    help_ = {
        name: {
            "category": about["category"],
            "description": about["ret"]["doc"],
            "arguments": {argument["name"]: argument["doc"] for argument in about["args"]},
        }
        for name, about in functions.items()
    }
    server = XLPython()
    answers = [
        server.CallUDF(MODULE, name, [_argument(argument) for argument in arguments], None, MagicMock())
        for name, arguments in requests
    ]
    json.dump({"help": help_, "answers": answers}, sys.stdout)


if __name__ == "__main__":
    _serve()
