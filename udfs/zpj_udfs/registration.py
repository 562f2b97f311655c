"""What makes a Python function one of Excel's: its category, its help, its arguments, its failures."""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import TypeAlias

from zpj_udfs.arrays import Result, Results, Table, each_cell
from zpj_udfs.cell_values import Value, refuse_errors
from zpj_udfs.function_errors import NoResult

try:
    import xlwings as xw
except ImportError as error:
    raise ImportError('Excel 函数需要 xlwings，请先安装：pip install "zpj[excel]"') from error

CATEGORY = "绩效自评"

ARGUMENTS = {
    "a": "指标值A，如 500、≥90%",
    "b": "实际值B；定性填比例，如 85%",
    "points": "分值",
    "kind": "正向、反向、定性；空则推断",
    "deduction": "酌情扣分，可空",
    "profile": "规则编号，可空",
    "budget": "全年预算数A",
    "spent": "全年执行数B",
    "total": "总分",
    "text": "带数的文字，如 5万人次",
}
"""The help of every argument by its name: all of one function, names included, within 254 characters."""

Function: TypeAlias = Callable[..., Results]


def excel_function(
    *, refused: Callable[[NoResult], str]
) -> Callable[[Callable[..., float | str | None]], Function]:
    """A function of single cells as one that Excel may call with cells and ranges.

    Its docstring is its help in Excel. Nothing to say (``None``) is an empty text, which looks blank and
    which SUM leaves out; a case it refuses is what ``refused`` makes of that.
    """

    def decorate(single: Callable[..., float | str | None]) -> Function:
        def of_one(*values: Value) -> Result:
            try:
                refuse_errors(*values)
                result = single(*values)
            except NoResult as problem:
                return refused(problem)
            return "" if result is None else result

        @wraps(single)
        def function(*arguments: Value | Table) -> Results:
            return each_cell(of_one, arguments)

        # xlwings would look for a converter for every annotated type.
        function.__annotations__ = {}
        for name in signature(single).parameters:
            xw.arg(name, ndim=2, err_to_str=True, doc=ARGUMENTS[name])(function)
        return xw.func(category=CATEGORY)(function)

    return decorate
