"""xlwings' own Windows code, run here: what its COM server does when a cell asks for a function.

Python starts as the VBA of the add-in starts it: with its switches, its code, in Excel's current folder. The
decorators, ``XLPython.CallUDF``, the conversion of arguments (blanks, errors, dates, currencies) and of
results are those of the installed xlwings. Only pywin32, which is a binary for Windows, is stood in for, and
``xlwings.serve``, which would wait for Excel. All this replaces xlwings' decorators for good, so it runs as a
process of its own: requests in JSON in, answers out.
"""

import ctypes
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, cast
from unittest.mock import MagicMock

MODULE = "zpj_udfs.functions"
PYWIN32 = (
    *("pythoncom", "pywintypes", "win32api", "win32con", "win32event", "win32gui", "win32process"),
    *("win32timezone", "win32com", "win32com.client", "win32com.server", "win32com.server.dispatcher"),
    *("win32com.server.policy", "win32com.server.util"),
)
ASK_FOR_THE_SYSTEM = ("asyncio", "concurrent.futures", "importlib.metadata", "tempfile", "zipfile")
"""Modules of the standard library that import other modules on Windows: to be loaded as on this system."""
COMMAND = re.compile(r'^ *tail = "( -B .*)"$', re.M)
"""How xlwings' VBA starts the server, its switches and its code."""
LICENCE = '" & LicenseKeyEnvString & "'
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


@dataclass(frozen=True, slots=True)
class Reply:
    """What Excel receives: every function's help, an answer per call, the file its functions come from."""

    help: dict[str, Help]
    answers: list[Any]
    module: str


def ask(calls: Sequence[tuple[str, list[Any]]], folder: Path | None = None) -> Reply:
    """The answer to each call ``(name, arguments)`` as VBA receives it, while Excel is in ``folder``.

    An argument is a value, a list of rows, a tag such as {"error": "#N/A"}, {"missing": true},
    {"date": "2021-12-31"}, {"currency": "82.40"}, or {"range": rows}, which arrives as a Range object.
    """
    *switches, code = started_by_vba()
    # What Windows has of its own comes first, before the code of VBA finds it missing.
    windows = f"exec(compile(open({__file__!r}).read(), {__file__!r}, 'exec')); pretend_windows(); "
    done = subprocess.run(
        [sys.executable, *switches, windows + code],
        input=json.dumps(calls),
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    reply = json.loads(done.stdout)
    return Reply(
        {name: Help(**about) for name, about in reply["help"].items()}, reply["answers"], reply["module"]
    )


def started_by_vba() -> list[str]:
    """The arguments with which the VBA of the add-in starts Python for its cells."""
    from zpj_addin.xlwings_vba import xlwings_modules

    (tail,) = COMMAND.findall(xlwings_modules()[0].source)
    switches, _, code = tail.replace(LICENCE, "").replace('""', '"').partition(' "')
    assert " & " not in code, "VBA puts something into the code that is not known here"
    return [*switches.split(), code.removesuffix('"')]


def pretend_windows() -> None:
    """pywin32, the libraries of Windows, its name, and a server that answers standard input."""
    for name in ASK_FOR_THE_SYSTEM:
        import_module(name)
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
    import xlwings

    xlwings.serve = _serve


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


def _serve(_class_id: str) -> None:
    """Answer what is asked, with the class whose objects xlwings hands to Excel."""
    from xlwings.com_server import XLPython

    requests = json.load(sys.stdin)
    server = XLPython()
    answers = [
        server.CallUDF(MODULE, name, [_argument(argument) for argument in arguments], None, MagicMock())
        for name, arguments in requests
    ]
    module = sys.modules[MODULE]
    help_ = {name: _help(each) for name, each in vars(module).items() if hasattr(each, "__xlfunc__")}
    json.dump({"help": help_, "answers": answers, "module": module.__file__}, sys.stdout)


def _help(function: Any) -> dict[str, Any]:
    about = function.__xlfunc__
    return {
        "category": about["category"],
        "description": about["ret"]["doc"],
        "arguments": {argument["name"]: argument["doc"] for argument in about["args"]},
    }
