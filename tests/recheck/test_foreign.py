"""Forms typed elsewhere: every check that needs no stamp, the same in Excel, Word and text."""

import re
from pathlib import Path

import pytest

from support.handmade import workbook_parts, zip_parts
from support.rechecks import recheck_one
from support.typed_form import HEAD, REASON, Cells, Edit, N, by_the_rule, write_typed
from zpj.recheck.checks.slips import Slip
from zpj.recheck.recheck_file import Issuer, recheck_file
from zpj.recheck.report import FormReport, Origin, Status

NOTATIONS = ("xlsx", "docx", "txt")
FUNDS, COUNT, PEOPLE, COST, EFFECT, TOTAL = 7, 14, 15, 16, 17, 19
"""The lines of the form."""
FEW = ("乙数", REASON, "报名人数不足")
"""A reason for whatever 乙数 falls short of."""

CASES: dict[str, tuple[list[Edit], set[tuple[str, int]]]] = {
    "actual missing": ([("乙数", "全年实际值(B)", N)], {("Q01", PEOPLE)}),
    "actual struck out": ([("乙数", "全年实际值(B)", "-")], {("Q01", PEOPLE)}),
    "score missing": ([("乙数", "得分", N)], {("Q01", PEOPLE)}),
    "spending missing": (
        [("年度资金总额", "全年执行数(B)", N), ("年度资金总额", "执行率", N)],
        {("Q01", FUNDS)},
    ),
    "execution score missing": ([("年度资金总额", "得分", N)], {("Q01", FUNDS)}),
    "number answered in words": ([("乙数", "全年实际值(B)", "全部完成")], {("Q02", PEOPLE)}),
    "another unit": (
        [("乙数", "年度指标值(A)", "≥20万元"), ("乙数", "全年实际值(B)", "25小时")],
        {("Q03", PEOPLE)},
    ),
    "another scale": (
        [("乙数", "年度指标值(A)", "≥2万人次"), ("乙数", "全年实际值(B)", "25000万人次")],
        {("Q03", PEOPLE)},
    ),
    "points beyond 100": (
        [("甲数", "分值", 31), ("甲数", "得分", 31), ("总分:", "得分", 94)],
        {("P01", TOTAL), ("P02", COUNT)},
    ),
    "points moved between blocks": (
        [("甲数", "分值", 31), ("甲数", "得分", 31), ("甲效", "分值", 29), ("总分:", "得分", 94)],
        {("P02", COUNT), ("P02", EFFECT)},
    ),
    "sum of points misprinted": ([("总分:", "分值", 99)], {("P01", TOTAL)}),
    "above its points": ([("乙数", "得分", 11), ("总分:", "得分", 94)], {("P03", PEOPLE)}),
    "judgement above its points": ([("甲效", "得分", 31), ("总分:", "得分", 100)], {("P03", EFFECT)}),
    "marked down": ([("乙数", "得分", 8), FEW, ("总分:", "得分", 91)], {("P06", PEOPLE)}),
    "over-completion spared": (
        [("乙数", "全年实际值(B)", "60人次"), FEW],
        {("P07", PEOPLE)},
    ),
    "over-completion unexplained": (
        [("乙数", "全年实际值(B)", "60人次"), ("乙数", "得分", 9), ("总分:", "得分", 92)],
        {("R02", PEOPLE)},
    ),
    "negative score": ([("乙数", "得分", -1), FEW, ("总分:", "得分", 82)], {("P08", PEOPLE)}),
    "negative actual": ([("乙数", "全年实际值(B)", "-5人次")], {("P08", PEOPLE)}),
    "shortfall unexplained": ([("甲效", REASON, N)], {("R01", EFFECT)}),
    "shortfall explained by nothing": ([("甲效", REASON, "无")], {("R03", EFFECT)}),
    "reason on the next row": (
        [
            ("甲数", REASON, "乙数的人没来齐"),
            ("乙数", "全年实际值(B)", "18人次"),
            ("乙数", "得分", 9),
            ("总分:", "得分", 92),
        ],
        {("R05", PEOPLE)},
    ),
    "parts of the money": ([("其中:当年财政拨款", "全年执行数(B)", 70)], {("B01", FUNDS)}),
    "rate": ([("年度资金总额", "执行率", "95%")], {("B02", FUNDS)}),
    "rate in whole per cents": ([("年度资金总额", "执行率", "90")], set()),
    "execution score": ([("年度资金总额", "得分", 9.5), ("总分:", "得分", 93.5)], {("B03", FUNDS)}),
    "beyond the budget": (
        [
            ("年度资金总额", "全年执行数(B)", 100),
            ("其中:当年财政拨款", "全年执行数(B)", 100),
            ("年度资金总额", "执行率", 1.25),
            ("年度资金总额", "得分", 10),
            ("总分:", "得分", 94),
        ],
        {("B04", FUNDS)},
    ),
    "no budget": (
        [("年度资金总额", "全年预算数(A)", 0), ("其中:当年财政拨款", "全年预算数(A)", 0)],
        {("B05", FUNDS)},
    ),
    "total": ([("总分:", "得分", 93.06)], {("T01", TOTAL)}),
    "total within its tolerance": ([("总分:", "得分", 93.05)], set()),
    "grade": ([("总分:", REASON, "良")], {("T02", TOTAL)}),
    "grade of the total": ([("总分:", REASON, "优秀")], set()),
}


def told(report: FormReport) -> set[tuple[str, int]]:
    """Codes and lines, S01 aside, which every form from elsewhere has."""
    assert [each.code for each in report.findings].count("S01") == 1
    return {(each.code, line_of(each.place.cell)) for each in report.findings if each.code != "S01"}


