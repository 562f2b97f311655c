"""The functions of the category 绩效自评. Their help in Excel is in ``texts/*/udfs.toml``, by their names."""

import platform
from importlib.metadata import version
from operator import attrgetter

from zpj.scoring import execution_rate, explain, grade, score_execution, score_row
from zpj.texts import wording
from zpj.version import __version__
from zpj_udfs.cell_values import CellValue, amount_of, budget_and_spent, quantity_of, refusal, rules
from zpj_udfs.registration import excel_function
from zpj_udfs.row_indicator import indicator_of

an_error = attrgetter("error")
in_words = attrgetter("why")


@excel_function(refused=an_error)
def ZPJ_SCORE(
    a: CellValue,
    b: CellValue,
    points: CellValue,
    kind: CellValue = None,
    deduction: CellValue = None,
    profile: CellValue = None,
) -> float | None:
    """The score of one indicator, two decimals; blank while something is not filled in."""
    if (indicator := indicator_of(a, b, points, kind, deduction)) is None:
        return None
    row = score_row(rules(profile), indicator)
    if row.obstacle:
        raise refusal(row.obstacle.code, row.obstacle.why)
    return row.score


@excel_function(refused=in_words)
def ZPJ_WHY(
    a: CellValue,
    b: CellValue,
    points: CellValue,
    kind: CellValue = None,
    deduction: CellValue = None,
    profile: CellValue = None,
) -> str | None:
    """How ZPJ_SCORE came by its score, with the clause, or why there is none."""
    if (indicator := indicator_of(a, b, points, kind, deduction)) is None:
        return None
    return explain(rules(profile), indicator, score_row(rules(profile), indicator))


@excel_function(refused=an_error)
def ZPJ_GRADE(total: CellValue, profile: CellValue = None) -> str | None:
    """The grade of a total: 优, 良, 中 or 差."""
    number = amount_of(total, "total")
    return None if number is None else grade(rules(profile), number)


@excel_function(refused=an_error)
def ZPJ_RATE(budget: CellValue, spent: CellValue) -> float | None:
    """The execution rate: spent by budget; blank where the budget is 0."""
    return execution_rate(*budget_and_spent(budget, spent))


@excel_function(refused=an_error)
def ZPJ_EXEC(
    budget: CellValue, spent: CellValue, points: CellValue, profile: CellValue = None
) -> float | None:
    """The score of the execution rate, two decimals; blank where there is no rate."""
    full = amount_of(points, "points")
    return None if full is None else score_execution(rules(profile), *budget_and_spent(budget, spent), full)


@excel_function(refused=an_error)
def ZPJ_NUM(text: CellValue) -> float | None:
    """The number in a text: ≥90% is 0.9, 5万人次 is 50000."""
    quantity = quantity_of(text)
    return None if quantity is None else quantity.amount


@excel_function(refused=an_error)
def ZPJ_ENGINE() -> str:
    """What computes these functions, with its versions."""
    engine: str = wording("udfs")["engine"]["versions"]
    return engine.format(zpj=__version__, xlwings=version("xlwings"), python=platform.python_version())
