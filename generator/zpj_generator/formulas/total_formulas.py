"""Formulas of the execution rate, the total and the grade."""

from zpj.rules import Profile
from zpj.rules.methods import Part
from zpj_generator.formulas.expressions import lookup, money_given
from zpj_generator.formulas.method_formulas import EXECUTION, TOTAL


def rate_formula(budget: str, spent: str) -> str:
    """执行率 = B/A, blank while there is none."""
    return f'IFERROR(IF({money_given(budget, spent)},{spent}/{budget},""),"")'


def execution_formula(profile: Profile, rate: str, points: str) -> str:
    """The points of the execution rate."""
    score = EXECUTION[Part.EXECUTION, profile.execution.method](profile, rate, points)
    return f'IF(ISNUMBER({rate}),{score},"")'


def points_formula(execution: str, rows: str) -> str:
    """All points of the form."""
    return f"{execution}+SUM({rows})"


def total_formula(profile: Profile, execution: str, rate: str, rows: str, count: int) -> str:
    """The total; blank until the execution rate and all ``count`` rows are scored."""
    scores = f"{execution}+SUM({rows})"
    total = TOTAL[Part.TOTAL, profile.total.method](profile, scores, rate)
    scored = f"AND(ISNUMBER({execution}),COUNT({rows})={count})"
    return f'IF({scored},ROUND({total},{profile.rounding.decimals}),"")'


def grade_formula(profile: Profile, total: str) -> str:
    """The grade of the total; blank with it."""
    lows, names = [grade.low for grade in profile.grades], [grade.name for grade in profile.grades]
    rounded = f"ROUND({total},{profile.rounding.decimals})"
    return f'IF(ISNUMBER({total}),{lookup(rounded, lows, names)},"")'
