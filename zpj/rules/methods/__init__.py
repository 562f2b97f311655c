"""Scoring methods: one small file each, with its arithmetic, its words and its explanation together.

A profile names its methods (``[reverse] method = "inverse"``). To add one: a file here and its line in
``registry``, its sentences in ``texts/zh/rules.toml`` under ``method.PART.NAME``, its formula in
``zpj_generator.formulas.method_formulas``, its VBA in ``templates/vba/methods/PART_NAME.bas``. Whichever of
them is missing fails on import.
"""

from zpj.rules.methods.method import (
    ExecutionMethod,
    Explanation,
    JudgedRow,
    MeasuredRow,
    Method,
    Part,
    RoundingMethod,
    RowMethod,
    Sentences,
    TotalMethod,
)
from zpj.rules.methods.registry import (
    JUDGED,
    METHODS,
    IncompleteMethod,
    execution_method,
    measured_method,
    method_names,
    require_writings,
    rounding_method,
    sentences,
    total_method,
)

__all__ = [
    "JUDGED",
    "METHODS",
    "ExecutionMethod",
    "Explanation",
    "IncompleteMethod",
    "JudgedRow",
    "MeasuredRow",
    "Method",
    "Part",
    "RoundingMethod",
    "RowMethod",
    "Sentences",
    "TotalMethod",
    "execution_method",
    "measured_method",
    "method_names",
    "require_writings",
    "rounding_method",
    "sentences",
    "total_method",
]
