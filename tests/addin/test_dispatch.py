"""The VBA of the add-in asks Python where it is configured and does the work itself where it is not."""

from collections.abc import Callable
from typing import Any

import pytest
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.apps.excel._model import Application

from zpj_addin.build import addin_modules

# What stands for xlwings: its names, and a Python that answers as ours does, errors by name. A target of 13
# brings it down.
BRIDGE = """Option Explicit
Public Function GetConfig(ByVal key As String, Optional ByVal default As String = "") As Variant
    GetConfig = "{interpreter}"
End Function
Public Function FileExists(ByVal path As String) As Boolean
    FileExists = path = "python.exe"
End Function
Public Function RunPython(PythonCommand As String)
    MsgBox PythonCommand
    RunPython = {status}
End Function
Public Function XLPy()
    Set XLPy = New Server
End Function
"""
SERVER = """Option Explicit
Public Function CallUDF(ByVal script As String, ByVal name As String, ByVal given As Variant, _
        ByVal book As Object, ByVal caller As Object) As Variant
    Select Case name
        Case "ZPJ_ENGINE": CallUDF = script
        Case "ZPJ_NUM": CallUDF = Array("#N/A", 4.88)
        Case "ZPJ_GRADE"
            If given(0) = 13 Then Err.Raise 1000
            CallUDF = "#VALUE!"
    End Select
End Function
"""
VALUE, NOT_AVAILABLE = "Error 2015", "Error 2042"

Open = Callable[..., ExcelApplication]


@pytest.fixture
def excel(monkeypatch: pytest.MonkeyPatch) -> Open:
    def opened(interpreter: str = "", status: int = 0) -> ExcelApplication:
        app = ExcelApplication()
        app.add_workbook()
        for module in addin_modules():
            if module.name.startswith("Zpj"):
                app.add_module(module.source, name=module.name)
        app.add_module(BRIDGE.format(interpreter=interpreter, status=status), name="xlwings")
        app.add_module(SERVER, name="Server", kind="class")
        called_from(monkeypatch, app.evaluate('Range("A1")'))
        return app

    return opened


def called_from(monkeypatch: pytest.MonkeyPatch, caller: object) -> None:
    """pyOpenVBA has no cells that call; Excel names them to a function, and an error to a macro."""
    members = Application.vba_get

    def vba_get(self: Application, name: str, *given: Any) -> object:
        return caller if name.lower() == "caller" else members(self, name, *given)

    monkeypatch.setattr(Application, "vba_get", vba_get)


@pytest.mark.parametrize("interpreter", ["", "removed.exe"])
def test_without_a_configured_python_the_functions_compute_themselves(excel: Open, interpreter: str) -> None:
    app = excel(interpreter)
    assert app.run("ZPJ_GRADE", 85) == "良"
    assert str(app.run("ZPJ_ENGINE")).startswith("VBA")


def test_a_configured_python_computes_and_its_errors_are_excels(excel: Open) -> None:
    app = excel("python.exe")
    assert app.run("ZPJ_ENGINE") == "zpj_udfs.functions"
    assert str(app.run("ZPJ_GRADE", 85)) == VALUE
    assert [str(each) for each in app.run("ZPJ_NUM", "x")] == [NOT_AVAILABLE, "4.88"]  # type: ignore[attr-defined]


def test_a_python_that_fails_once_is_not_asked_again(excel: Open) -> None:
    app = excel("python.exe")
    assert str(app.run("ZPJ_GRADE", 85)) == VALUE
    assert app.run("ZPJ_GRADE", 13) == "差"
    assert app.run("ZPJ_GRADE", 85) == "良"


def test_a_macro_that_asks_first_does_not_turn_python_off(
    excel: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = excel("python.exe")
    cell = app.evaluate('Range("A1")')
    called_from(monkeypatch, "Error 2023")
    assert app.run("ZPJ_GRADE", 85) == "良"
    called_from(monkeypatch, cell)
    assert str(app.run("ZPJ_GRADE", 85)) == VALUE


def test_a_button_without_python_tells_what_to_install(excel: Open) -> None:
    app = excel()
    app.run("ZPJ_OnGenerate", app.evaluate('Range("A1")'))
    (shown,) = app.dialogs
    assert "zpj addin install" in shown[1]


def test_a_button_runs_python_and_nothing_else(excel: Open) -> None:
    app = excel("python.exe")
    app.run("ZPJ_OnRecheck", app.evaluate('Range("A1")'))
    assert [shown[1] for shown in app.dialogs] == ["import zpj_addin.macros; zpj_addin.macros.recheck()"]


def test_a_button_whose_python_does_not_start_does_what_vba_can(
    excel: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = excel("python.exe", -1)
    control = app.evaluate('Range("A1")')
    called_from(monkeypatch, "Error 2023")
    app.run("ZPJ_OnDiagnose", control)
    run, shown = app.dialogs
    assert run[1].startswith("import zpj_addin.diagnose")
    assert "VBA" in shown[1]