def line_of(cell: str) -> int:
    number = re.search(r"\d+", cell)
    return int(number[0]) if number else 0


def typed(folder: Path, notation: str, lines: list[Cells]) -> FormReport:
    return recheck_one(write_typed(folder / f"甲.{notation}", lines), Issuer())


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_form_by_the_rule_has_nothing_but_the_note_that_it_has_no_stamp(
    tmp_path: Path, notation: str
) -> None:
    report = typed(tmp_path, notation, by_the_rule())
    assert told(report) == set()
    assert (report.form, report.name, report.unit) == ("甲", "甲项目", "甲中心")
    assert (report.total, report.total_found, report.grade) == (93, 93, "优")
    assert report.origin is (Origin.WORKBOOK if notation == "xlsx" else Origin.TEXT)
    assert report.unchecked


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("name", CASES)
def test_a_departure_has_its_code_on_its_row(name: str, notation: str, tmp_path: Path) -> None:
    edits, expected = CASES[name]
    assert told(typed(tmp_path, notation, by_the_rule(*edits))) == expected


def short(actual: str, score: float) -> list[Edit]:
    """甲数 of 30 points, of which 40 were meant."""
    total = 63 + score
    return [
        ("甲数", "年度指标值(A)", "40"),
        ("甲数", "全年实际值(B)", actual),
        ("甲数", "得分", score),
        ("甲数", REASON, "甲方改期"),
        ("总分:", "得分", total),
    ]


@pytest.mark.parametrize(
    ("edits", "code", "slip"),
    [
        (
            [("甲费", "得分", 9), ("甲费", REASON, "甲方改期"), ("总分:", "得分", 92)],
            "P04",
            Slip.CEILING_AS_RATIO,
        ),
        (short("34.62", 26), "P04", Slip.ONE_DECIMAL),
        (short("34.62", 20), "P04", Slip.BEYOND_RATIO),
        (short("34.62", 30), "P04", Slip.SPARED),
        (short("160", 30), "P07", Slip.NOT_DEDUCTED),
        (short("130", 24), "P07", Slip.BY_COMPLETION),
        (short("100", 27), "P07", Slip.BY_COMPLETION),
        (short("300", 27), "P07", Slip.OTHER_BAND),
    ],
)
def test_the_slip_that_explains_a_score_is_told(
    edits: list[Edit], code: str, slip: Slip, tmp_path: Path
) -> None:
    report = typed(tmp_path, "txt", by_the_rule(*edits))
    (found,) = (each for each in report.findings if each.code != "S01")
    assert (found.code, slip.words in found.message) == (code, True)


def test_a_row_that_cannot_be_scored_leaves_the_total_open(tmp_path: Path) -> None:
    report = typed(tmp_path, "txt", by_the_rule(("乙数", "全年实际值(B)", "全部完成")))
    assert (report.total, report.grade, report.total_found) == (None, None, 93)
    assert len(report.unchecked) > len(typed(tmp_path, "txt", by_the_rule()).unchecked)


def test_the_total_by_rule_has_neither_what_was_marked_down_nor_what_was_spared(tmp_path: Path) -> None:
    edits = CASES["marked down"][0] + short("160", 30)[:-1]
    report = typed(tmp_path, "txt", by_the_rule(*edits))
    assert (report.total, report.total_found) == (93 - 6, 91)


@pytest.mark.parametrize("notation", NOTATIONS)
def test_every_form_of_a_file_has_its_report(notation: str, tmp_path: Path) -> None:
    second = by_the_rule(*CASES["marked down"][0])
    second[2] = ["项目名称", N, "乙项目"]
    path = write_typed(tmp_path / f"甲.{notation}", [*by_the_rule(), *second])
    first, other = recheck_file(path, Issuer())
    assert (first.form, first.name, told(first)) == ("甲", "甲项目", set())
    lines_above = len(by_the_rule())
    assert (other.form, other.name, told(other)) == ("甲-2", "乙项目", {("P06", PEOPLE + lines_above)})
    assert {each.place.form for each in other.findings} == {"甲-2"}


def test_what_has_no_place_in_a_form_is_told(tmp_path: Path) -> None:
    lines = by_the_rule()
    lines.insert(COUNT, [N, N, N, "零散的一行", N, N, N, "另一格"])
    report = typed(tmp_path, "txt", lines)
    assert ("I01", COUNT + 1) in told(report)


def test_a_form_cut_in_half_is_told_what_it_lacks(tmp_path: Path) -> None:
    report = typed(tmp_path, "txt", by_the_rule()[: COUNT + 1])
    assert {code for code, _ in told(report)} == {"P01", "P02", "Q01"}
    assert report.status is Status.FINDINGS


def test_a_head_without_its_table_is_told_what_it_lacks(tmp_path: Path) -> None:
    report = typed(tmp_path, "docx", HEAD)
    assert {"D11", "Q01"} <= {code for code, _ in told(report)}
    assert report.total is None


def test_macros_in_a_typed_workbook_are_told(tmp_path: Path) -> None:
    path = write_typed(tmp_path / "甲.xlsx", by_the_rule())
    assert told(recheck_one(path, Issuer())) == set()
    parts = workbook_parts("<row r='1'><c r='A1' t='inlineStr'><is><t>甲</t></is></c></row>")
    zip_parts(path, {**parts, "xl/vbaProject.bin": b"x"})
    assert {each.code for each in recheck_one(path, Issuer()).findings} == {"I05", "S08"}
