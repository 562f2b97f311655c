"""What the templates of the worksheet functions are rendered with, besides the profile."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from zpj.model.codes import Code
from zpj.model.findings import Place, finding
from zpj.model.project import Kind
from zpj.quantity.rounding import EDGE_DIGITS
from zpj.vba.quantity_tables import quantity_tables

ERRORS = {
    "#NULL!": 2000,
    "#DIV/0!": 2007,
    "#VALUE!": 2015,
    "#REF!": 2023,
    "#NAME?": 2029,
    "#NUM!": 2036,
    "#N/A": 2042,
}
"""Excel's error values and their numbers for CVErr."""


@cache
def function_tables() -> Mapping[str, Any]:
    """The names that the templates use besides ``profile``."""
    return {
        **quantity_tables(),
        "kinds": tuple(Kind),
        "errors": ERRORS,
        "edge_digits": EDGE_DIGITS,
        "message": _message,
    }


def _message(code: Code, **words: object) -> str:
    """The sentence of a finding; a word in braces stays, for VBA to fill in."""
    return finding(code, Place(), **words).message
