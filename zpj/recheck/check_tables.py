"""The checks: one small function per code, one file per family; here, which of them run and when."""

from zpj.recheck.checks.budget import b01_parts_do_not_add_up, b04_rate_above_one, b05_no_budget
from zpj.recheck.checks.constants import f04_locked_content_changed
from zpj.recheck.checks.formulas import (
    f01_formula_typed_over,
    f02_formula_edited,
    f03_formula_deleted,
    f05_stored_result_differs,
)
from zpj.recheck.checks.macro_modules import s08_foreign_macros
from zpj.recheck.checks.quantities import q01_missing, q02_not_a_number, q03_doubtful_size
from zpj.recheck.checks.reasons import (
    r01_shortfall_unexplained,
    r02_over_completion_unexplained,
    r03_filler,
    r04_deduction_unexplained,
    r05_reason_on_the_next_row,
)
from zpj.recheck.checks.scores import p05_outside_tier, p08_negative
from zpj.recheck.checks.shown_formats import f06_format_hides_value
from zpj.recheck.checks.stamp_checks import s03_other_version
from zpj.recheck.checks.structure import (
    s04_moved,
    s05_unprotected,
    s06_validation_lost,
    s07_hidden,
    s08_foreign_content,
)
from zpj.recheck.checks.totals import t03_scores_outrun_execution

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
    q01_missing,
    q02_not_a_number,
    q03_doubtful_size,
    p05_outside_tier,
    p08_negative,
    r01_shortfall_unexplained,
    r02_over_completion_unexplained,
    r03_filler,
    r04_deduction_unexplained,
    r05_reason_on_the_next_row,
    b01_parts_do_not_add_up,
    b04_rate_above_one,
    b05_no_budget,
    t03_scores_outrun_execution,
)
"""Of a form whose cells stand where they were issued."""
