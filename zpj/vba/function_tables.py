"""What the templates of the worksheet functions are rendered with, besides the profile."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from zpj.model.codes import Code
from zpj.model.findings import Place, finding
from zpj.model.project import Kind
from zpj.quantity.rounding import EDGE_DIGITS
from zpj.rules.methods import JUDGED
from zpj.texts import wording
from zpj.vba.expressions import literal, said
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
    words = wording("scoring")
    return {
        **quantity_tables(),
        "said": said,
        "literal": literal,
        "method_words": wording("rules")["method"],
        "judged": JUDGED,
        "row_words": words["row"],
        "unfilled": words["unfilled"],
        "refusals": words["refusal"],
        "expected": words["argument"],
        "engine": words["engine"]["vba"],
        "labels": wording("form")["label"],
        "kinds": Kind,
        "errors": ERRORS,
        "edge_digits": EDGE_DIGITS,
        "message": _message,
    }


def _message(code: Code, **words: object) -> str:
    """The sentence of a finding; a word in braces stays, for VBA to fill in."""
    return finding(code, Place(), **words).message
