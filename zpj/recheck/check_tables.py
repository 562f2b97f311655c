"""Which checks there are of a file, and of any form by the rules; an issued form has facets besides."""

from zpj.recheck.checks.budget import (
    b01_parts_do_not_add_up,
    b02_rate,
    b03_execution_score,
    b04_rate_above_one,
    b05_no_budget,
)
from zpj.recheck.checks.full_marks import p01_not_full_marks, p02_block_points
from zpj.recheck.checks.quantities import q01_missing, q02_not_a_number, q03_doubtful_size
from zpj.recheck.checks.reasons import (
    r01_shortfall_unexplained,
    r02_over_completion_unexplained,
    r03_filler,
    r04_deduction_unexplained,
    r05_reason_on_the_next_row,
    r06_one_reason_for_all,
)
from zpj.recheck.checks.scores import (
    p03_above_points,
    p04_not_by_the_rule,
    p05_outside_tier,
    p06_marked_down,
    p07_over_completion,
    p08_negative,
)
from zpj.recheck.checks.totals import t01_total, t02_grade, t03_scores_outrun_execution
from zpj.recheck.comparison.parts import s08_foreign_content, s19_not_understood

FILE_CHECKS = (s08_foreign_content, s19_not_understood)
"""Of any workbook with a stamp."""

RULE_CHECKS = (
    q01_missing,
    q02_not_a_number,
    q03_doubtful_size,
    p01_not_full_marks,
    p02_block_points,
    p03_above_points,
    p04_not_by_the_rule,
    p05_outside_tier,
    p06_marked_down,
    p07_over_completion,
    p08_negative,
    r01_shortfall_unexplained,
    r02_over_completion_unexplained,
    r03_filler,
    r04_deduction_unexplained,
    r05_reason_on_the_next_row,
    r06_one_reason_for_all,
    b01_parts_do_not_add_up,
    b02_rate,
    b03_execution_score,
    b04_rate_above_one,
    b05_no_budget,
    t01_total,
    t02_grade,
    t03_scores_outrun_execution,
)
"""Of any form, wherever it comes from: over a :class:`~zpj.recheck.views.form_view.FormView`."""
