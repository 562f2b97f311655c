"""校验 of the parts of a form that are no indicator rows: the funds and the completion text."""

from functools import cache

from zpj.model.project import TOTAL_FUND, Project
from zpj.scoring import execution_rate
from zpj.scoring.fund_sums import PARTS_TOLERANCE, missed_sum
from zpj.texts import wording
from zpj_generator.formulas.expressions import Case, Choice, choice, money_given, number


@cache
def funds_check(budget: str, spent: str, parts: str) -> Choice[Project]:
    """The message of the 年度资金总额 row; ``parts`` is the range of what was spent of each part."""
    words = wording("form")["check"]
    missed, tolerance = f"SUM({parts})-{spent}", number(PARTS_TOLERANCE)
    cases: list[Case[Project]] = [
        Case(f'{budget}=""', lambda project: _budget(project) is None, words["budget"]),
        Case(f'{spent}=""', lambda project: _spent(project) is None, words["spent"]),
        Case(
            f"NOT({money_given(budget, spent)})",
            lambda project: execution_rate(_budget(project), _spent(project)) is None,
            words["money"],
        ),
        Case(
            f"AND(COUNT({parts})>0,OR({missed}>{tolerance},{missed}<-{tolerance}))",
            lambda project: missed_sum(project, "spent") is not None,
            words["parts"],
        ),
        Case(
            f"{spent}>{budget}",
            lambda project: (_spent(project) or 0) > (_budget(project) or 0),
            words["overspent"],
        ),
    ]
    return choice(cases, words["fine"])


@cache
def completion_check(ref: str) -> Choice[Project]:
    """The message of the 实际完成情况 text."""
    words = wording("form")["check"]
    missing = Case[Project](
        f'TRIM({ref})=""', lambda project: not project.completion.strip(), words["completion"]
    )
    return choice([missing], words["fine"])


def _budget(project: Project) -> float | None:
    return project.fund(TOTAL_FUND).budget


def _spent(project: Project) -> float | None:
    return project.fund(TOTAL_FUND).spent
