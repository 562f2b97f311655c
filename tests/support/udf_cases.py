"""The table of cases of Excel's functions, ``tests/data/udf_cases.toml``, as frozen records."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class UdfCase:
    """One call: the function, its arguments, and what the cell must show."""

    id: str
    function: str
    arguments: list[Any]
    result: Any


_TABLE = tomllib.loads((Path(__file__).parents[1] / "data/udf_cases.toml").read_text(encoding="utf-8"))

UDF_CASES = tuple(
    UdfCase(case["id"], function, case["in"], case["out"])
    for function, groups in _TABLE.items()
    for group in groups
    for case in group["cases"]
)
