"""What Excel makes of a cell on its way into a function, in pyOpenVBA, which follows it there."""

from typing import Any

from support.vba_functions import interpreter
from zpj.model.project import DEFAULT_PROFILE
from zpj.rules import load_profile


def test_a_currency_format_does_not_cut_the_number_to_four_decimals() -> None:
    app = interpreter(load_profile(DEFAULT_PROFILE))
    sheet: Any = app.sheet(1).sheet
    cell = sheet.vba_call("Range", ["A1"])
    cell.vba_set("NumberFormat", "$#,##0.00")
    cell.vba_set("Value", 0.123456)
    assert app.run("ZPJ_NUM", cell) == 0.123456
