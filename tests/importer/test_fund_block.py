"""The money block is known by its words, and its figures count in 万元."""

from pathlib import Path

from support.typed_form import HEAD, HEADER, ROWS, TOTAL, Cells, N
from support.typed_imports import (
    doubts,
    import_typed,
    indicators,
)
from zpj.model.project import TOTAL_FUND, Fund


def test_the_fund_rows_are_known_by_other_words(tmp_path: Path) -> None:
    block: list[Cells] = [
        ["预算执行情况(万元)", N, N, "年初预算", "全年预算", "全年执行", "分值", "执行率", "得分"],
        [N, "年度资金总额：", N, 100, 80, 72, 10, "90%", 9],
        [N, "其中：当年财政拨款资金", N, 90, 70, 62, "-", "-", "-"],
        [N, "上年结转结余资金", N, 10, 10, 10, "-", "-", "-"],
        [N, "单位其他资金", N, "-", "-", "-", "-", "-", "-"],
    ]
    form = import_typed(tmp_path, [*HEAD[:5], *block, *HEAD[10:], HEADER, *ROWS, TOTAL])
    assert form.projects[0].funds == (
        Fund(TOTAL_FUND, 100, 80, 72),
        Fund("当年财政拨款", 90, 70, 62),
        Fund("上年结转资金", 10, 10, 10),
        Fund("其他资金"),
    )
    assert doubts(form) == []


def test_numbers_are_read_as_they_are_typed(tmp_path: Path) -> None:
    head = [*HEAD]
    head[6] = [N, "年度资金总额", N, "１,０００.000000", "80万元", " 72 ", "10.00分", "90%", "9.00"]
    rows: list[Cells] = [[*row[:6], f"{row[6]}分", f"{row[7]:.2f}", *row[8:]] for row in ROWS]
    form = import_typed(tmp_path, [*head, HEADER, *rows, TOTAL])
    assert form.projects[0].fund(TOTAL_FUND) == Fund(TOTAL_FUND, 1000, 80, 72)
    assert [i.points for i in indicators(form)] == [30, 10, 10, 30, 10]
    assert doubts(form) == []


def test_money_in_yuan_becomes_wan_yuan(tmp_path: Path) -> None:
    head = [*HEAD]
    head[5] = ["项目资金(元)", *HEAD[5][1:]]
    head[6] = [N, "年度资金总额", N, 1_000_000, 800_000, 720_000, 10, 0.9, 9]
    form = import_typed(tmp_path, [*head, HEADER, *ROWS, TOTAL])
    assert form.projects[0].fund(TOTAL_FUND) == Fund(TOTAL_FUND, 100, 80, 72)


def test_unreadable_scores_and_money_are_reported_where_they_stand(tmp_path: Path) -> None:
    head = [*HEAD]
    head[6] = [N, "年度资金总额", N, "一百", 80, 72, 10, 0.9, 9]
    rows: list[Cells] = [*ROWS[:4], [*ROWS[4][:7], "优"]]
    form = import_typed(tmp_path, [*head, HEADER, *rows, TOTAL])
    assert doubts(form) == [("I01", "D7"), ("I01", "H18")]
    assert indicators(form)[4].printed_score is None
