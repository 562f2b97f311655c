"""Scores by rule: plain functions of numbers and a profile, and the whole form recomputed.

The same rule is written once more as spreadsheet formulas in ``zpj_generator.formulas``; one table of cases
holds the two together.
"""

from zpj.scoring.execution import execution_rate, score_execution
from zpj.scoring.explanation import explain
from zpj.scoring.form_score import ProjectScore, score_project
from zpj.scoring.numeric import over_completion, score_positive, score_reverse
from zpj.scoring.points import missed_blocks, missed_points
from zpj.scoring.qualitative import score_qualitative
from zpj.scoring.row_score import Obstacle, RowScore, score_row
from zpj.scoring.total import add_up, grade

__all__ = [
    "Obstacle",
    "ProjectScore",
    "RowScore",
    "add_up",
    "execution_rate",
    "explain",
    "grade",
    "missed_blocks",
    "missed_points",
    "over_completion",
    "score_execution",
    "score_positive",
    "score_project",
    "score_qualitative",
    "score_reverse",
    "score_row",
]
