"""资金: whether the parts of a project's money add up to its total."""

from operator import attrgetter

from zpj.model.project import TOTAL_FUND, Project

PARTS_TOLERANCE = 0.005
"""How far the parts may miss the total, in 万元."""


def missed_sum(project: Project, field: str) -> tuple[float, float] | None:
    """What the parts of ``field`` add up to and the 年度资金总额 it should be; ``None`` where the two agree.

    ``field`` is one of Fund: initial, budget, spent. There is nothing to miss while no part is given.
    """
    amount = attrgetter(field)
    total = amount(project.fund(TOTAL_FUND))
    parts = [amount(fund) for fund in project.funds if fund.source != TOTAL_FUND]
    known = [part for part in parts if part is not None]
    if total is None or not known or abs(sum(known) - total) <= PARTS_TOLERANCE:
        return None
    return sum(known), total
