"""The cells of one row as the indicator they describe."""

from zpj.model.project import Indicator, Kind
from zpj.scoring.kinds import infer_kind
from zpj_udfs.cell_values import Value, amount_of, kind_named, number_of, text_of


def indicator_of(a: Value, b: Value, points: Value, kind: Value, deduction: Value) -> Indicator | None:
    """The indicator, its 类型 inferred where ``kind`` is blank; ``None`` while target or points are blank.

    Of a 定性 one ``b`` is the ratio, and ``a`` is looked at for the 类型 at most.
    """
    target, given, full = text_of(a), kind_named(kind), amount_of(points, "分值")
    if full is None or not (target or given is Kind.QUALITATIVE):
        return None
    actual, judged = text_of(b), given or infer_kind("", target)
    ratio = number_of(b, "自评比例", expected="85% 或 0.85") if judged is Kind.QUALITATIVE else None
    less = number_of(deduction, "酌情扣分")
    return Indicator("", "", "", target, full, judged, actual, ratio=ratio, deduction=less)
