"""What the templates of the recheck macros are rendered with: words, colours, places on the sheet."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from zpj.model.codes import Code
from zpj.model.findings import CATALOGUE, Severity
from zpj.model.project import Kind
from zpj.quantity.rounding import EDGE_DIGITS
from zpj.texts import wording
from zpj_generator.layout import fund_rows, goal_rows, status_box
from zpj_generator.sheet.columns import OFFICIAL
from zpj_generator.sheet.roles import Role

OVERRIDES = (Code.F01, Code.F02, Code.F03, Code.F04)
"""What the macros find; everything else takes the whole checker."""

RESULT_COLUMNS = (
    ("code", 8),
    ("place", 9),
    ("found", 30),
    ("expected", 30),
    ("difference", 9),
    ("message", 60),
)
"""The columns of the result sheet by their words in the report, and their widths in characters."""

ALLOWANCES = (
    "AllowFormattingCells",
    "AllowFormattingColumns",
    "AllowFormattingRows",
    "AllowInsertingColumns",
    "AllowInsertingRows",
    "AllowInsertingHyperlinks",
    "AllowDeletingColumns",
    "AllowDeletingRows",
    "AllowSorting",
    "AllowFiltering",
    "AllowUsingPivotTables",
)
"""What may be allowed on a protected sheet, in the order of the arguments of Worksheet.Protect."""


@cache
def recheck_tables() -> Mapping[str, Any]:
    """The names that the templates use besides ``profile``."""
    colour: str = wording("annotation")["fill"][Severity.ERROR.value]
    return {
        "words": wording("form"),
        "marks": wording("annotation"),
        "report": wording("report"),
        "told": wording("macros")["message"],
        "findings": [CATALOGUE[code] for code in OVERRIDES],
        "columns": {role.name: OFFICIAL[role] for role in Role},
        "funds": fund_rows,
        "goals": goal_rows,
        "status": status_box,
        "judged": Kind.QUALITATIVE,
        "positive": Kind.POSITIVE,
        "edge_digits": EDGE_DIGITS,
        "rgb": tuple(bytes.fromhex(colour[-6:])),
        "result_columns": RESULT_COLUMNS,
        "allowances": ALLOWANCES,
    }
