"""Scores by rule: plain functions of numbers and a profile, and the whole form recomputed.

The same rule is written once more as spreadsheet formulas in ``zpj_generator.formulas``; one table of cases
holds the two together.
"""

from zpj.scoring.execution import execution_rate, score_execution
from zpj.scoring.explanation import explain
from zpj.scoring.form_score import ProjectScore, score_project
from zpj.scoring.fund_sums import missed_sum
from zpj.scoring.points import missed_blocks, missed_points
from zpj.scoring.row_score import Obstacle, RowScore, score_row
from zpj.scoring.total import FormTotal, Scored, counted, differs, form_total, grade

__all__ = [
    "FormTotal",
    "Obstacle",
    "ProjectScore",
    "RowScore",
    "Scored",
    "counted",
    "differs",
    "execution_rate",
    "explain",
    "form_total",
    "grade",
    "missed_blocks",
    "missed_points",
    "missed_sum",
    "score_execution",
    "score_project",
    "score_row",
]
