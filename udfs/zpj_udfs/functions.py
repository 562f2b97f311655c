"""The functions of the category 绩效自评. A docstring here is what Excel shows as the help of a function."""

import platform
from importlib.metadata import version
from operator import attrgetter

from zpj.scoring import execution_rate, explain, grade, score_execution, score_row
from zpj.version import __version__
from zpj_udfs.cell_values import Value, amount_of, budget_and_spent, quantity_of, refusal, rules
from zpj_udfs.registration import excel_function
from zpj_udfs.row_indicator import indicator_of

an_error = attrgetter("error")
in_words = attrgetter("why")


@excel_function(refused=an_error)
def ZPJ_SCORE(
    a: Value, b: Value, points: Value, kind: Value = None, deduction: Value = None, profile: Value = None
) -> float | None:
    """按评分规则计算一项绩效指标的得分，保留两位小数；未填时为空。"""
    if (indicator := indicator_of(a, b, points, kind, deduction)) is None:
        return None
    row = score_row(rules(profile), indicator)
    if row.obstacle:
        raise refusal(row.obstacle.code, row.obstacle.why)
    return row.score


@excel_function(refused=in_words)
def ZPJ_WHY(
    a: Value, b: Value, points: Value, kind: Value = None, deduction: Value = None, profile: Value = None
) -> str | None:
    """用文字说明 ZPJ_SCORE 的算法和依据，或为什么没有得分。"""
    if (indicator := indicator_of(a, b, points, kind, deduction)) is None:
        return None
    return explain(rules(profile), indicator, score_row(rules(profile), indicator))


@excel_function(refused=an_error)
def ZPJ_GRADE(total: Value, profile: Value = None) -> str | None:
    """总分对应的评价等级：优、良、中、差。"""
    number = amount_of(total, "总分")
    return None if number is None else grade(rules(profile), number)


@excel_function(refused=an_error)
def ZPJ_RATE(budget: Value, spent: Value) -> float | None:
    """预算执行率：全年执行数除以全年预算数；预算数为 0 时为空。"""
    return execution_rate(*budget_and_spent(budget, spent))


@excel_function(refused=an_error)
def ZPJ_EXEC(budget: Value, spent: Value, points: Value, profile: Value = None) -> float | None:
    """预算执行率的得分，保留两位小数；未填或预算数为 0 时为空。"""
    full = amount_of(points, "分值")
    return None if full is None else score_execution(rules(profile), *budget_and_spent(budget, spent), full)


@excel_function(refused=an_error)
def ZPJ_NUM(text: Value) -> float | None:
    """文字里的数：≥90% 是 0.9，5万人次 是 50000。"""
    quantity = quantity_of(text)
    return None if quantity is None else quantity.amount


@excel_function(refused=an_error)
def ZPJ_ENGINE() -> str:
    """说明这些函数由什么计算，以及版本。"""
    return f"zpj {__version__}，xlwings {version('xlwings')}，Python {platform.python_version()}"
