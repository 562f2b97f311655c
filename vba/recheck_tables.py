"""What the templates of the recheck macros are rendered with: words, colours, places on the sheet."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.layout import columns, funds, goals, status
from templates import form_words
from templates.annotation import annotation_words
from templates.macros import macro_words
from templates.report import report_words
from zpj.findings import Severity, catalogue
from zpj.form import Kind
from zpj.rounding import EDGE_DIGITS

OVERRIDES = ("F01", "F02", "F03", "F04")
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
    colour: str = annotation_words()["fill"][Severity.ERROR.value]
    return {
        "words": form_words(),
        "marks": annotation_words(),
        "report": report_words(),
        "told": macro_words(),
        "findings": [catalogue()[code] for code in OVERRIDES],
        "columns": columns,
        "funds": funds,
        "goals": goals,
        "status": status,
        "judged": Kind.QUALITATIVE,
        "positive": Kind.POSITIVE,
        "edge_digits": EDGE_DIGITS,
        "rgb": tuple(bytes.fromhex(colour[-6:])),
        "result_columns": RESULT_COLUMNS,
        "last_result_column": chr(ord("A") + len(RESULT_COLUMNS) - 1),
        "allowances": ALLOWANCES,
    }
