"""Which checks there are, and what each looks at: a file, an issued form, cells at their places, any form."""

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
from zpj.recheck.comparison.constants import f04_locked_content_changed
from zpj.recheck.comparison.formulas import (
    f01_formula_typed_over,
    f02_formula_edited,
    f03_formula_deleted,
    f05_stored_result_differs,
)
from zpj.recheck.comparison.macros import s08_foreign_macros
from zpj.recheck.comparison.number_formats import f06_format_hides_value
from zpj.recheck.comparison.stamp_verdict import s03_other_version
from zpj.recheck.comparison.structure import (
    s04_moved,
    s05_unprotected,
    s06_validation_lost,
    s07_hidden,
    s08_foreign_content,
)

FILE_CHECKS = (s03_other_version, s08_foreign_content)
"""Of any workbook."""

FORM_CHECKS = (s04_moved, s05_unprotected, s07_hidden, s08_foreign_macros)
"""Of a form whose definition is known."""

CELL_CHECKS = (
    s06_validation_lost,
    f01_formula_typed_over,
    f02_formula_edited,
    f03_formula_deleted,
    f04_locked_content_changed,
    f05_stored_result_differs,
    f06_format_hides_value,
)
"""Of a form whose cells stand where they were issued."""

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
