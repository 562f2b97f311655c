"""A whole form recomputed: every row, the execution rate, the total, the grade."""

from dataclasses import dataclass

from zpj.model.project import TOTAL_FUND, Project
from zpj.rules import Profile
from zpj.scoring.execution import execution_rate, score_execution
from zpj.scoring.row_score import RowScore, score_row
from zpj.scoring.total import form_total


@dataclass(frozen=True, slots=True)
class ProjectScore:
    """``rows`` in the order of the indicators; ``total`` and ``grade`` are ``None`` until all is scored."""

    rate: float | None
    execution: float | None
    rows: tuple[RowScore, ...]
    total: float | None
    grade: str | None


def score_project(profile: Profile, project: Project) -> ProjectScore:
    """Everything computed from what ``project`` says."""
    fund = project.fund(TOTAL_FUND)
    rate = execution_rate(fund.budget, fund.spent)
    execution = score_execution(profile, fund.budget, fund.spent)
    rows = tuple(score_row(profile, indicator) for indicator in project.indicators)
    total = form_total(profile, execution, (row.score for row in rows), rate)
    if total is None:
        return ProjectScore(rate, execution, rows, None, None)
    return ProjectScore(rate, execution, rows, total.total, total.grade)
