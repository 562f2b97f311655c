"""What an input of a returned form holds. The stored result of a formula typed there is never believed."""

import ast
import operator
import re
from collections.abc import Callable
from functools import lru_cache

from zpj.xlsx.model.cell import Cell

_ARITHMETIC = re.compile(r"[0-9.+\-*/() ]{1,200}")
_NESTED = re.compile(r"\({20}|[+-]{20}")
"""Deeper than anybody types, and deep enough to exhaust a parser."""
_OPERATIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: lambda a, b: a / b,
}


def typed_value(cell: Cell) -> str | float | bool | None:
    """The value somebody typed; of plain arithmetic its result, of any other formula nothing."""
    if cell.written is None:
        return cell.value
    return plain_arithmetic(cell.formula or "") if cell.formula_kind in ("normal", "shared") else None


def typed_number(cell: Cell) -> float | None:
    """The number somebody typed; ``None`` for blanks, texts, booleans, errors and other formulas."""
    value = typed_value(cell)
    return value if isinstance(value, float | int) and not isinstance(value, bool) else None


def typed_text(cell: Cell) -> str:
    """What somebody typed as it is read; empty for a formula that is no plain arithmetic."""
    if cell.written is None:
        return cell.text
    number = typed_value(cell)
    return cell._replace(value=number, written=None, error=None).text


@lru_cache(maxsize=256)
def plain_arithmetic(formula: str) -> float | None:
    """What ``=40+60`` gives; ``None`` for a formula that holds anything but numbers and signs."""
    text = formula.removeprefix("=").strip()
    if not _ARITHMETIC.fullmatch(text) or "**" in text or "//" in text or _NESTED.search(text):
        return None
    try:
        return _value(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError, OverflowError, RecursionError):
        return None


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _value(operand)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATIONS:
            return _OPERATIONS[type(sign)](_value(left), _value(right))
        case _:
            raise ValueError(ast.dump(node))
