"""``sum``: the total is the execution score and the scores of the indicators."""

from zpj.rules.methods.method import Part, TotalMethod, nothing_wrong, only_rule

METHOD = TotalMethod(
    part=Part.TOTAL,
    name="sum",
    total=lambda _, scores, __: scores,
    words=only_rule,
    problems=nothing_wrong,
)
