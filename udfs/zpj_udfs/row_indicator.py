"""The cells of one row as the indicator they describe."""

from zpj.model.project import Indicator, Kind
from zpj.scoring.kinds import infer_kind
from zpj_udfs.cell_values import CellValue, amount_of, kind_named, number_of, text_of


def indicator_of(
    a: CellValue, b: CellValue, points: CellValue, kind: CellValue, deduction: CellValue
) -> Indicator | None:
    """The indicator, its 类型 inferred where ``kind`` is blank; ``None`` while target or points are blank.

    Of a 定性 one ``b`` is the ratio, and ``a`` is looked at for the 类型 at most.
    """
    target, given, full = text_of(a), kind_named(kind), amount_of(points, "points")
    if full is None or not (target or given is Kind.QUALITATIVE):
        return None
    actual, judged = text_of(b), given or infer_kind("", target)
    ratio = number_of(b, "ratio", expected="ratio") if judged is Kind.QUALITATIVE else None
    less = number_of(deduction, "deduction")
    return Indicator("", "", "", target, full, judged, actual, ratio=ratio, deduction=less)
