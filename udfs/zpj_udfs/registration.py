"""What makes a Python function one of Excel's: its category, its help, its arguments, its failures."""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import TypeAlias

from zpj.installed_from import install_command
from zpj.texts import wording
from zpj_udfs.arrays import CellRange, CellResult, RangeResult, each_cell
from zpj_udfs.cell_values import CellValue, refuse_errors
from zpj_udfs.function_errors import NoResult

try:
    import xlwings as xw
except ImportError as error:
    missing: str = wording("udfs")["missing"]["xlwings"]
    raise ImportError(missing.format(command=install_command("excel"))) from error

ExcelFunction: TypeAlias = Callable[..., RangeResult]


def excel_function(
    *, refused: Callable[[NoResult], str]
) -> Callable[[Callable[..., float | str | None]], ExcelFunction]:
    """A function of single cells as one that Excel may call with cells and ranges.

    Its help is found by its name. Nothing to say (``None``) is an empty text, which looks blank and
    which SUM leaves out; a case it refuses is what ``refused`` makes of that.
    """

    def decorate(single: Callable[..., float | str | None]) -> ExcelFunction:
        def of_one(*values: CellValue) -> CellResult:
            try:
                refuse_errors(*values)
                result = single(*values)
            except NoResult as problem:
                return refused(problem)
            return "" if result is None else result

        @wraps(single)
        def function(*arguments: CellValue | CellRange) -> RangeResult:
            return each_cell(of_one, arguments)

        words = wording("udfs")
        # xlwings shows the docstring.
        function.__doc__ = words["help"][single.__name__]
        # xlwings would look for a converter for every annotated type.
        function.__annotations__ = {}
        for name in signature(single).parameters:
            xw.arg(name, ndim=2, err_to_str=True, doc=words["argument"][name])(function)
        return xw.func(category=wording("macros")["message"]["title"])(function)

    return decorate
