"""What the cells given to a function say: a text, a number, a 类型, the rules to go by.

Blank is ``None`` here. Every other value that cannot be what is asked for raises :class:`NoResult`.
"""

from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

from zpj.model.codes import Code
from zpj.model.errors import ProfileError
from zpj.model.findings import Place, finding
from zpj.model.project import DEFAULT_PROFILE, Kind
from zpj.quantity import NotAQuantity, Quantity, UnitMismatch, compare, read_actual
from zpj.rules import Profile, load_profile
from zpj.texts import wording
from zpj_udfs.function_errors import ERROR_OF, ERRORS, NEWER_ERRORS, VALUE, NoResult

CellValue: TypeAlias = float | str | bool | Decimal | datetime | None
"""One cell as xlwings gives it: a currency is a Decimal, a blank or an empty text is None."""


def refuse_errors(*values: CellValue) -> None:
    """Raise for the first error value among ``values``."""
    for value in values:
        if isinstance(value, str) and value in ERRORS:
            raise NoResult(
                value, _message(Code.D06, found=wording("udfs")["expected"]["named_error"].format(name=value))
            )
        if isinstance(value, int) and value in NEWER_ERRORS:
            raise NoResult(VALUE, _message(Code.D06, found=wording("udfs")["expected"]["error"]))


def text_of(value: CellValue) -> str:
    """What a person would read in the cell; a number with all its digits, a blank as an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    return value.strip() if isinstance(value, str) else f"{value:.15g}"


def quantity_of(value: CellValue) -> Quantity | None:
    """The quantity a cell reports."""
    text = text_of(value)
    try:
        return read_actual(text) if text else None
    except NotAQuantity as problem:
        raise refusal(Code.Q02, str(problem)) from problem


def number_of(value: CellValue, argument: str, expected: str = "number") -> float | None:
    """The number of a cell: 10, 85% and 1.5分 are numbers.

    ``argument`` and ``expected`` are keys of the words that a refusal uses for them.
    """
    try:
        quantity = quantity_of(value)
    except NoResult as problem:
        raise _refused(
            Code.D07,
            what=_name(argument),
            expected=wording("udfs")["expected"][expected],
            found=text_of(value),
        ) from problem
    return None if quantity is None else quantity.value


def amount_of(value: CellValue, argument: str) -> float | None:
    """The number of a cell that may not be negative."""
    number = number_of(value, argument)
    if number is not None and number < 0:
        raise _refused(Code.P08, what=_name(argument), found=text_of(value))
    return number


def budget_and_spent(budget: CellValue, spent: CellValue) -> tuple[float | None, float | None]:
    """Two amounts of money in one unit; both ``None`` while either is blank."""
    a, b = quantity_of(budget), quantity_of(spent)
    if a is None or b is None:
        return None, None
    try:
        planned, used = compare(a, b)
    except UnitMismatch as problem:
        raise refusal(Code.Q03, str(problem)) from problem
    if planned < 0 or used < 0:
        raise _refused(Code.P08, what=_name("money"), found=f"{min(planned, used):.15g}")
    return planned, used


def kind_named(value: CellValue) -> Kind | None:
    """The 类型, by its Chinese or its English name; ``None``: to be inferred."""
    name = text_of(value)
    if not name:
        return None
    try:
        return Kind.__members__.get(name.upper()) or Kind(name)
    except ValueError as problem:
        raise _refused(
            Code.D04,
            found=name,
            what=_name("kind"),
            expected=wording("udfs")["expected"]["kinds_between"].join(Kind),
        ) from problem


def rules(profile: CellValue) -> Profile:
    """The rules of this id; the usual ones where the cell is blank."""
    try:
        return load_profile(text_of(profile) or DEFAULT_PROFILE)
    except ProfileError as problem:
        first = problem.findings[0]
        raise refusal(first.code, first.message) from problem


def refusal(code: Code, why: str) -> NoResult:
    """What to raise for the finding ``code``, said in the words ``why``."""
    return NoResult(ERROR_OF[code], why)


def _refused(code: Code, **words: object) -> NoResult:
    return refusal(code, _message(code, **words))


def _name(argument: str) -> str:
    name: str = wording("udfs")["name"][argument]
    return name


def _message(code: Code, **words: object) -> str:
    return finding(code, Place(), **words).message
