"""``zpj score --csv``: a score for every row that can be read, a reason for every other."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from support.command import zpj, zpj_process

FIGURES = Path(__file__).parents[1] / "data/figures.csv"
"""Targets and actual values of real forms with the score by rule, where a rule applies."""
HEADER = "二级指标,三级指标,年度指标值,全年实际值,分值,类型"
MOST_UNREADABLE = 3

Rows = list[dict[str, str]]


def scored(text: str, tmp_path: Path, encoding: str = "utf-8") -> Rows:
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode(encoding))
    done = zpj("score", "--csv", path)
    assert (done.status, done.err) == (0, "")
    return rows(done.out)


def rows(text: str) -> Rows:
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.fixture(scope="module")
def figures() -> Rows:
    return rows(zpj("score", "--csv", FIGURES).out)


def test_every_figure_that_can_be_read_gets_exactly_its_score(figures: Rows) -> None:
    numeric = [row for row in figures if row["kind"] == "numeric"]
    wrong = [row for row in numeric if row["规则得分"] and float(row["规则得分"]) != float(row["rule_score"])]
    unreadable = [row for row in numeric if not row["规则得分"]]
    assert wrong == []
    assert len(unreadable) <= MOST_UNREADABLE
    assert all(row["说明"] for row in unreadable)
    assert len(numeric) == 197


def test_what_is_judged_or_dated_gets_no_score_of_its_own(figures: Rows) -> None:
    others = [row for row in figures if row["kind"] != "numeric"]
    assert [row for row in others if row["规则得分"]] == []
    assert all(row["说明"] for row in others)
    assert len(others) == 129


def test_no_row_and_no_column_of_the_table_is_lost(figures: Rows) -> None:
    with FIGURES.open(encoding="utf-8", newline="") as file:
        before = list(csv.DictReader(file))
    assert [{name: row[name] for name in before[0]} for row in figures] == before
    assert list(figures[0])[-3:] == ["判定类型", "规则得分", "说明"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_is_read_as_excel_writes_it(encoding: str, tmp_path: Path) -> None:
    text = f"备注,{HEADER}\r\n甲,成本指标,乙,50万以内,49.88万元,5,\r\n"
    (row,) = scored(text, tmp_path, encoding)
    assert (row["备注"], row["判定类型"], row["规则得分"]) == ("甲", "反向", "5.00")


def test_a_kind_that_is_given_stands(tmp_path: Path) -> None:
    table = f"{HEADER}\n数量指标,甲,20,30,5,反向\n数量指标,甲,20,30,5, 正向 \n数量指标,甲,20,30,5,定性\n"
    assert [row["规则得分"] for row in scored(table, tmp_path)] == ["3.33", "5.00", ""]


@pytest.mark.parametrize(
    "row",
    [
        "数量指标,甲,20,30,五分,",
        "数量指标,甲,20,30,,",
        "数量指标,甲,20,30,-5,",
        "数量指标,甲,20,30,nan,",
        "数量指标,甲,20,30,5,倒向",
        "数量指标,甲,20,,5,",
        "数量指标,甲,20人,30公里,5,",
        "数量指标,甲,20,2场+5场,5,",
        "数量指标,甲",
        "数量指标,参观,讲座,20,30,5,正向",
    ],
)
def test_a_row_that_cannot_be_scored_is_blank_and_says_why(row: str, tmp_path: Path) -> None:
    (answer,) = scored(f"{HEADER}\n{row}\n", tmp_path)
    assert answer["规则得分"] == ""
    assert answer["说明"]


def test_a_comma_too_many_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    written = ["数量指标", "参观", "讲座", "20", "30", "5", "正向"]
    path.write_text(f"{HEADER}\n{','.join(written)}\n", encoding="utf-8")
    _, cells = csv.reader(StringIO(zpj("score", "--csv", path).out))
    assert [cell for cell in cells if cell in written] == written


def test_a_row_ends_where_its_line_ends_and_nowhere_else(tmp_path: Path) -> None:
    names = ["甲\u2028乙", "甲\x85乙", "甲\x0b乙", "甲\x1c乙", '"甲\n乙"', '"甲""乙"']
    table = "".join(f"数量指标,{name},20,19,5,\r\n" for name in names)
    answers = scored(f"{HEADER}\r\n{table}", tmp_path)
    assert [row["三级指标"] for row in answers] == [*names[:4], "甲\n乙", '甲"乙']
    assert {row["规则得分"] for row in answers} == {"4.75"}


def test_a_column_of_ones_own_that_is_called_like_ours_passes_through(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"说明,{HEADER}\n我的,数量指标,甲,20,19,5,\n", encoding="utf-8")
    header, row = csv.reader(StringIO(zpj("score", "--csv", path).out))
    assert (header[0], row[0]) == ("说明", "我的")
    assert (header[-2], row[-2]) == ("规则得分", "4.75")


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", ["D01"] * 6),
        ("二级指标,三级指标,年度指标值,全年实际值\n".encode(), ["D01"] * 2),
        (f"{HEADER},分值\n".encode(), ["D14"]),
        (HEADER.encode("utf-16"), ["D10"]),
        (b"\xff\xfe\x00\x80" * 9, ["D10"]),
        (f'{HEADER}\n数量指标,"{"长" * 200_000}",20,19,5,\n'.encode(), ["D10"]),
    ],
    ids=["empty", "two columns missing", "points twice", "utf-16", "no text", "a field without end"],
)
def test_a_file_that_is_no_such_table_is_refused(data: bytes, codes: list[str], tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    done = zpj("score", "--csv", path)
    assert (done.status, done.out) == (2, "")
    assert [code for code in ("D01", "D10", "D14") for _ in range(done.err.count(f"[{code}]"))] == codes
    assert "table.csv" in done.err


def test_a_full_disk_is_one_clear_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = zpj_process("score", "--csv", FIGURES, stdout=full.fileno())
    assert (done.status, done.err.count("\n")) == (2, 1)


def test_the_table_goes_to_standard_output_as_utf_8() -> None:
    done = zpj_process("score", "--csv", FIGURES)
    assert (done.status, done.err, len(rows(done.out))) == (0, "", 326)
