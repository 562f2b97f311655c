"""What a cell of the form sheet is there for, in whatever column it stands."""

from enum import StrEnum


class Role(StrEnum):
    """The role of a cell: what it shows, what is typed there, or what is worked out there."""

    # Every row.
    LABEL = "label"
    CHECK = "check"

    # A row of the 绩效指标 table.
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    LEVEL3 = "level3"
    TARGET = "target"
    ACTUAL = "actual"
    POINTS = "points"
    SCORE = "score"
    REASON = "reason"
    KIND = "kind"
    TIER = "tier"
    RATIO = "ratio"
    DEDUCTION = "deduction"
    EVIDENCE = "evidence"

    # The top of the form.
    TITLE = "title"
    YEAR = "year"
    HEADING_LABEL = "heading_label"
    SECOND_LABEL = "second_label"
    NAME = "name"
    DEPARTMENT = "department"
    UNIT = "unit"
    LEADER = "leader"
    PHONE = "phone"

    # The 项目资金 block.
    FUND_SOURCE = "fund_source"
    INITIAL = "initial"
    BUDGET = "budget"
    SPENT = "spent"
    FUND_POINTS = "fund_points"
    RATE = "rate"
    FUND_SCORE = "fund_score"

    # The 年度总体目标 block.
    GOAL = "goal"
    COMPLETION = "completion"

    # The last rows.
    TOTAL_LABEL = "total_label"
    TOTAL_POINTS = "total_points"
    TOTAL = "total"
    GRADE = "grade"
    NOTE = "note"

    # The status box beside the top of the form.
    STATUS_TITLE = "status_title"
    STATUS_LABEL = "status_label"
    PENDING = "pending"
    PROBLEMS = "problems"
    RESULT_LABEL = "result_label"
    STATUS_TOTAL = "status_total"
    STATUS_GRADE = "status_grade"
    ADVICE = "advice"


PRINTED_ROLES = (
    Role.LABEL,
    Role.LEVEL1,
    Role.LEVEL2,
    Role.LEVEL3,
    Role.TARGET,
    Role.ACTUAL,
    Role.POINTS,
    Role.SCORE,
    Role.REASON,
)
"""The cells of an indicator row that are printed."""
AID_ROLES = (Role.KIND, Role.TIER, Role.RATIO, Role.DEDUCTION, Role.CHECK, Role.EVIDENCE)
"""Those beside them, for the filler."""
INDICATOR_ROLES = (*PRINTED_ROLES, *AID_ROLES)
